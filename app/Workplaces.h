// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Page.h"

#include <functional>
#include <vector>

namespace kobai::app {

class Services;

/// Makes one page, when the window has time for it.
using PageMaker = std::function<Page*(Services&, QWidget* parent)>;

/// The workplaces in the order of the rail; the only place that names them all.
[[nodiscard]] std::vector<PageMaker> workplaces();

} // namespace kobai::app
