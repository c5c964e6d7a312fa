// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/StoreClock.h"

#include "store/sqlite/Connection.h"

namespace kobai::store {

namespace {

/// A record for every charge of a queue would be a page more to write for each.
constexpr auto finestStep = std::chrono::seconds(1);

} // namespace

Status StoreClock::read(sqlite::Connection& connection)
{
    sqlite::Statement row = connection.prepare("SELECT at, boot, uptime, start_at, start_uptime FROM clock_reading");
    if (!row.step())
        return fail(FaultCode::StoreDamaged, QStringLiteral("clock_reading"));
    const QByteArray boot = row.text(1).toLatin1();
    m_record = {{row.instant(0), {boot, std::chrono::milliseconds(row.integer(2))}},
                {row.instant(3), {boot, std::chrono::milliseconds(row.integer(4))}}};
    return {};
}

void StoreClock::begin(sqlite::Connection& connection)
{
    const ClockReading now = ClockReading::of(m_clock);
    put(connection, {now, now});
    settle(true);
}

std::optional<ClockQuestion> StoreClock::question() const
{
    const ClockReading now = ClockReading::of(m_clock);
    const auto doubt = clockDoubt(m_record, now);
    return doubt ? std::optional(ClockQuestion{*doubt, m_record.newest.at, now.at}) : std::nullopt;
}

void StoreClock::note(sqlite::Connection& connection)
{
    const ClockReading now = ClockReading::of(m_clock);
    const ClockReading& newest = m_record.newest;
    const bool sameStart = now.uptime.boot == newest.uptime.boot;
    const bool isNewer = now.at >= newest.at + finestStep || (!sameStart && now.at >= newest.at);
    if (isNewer && !clockDoubt(m_record, now))
        put(connection, continued(m_record, now));
}

void StoreClock::confirm(sqlite::Connection& connection, const ClockQuestion& question, OperatorId by)
{
    connection
        .prepare("INSERT INTO clock_confirmation (doubted, confirmed, after_event, by) "
                 "SELECT ?, ?, coalesce(max(seq), 0), ? FROM consent_event")
        .bind(question.newest)
        .bind(question.now)
        .bind(by)
        .run();
    const ClockReading confirmed{question.now, m_clock.uptime()};
    put(connection, {confirmed, confirmed});
}

void StoreClock::settle(bool committed)
{
    if (committed && m_noted)
        m_record = *m_noted;
    m_noted.reset();
}

void StoreClock::put(sqlite::Connection& connection, const ClockRecord& record)
{
    connection
        .prepare("INSERT INTO clock_reading (one, at, boot, uptime, start_at, start_uptime) VALUES (1, ?, ?, ?, ?, ?) "
                 "ON CONFLICT (one) DO UPDATE SET at = excluded.at, boot = excluded.boot, uptime = excluded.uptime, "
                 "start_at = excluded.start_at, start_uptime = excluded.start_uptime")
        .bind(record.newest.at)
        .bind(QString::fromLatin1(record.newest.uptime.boot))
        .bind(std::int64_t(record.newest.uptime.length.count()))
        .bind(record.start.at)
        .bind(std::int64_t(record.start.uptime.length.count()))
        .run();
    m_noted = record;
}

} // namespace kobai::store
