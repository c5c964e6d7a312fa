// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/BookChecks.h"

#include "store/AuditRows.h"
#include "store/JournalRows.h"

namespace kobai::store {

namespace {

using ledger::AccountKind;
using sqlite::Connection;
using sqlite::Statement;

struct AccountSum {
    AccountKind kind = AccountKind::Customer;
    Money stored; ///< what the account's row says
    std::optional<Money> floor;
    Money summed; ///< what its transfers say
};

using AccountSums = std::map<std::int64_t, AccountSum>;

AccountSums readAccounts(Connection& connection)
{
    AccountSums sums;
    Statement row = connection.prepare("SELECT id, kind, balance, floor FROM account");
    while (row.step()) {
        AccountSum sum;
        sum.kind = row.oneOf(1, AccountKind::Customer, AccountKind::OpeningEquity);
        sum.stored = row.money(2);
        if (!row.isNull(3))
            sum.floor = row.money(3);
        sums.emplace(row.integer(0), sum);
    }
    return sums;
}

QString transferName(std::int64_t sequence)
{
    return QStringLiteral("transfer %1").arg(sequence);
}

/// Moves the account as the transfer says and compares with the balance on its row.
void replay(AccountSums& sums, AccountId id, bool isDebit, const JournalRow& journal, Findings& findings)
{
    const auto found = sums.find(id.value);
    if (found == sums.end()) {
        findings.add(QStringLiteral("balance"), transferName(journal.sequence),
                     QStringLiteral("names an account that is not there"));
        return;
    }
    AccountSum& sum = found->second;
    const bool grows = isDebit == growsByDebit(sum.kind);
    const auto after = grows ? sum.summed.plus(journal.transfer.amount) : sum.summed.minus(journal.transfer.amount);
    const Money written = isDebit ? journal.debitAfter : journal.creditAfter;
    if (!after || *after != written)
        findings.add(QStringLiteral("balance"), transferName(journal.sequence),
                     QStringLiteral("the balance after it does not follow from the one before"));
    // Go on from what was computed: one changed amount must not hide a second one.
    sum.summed = after.value_or(written);
}

void checkAccounts(const AccountSums& sums, Findings& findings)
{
    // 128 bits: sums of many balances may pass 64 when somebody tampered with them.
    __extension__ typedef __int128 Wide;
    Wide debitSide = 0;
    Wide creditSide = 0;
    for (const auto& [id, sum] : sums) {
        const QString where = QStringLiteral("account %1").arg(id);
        if (sum.stored != sum.summed)
            findings.add(
                QStringLiteral("balance"), where,
                QStringLiteral("stored %1, transfers give %2").arg(sum.stored.minor()).arg(sum.summed.minor()));
        if (sum.floor && sum.stored < *sum.floor)
            findings.add(QStringLiteral("balance"), where, QStringLiteral("below its floor"));
        (growsByDebit(sum.kind) ? debitSide : creditSide) += sum.stored.minor();
    }
    if (debitSide != creditSide)
        findings.add(QStringLiteral("trial-balance"), QStringLiteral("all accounts"),
                     QStringLiteral("debits and credits differ by %1").arg(double(debitSide - creditSide), 0, 'f', 0));
}

} // namespace

void Findings::add(const QString& kind, const QString& where, const QString& detail)
{
    if (++m_counts[kind] <= mostOfAKind)
        m_list.push_back({kind, where, detail});
}

std::int64_t checkJournal(Connection& connection, Findings& findings)
{
    AccountSums sums = readAccounts(connection);
    QByteArray previous;
    std::int64_t sequence = 0;
    std::int64_t count = 0;
    Statement row = connection.prepare(
        "SELECT seq, id, debit, credit, amount, code, sale, receipt, at, by, debit_after, credit_after, "
        "hash FROM transfer ORDER BY seq");
    while (row.step()) {
        const JournalRow journal = readJournalRow(row);
        const QByteArray hash = row.blob(12);
        ++count;
        if (journal.sequence != sequence + 1)
            findings.add(QStringLiteral("ledger-chain"), transferName(sequence + 1), QStringLiteral("is missing"));
        if (transferHash(previous, journal) != hash)
            findings.add(QStringLiteral("ledger-chain"), transferName(journal.sequence),
                         QStringLiteral("does not match its hash or the one before it"));
        replay(sums, journal.transfer.debit, true, journal, findings);
        replay(sums, journal.transfer.credit, false, journal, findings);
        // From the hash on the row, so that one changed row is one finding.
        previous = hash;
        sequence = journal.sequence;
    }
    checkAccounts(sums, findings);
    return count;
}

void checkReceipts(Connection& connection, Findings& findings)
{
    // A sale's transfers carry its receipt too; they are one use together with it.
    Statement row =
        connection.prepare("SELECT r.number, (SELECT count(*) FROM sale AS s WHERE s.receipt = r.number) "
                           "+ (SELECT count(*) FROM transfer AS t WHERE t.receipt = r.number AND t.sale IS NULL), "
                           "EXISTS (SELECT 1 FROM transfer AS t JOIN sale AS s ON s.id = t.sale WHERE t.receipt = "
                           "r.number AND s.receipt <> r.number) "
                           "FROM receipt AS r ORDER BY r.number");
    std::int64_t expected = 1;
    while (row.step()) {
        const std::int64_t number = row.integer(0);
        for (; expected < number && expected + Findings::mostOfAKind > number; ++expected)
            findings.add(QStringLiteral("receipt"), QStringLiteral("receipt %1").arg(expected),
                         QStringLiteral("is missing"));
        if (row.integer(1) != 1)
            findings.add(QStringLiteral("receipt"), QStringLiteral("receipt %1").arg(number),
                         QStringLiteral("stands for %1 postings").arg(row.integer(1)));
        if (row.flag(2))
            findings.add(QStringLiteral("receipt"), QStringLiteral("receipt %1").arg(number),
                         QStringLiteral("is on a transfer of another sale"));
        expected = number + 1;
    }
}

void checkSales(Connection& connection, Findings& findings)
{
    // A sale takes its total from the customer's account: in parts, net and tax by rate (codes 2 and 3).
    Statement row = connection.prepare(
        "SELECT s.receipt, s.total, "
        "coalesce((SELECT sum(l.total) FROM sale_line AS l WHERE l.receipt = s.receipt), 0), "
        "coalesce((SELECT sum(t.amount) FROM transfer AS t WHERE t.sale = s.id AND t.debit = a.id), 0), "
        "coalesce((SELECT sum(t.amount) FROM transfer AS t WHERE t.sale = s.id), 0) "
        "FROM sale AS s LEFT JOIN account AS a ON a.owner = s.person ORDER BY s.receipt");
    while (row.step()) {
        const QString where = QStringLiteral("sale %1").arg(row.integer(0));
        const std::int64_t total = row.integer(1);
        if (row.integer(2) != total)
            findings.add(QStringLiteral("sale"), where,
                         QStringLiteral("total %1, lines give %2").arg(total).arg(row.integer(2)));
        if (row.integer(3) != total || row.integer(4) != total)
            findings.add(
                QStringLiteral("sale"), where,
                QStringLiteral("total %1, the customer's account was charged %2").arg(total).arg(row.integer(3)));
    }
}

void checkAudit(Connection& connection, Findings& findings)
{
    QByteArray previous;
    std::int64_t sequence = 0;
    Statement row = connection.prepare("SELECT seq, at, by, action, subject, detail, hash FROM audit ORDER BY seq");
    while (row.step()) {
        const audit::Record record = readAuditRow(row);
        const QString where = QStringLiteral("audit %1");
        if (record.sequence != sequence + 1)
            findings.add(QStringLiteral("audit-chain"), where.arg(sequence + 1), QStringLiteral("is missing"));
        if (audit::chainHash(previous, record) != record.hash)
            findings.add(QStringLiteral("audit-chain"), where.arg(record.sequence),
                         QStringLiteral("does not match its hash or the one before it"));
        previous = record.hash;
        sequence = record.sequence;
    }
    if (sequence == 0)
        findings.add(QStringLiteral("audit-chain"), QStringLiteral("audit 1"), QStringLiteral("is missing"));
}

} // namespace kobai::store
