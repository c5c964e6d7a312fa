// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/MonotonicClock.h"

namespace kobai::face {

/// Knows when a camera that opened has fallen silent: nothing for 10 s at first (a slow one takes seconds to start),
/// for 5 s once frames came. A plain value, used on the vision thread.
class FrameWatch final {
public:
    using Time = MonotonicClock::Time;

    explicit FrameWatch(Time start) : m_last(start) {}

    void frameCame(Time now)
    {
        m_last = now;
        m_hasFrame = true;
    }
    [[nodiscard]] bool isSilent(Time now) const { return now - m_last >= (m_hasFrame ? stall : firstFrame); }

private:
    static constexpr std::chrono::seconds firstFrame{10};
    static constexpr std::chrono::seconds stall{5};

    Time m_last;
    bool m_hasFrame = false;
};

} // namespace kobai::face
