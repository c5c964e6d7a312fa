// SPDX-License-Identifier: GPL-3.0-or-later
#include "consent/Consent.h"

#include <algorithm>
#include <tuple>

namespace kobai::consent {

namespace {

/// Two events of the same millisecond: what forbids counts as the later one, so that no tie opens the camera.
int rank(EventKind kind)
{
    switch (kind) {
    case EventKind::NoticeSent:
    case EventKind::GuardianUnreachable:
        return 0;
    case EventKind::ConsentGiven:
    case EventKind::StudentAgreed:
        return 1;
    case EventKind::Objected:
    case EventKind::StudentRefused:
    case EventKind::Withdrawn:
        return 2;
    }
    return 2;
}

bool before(const Event& a, const Event& b)
{
    return std::tuple(a.sequence, a.at, rank(a.kind), a.id) < std::tuple(b.sequence, b.at, rank(b.kind), b.id);
}

QDate endOfSchoolYear(QDate day, int endMonth)
{
    const int month = std::clamp(endMonth, 1, 12);
    const int year = day.month() <= month ? day.year() : day.year() + 1;
    return QDate(year, month, 1).addMonths(1).addDays(-1);
}

/// 1 March for those born on 29 February, as people::ageOn has it.
QDate birthdayInYear(QDate born, int year)
{
    const QDate day(year, born.month(), born.day());
    return day.isValid() ? day : QDate(year, born.month() + 1, 1);
}

/// One evaluation: the events in order and what has been found against the face so far.
class Case final {
public:
    Case(const Facts& facts, QDate today) : m_facts(facts), m_today(today), m_events(facts.events)
    {
        std::sort(m_events.begin(), m_events.end(), before);
        if (facts.birthDate.isValid())
            m_adultFrom = birthdayInYear(facts.birthDate, facts.birthDate.year() + facts.adultAge);
        m_adult = m_adultFrom.isValid() && today >= m_adultFrom;
        findFreshStart();
    }

    State decide()
    {
        if (!m_facts.facesOn)
            add(Reason::FacesOff);
        if (m_facts.leftOn.isValid() && m_facts.leftOn <= m_today)
            add(Reason::HasLeft);
        checkStudent();
        if (m_adult) {
            checkConsents({GuardianId()});
        } else {
            checkNos();
            if (m_facts.guardians.empty())
                add(Reason::NoGuardian);
            for (const GuardianId guardian : m_facts.guardians)
                checkNotice(guardian);
            checkConsents(m_facts.guardians);
        }
        if (!m_state.obstacles.empty())
            m_state.validUntil = QDate();
        return m_state;
    }

private:
    using Place = std::vector<Event>::size_type;

    void add(Reason reason, GuardianId about = {})
    {
        const Obstacle obstacle{reason, about};
        auto& all = m_state.obstacles;
        if (std::find(all.begin(), all.end(), obstacle) == all.end())
            all.push_back(obstacle);
    }

    /// A withdrawal or an objection that counts: a guardian's says nothing about a person who is of age.
    [[nodiscard]] bool isNo(const Event& event) const
    {
        const bool no = event.kind == EventKind::Withdrawn || event.kind == EventKind::Objected;
        return no && !(m_adult && !event.guardian.isNull());
    }

    /// After a withdrawal or an objection everybody is told and asked anew: only events from m_fresh on count.
    void findFreshStart()
    {
        for (Place i = 0; i < m_events.size(); ++i) {
            if (isNo(m_events[i]))
                m_fresh = i + 1;
        }
    }

    /// The last event that @p matches at or after @p from; nullptr when there is none.
    template <typename Matches>
    [[nodiscard]] const Event* last(Place from, Matches matches) const
    {
        for (Place i = m_events.size(); i > from; --i) {
            if (matches(m_events[i - 1]))
                return &m_events[i - 1];
        }
        return nullptr;
    }

    void checkStudent()
    {
        const auto isRefusal = [](const Event& e) {
            return e.kind == EventKind::StudentRefused || (e.kind == EventKind::Objected && e.guardian.isNull());
        };
        const Event* answer =
            last(0, [&](const Event& e) { return e.kind == EventKind::StudentAgreed || isRefusal(e); });
        if (answer != nullptr && isRefusal(*answer))
            add(Reason::StudentRefused);
        else if (last(m_fresh, [](const Event& e) { return e.kind == EventKind::StudentAgreed; }) == nullptr)
            add(Reason::StudentNotAsked);
    }

    /// A guardian's objection or withdrawal stands until the same guardian consents, whatever the other one says; also that of somebody no
    /// longer on record.
    void checkNos()
    {
        for (Place i = 0; i < m_events.size(); ++i) {
            const Event& event = m_events[i];
            if (!isNo(event) || event.guardian.isNull())
                continue;
            const Event* changedMind = last(i + 1, [&](const Event& e) {
                return e.kind == EventKind::ConsentGiven && e.guardian == event.guardian && inWriting(e);
            });
            if (changedMind == nullptr)
                add(event.kind == EventKind::Withdrawn ? Reason::Withdrawn : Reason::GuardianObjected, event.guardian);
        }
    }

    void checkNotice(GuardianId guardian)
    {
        const Event* excused = last(m_fresh, [&](const Event& e) {
            return e.kind == EventKind::GuardianUnreachable && e.guardian == guardian && !e.reason.trimmed().isEmpty()
                   && !e.secondStaff.trimmed().isEmpty();
        });
        const Event* told =
            last(m_fresh, [&](const Event& e) { return e.kind == EventKind::NoticeSent && e.guardian == guardian; });
        if (excused != nullptr && (told == nullptr || before(*told, *excused)))
            return;
        if (told == nullptr)
            add(Reason::NoticeMissing, guardian);
        else if (told->noticeVersion < m_facts.currentNoticeVersion)
            add(Reason::NoticeOutdated, guardian);
    }

    [[nodiscard]] static bool inWriting(const Event& consent) { return isInWriting(consent.means); }

    [[nodiscard]] QDate lastDay(const Event& consent) const
    {
        return consent.validUntil.isValid() ? consent.validUntil
                                            : endOfSchoolYear(toLocal(consent.at).date(), m_facts.schoolYearEndMonth);
    }

    /// The latest written consent of @p guardian (null: the person's own) that counts today.
    [[nodiscard]] const Event* consentOf(GuardianId guardian) const
    {
        return last(m_fresh, [&](const Event& e) {
            const bool entitled = !guardian.isNull() || toLocal(e.at).date() >= m_adultFrom;
            return e.kind == EventKind::ConsentGiven && e.guardian == guardian && inWriting(e) && entitled;
        });
    }

    /// At least one of @p entitled has consented, to the current notice, and the consent has not run out.
    void checkConsents(const std::vector<GuardianId>& entitled)
    {
        QDate until;
        std::vector<Obstacle> outdated;
        std::vector<Obstacle> expired;
        bool isPaused = false; // a consent that has not run out waits for an answer to the new notice
        for (const GuardianId guardian : entitled) {
            const Event* consent = consentOf(guardian);
            if (consent == nullptr)
                continue;
            const bool isCurrent = consent->noticeVersion >= m_facts.currentNoticeVersion;
            const bool hasExpired = lastDay(*consent) < m_today;
            if (!isCurrent)
                outdated.push_back({Reason::NoticeOutdated, guardian});
            if (hasExpired)
                expired.push_back({Reason::Expired, guardian});
            else if (isCurrent)
                until = until.isValid() ? std::max(until, lastDay(*consent)) : lastDay(*consent);
            isPaused = isPaused || (!isCurrent && !hasExpired);
        }
        if (until.isValid()) {
            if (!m_adult && m_adultFrom.isValid())
                until = std::min(until, m_adultFrom.addDays(-1));
            if (m_facts.leftOn.isValid())
                until = std::min(until, m_facts.leftOn.addDays(-1));
            m_state.validUntil = until;
            return;
        }
        for (const Obstacle& obstacle : outdated)
            add(obstacle.reason, obstacle.guardian);
        if (!isPaused) {
            for (const Obstacle& obstacle : expired)
                add(obstacle.reason, obstacle.guardian);
        }
        if (!outdated.empty() || !expired.empty())
            return;
        if (const Event* withdrawal = standingWithdrawal(); withdrawal != nullptr)
            add(Reason::Withdrawn, withdrawal->guardian);
        else if (m_adult && anyGuardianConsented())
            add(Reason::Expired); // the guardians' consent ended with the birthday
        else
            add(Reason::ConsentMissing);
    }

    /// The last withdrawal, when nobody has consented since; nullptr otherwise.
    [[nodiscard]] const Event* standingWithdrawal() const
    {
        const Event* end = last(0, [&](const Event& e) {
            return (e.kind == EventKind::Withdrawn && isNo(e)) || (e.kind == EventKind::ConsentGiven && inWriting(e));
        });
        return end != nullptr && end->kind == EventKind::Withdrawn ? end : nullptr;
    }

    [[nodiscard]] bool anyGuardianConsented() const
    {
        return last(m_fresh,
                    [](const Event& e) {
                        return e.kind == EventKind::ConsentGiven && !e.guardian.isNull() && inWriting(e);
                    })
               != nullptr;
    }

    const Facts& m_facts;
    QDate m_today;
    std::vector<Event> m_events;
    QDate m_adultFrom;
    bool m_adult = false;
    Place m_fresh = 0;
    State m_state;
};

} // namespace

bool isOver(const State& state)
{
    return std::ranges::any_of(state.obstacles, [](const Obstacle& obstacle) {
        return obstacle.reason != Reason::FacesOff && obstacle.reason != Reason::NoticeOutdated;
    });
}

bool isInWriting(Means means)
{
    switch (means) {
    case Means::Letter:
    case Means::OnScreen:
        return true;
    case Means::Mail: // nobody has signed it
    case Means::InPerson:
    case Means::Telephone:
        return false;
    }
    return false;
}

State evaluate(const Facts& facts, QDate today)
{
    return Case(facts, today).decide();
}

} // namespace kobai::consent
