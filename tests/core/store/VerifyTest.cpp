// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoreFixture.h"

#include "store/ReferencePhotos.h"
#include "store/Verify.h"
#include "support/TestProgram.h"

using namespace kobai;
using namespace kobai::test;

namespace {

/// The tampering's first line: somebody who has the key also drops the triggers.
constexpr auto dropTriggers =
    "DROP TRIGGER transfer_no_update; DROP TRIGGER transfer_no_delete; DROP TRIGGER audit_no_update; DROP TRIGGER "
    "audit_no_delete; "
    "DROP TRIGGER account_balance_from_journal; DROP TRIGGER sale_no_update; DROP TRIGGER sale_line_no_update; "
    "DROP TRIGGER sale_line_no_delete; DROP TRIGGER receipt_no_delete; DROP TRIGGER consent_event_no_delete; DROP "
    "TRIGGER sale_no_delete;"
    "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;";

} // namespace

/// Every kind of finding, made by raw SQL in an otherwise sound store [row 42].
class VerifyTest final : public QObject {
    Q_OBJECT

    static void fill(StoreFixture& school)
    {
        const people::Person person = school.addPerson();
        const ProductId product = school.addProduct();
        school.topUp(person.id, 3000);
        for (int i = 0; i < 5; ++i)
            (void)school.sell(person.id, product);
        for (int i = 0; i < 5; ++i)
            school.run([&](store::Tx& tx) {
                return tx.audit().append(
                    {0, school.clock.now(), clerk, audit::Action::HistoryViewed, QString::number(i), {}, {}});
            });
    }

    static QStringList findings(StoreFixture& school)
    {
        school.reopen();
        const auto report = store::verify(school.store());
        if (!report)
            qFatal("verify failed");
        QStringList found;
        for (const store::Finding& finding : report->findings)
            found.append(finding.kind + u'|' + finding.where);
        return found;
    }

private Q_SLOTS:
    void aSoundStoreHasNoFindings()
    {
        StoreFixture school;
        fill(school);
        school.reopen();
        const auto report = store::verify(school.store());
        KOBAI_VERIFY_DONE(report);
        QVERIFY2(report->ok(), report->ok() ? "" : qPrintable(report->findings.front().where));
        QCOMPARE(report->transfers, std::int64_t(11));
        QVERIFY(report->seconds > 0);
    }

    void tampering_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("finding");
        const auto row = [](const char* name, const char* sql, const QString& finding) {
            QTest::newRow(name) << QByteArray(sql) << finding;
        };
        row("amount changed: chain", "UPDATE transfer SET amount = amount + 1 WHERE seq = 4",
            u"ledger-chain|transfer 4"_s);
        row("amount changed: balance", "UPDATE transfer SET amount = amount + 1 WHERE seq = 4",
            u"balance|transfer 4"_s);
        row("transfer deleted", "DELETE FROM transfer WHERE seq = 5", u"ledger-chain|transfer 5"_s);
        row("last transfer deleted", "DELETE FROM transfer WHERE seq = 11", u"balance|account 1"_s);
        row("transfer's time changed", "UPDATE transfer SET at = at + 1 WHERE seq = 2", u"ledger-chain|transfer 2"_s);
        row("transfer on another account", "UPDATE transfer SET credit = 77 WHERE seq = 2", u"balance|transfer 2"_s);
        row("balance changed", "UPDATE account SET balance = balance + 100 WHERE id = 1", u"balance|account 1"_s);
        row("balance below the floor", "UPDATE account SET balance = -100 WHERE id = 1", u"balance|account 1"_s);
        row("trial balance", "UPDATE account SET balance = balance + 100 WHERE id = 1",
            u"trial-balance|all accounts"_s);
        row("audit rows swapped",
            "UPDATE audit SET seq = 1003 WHERE seq = 3; UPDATE audit SET seq = 3 WHERE seq = 4; UPDATE audit SET seq = "
            "4 WHERE seq = 1003",
            u"audit-chain|audit 3"_s);
        row("audit row deleted", "DELETE FROM audit WHERE seq = 3", u"audit-chain|audit 3"_s);
        row("audit row changed", "UPDATE audit SET subject = 'x' WHERE seq = 2", u"audit-chain|audit 2"_s);
        row("audit emptied", "DELETE FROM audit", u"audit-chain|audit 1"_s);
        row("sale total", "UPDATE sale SET total = total + 1 WHERE receipt = 3", u"sale|sale 3"_s);
        row("sale line", "UPDATE sale_line SET total = total + 1 WHERE receipt = 4", u"sale|sale 4"_s);
        row("sale line deleted", "DELETE FROM sale_line WHERE receipt = 4", u"sale|sale 4"_s);
        row("sale charged to nobody", "UPDATE transfer SET sale = NULL WHERE receipt = 5 AND code = 2",
            u"sale|sale 5"_s);
        row("receipt deleted", "DELETE FROM receipt WHERE number = 4", u"receipt|receipt 4"_s);
        row("receipt unused", "INSERT INTO receipt VALUES (7)", u"receipt|receipt 7"_s);
        row("receipt used twice",
            "UPDATE transfer SET receipt = 1 WHERE seq = 2; UPDATE transfer SET sale = NULL WHERE seq = 2",
            u"receipt|receipt 1"_s);
        row("receipt of another sale", "UPDATE transfer SET receipt = 6 WHERE seq = 2", u"receipt|receipt 6"_s);
        row("foreign key", "UPDATE sale_line SET product = 99 WHERE receipt = 2", u"foreign-key|sale_line"_s);
        row("trigger dropped", "", u"schema|trigger transfer_no_update"_s);
        row("table added", "CREATE TABLE extra (x)", u"schema|table extra"_s);
        row("wrong type", "PRAGMA writable_schema = OFF; UPDATE transfer SET code = 99 WHERE seq = 3",
            u"ledger-chain|store.db"_s);
        row("template without consent and key",
            "INSERT INTO template SELECT id, 0, 0, x'00', 0.5, 1.0, 'm', 0 FROM person", u"consent|*"_s);
        row("template without key", "INSERT INTO template SELECT id, 0, 0, x'00', 0.5, 1.0, 'm', 0 FROM person",
            u"template|*"_s);
        row("photo without a consent to it",
            "DROP TRIGGER reference_photo_consented; INSERT INTO reference_photo SELECT id, randomblob(50), 0 FROM "
            "person",
            u"reference-photo|*"_s);
        row("photo without a face",
            "INSERT INTO photo_consent SELECT 1, id, 1, 0, 1 FROM person; "
            "INSERT INTO reference_photo SELECT id, randomblob(50), 0 FROM person",
            u"reference-photo|*"_s);
        row("look-alike of nobody", "INSERT INTO look_alike VALUES (x'00', x'01', 0, 1)", u"foreign-key|look_alike"_s);
        row("exemption of nobody", "INSERT INTO challenge_exemption VALUES (randomblob(16), 0, 1)",
            u"foreign-key|challenge_exemption"_s);
    }

    void tampering()
    {
        QFETCH(const QByteArray, sql);
        QFETCH(const QString, finding);
        StoreFixture school;
        fill(school);
        const auto refused = school.rawRefusal(dropTriggers + sql);
        QVERIFY2(!refused, refused ? qPrintable(refused->text()) : "");
        const QStringList found = findings(school);
        const bool byKind = finding.endsWith(u'*');
        const bool named = byKind ? std::any_of(found.begin(), found.end(),
                                                [&](const QString& f) { return f.startsWith(finding.chopped(1)); })
                                  : found.contains(finding);
        QVERIFY2(named, qPrintable(found.join(u'\n')));
        // Nothing personal in a report that may be mailed to somebody.
        QVERIFY(!found.join(u'\n').contains(u"佐藤"_s));
    }

    void aKeyWithoutTemplateIsNamed()
    {
        StoreFixture school;
        const people::Person person = school.addPerson();
        KOBAI_VERIFY_DONE(school.store().faceKeys().put(person.id, {QByteArray(16, 's'), SecureBytes(32), 0}));
        QCOMPARE(findings(school), QStringList{u"template|person "_s + person.id.toHex()});
    }

    /// [row 19] [row 32] Each thing that can be wrong with keys, templates and photo of one person, by its own words.
    void whatTheKeysDoNotOpenIsNamed()
    {
        StoreFixture school;
        const people::Person person = school.addPerson();
        const auto details = [&] {
            QStringList found;
            const auto report = store::verify(school.store());
            for (const store::Finding& finding : report->findings)
                found.append(finding.kind + u'|' + finding.detail);
            return found;
        };
        const SecureBytes key = security::randomSecret(school.random, 32);
        school.run([&](store::Tx& tx) -> Status {
            KOBAI_TRY(tx.templates().add({person.id, 0, 5, "sealed", 0.5F, 1.0F, u"m"_s, school.clock.now()}));
            KOBAI_TRY(tx.photos().recordConsent(person.id, true, school.clock.now(), clerk));
            return tx.photos().put(
                {person.id, store::sealPhoto(key, person.id, "picture", school.random), school.clock.now()});
        });
        KOBAI_VERIFY_DONE(school.store().faceKeys().put(person.id, {QByteArray(16, 's'), SecureBytes(32), 6}));
        QVERIFY(details().contains(u"template|a template of keys that were renewed since"_s));
        QVERIFY(details().contains(u"reference-photo|a photo without a key in faces.keys"_s));
        KOBAI_VERIFY_DONE(school.store().faceKeys().put(person.id, {QByteArray(16, 's'), SecureBytes(32), 5}));
        KOBAI_VERIFY_DONE(school.store().faceKeys().setPhotoKey(person.id, SecureBytes(32)));
        QVERIFY(details().contains(u"reference-photo|a photo that its key does not open"_s));
        KOBAI_VERIFY_DONE(school.store().faceKeys().setPhotoKey(person.id, key.clone()));
        QCOMPARE(details(), QStringList{u"consent|a template without a consent that holds today"_s});
        school.run([&](store::Tx& tx) { return tx.photos().remove(person.id); });
        QVERIFY(details().contains(u"reference-photo|a photo key in faces.keys without a photo"_s));
    }

    /// With consent and key all is well; on the day after the consent ends it is not.
    void aTemplateNeedsAConsentThatHoldsToday()
    {
        StoreFixture school;
        const people::Person person = school.addPerson();
        school.run([&](store::Tx& tx) -> Status {
            const people::Guardian guardian{
                school.id<GuardianId>(), person.id, u"佐藤 一郎"_s, people::Relation::Father, {}};
            KOBAI_TRY(tx.people().addGuardian(guardian));
            for (const auto kind : {consent::EventKind::NoticeSent, consent::EventKind::ConsentGiven,
                                    consent::EventKind::StudentAgreed}) {
                consent::Event event;
                event.id = school.id<ConsentEventId>();
                event.person = person.id;
                event.kind = kind;
                event.guardian = kind == consent::EventKind::StudentAgreed ? GuardianId() : guardian.id;
                event.noticeVersion = 1;
                event.at = school.clock.now();
                event.recordedBy = clerk;
                if (kind == consent::EventKind::ConsentGiven)
                    event.validUntil = school.clock.today().addDays(30);
                KOBAI_TRY(tx.consents().append(event));
            }
            return tx.templates().add({person.id, 0, 0, "sealed", 0.5F, 1.0F, u"m"_s, school.clock.now()});
        });
        KOBAI_VERIFY_DONE(school.store().faceKeys().put(person.id, {QByteArray(16, 's'), SecureBytes(32), 0}));
        QCOMPARE(findings(school), QStringList());
        school.clock.advance(std::chrono::hours(24 * 31));
        QCOMPARE(findings(school), QStringList{u"consent|person "_s + person.id.toHex()});
    }
};

KOBAI_TEST(VerifyTest, QCoreApplication)
#include "VerifyTest.moc"
