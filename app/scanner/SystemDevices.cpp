// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/SystemDevices.h"

#include "app/scanner/EvdevReader.h"
#include "app/scanner/KeyMap.h"
#include "app/scanner/SerialReader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QSerialPort>
#include <QSerialPortInfo>

#include <fcntl.h>
#include <linux/input.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using Refusal = DeviceList::Refusal;

namespace {

constexpr quint64 digitsAndEnter = (0x3ffULL << KEY_1) | (1ULL << KEY_ENTER);

/// In one line: a device's name gets into rules that an administrator is asked to copy.
QString fileText(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).simplified() : QString();
}

quint16 hexNumber(const QString& text)
{
    return text.toUShort(nullptr, 16);
}

/// The kernel writes a map of bits as words of its own size, the lowest last.
bool hasDigitsAndEnter(const QString& keys)
{
    const quint64 lowest = keys.section(u' ', -1).toULongLong(nullptr, 16);
    return (lowest & digitsAndEnter) == digitsAndEnter;
}

Refusal refusalOf(int error)
{
    if (error == EACCES || error == EPERM)
        return Refusal::NoPermission;
    return error == EBUSY ? Refusal::Busy : Refusal::Gone;
}

/// What the machine's keyboards write, which the scanner may have been set to.
KeyMap layoutOfDisplay()
{
    const auto* x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    return x11 != nullptr && x11->connection() != nullptr ? KeyMap::ofDisplay(x11->connection()) : KeyMap::us();
}

class InputDevice final : public KeySource {
public:
    explicit InputDevice(int descriptor) : m_descriptor(descriptor)
    {
        int clock = CLOCK_MONOTONIC; // a clock that is set would tear codes apart
        ::ioctl(m_descriptor, EVIOCSCLOCKID, &clock);
    }
    ~InputDevice() override { ::close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(InputDevice)

    [[nodiscard]] int descriptor() const override { return m_descriptor; }
    [[nodiscard]] bool isAnyKeyDown() const override
    {
        std::array<char, KEY_CNT / 8> down{};
        return ::ioctl(m_descriptor, EVIOCGKEY(down.size()), down.data()) >= 0
               && std::ranges::any_of(down, [](char byte) { return byte != 0; });
    }
    /// Another error than EBUSY is an unplugged device's, which reading will say.
    [[nodiscard]] bool grab() override { return ::ioctl(m_descriptor, EVIOCGRAB, 1) == 0 || errno != EBUSY; }

private:
    int m_descriptor;
};

DeviceList::Opened openInput(const ScannerDevice& device, CodeReader::Use use)
{
    const int descriptor = ::open(QFile::encodeName(device.path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return tl::unexpected(refusalOf(errno));
    return std::make_unique<EvdevReader>(std::make_unique<InputDevice>(descriptor), layoutOfDisplay(), use);
}

DeviceList::Opened openSerial(const ScannerDevice& device, CodeReader::Use use)
{
    auto port = std::make_unique<QSerialPort>();
    port->setPortName(device.path);
    if (port->open(QIODevice::ReadOnly))
        return std::make_unique<SerialReader>(std::move(port), use);
    if (port->error() != QSerialPort::PermissionError)
        return tl::unexpected(Refusal::Gone);
    // Qt says the same of a port that somebody else keeps.
    return tl::unexpected(QFileInfo(device.path).isReadable() ? Refusal::Busy : Refusal::NoPermission);
}

/// udev's name of where @p path is plugged in; empty where there is none.
QString serialSocket(const QString& path)
{
    const QFileInfoList links =
        QDir(u"/dev/serial/by-path"_s).entryInfoList(QDir::NoDotAndDotDot | QDir::System | QDir::Files);
    const auto link =
        std::ranges::find_if(links, [&path](const QFileInfo& each) { return each.canonicalFilePath() == path; });
    return link == links.cend() ? QString() : link->fileName();
}

} // namespace

SystemDevices::SystemDevices(QString inputClass, QString inputFolder)
    : m_inputClass(std::move(inputClass)), m_inputFolder(std::move(inputFolder))
{
}

QList<ScannerDevice> SystemDevices::devices() const
{
    QList<ScannerDevice> all;
    for (const QString& event : QDir(m_inputClass).entryList({u"event*"_s}, QDir::AllEntries | QDir::System)) {
        const QString about = m_inputClass + u'/' + event + u"/device/"_s;
        const quint16 bus = hexNumber(fileText(about + u"id/bustype"_s));
        if ((bus != BUS_USB && bus != BUS_BLUETOOTH) || !hasDigitsAndEnter(fileText(about + u"capabilities/key"_s)))
            continue;
        all.append({ScannerDevice::Kind::Keys, fileText(about + u"name"_s), hexNumber(fileText(about + u"id/vendor"_s)),
                    hexNumber(fileText(about + u"id/product"_s)), fileText(about + u"uniq"_s),
                    fileText(about + u"phys"_s), m_inputFolder + u'/' + event});
    }
    for (const QSerialPortInfo& port : QSerialPortInfo::availablePorts()) {
        if (!port.hasVendorIdentifier() || !port.hasProductIdentifier())
            continue;
        const QString name = (port.manufacturer() + u' ' + port.description()).simplified();
        all.append({ScannerDevice::Kind::Serial, name, port.vendorIdentifier(), port.productIdentifier(),
                    port.serialNumber(), serialSocket(port.systemLocation()), port.systemLocation()});
    }
    return all;
}

DeviceList::Opened SystemDevices::open(const ScannerDevice& device, CodeReader::Use use)
{
    return device.kind == ScannerDevice::Kind::Keys ? openInput(device, use) : openSerial(device, use);
}

} // namespace kobai::app
