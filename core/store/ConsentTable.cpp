// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Days.h"
#include "store/Tx.h"
#include "store/sqlite/Connection.h"
#include "store/sqlite/Error.h"

namespace kobai::store {

namespace {

using consent::Event;
using sqlite::guarded;
using sqlite::Statement;

/// The number under @p key, or @p fallback when there is none. A setting that is no number is damage: read as a
/// default it could allow what the school forbade.
Result<int> numberSetting(SettingsTable& settings, const char16_t* key, int fallback)
{
    KOBAI_ASSIGN(const QString text, settings.text(QString::fromUtf16(key), QString::number(fallback)));
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    if (!isNumber)
        return fail(FaultCode::StoreDamaged, QStringLiteral("setting %1").arg(QStringView(key)));
    return value;
}

} // namespace

Status ConsentTable::append(const Event& event)
{
    return guarded(FaultCode::Duplicate, [&]() -> Status {
        const auto guardian = event.guardian.isNull() ? std::nullopt : std::optional(event.guardian);
        m_connection
            .prepare(
                "INSERT INTO consent_event (id, person, kind, guardian, notice_version, means, reason, second_staff, "
                "valid_until, at, recorded_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(event.id)
            .bind(event.person)
            .bind(event.kind)
            .bind(guardian)
            .bind(event.noticeVersion)
            .bind(event.means)
            .bind(event.reason)
            .bind(event.secondStaff)
            .bind(dayNumber(event.validUntil))
            .bind(event.at)
            .bind(event.recordedBy)
            .run();
        return {};
    });
}

Result<std::vector<Event>> ConsentTable::events(PersonId person)
{
    return guarded([&]() -> Result<std::vector<Event>> {
        Statement row =
            m_connection.prepare("SELECT id, person, kind, guardian, notice_version, means, reason, second_staff, "
                                 "valid_until, "
                                 "min(max(at, coalesce((SELECT max(doubted) FROM clock_setback "
                                 "WHERE undone AND after_event < e.seq), at)), "
                                 "coalesce((SELECT min(confirmed) FROM clock_setback "
                                 "WHERE NOT undone AND after_event >= e.seq), 9223372036854775807)), "
                                 "recorded_by, seq FROM consent_event AS e WHERE person = ? ORDER BY seq");
        row.bind(person);
        std::vector<Event> events;
        while (row.step()) {
            Event event;
            event.id = row.id<ConsentEventId>(0);
            event.person = row.id<PersonId>(1);
            event.kind = row.oneOf(2, consent::EventKind::NoticeSent, consent::EventKind::GuardianUnreachable);
            if (!row.isNull(3))
                event.guardian = row.id<GuardianId>(3);
            event.noticeVersion = row.small(4);
            event.means = row.oneOf(5, consent::Means::Letter, consent::Means::OnScreen);
            event.reason = row.text(6);
            event.secondStaff = row.text(7);
            event.validUntil = optionalDay(row, 8);
            event.at = row.instant(9);
            event.recordedBy = row.row<OperatorId>(10);
            event.sequence = row.integer(11);
            events.push_back(std::move(event));
        }
        return events;
    });
}

Result<consent::Facts> ConsentTable::facts(PersonId person)
{
    PeopleTable people(m_connection);
    SettingsTable settings(m_connection);
    consent::Facts facts;
    KOBAI_ASSIGN(const people::Person who, people.find(person));
    facts.birthDate = who.birthDate;
    facts.leftOn = who.leftOn;
    KOBAI_ASSIGN(const std::vector<people::Guardian> guardians, people.guardians(person));
    for (const people::Guardian& guardian : guardians)
        facts.guardians.push_back(guardian.id);
    KOBAI_ASSIGN(facts.events, events(person));
    KOBAI_ASSIGN(facts.currentNoticeVersion,
                 numberSetting(settings, setting::noticeVersion, facts.currentNoticeVersion));
    KOBAI_ASSIGN(facts.facesOn, facesOn());
    KOBAI_ASSIGN(facts.schoolYearEndMonth,
                 numberSetting(settings, setting::schoolYearEndMonth, facts.schoolYearEndMonth));
    return facts;
}

Result<int> ConsentTable::pauseDays()
{
    SettingsTable settings(m_connection);
    KOBAI_ASSIGN(const int days, numberSetting(settings, setting::pauseDays, consent::longestPauseDays));
    if (days < 1 || days > consent::longestPauseDays)
        return fail(FaultCode::StoreDamaged, QStringLiteral("setting %1").arg(QStringView(setting::pauseDays)));
    return days;
}

Result<bool> ConsentTable::facesOn()
{
    SettingsTable settings(m_connection);
    KOBAI_ASSIGN(const int on, numberSetting(settings, setting::facesOn, 0));
    if (on != 0 && on != 1)
        return fail(FaultCode::StoreDamaged, QStringLiteral("setting %1").arg(QStringView(setting::facesOn)));
    return on == 1;
}

} // namespace kobai::store
