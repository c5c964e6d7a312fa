// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/HistoryQuery.h"
#include "store/Tx.h"
#include "store/sqlite/Connection.h"
#include "store/sqlite/Error.h"

#include <algorithm>
#include <limits>

namespace kobai::store {

namespace {

using ledger::Sale;
using ledger::SaleLine;
using sqlite::guarded;
using sqlite::Statement;

/// A chart of more bars than these (decades) is not drawn.
constexpr int mostDayTotals = 200'000;

constexpr std::string_view columns = "s.receipt, s.id, s.person, s.at, s.total, s.method, s.by, s.score, s.margin, "
                                     "s.threshold, s.liveness, s.frames, s.filmed, s.looks";

std::vector<SaleLine> readLines(sqlite::Connection& connection, std::int64_t receipt)
{
    Statement row = connection.prepare("SELECT product, name, name_ja, quantity, unit_price, total, tax_permille "
                                       "FROM sale_line WHERE receipt = ? ORDER BY position");
    row.bind(receipt);
    std::vector<SaleLine> lines;
    while (row.step())
        lines.push_back(
            {row.row<ProductId>(0), row.text(1), row.text(2), row.small(3), row.money(4), row.money(5), row.small(6)});
    return lines;
}

Sale readSale(sqlite::Connection& connection, const Statement& row)
{
    Sale sale;
    sale.receipt = row.integer(0);
    sale.id = row.id<SaleId>(1);
    sale.person = row.id<PersonId>(2);
    sale.at = row.instant(3);
    sale.total = row.money(4);
    sale.method = row.oneOf(5, ledger::PaymentMethod::Face, ledger::PaymentMethod::LookUp);
    sale.by = row.row<OperatorId>(6);
    if (!row.isNull(7))
        sale.evidence = ledger::FaceEvidence{float(row.real(7)),
                                             float(row.real(8)),
                                             float(row.real(9)),
                                             float(row.real(10)),
                                             row.small(11),
                                             !row.isNull(12) && row.small(12) == 1,
                                             row.isNull(13) ? 0 : row.small(13)};
    sale.lines = readLines(connection, sale.receipt);
    return sale;
}

void insertSale(sqlite::Connection& connection, const Sale& sale)
{
    std::optional<double> score, margin, threshold, liveness;
    std::optional<int> frames, filmed, looks;
    if (sale.evidence) {
        score = double(sale.evidence->score);
        margin = double(sale.evidence->margin);
        threshold = double(sale.evidence->threshold);
        liveness = double(sale.evidence->liveness);
        frames = sale.evidence->frames;
        filmed = sale.evidence->filmed ? 1 : 0;
        looks = sale.evidence->looks;
    }
    connection
        .prepare("INSERT INTO sale (receipt, id, person, at, day, total, method, by, score, margin, threshold, "
                 "liveness, frames, filmed, looks) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(sale.receipt)
        .bind(sale.id)
        .bind(sale.person)
        .bind(sale.at)
        .bind(toLocal(sale.at).date().toJulianDay())
        .bind(sale.total)
        .bind(sale.method)
        .bind(sale.by)
        .bind(score)
        .bind(margin)
        .bind(threshold)
        .bind(liveness)
        .bind(frames)
        .bind(filmed)
        .bind(looks)
        .run();
}

} // namespace

Status SalesTable::add(const Sale& sale)
{
    return guarded(FaultCode::Duplicate, [&]() -> Status {
        insertSale(m_connection, sale);
        for (std::size_t i = 0; i < sale.lines.size(); ++i) {
            const SaleLine& line = sale.lines[i];
            m_connection
                .prepare(
                    "INSERT INTO sale_line (receipt, position, product, name, name_ja, quantity, unit_price, total, "
                    "tax_permille) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .bind(sale.receipt)
                .bind(i)
                .bind(line.product)
                .bind(line.name)
                .bind(line.nameJa)
                .bind(line.quantity)
                .bind(line.unitPrice)
                .bind(line.total)
                .bind(line.taxPermille)
                .run();
        }
        return {};
    });
}

Result<std::optional<Sale>> SalesTable::find(SaleId id)
{
    return guarded([&]() -> Result<std::optional<Sale>> {
        static const std::string sql = "SELECT " + std::string(columns) + " FROM sale AS s WHERE s.id = ?";
        Statement row = m_connection.prepare(sql);
        if (!row.bind(id).step())
            return std::optional<Sale>();
        return std::optional(readSale(m_connection, row));
    });
}

Result<std::vector<Sale>> SalesTable::page(const ledger::HistoryFilter& filter, ledger::HistoryCursor cursor, int most)
{
    return guarded([&]() -> Result<std::vector<Sale>> {
        std::vector<Sale> sales;
        const HistoryQuery query(m_connection, filter, cursor.value_or(std::numeric_limits<std::int64_t>::max()));
        if (query.isEmpty())
            return sales;
        Statement row = m_connection.prepare("SELECT " + std::string(columns) + " " + query.fromWhere() + " ORDER BY "
                                             + query.receiptColumn() + " DESC LIMIT ?8");
        query.bind(row);
        row.bind(std::max(most, 0));
        while (row.step())
            sales.push_back(readSale(m_connection, row));
        return sales;
    });
}

Result<std::vector<SalesTable::DayTotal>> SalesTable::totalsByDay(const ledger::HistoryFilter& filter)
{
    return guarded([&]() -> Result<std::vector<DayTotal>> {
        std::vector<DayTotal> totals;
        const HistoryQuery query(m_connection, filter, std::numeric_limits<std::int64_t>::max());
        if (query.isEmpty())
            return totals;
        // With a product in the filter only its own lines count, not what was bought beside it.
        Statement row = m_connection.prepare(
            "SELECT d.day, p.category, sum(n.total), count(DISTINCT d.receipt) FROM (SELECT s.receipt, s.day "
            + query.fromWhere()
            + ") AS d CROSS JOIN sale_line AS n ON n.receipt = d.receipt CROSS JOIN product AS p ON p.id = n.product"
            + (filter.product ? " WHERE n.product = ?1" : "")
            + " GROUP BY d.day, p.category ORDER BY d.day, p.category LIMIT ?8");
        query.bind(row);
        row.bind(mostDayTotals);
        while (row.step())
            totals.push_back(
                {QDate::fromJulianDay(row.integer(0)), row.row<CategoryId>(1), row.money(2), row.small(3)});
        return totals;
    });
}

Result<std::optional<Sale>> SalesTable::latest()
{
    KOBAI_ASSIGN(std::vector<Sale> newest, page({}, std::nullopt, 1));
    return newest.empty() ? std::optional<Sale>() : std::optional(std::move(newest.front()));
}

} // namespace kobai::store
