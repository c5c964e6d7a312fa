// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Timeline.h"

#include <algorithm>

namespace kobai::demo {

namespace {

/// Large enough that commits do not count, small enough that the progress bar moves.
constexpr std::size_t stepsPerUnitOfWork = 250;

} // namespace

Status Timeline::run(store::Store& store, Instant end, const std::function<bool(int percent)>& progress)
{
    std::erase_if(m_steps, [&](const Entry& entry) { return entry.at > end; });
    std::stable_sort(m_steps.begin(), m_steps.end(), [](const Entry& a, const Entry& b) { return a.at < b.at; });

    for (std::size_t first = 0; first < m_steps.size(); first += stepsPerUnitOfWork) {
        if (progress && !progress(int(first * 100 / m_steps.size())))
            return fail(FaultCode::Cancelled);
        const std::size_t last = std::min(first + stepsPerUnitOfWork, m_steps.size());
        const Status written = store.write([&](store::Tx& tx) -> Status {
            for (std::size_t i = first; i < last; ++i)
                KOBAI_TRY(m_steps[i].step(tx));
            return {};
        });
        KOBAI_TRY(written);
    }
    if (progress && !progress(100))
        return fail(FaultCode::Cancelled);
    return {};
}

} // namespace kobai::demo
