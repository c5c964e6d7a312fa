// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>

#include <chrono>
#include <memory>

namespace kobai::face {

/// What the motion over the frames of one face tells. Lengths are in pixels of a picture in which the face is 36 wide.
struct MotionEvidence {
    int steps = 0;      ///< pairs of frames that were compared
    float together = 0; ///< what is beside the face: 1 = moves as one sheet with it, -1 = stands still while it moves
    float outside = 0;  ///< the same for what is farther off
    float motion = 0;   ///< root mean square of the face's motion
    float inner = 0;    ///< mean of the face's motion that no affine map of a plane explains
};

/// How one face and what is around it move: a sheet or a screen in a hand moves as one plane with all it shows, a head
/// before a wall does not, and moves in itself. The face's motion by Lucas and Kanade's registration of small patches; the
/// surroundings by which explains the picture better, the face's motion or none. Vision thread.
class MotionCues final {
public:
    using Time = std::chrono::steady_clock::time_point;

    MotionCues();
    ~MotionCues();
    Q_DISABLE_COPY_MOVE(MotionCues)

    /// The next frame of the face; about 1 ms at 640x480. @p picture: RGB888; @p face: pixels.
    void follow(const QImage& picture, const QRectF& face, Time taken);
    void startOver();
    [[nodiscard]] MotionEvidence evidence() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace kobai::face
