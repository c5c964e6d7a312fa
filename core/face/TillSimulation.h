// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "face/AllCores.h"
#include "face/Embedding.h"
#include "face/Evaluation.h"
#include "face/Intervals.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace kobai::face {

struct TillPlan {
    int attempts = 10'000;
    int gallery = 290; ///< persons enrolled
    int enrol = 3;     ///< pictures each, as they are
    int frames = 5;    ///< degraded, in each attempt's probe
    int strangers = 0; ///< at most so many different ones; 0: all that the test set has
    std::uint64_t seed = 1;
};

struct TillReport {
    int gallery = 0;
    int strangers = 0; ///< different ones
    int attempts = 0;  ///< of all kinds
    int enrolledAttempts = 0;
    int strangerAttempts = 0;  ///< by any stranger
    int lookAlikeAttempts = 0; ///< of these, by the stranger nearest to a customer
    int misidentified = 0;     ///< enrolled persons taken for another
    int enrolledAccepted = 0;
    int strangersRefused = 0;
    int lookAlikesRefused = 0; ///< of strangersRefused
    float threshold = 0;
};

/// A day at the till, many times over: half of the attempts are by enrolled persons, four in ten by strangers, one in ten
/// by the stranger who looks most like an enrolled person drawn at random. Each attempt's probe is the mean of a few
/// degraded() frames drawn from the pictures of that person which are not enrolled; it is searched once and decided as at the
/// till. The frames are taken as live and as good as each other. Any thread.
class TillSimulation final {
public:
    /// What has to be encoded: a picture of a person, as it is (0) or degraded.
    struct PoolPicture {
        int person = 0;
        int picture = 0;
        std::uint32_t degradation = 0;
    };

    /// @p pictureCounts: of each person of the test set.
    TillSimulation(std::span<const int> pictureCounts, const TillPlan& plan);

    [[nodiscard]] const std::vector<PoolPicture>& pictures() const { return m_pool; }
    /// @p embeddings: of pictures(), in their order. PictureUnreadable when nobody can be enrolled or recognised or there
    /// is no stranger; Cancelled by @p progress.
    [[nodiscard]] Result<TillReport> run(std::span<const std::optional<Embedding>> embeddings,
                                         const Progress& progress) const;

private:
    /// Where a person's pictures are in the pool.
    struct Range {
        int person = 0;
        std::size_t first = 0;  ///< enrolled ones, then frames
        std::size_t frames = 0; ///< first frame
        std::size_t end = 0;
    };
    struct Cast;
    void addPerson(std::vector<Range>& to, int person, const std::vector<int>& enrolled, const std::vector<int>& shown,
                   int frames);
    [[nodiscard]] Cast castFor(std::span<const std::optional<Embedding>> embeddings) const;

    TillPlan m_plan;
    std::vector<PoolPicture> m_pool;
    std::vector<Range> m_enrolled;
    std::vector<Range> m_strangers;
};

} // namespace kobai::face
