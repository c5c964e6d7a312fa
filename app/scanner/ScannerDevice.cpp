// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/ScannerDevice.h"

#include <algorithm>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;

namespace {

QString usbNumber(quint16 number)
{
    return u"%1"_s.arg(uint(number), 4, 16, QChar(u'0')); // as udev writes it
}

/// "input1" of "usb-0000:00:14.0-2/input1".
QString partOf(const QString& socket)
{
    return socket.section(u'/', -1);
}

/// A device on the radio is "in" the machine's own, which it names by its address.
bool isRadio(const ScannerDevice& device)
{
    return device.socket.count(u':') == 5;
}

} // namespace

QString ScannerDevice::shownName() const
{
    return name.isEmpty() ? path : name;
}

bool ScannerDevice::isLike(const ScannerDevice& other) const
{
    return kind == other.kind && vendor == other.vendor && product == other.product && serial == other.serial
           && name == other.name;
}

std::optional<ScannerDevice> findAgain(const ScannerDevice& chosen, const QList<ScannerDevice>& all)
{
    QList<ScannerDevice> like;
    std::ranges::copy_if(all, std::back_inserter(like), [&chosen](const auto& each) { return each.isLike(chosen); });
    const auto same = std::ranges::find(like, chosen.socket, &ScannerDevice::socket);
    if (same != like.cend())
        return *same;
    if (like.size() > 1)
        like.removeIf([&chosen](const auto& each) { return partOf(each.socket) != partOf(chosen.socket); });
    return like.size() == 1 ? std::optional(like.constFirst()) : std::nullopt;
}

QString udevRule(const ScannerDevice& device)
{
    const bool types = device.kind == ScannerDevice::Kind::Keys;
    // USB's attributes are those of the plug, a radio's those of the input device.
    const QString vendor = isRadio(device) ? u"id/vendor"_s : u"idVendor"_s;
    const QString product = isRadio(device) ? u"id/product"_s : u"idProduct"_s;
    return uR"(KERNEL=="%1", SUBSYSTEM=="%2", ATTRS{%3}=="%4", ATTRS{%5}=="%6", TAG+="uaccess")"_s.arg(
        types ? u"event*"_s : u"tty*"_s, types ? u"input"_s : u"tty"_s, vendor, usbNumber(device.vendor), product,
        usbNumber(device.product));
}

} // namespace kobai::app
