// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Quantile.h"

#include <algorithm>
#include <cmath>

namespace kobai::cli {

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, std::size_t(share * double(values.size())))];
}

double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

} // namespace kobai::cli
