// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "store/Store.h"

#include <functional>
#include <vector>

namespace kobai::demo {

/// What happens at the demo school, gathered in any order and lived through in order of time, many steps in one
/// unit of work.
class Timeline final {
public:
    using Step = std::function<Status(store::Tx&)>;

    void add(Instant at, Step step) { m_steps.push_back({at, std::move(step)}); }
    /// Leaves out what lies after @p end. Fault: Cancelled when @p progress returns false, else the first step's.
    [[nodiscard]] Status run(store::Store& store, Instant end, const std::function<bool(int percent)>& progress);

private:
    struct Entry {
        Instant at;
        Step step;
    };
    std::vector<Entry> m_steps;
};

} // namespace kobai::demo
