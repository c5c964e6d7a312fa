// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scanner/DeviceList.h"

namespace kobai::app {

/// Linux's keyboards with digits and Enter that are plugged in or near (USB, Bluetooth), and USB's serial ports. A keyboard that is built
/// in is none: a scanner in line with it would take it along.
class SystemDevices final : public DeviceList {
public:
    /// @p inputClass: where the kernel tells of its input devices, to everybody.
    explicit SystemDevices(QString inputClass = QStringLiteral("/sys/class/input"),
                           QString inputFolder = QStringLiteral("/dev/input"));

    [[nodiscard]] QList<ScannerDevice> devices() const override;
    [[nodiscard]] Opened open(const ScannerDevice& device, CodeReader::Use use) override;

private:
    QString m_inputClass;
    QString m_inputFolder;
};

} // namespace kobai::app
