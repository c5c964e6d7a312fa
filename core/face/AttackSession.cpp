// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/AttackSession.h"

#include <algorithm>

namespace kobai::face {

std::vector<PresentedSpecies> presentedSpecies()
{
    return {PresentedSpecies::BonaFide, PresentedSpecies::MattePrint, PresentedSpecies::GlossyPrint,
            PresentedSpecies::Phone,    PresentedSpecies::Tablet,     PresentedSpecies::LaptopScreen,
            PresentedSpecies::Mask};
}

void AttackSession::removeLast()
{
    if (!m_presentations.empty())
        m_presentations.pop_back();
}

ErrorRate AttackSession::apcer(PresentedSpecies species) const
{
    return rate(species, PresentedResult::TakenForLive);
}

ErrorRate AttackSession::bpcer() const
{
    return rate(PresentedSpecies::BonaFide, PresentedResult::TakenForAttack);
}

std::optional<PresentedSpecies> AttackSession::worst() const
{
    std::optional<PresentedSpecies> worst;
    for (const PresentedSpecies species : presentedSpecies()) {
        if (species == PresentedSpecies::BonaFide || apcer(species).presentations == 0)
            continue;
        if (!worst || apcer(species).share() > apcer(*worst).share())
            worst = species;
    }
    return worst;
}

int AttackSession::notJudged(PresentedSpecies species) const
{
    return int(std::ranges::count_if(m_presentations, [&](const Presentation& each) {
        return each.species == species && each.result == PresentedResult::NotJudged;
    }));
}

ErrorRate AttackSession::rate(PresentedSpecies species, PresentedResult error) const
{
    ErrorRate result;
    for (const Presentation& each : m_presentations) {
        if (each.species != species || each.result == PresentedResult::NotJudged)
            continue;
        ++result.presentations;
        result.errors += each.result == error ? 1 : 0;
    }
    return result;
}

} // namespace kobai::face
