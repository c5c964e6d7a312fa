// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Verify.h"

#include "store/BookChecks.h"
#include "store/ReferencePhotos.h"
#include "store/SchemaSteps.h"
#include "store/StoreParts.h"
#include "store/sqlite/Error.h"

#include <QElapsedTimer>

#include <algorithm>
#include <set>

namespace kobai::store {

namespace {

using sqlite::Connection;
using sqlite::Statement;

/// A check that cannot read on says so as a finding of its own; the others still run.
template <typename Check>
void run(Findings& findings, const QString& kind, Check&& check)
{
    try {
        check();
    } catch (const sqlite::Error& error) {
        findings.add(kind, QStringLiteral("store.db"), error.text());
    }
}

void checkPages(Connection& connection, Findings& findings)
{
    // The cipher's check reads the file, not the log beside it.
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    Statement cipher = connection.prepare("PRAGMA cipher_integrity_check");
    while (cipher.step())
        findings.add(QStringLiteral("pages"), QStringLiteral("store.db"), cipher.text(0));
    Statement structure = connection.prepare("PRAGMA integrity_check(100)");
    while (structure.step()) {
        if (const QString said = structure.text(0); said != QLatin1String("ok"))
            findings.add(QStringLiteral("pages"), QStringLiteral("store.db"), said);
    }
}

void checkSchema(Connection& connection, Findings& findings)
{
    for (const QString& name : schemaDifferences(connection, schemaSteps()))
        findings.add(QStringLiteral("schema"), name, QStringLiteral("not as this program made it"));
}

void checkForeignKeys(Connection& connection, Findings& findings)
{
    Statement row = connection.prepare("PRAGMA foreign_key_check");
    while (row.step())
        findings.add(QStringLiteral("foreign-key"), row.text(0),
                     QStringLiteral("points at nothing in %1").arg(row.text(2)));
}

/// Every template has a consent that holds today, or is paused, and a key that opens it; every key has a template.
/// Whether a consent holds is not asked on a day that is in doubt (@p today null).
Status checkTemplates(Tx& tx, const FaceKeys& keys, QDate today, Findings& findings)
{
    KOBAI_ASSIGN(const std::vector<TemplateTable::Row> templates, tx.templates().all());
    std::set<PersonId> enrolled;
    std::set<PersonId> outlived;
    for (const TemplateTable::Row& row : templates) {
        enrolled.insert(row.person);
        const FaceKeys::PersonKeys* own = keys.find(row.person);
        if (own != nullptr && own->epoch != row.epoch)
            outlived.insert(row.person);
    }
    KOBAI_ASSIGN(const int pauseDays, tx.consents().pauseDays());
    KOBAI_ASSIGN(const std::vector<PauseTable::Row> pauses, tx.pauses().all());
    std::set<PersonId> pausedTooLong;
    for (const PauseTable::Row& pause : pauses) {
        // On the last day the face goes as soon as the day's work is done.
        if (!today.isNull() && pause.since.daysTo(today) > pauseDays)
            pausedTooLong.insert(pause.person);
    }
    for (const PersonId& person : enrolled) {
        const QString where = QStringLiteral("person ") + person.toHex();
        KOBAI_ASSIGN(const consent::Facts facts, tx.consents().facts(person));
        const consent::State state = today.isNull() ? consent::State() : consent::evaluate(facts, today);
        if (consent::isOver(state))
            findings.add(QStringLiteral("consent"), where,
                         QStringLiteral("a template without a consent that holds today"));
        else if (!state.allowed() && pausedTooLong.contains(person))
            findings.add(QStringLiteral("consent"), where,
                         QStringLiteral("a template that has been paused for longer than it may be"));
        if (keys.find(person) == nullptr)
            findings.add(QStringLiteral("template"), where, QStringLiteral("a template without a key in faces.keys"));
    }
    for (const PersonId& person : outlived)
        findings.add(QStringLiteral("template"), QStringLiteral("person ") + person.toHex(),
                     QStringLiteral("a template of keys that were renewed since"));
    for (const PersonId& person : keys.people()) {
        if (!enrolled.contains(person))
            findings.add(QStringLiteral("template"), QStringLiteral("person ") + person.toHex(),
                         QStringLiteral("a key in faces.keys without a template"));
    }
    return {};
}

/// Every reference photo has a yes of its own, a face that it belongs to and a key that opens it; every photo key has a photo.
Status checkPhotos(Tx& tx, const FaceKeys& keys, Findings& findings)
{
    const auto found = [&](PersonId person, const QString& detail) {
        findings.add(QStringLiteral("reference-photo"), QStringLiteral("person ") + person.toHex(), detail);
    };
    KOBAI_ASSIGN(const std::vector<PersonId> people, tx.photos().people());
    for (const PersonId& person : people) {
        KOBAI_ASSIGN(const bool consented, tx.photos().isConsented(person));
        if (!consented)
            found(person, QStringLiteral("a photo without a consent to it"));
        KOBAI_ASSIGN(const auto templates, tx.templates().of(person));
        if (templates.empty())
            found(person, QStringLiteral("a photo of somebody whose face is not enrolled"));
        const FaceKeys::PersonKeys* own = keys.find(person);
        KOBAI_ASSIGN(const auto row, tx.photos().find(person));
        if (own == nullptr || own->photo.isEmpty())
            found(person, QStringLiteral("a photo without a key in faces.keys"));
        else if (row && !unsealPhoto(own->photo, person, row->sealed))
            found(person, QStringLiteral("a photo that its key does not open"));
    }
    for (const PersonId& person : keys.people()) {
        if (!keys.find(person)->photo.isEmpty() && !std::ranges::binary_search(people, person))
            found(person, QStringLiteral("a photo key in faces.keys without a photo"));
    }
    return {};
}

} // namespace

Result<VerifyReport> verify(Store& store)
{
    QElapsedTimer timer;
    timer.start();
    VerifyReport report;
    Findings findings(report.findings);
    Connection& connection = *store.m_parts->connection;

    run(findings, QStringLiteral("pages"), [&] { checkPages(connection, findings); });
    // One reading transaction, so that all checks see the same moment.
    KOBAI_TRY(store.read([&](Tx& tx) -> Status {
        run(findings, QStringLiteral("schema"), [&] { checkSchema(connection, findings); });
        run(findings, QStringLiteral("foreign-key"), [&] { checkForeignKeys(connection, findings); });
        run(findings, QStringLiteral("ledger-chain"), [&] { report.transfers = checkJournal(connection, findings); });
        run(findings, QStringLiteral("receipt"), [&] { checkReceipts(connection, findings); });
        run(findings, QStringLiteral("sale"), [&] { checkSales(connection, findings); });
        run(findings, QStringLiteral("audit-chain"), [&] { checkAudit(connection, findings); });
        const Status templates =
            checkTemplates(tx, store.faceKeys(), store.clockQuestion() ? QDate() : store.clock().today(), findings);
        if (!templates)
            findings.add(QStringLiteral("template"), QStringLiteral("store.db"), templates.error().detail);
        const Status photos = checkPhotos(tx, store.faceKeys(), findings);
        if (!photos)
            findings.add(QStringLiteral("reference-photo"), QStringLiteral("store.db"), photos.error().detail);
        return {};
    }));
    report.seconds = double(timer.nsecsElapsed()) / 1e9;
    return report;
}

} // namespace kobai::store
