// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "consent/Consent.h"

#include <functional>

namespace kobai::test {

inline const QDate today(2026, 6, 10);

template <typename Id>
Id idOf(int number)
{
    typename Id::Bytes bytes{};
    bytes[15] = std::uint8_t(number);
    bytes[14] = std::uint8_t(number >> 8);
    return Id(bytes);
}

inline const GuardianId mother = idOf<GuardianId>(1);
inline const GuardianId father = idOf<GuardianId>(2);
inline const GuardianId stranger = idOf<GuardianId>(9);

/// Writes down what happened, one event an hour from 2026-04-06 on.
class Story final {
public:
    Story()
    {
        m_facts.guardians = {mother, father};
        m_facts.birthDate = QDate(2012, 5, 4);
    }

    Story& event(consent::EventKind kind, GuardianId guardian = {}, int notice = 1)
    {
        consent::Event e;
        e.id = idOf<ConsentEventId>(++m_number);
        e.kind = kind;
        e.guardian = guardian;
        e.noticeVersion = notice;
        e.at = fromLocal(m_time);
        m_time = m_time.addSecs(3600);
        m_facts.events.push_back(e);
        return *this;
    }
    Story& notices()
    {
        return event(consent::EventKind::NoticeSent, mother).event(consent::EventKind::NoticeSent, father);
    }
    /// Everything that product row 1 asks for.
    Story& complete()
    {
        return notices().event(consent::EventKind::ConsentGiven, mother).event(consent::EventKind::StudentAgreed);
    }
    Story& on(QDate day)
    {
        m_time = QDateTime(day, QTime(9, 0));
        return *this;
    }
    Story& with(const std::function<void(consent::Event&)>& change)
    {
        change(m_facts.events.back());
        return *this;
    }
    Story& facts(const std::function<void(consent::Facts&)>& change)
    {
        change(m_facts);
        return *this;
    }

    [[nodiscard]] consent::State state(QDate day = today) const { return consent::evaluate(m_facts, day); }
    [[nodiscard]] const consent::Facts& told() const { return m_facts; }

private:
    consent::Facts m_facts;
    QDateTime m_time = QDateTime(QDate(2026, 4, 6), QTime(9, 0));
    int m_number = 0;
};

} // namespace kobai::test
