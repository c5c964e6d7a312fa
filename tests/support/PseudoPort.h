// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <array>
#include <utility>

namespace kobai::test {

/// A serial port that is a pseudoterminal; the test holds the scanner's end.
class PseudoPort final {
public:
    PseudoPort() : m_scanner(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC))
    {
        std::array<char, 64> name{};
        if (m_scanner < 0 || ::grantpt(m_scanner) != 0 || ::unlockpt(m_scanner) != 0
            || ::ptsname_r(m_scanner, name.data(), name.size()) != 0)
            qFatal("no pseudoterminal");
        m_path = QString::fromLocal8Bit(name.data());
    }
    ~PseudoPort() { unplug(); }
    Q_DISABLE_COPY_MOVE(PseudoPort)

    [[nodiscard]] QString path() const { return m_path; }
    void send(const QByteArray& bytes) const
    {
        if (::write(m_scanner, bytes.constData(), size_t(bytes.size())) != bytes.size())
            qFatal("the port is full");
    }
    void unplug()
    {
        if (m_scanner >= 0)
            ::close(std::exchange(m_scanner, -1));
    }

private:
    int m_scanner;
    QString m_path;
};

} // namespace kobai::test
