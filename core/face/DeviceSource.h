// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/FrameSource.h"

namespace kobai::face {

/// Why a device did not open, from the system's @p error (errno): CameraBusy, CameraDenied or CameraAbsent.
[[nodiscard]] FaultCode deviceFault(int error);

/// A V4L2 camera. Used by the reader thread.
class DeviceSource final : public FrameSource {
public:
    /// @p where: a number (0 is /dev/video0) or a device path. CameraAbsent when there is no such camera, CameraDenied
    /// when this user may not open it, CameraBroken when none of its frames can be decoded, CameraBusy when it is there and gives no picture,
    /// which nearly always means that another program has it.
    [[nodiscard]] static Result<std::unique_ptr<FrameSource>> open(const QString& where);
    ~DeviceSource() override;
    Q_DISABLE_COPY_MOVE(DeviceSource)

    /// A frame that cannot be decoded is passed over. CameraBroken when mostBrokenFrames of them come in a row, CameraLost when none
    /// comes.
    [[nodiscard]] Result<Frame> next() override;

private:
    struct Device;
    explicit DeviceSource(std::unique_ptr<Device> device);
    std::unique_ptr<Device> m_device;
};

} // namespace kobai::face
