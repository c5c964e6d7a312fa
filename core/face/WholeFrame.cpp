// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/WholeFrame.h"

#include <exception>
#include <new>

namespace kobai::face {

std::optional<QImage> nextWholeFrame(const std::function<bool()>& grab, const std::function<QImage()>& retrieve)
{
    for (int broken = 0; broken < mostBrokenFrames; ++broken) {
        try {
            if (!grab())
                return std::nullopt;
            if (QImage frame = retrieve(); !frame.isNull())
                return frame;
        } catch (const std::bad_alloc&) {
            throw;
        } catch (const std::exception&) { // NOLINT(bugprone-empty-catch): the next frame may be whole
        }
    }
    return std::nullopt;
}

} // namespace kobai::face
