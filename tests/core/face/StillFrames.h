// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Film.h"

#include <initializer_list>
#include <vector>

namespace kobai::test {

/// The frames of these @p numbers, counted from 0 and in rising order, as far as the film goes; a picture is a film of one. Nothing behind
/// the last of them is decoded. Empty when the file is neither.
inline std::vector<QImage> stillFrames(const QString& file, std::initializer_list<int> numbers)
{
    std::vector<QImage> frames;
    const auto film = face::FilmReader::open(file);
    if (!film)
        return frames;
    int at = 0;
    for (const int number : numbers) {
        for (; at < number; ++at) {
            if (!(*film)->skip())
                return frames;
        }
        auto frame = (*film)->next();
        if (!frame)
            return frames;
        frames.push_back(std::move(frame->image));
        ++at;
    }
    return frames;
}

} // namespace kobai::test
