// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/MonotonicClock.h"
#include "base/Result.h"
#include "face/Frame.h"

#include <QMetaType>
#include <QString>

#include <functional>
#include <memory>

namespace kobai::face {

/// Which camera, or what stands in for one. A plain value: settings keep it, the reader thread opens it.
struct CameraChoice {
    enum class Kind {
        Device, ///< a V4L2 device by index or path
        Clip,   ///< a film, played in real time and started over at its end when loop is set; or one picture
        Folder, ///< pictures of a folder in the order of their names
    };
    Kind kind = Kind::Device;
    QString where = QStringLiteral("0"); ///< index, device path, file or folder
    bool loop = true;                    ///< clips and folders only; without it the end is FaultCode::ClipEnded

    /// Nobody stands in front of it: what it shows was taken at another time.
    [[nodiscard]] bool isFilm() const { return kind != Kind::Device; }

    friend bool operator==(const CameraChoice&, const CameraChoice&) = default;
};

/// Gives frames one after another. Used by one thread, the camera's reader.
class FrameSource {
public:
    virtual ~FrameSource() = default;

    /// Waits for the next frame: at the camera's rate, a clip at its own. Faults: CameraLost, CameraBroken, ClipEnded,
    /// ClipUnreadable. Black frames are frames; the Vision says CameraBlack.
    [[nodiscard]] virtual Result<Frame> next() = 0;
};

/// Opens what @p choice names. A clip and a folder keep to @p clock, which must outlive the source; a camera has a pace of its own.
/// Faults: CameraAbsent, CameraBusy, CameraDenied, CameraBroken, ClipUnreadable.
[[nodiscard]] Result<std::unique_ptr<FrameSource>> openFrameSource(
    const CameraChoice& choice, const MonotonicClock& clock = MonotonicClock::system());

/// Opens a source, or a test's stand-in for a camera. Called on the reader thread.
using SourceOpener = std::function<Result<std::unique_ptr<FrameSource>>(const CameraChoice&)>;

} // namespace kobai::face

Q_DECLARE_METATYPE(kobai::face::CameraChoice)
