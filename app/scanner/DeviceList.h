// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scanner/CodeReader.h"
#include "app/scanner/ScannerDevice.h"

#include <tl/expected.hpp>

#include <memory>

namespace kobai::app {

/// The devices of this machine that may be scanners. GUI thread.
class DeviceList {
public:
    enum class Refusal {
        Gone,
        NoPermission,
        Busy, ///< another program keeps it to itself
    };
    using Opened = tl::expected<std::unique_ptr<CodeReader>, Refusal>;

    DeviceList() = default;
    virtual ~DeviceList() = default;
    Q_DISABLE_COPY_MOVE(DeviceList)

    /// Also those that may not be opened.
    [[nodiscard]] virtual QList<ScannerDevice> devices() const = 0;
    /// Not yet started.
    [[nodiscard]] virtual Opened open(const ScannerDevice& device, CodeReader::Use use) = 0;
};

} // namespace kobai::app
