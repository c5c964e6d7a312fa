// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/NetworkOutput.h"

#include <algorithm>
#include <cmath>

namespace kobai::face {

Status checkOutput(std::span<const float> numbers, std::size_t count, QStringView model)
{
    if (numbers.size() != count || !std::ranges::all_of(numbers, [](float value) { return std::isfinite(value); }))
        return fail(FaultCode::NetworkOutput, model.toString());
    return {};
}

bool sameOutput(std::span<const float> numbers, std::span<const float> reference)
{
    constexpr float tolerance = 1e-4F;
    float largest = 0;
    float difference = 0;
    for (std::size_t i = 0; i < reference.size() && i < numbers.size(); ++i) {
        if (!std::isfinite(numbers[i]) || !std::isfinite(reference[i]))
            return false;
        largest = std::max(largest, std::abs(reference[i]));
        difference = std::max(difference, std::abs(numbers[i] - reference[i]));
    }
    return numbers.size() == reference.size() && difference <= tolerance * largest;
}

} // namespace kobai::face
