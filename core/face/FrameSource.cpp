// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/FrameSource.h"

#include "face/ClipSource.h"
#include "face/DeviceSource.h"
#include "face/FolderSource.h"
#include "face/PictureFile.h"

namespace kobai::face {

Result<std::unique_ptr<FrameSource>> openFrameSource(const CameraChoice& choice, const MonotonicClock& clock)
{
    switch (choice.kind) {
    case CameraChoice::Kind::Device:
        return DeviceSource::open(choice.where);
    case CameraChoice::Kind::Clip:
        if (isStill(choice.where))
            return FolderSource::openPicture(choice.where, choice.loop, clock);
        return ClipSource::open(choice.where, choice.loop, clock);
    case CameraChoice::Kind::Folder:
        return FolderSource::open(choice.where, choice.loop, clock);
    }
    Q_UNREACHABLE();
}

} // namespace kobai::face
