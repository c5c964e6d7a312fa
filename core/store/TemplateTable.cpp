// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Tx.h"
#include "store/sqlite/Connection.h"
#include "store/sqlite/Error.h"

#include <limits>

namespace kobai::store {

namespace {

using sqlite::guarded;
using sqlite::Statement;

constexpr std::string_view selectTemplate =
    "SELECT person, capture, epoch, sealed, quality, weight, model, at FROM template";

TemplateTable::Row readTemplate(const Statement& row)
{
    // The table's CHECK keeps the epoch within 32 bits.
    return {row.id<PersonId>(0), row.small(1),       std::uint32_t(row.integer(2)),
            row.blob(3),         float(row.real(4)), float(row.real(5)),
            row.text(6),         row.instant(7)};
}

std::vector<TemplateTable::Row> readTemplates(Statement& row)
{
    std::vector<TemplateTable::Row> rows;
    while (row.step())
        rows.push_back(readTemplate(row));
    return rows;
}

} // namespace

Status TemplateTable::add(const Row& row)
{
    return guarded(FaultCode::Duplicate, [&]() -> Status {
        m_connection
            .prepare("INSERT INTO template (person, capture, epoch, sealed, quality, weight, model, at) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(row.person)
            .bind(row.capture)
            .bind(row.epoch)
            .bind(row.sealed)
            .bind(double(row.quality))
            .bind(double(row.weight))
            .bind(row.model)
            .bind(row.at)
            .run();
        return {};
    });
}

Status TemplateTable::removeAll(PersonId person)
{
    return guarded([&]() -> Status {
        m_connection.prepare("DELETE FROM template WHERE person = ?").bind(person).run();
        return {};
    });
}

Result<std::vector<TemplateTable::Row>> TemplateTable::all()
{
    return guarded([&]() -> Result<std::vector<Row>> {
        static const std::string sql = std::string(selectTemplate) + " ORDER BY person, capture";
        Statement row = m_connection.prepare(sql);
        return readTemplates(row);
    });
}

Result<std::vector<TemplateTable::Row>> TemplateTable::of(PersonId person)
{
    return guarded([&]() -> Result<std::vector<Row>> {
        static const std::string sql = std::string(selectTemplate) + " WHERE person = ? ORDER BY capture";
        Statement row = m_connection.prepare(sql);
        row.bind(person);
        return readTemplates(row);
    });
}

} // namespace kobai::store
