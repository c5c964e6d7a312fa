// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Candidate.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace kobai::face {

/// The best candidates among all that are offered, each person once with the best score; of equal scores the smaller id
/// goes first. So the outcome does not depend on the order of the offers, and a NaN is nobody's score.
class TopCandidates final {
public:
    explicit TopCandidates(int most) : m_most(std::size_t(std::max(0, most))) {}

    /// What a candidate must reach to be taken; one that only reaches it may still lose by its id.
    [[nodiscard]] float leastScore() const
    {
        if (m_most == 0)
            return std::numeric_limits<float>::infinity();
        return m_best.size() < m_most ? -std::numeric_limits<float>::infinity() : m_best.back().score;
    }

    void offer(const Candidate& candidate)
    {
        if (!(candidate.score >= leastScore()))
            return;
        const auto same = std::ranges::find(m_best, candidate.person, &Candidate::person);
        if (same != m_best.end()) {
            if (!isBefore(candidate, *same))
                return;
            m_best.erase(same);
        }
        m_best.insert(std::ranges::upper_bound(m_best, candidate, isBefore), candidate);
        if (m_best.size() > m_most)
            m_best.pop_back();
    }

    [[nodiscard]] std::vector<Candidate> take() && { return std::move(m_best); }

private:
    static bool isBefore(const Candidate& a, const Candidate& b)
    {
        return a.score != b.score ? a.score > b.score : a.person < b.person;
    }

    std::size_t m_most;
    std::vector<Candidate> m_best; ///< sorted
};

} // namespace kobai::face
