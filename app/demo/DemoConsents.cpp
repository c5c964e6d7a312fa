// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoConsents.h"

#include "enrolment/ConsentWork.h"

#include <QTime>

#include <array>
#include <utility>

namespace kobai::demo {

using namespace Qt::Literals::StringLiterals;
using consent::EventKind;
using consent::Means;

namespace {

constexpr std::array<std::pair<ConsentStory, int>, 11> shares{{
    {ConsentStory::Complete, 62},
    {ConsentStory::Waiting, 10},
    {ConsentStory::NothingYet, 4},
    {ConsentStory::OneNotTold, 4},
    {ConsentStory::Unreachable, 3},
    {ConsentStory::StudentNotAsked, 4},
    {ConsentStory::StudentRefused, 3},
    {ConsentStory::Objected, 3},
    {ConsentStory::Withdrawn, 3},
    {ConsentStory::Expired, 2},
    {ConsentStory::Outdated, 2},
}};

/// Writes one person's events, each a while after the one before.
class Storyteller final {
public:
    Storyteller(Timeline& timeline, const DemoPerson& person, QDate day, Dice& dice, OperatorId by)
        : m_timeline(timeline), m_person(person), m_dice(dice), m_by(by), m_at(fromLocal(QDateTime(day, QTime(9, 0))))
    {
    }

    void moveTo(QDate day) { m_at = fromLocal(QDateTime(day, QTime(m_dice.between(9, 16), m_dice.below(60)))); }

    consent::Event draft(EventKind kind, GuardianId guardian = {}, int notice = demoNoticeVersion)
    {
        consent::Event event;
        event.id = idAt<ConsentEventId>(m_dice, m_at);
        event.person = m_person.person.id;
        event.kind = kind;
        event.guardian = guardian;
        event.noticeVersion = notice;
        // Drawn for consents too, which are on paper, so that the rest of a seed's school stays what it was.
        const Means means = m_dice.percent(60) ? Means::Letter : Means::InPerson;
        event.means = kind == EventKind::ConsentGiven ? Means::Letter : means;
        return event;
    }
    void tell(const consent::Event& event)
    {
        m_timeline.add(m_at, [event, at = m_at, by = m_by](store::Tx& tx) -> Status {
            KOBAI_TRY(enrolment::appendConsent(tx, event, at, by));
            return {};
        });
        m_at += std::chrono::minutes(m_dice.between(20, 600));
    }
    void notices(int count, int version = demoNoticeVersion)
    {
        for (int i = 0; i < count && i < int(m_person.guardians.size()); ++i)
            tell(draft(EventKind::NoticeSent, m_person.guardians[std::size_t(i)], version));
    }
    void consent(QDate validUntil, int version = demoNoticeVersion)
    {
        auto event = draft(EventKind::ConsentGiven,
                           m_person.guardians.empty() ? GuardianId() : m_person.guardians.front(), version);
        event.validUntil = validUntil;
        tell(event);
    }
    void answer(EventKind kind)
    {
        auto event = draft(kind, {}, 0);
        event.means = Means::OnScreen;
        tell(event);
    }

private:
    Timeline& m_timeline;
    const DemoPerson& m_person;
    Dice& m_dice;
    OperatorId m_by;
    Instant m_at;
};

} // namespace

ConsentStory chooseStory(const DemoPerson& person, QDate today, Dice& dice)
{
    const auto age = people::ageOn(person.person, today);
    if (person.person.kind == people::Kind::Staff || age.value_or(0) >= 18)
        return dice.percent(60) ? ConsentStory::OwnConsent : ConsentStory::NothingYet;
    int roll = dice.below(100);
    for (const auto& [story, share] : shares) {
        if (roll < share) {
            const bool needsTwo = story == ConsentStory::OneNotTold || story == ConsentStory::Unreachable;
            return needsTwo && person.guardians.size() < 2 ? ConsentStory::Waiting : story;
        }
        roll -= share;
    }
    return ConsentStory::Complete;
}

void tellStory(Timeline& timeline, const DemoPerson& person, ConsentStory story, QDate firstDay, QDate today,
               Dice& dice, OperatorId by)
{
    Storyteller teller(timeline, person, firstDay.addDays(-dice.between(14, 24)), dice, by);
    const QDate longEnd = today.addDays(dice.between(200, 330));
    const auto all = int(person.guardians.size());
    const auto askAndConsent = [&](int told, QDate end, int version = demoNoticeVersion) {
        teller.notices(told, version);
        teller.consent(end, version);
    };
    switch (story) {
    case ConsentStory::Complete:
        askAndConsent(all, longEnd);
        teller.answer(EventKind::StudentAgreed);
        return;
    case ConsentStory::Waiting:
        teller.notices(all);
        return;
    case ConsentStory::NothingYet:
        return;
    case ConsentStory::OneNotTold:
        askAndConsent(1, longEnd);
        teller.answer(EventKind::StudentAgreed);
        return;
    case ConsentStory::Unreachable: {
        askAndConsent(1, longEnd);
        auto event = teller.draft(EventKind::GuardianUnreachable, person.guardians.back(), 0);
        event.reason = u"letters returned, no telephone"_s;
        event.secondStaff = u"松本 京子"_s;
        teller.tell(event);
        teller.answer(EventKind::StudentAgreed);
        return;
    }
    case ConsentStory::StudentNotAsked:
        askAndConsent(all, longEnd);
        return;
    case ConsentStory::StudentRefused:
        askAndConsent(all, longEnd);
        teller.answer(EventKind::StudentRefused);
        return;
    case ConsentStory::Objected:
        teller.notices(all);
        teller.tell(teller.draft(EventKind::Objected, person.guardians.back()));
        return;
    case ConsentStory::Withdrawn: {
        askAndConsent(all, longEnd);
        teller.answer(EventKind::StudentAgreed);
        teller.moveTo(today.addDays(-dice.between(2, std::max(3, int(firstDay.daysTo(today)) - 1))));
        auto event = teller.draft(EventKind::Withdrawn, person.guardians.front(), 0);
        event.reason = u"by letter"_s;
        teller.tell(event);
        return;
    }
    case ConsentStory::Expired:
        askAndConsent(all, today.addDays(-dice.between(1, 9)));
        teller.answer(EventKind::StudentAgreed);
        return;
    case ConsentStory::Outdated:
        askAndConsent(all, longEnd, 1);
        teller.answer(EventKind::StudentAgreed);
        return;
    case ConsentStory::OwnConsent: {
        // At the earliest on the birthday: before it the own signature would not count.
        const QDate of18 = person.person.birthDate.addYears(18).addDays(1);
        if (of18 > firstDay.addDays(-14))
            teller.moveTo(std::min(of18, today));
        auto event = teller.draft(EventKind::ConsentGiven);
        event.validUntil = longEnd;
        teller.tell(event);
        teller.answer(EventKind::StudentAgreed);
        return;
    }
    }
}

} // namespace kobai::demo
