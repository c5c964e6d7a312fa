// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Intervals.h"

#include <optional>
#include <vector>

namespace kobai::face {

/// What is presented to the camera in a guided attack session (species of ISO/IEC 30107-3).
enum class PresentedSpecies { BonaFide, MattePrint, GlossyPrint, Phone, Tablet, LaptopScreen, Mask };
[[nodiscard]] std::vector<PresentedSpecies> presentedSpecies(); ///< in the order in which a session asks for them

/// A share of presentations.
struct ErrorRate {
    int errors = 0;
    int presentations = 0;
    [[nodiscard]] double share() const { return presentations > 0 ? double(errors) / presentations : 0; }
    /// 95 %, exact: 0 errors in 150 presentations are still up to 2.4 %.
    [[nodiscard]] Interval interval() const { return clopperPearson(errors, presentations); }
};

/// How one presentation ended at the till's own rule.
enum class PresentedResult {
    TakenForLive,
    TakenForAttack,
    NotJudged, ///< no face, too far off or no end within the time: counts for neither rate, as a non-response
};

/// The presentations of a guided attack session and what they amount to. Plain values; any thread.
class AttackSession final {
public:
    struct Presentation {
        PresentedSpecies species = PresentedSpecies::BonaFide;
        PresentedResult result = PresentedResult::NotJudged;
        float score = 0; ///< AttackCheck::score()
    };

    void add(const Presentation& presentation) { m_presentations.push_back(presentation); }
    void removeLast(); ///< the operator held up the wrong thing
    [[nodiscard]] const std::vector<Presentation>& presentations() const { return m_presentations; }

    /// Share of @p species' judged presentations that were taken for live. Precondition: not BonaFide.
    [[nodiscard]] ErrorRate apcer(PresentedSpecies species) const;
    /// Share of the judged bona fide presentations that were taken for attacks.
    [[nodiscard]] ErrorRate bpcer() const;
    /// The species with the largest APCER; nullopt before the first judged attack. The standard forbids averaging species.
    [[nodiscard]] std::optional<PresentedSpecies> worst() const;
    [[nodiscard]] int notJudged(PresentedSpecies species) const;

private:
    [[nodiscard]] ErrorRate rate(PresentedSpecies species, PresentedResult error) const;
    std::vector<Presentation> m_presentations;
};

} // namespace kobai::face
