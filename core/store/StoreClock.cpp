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
    sqlite::Statement row = connection.prepare("SELECT at, boot, uptime FROM clock_reading");
    if (!row.step())
        return fail(FaultCode::StoreDamaged, QStringLiteral("clock_reading"));
    m_newest = {row.instant(0), {row.text(1).toLatin1(), std::chrono::milliseconds(row.integer(2))}};
    return {};
}

void StoreClock::begin(sqlite::Connection& connection)
{
    put(connection, ClockReading::of(m_clock));
    settle(true);
}

std::optional<ClockQuestion> StoreClock::question() const
{
    const ClockReading now = ClockReading::of(m_clock);
    const auto doubt = clockDoubt(m_newest, now);
    return doubt ? std::optional(ClockQuestion{*doubt, m_newest.at, now.at}) : std::nullopt;
}

void StoreClock::note(sqlite::Connection& connection)
{
    const ClockReading now = ClockReading::of(m_clock);
    const bool sameStart = now.uptime.boot == m_newest.uptime.boot;
    const bool isNewer = now.at >= m_newest.at + finestStep || (!sameStart && now.at >= m_newest.at);
    if (isNewer && !clockDoubt(m_newest, now))
        put(connection, now);
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
    put(connection, {question.now, m_clock.uptime()});
}

void StoreClock::settle(bool committed)
{
    if (committed && m_noted)
        m_newest = *m_noted;
    m_noted.reset();
}

void StoreClock::put(sqlite::Connection& connection, const ClockReading& reading)
{
    connection
        .prepare("INSERT INTO clock_reading (one, at, boot, uptime) VALUES (1, ?, ?, ?) "
                 "ON CONFLICT (one) DO UPDATE SET at = excluded.at, boot = excluded.boot, uptime = excluded.uptime")
        .bind(reading.at)
        .bind(QString::fromLatin1(reading.uptime.boot))
        .bind(std::int64_t(reading.uptime.length.count()))
        .run();
    m_noted = reading;
}

} // namespace kobai::store
