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

} // namespace kobai::face
