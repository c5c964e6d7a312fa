// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Clock.h"

#include <QFile>

#include <ctime>

namespace kobai {

namespace {

QByteArray bootId()
{
    QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

} // namespace

Instant SystemClock::now() const
{
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Uptime SystemClock::uptime() const
{
    static const QByteArray boot = bootId();
    std::timespec length{};
    if (::clock_gettime(CLOCK_BOOTTIME, &length) != 0)
        return {};
    const auto elapsed = std::chrono::seconds(length.tv_sec) + std::chrono::nanoseconds(length.tv_nsec);
    return {boot, std::chrono::duration_cast<std::chrono::milliseconds>(elapsed)};
}

} // namespace kobai
