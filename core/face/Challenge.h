// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/HeadPose.h"
#include "face/Landmarks.h"
#include "security/Random.h"

#include <chrono>
#include <optional>
#include <vector>

namespace kobai::face {

/// What somebody is asked to do. Left and right are the person's own.
enum class ChallengeStep { TurnLeft, TurnRight, Blink };

/// @p count different steps in random order, so that no recording fits. Precondition: count 1 to 3.
[[nodiscard]] std::vector<ChallengeStep> drawChallenge(security::RandomSource& random, int count = 2);

/// What a challenge needs of one frame of the tracked face.
struct ChallengeSample {
    std::chrono::steady_clock::time_point taken;
    HeadPose pose;
    Landmarks landmarks;
    float eyeAspect = 0; ///< lid gap over eye width
};

/// A random challenge: each step has its own window of time and is judged against the person's own start (first frames,
/// straight and with open eyes): a turn by 15 degrees and back, in which the nose's tip leaves the line from its root to the
/// lip as it does on a head and not on a sheet, flat or bent; a short closing of the eyes, measured against the face's
/// height so that tilting a sheet is none. A film in which just that is done passes, which is why the order is drawn. Who uses it makes a new one when the track is lost. Vision thread.
class Challenge final {
public:
    using Time = std::chrono::steady_clock::time_point;
    enum class State { Running, Passed, Failed };

    /// Precondition: at least one step. The first window begins when the person's start is known, at the latest a window
    /// after @p start.
    Challenge(std::vector<ChallengeStep> steps, Time start,
              std::chrono::milliseconds window = std::chrono::milliseconds(4000));

    /// Frames in the order of their time; one older than the last is left out. Failed when a window is over, or when there
    /// was a gap between two frames in which a face could have been exchanged.
    State add(const ChallengeSample& sample);
    /// For the times when no face is seen: Failed once the window is over.
    State waited(Time now);

    [[nodiscard]] State state() const { return m_state; }
    /// What to ask now; nullopt while the start is being measured ("look straight") and after the end.
    [[nodiscard]] std::optional<ChallengeStep> step() const;
    [[nodiscard]] int stepsDone() const { return m_done; }
    [[nodiscard]] int stepsWanted() const { return int(m_steps.size()); }
    /// Has the turn gone far enough, so that "and back again" is to be said?
    [[nodiscard]] bool isOnTheWayBack() const { return m_isTurned; }

private:
    /// How the person looks without being asked anything; angles in degrees.
    struct Look {
        double yaw = 0;
        double pitch = 0;
        double nose = 0; ///< of the nose's tip beside the line from its root to the lip, in distances of the eyes
        double lids = 0; ///< gap between the lids over the distance from the eyes to the mouth
    };
    [[nodiscard]] static Look lookOf(const ChallengeSample& sample);
    void gatherStart(const Look& look, Time taken);
    void judge(const Look& look, Time taken);
    [[nodiscard]] bool turned(const Look& look, double direction);
    [[nodiscard]] bool blinked(const Look& look, Time taken);

    std::vector<ChallengeStep> m_steps;
    std::chrono::milliseconds m_window;
    Time m_windowStart;
    std::optional<Time> m_last;
    std::vector<Look> m_gathered;
    std::optional<Look> m_start;
    std::optional<Time> m_closed; ///< since when the lids are
    State m_state = State::Running;
    int m_done = 0;
    bool m_isTurned = false;
};

} // namespace kobai::face
