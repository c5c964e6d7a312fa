// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoreFixture.h"

#include "store/SchemaSteps.h"
#include "store/Verify.h"
#include "support/TestProgram.h"

using namespace kobai;
using namespace kobai::test;
using store::SchemaStep;
using store::sqlite::Connection;

namespace {

std::vector<SchemaStep> withStep(const QByteArray& script)
{
    std::vector<SchemaStep> steps = store::schemaSteps();
    steps.push_back({int(steps.size()) + 1, script});
    return steps;
}

/// A trigger with semicolons inside and a table rebuilt, as later steps will do.
constexpr auto rebuild =
    "CREATE TABLE category_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, name_ja TEXT NOT NULL, "
    "position INTEGER NOT NULL, colour TEXT NOT NULL DEFAULT 'blue') STRICT;"
    "INSERT INTO category_new (id, name, name_ja, position) SELECT id, name, name_ja, position FROM category;"
    "DROP TABLE category; ALTER TABLE category_new RENAME TO category;"
    "CREATE TRIGGER category_kept BEFORE DELETE ON category BEGIN SELECT 1; SELECT RAISE(ABORT, 'category_kept'); END;";

/// From the last step back to the second.
constexpr auto undoFromStep3 = R"(DROP TABLE product_code;
CREATE TABLE product_barcode (
    barcode TEXT PRIMARY KEY CHECK (length(barcode) BETWEEN 4 AND 18 AND barcode NOT GLOB '*[^0-9]*'),
    product INTEGER NOT NULL REFERENCES product (id),
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX product_barcode_by_product ON product_barcode (product, position);
DROP TABLE face_pause; DROP VIEW clock_setback; DROP TABLE clock_reading; DROP TABLE clock_confirmation;
DROP TABLE face_look; DROP INDEX product_by_key; DROP INDEX category_by_key;
ALTER TABLE product DROP COLUMN key; ALTER TABLE category DROP COLUMN key;
DROP TRIGGER sale_looks_whole; ALTER TABLE sale DROP COLUMN looks;
DROP TRIGGER sale_filmed; DROP TRIGGER sale_filmed_whole; ALTER TABLE sale DROP COLUMN filmed;
)";

std::string script(const char* first, const char* second)
{
    return std::string(first) + second;
}

} // namespace

class SchemaStepsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewStoreIsAtTheLastStepWithItsHashOnRecord()
    {
        StoreFixture school;
        auto raw = school.raw();
        QCOMPARE(store::schemaVersion(*raw), store::schemaSteps().back().number);
        QCOMPARE(raw->integer("PRAGMA application_id"), store::applicationId);
        QVERIFY(store::stepsMatch(*raw, store::schemaSteps()));
        QVERIFY(store::schemaDifferences(*raw, store::schemaSteps()).empty());
    }

    /// A released step is never edited: stores out there have its hash on record and would not open any more.
    void releasedStepsAreAsTheyWere()
    {
        QCOMPARE(store::schemaSteps().front().hash().toHex(),
                 QByteArray("51dce240cbd4f0f08eddbacb9bf978ae512f551f056ce43d8ea9f42cc3ade481"));
    }

    /// A store of the version before recognition's tables opens, keeps what it holds and can do what is new; how it was stays beside it.
    void aStoreOfTheFirstSchemaIsUpgraded()
    {
        StoreFixture school;
        const people::Person person = school.addPerson(u"Wilhelmina Quartermaine"_s);
        school.topUp(person.id, 3000);
        (void)school.sell(person.id, school.addProduct());
        school.run([&](store::Tx& tx) {
            return tx.templates().add({person.id, 0, 0, "sealed", 0.5F, 1.0F, u"m"_s, school.clock.now()});
        });
        const std::vector<SchemaStep> first{store::schemaSteps().front()};
        {
            auto raw = school.raw();
            raw->execute("PRAGMA foreign_keys = OFF");
            raw->execute(
                script(undoFromStep3,
                       "DROP TABLE look_alike; DROP TABLE photo_consent; DROP TABLE reference_photo; DROP TABLE "
                       "challenge_exemption; DROP TABLE face_report; DELETE FROM setting WHERE key = 'faces.on'; "
                       "DELETE FROM schema_step WHERE number > 1; PRAGMA user_version = 1")
                    .c_str());
            QCOMPARE(store::schemaDifferences(*raw, first), std::vector<QString>());
            QVERIFY(store::stepsMatch(*raw, first));
        }
        school.reopen();
        QCOMPARE(school.balanceOf(person.id), Money(3000 - 120));
        const auto rows = school.store().read([](store::Tx& tx) { return tx.templates().all(); });
        QCOMPARE(rows->size(), std::size_t(1));
        school.run([&](store::Tx& tx) { return tx.exemptions().add(person.id, school.clock.now(), clerk); });
        const auto facesOn = [&] { return school.store().read([](store::Tx& tx) { return tx.consents().facesOn(); }); };
        QVERIFY(*facesOn()); // as they were before a store had to say so
        {
            auto raw = school.raw();
            QCOMPARE(store::schemaVersion(*raw), store::schemaSteps().back().number);
            QVERIFY(store::stepsMatch(*raw, store::schemaSteps()));
            QVERIFY(store::schemaDifferences(*raw, store::schemaSteps()).empty());
            store::sqlite::Connection before(school.file(u"store.db.before-step-2"_s), school.databaseKey(), false);
            QCOMPARE(store::schemaVersion(before), 1);
            QCOMPARE(store::schemaDifferences(before, first), std::vector<QString>());
            QCOMPARE(before.integer("SELECT count(*) FROM template"), std::int64_t(1));
        }
        QFile file(school.file(u"store.db.before-step-2"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.startsWith("SQLite format 3"));
        QVERIFY(!bytes.contains("Quartermaine"));
        school.reopen(); // and is not upgraded twice
        QCOMPARE(school.balanceOf(person.id), Money(3000 - 120));
    }

    // [row 38] What was kept as the scanner of the day sent it is found as any scanner sends it.
    void numbersOfTradeAreBroughtToOneForm()
    {
        StoreFixture school;
        const auto juice = school.addProduct();
        const auto tea = school.addProduct();
        {
            auto raw = school.raw();
            raw->execute(script(undoFromStep3,
                                "INSERT INTO product_barcode SELECT '012345678905', min(id), 1 FROM product; "
                                "INSERT INTO product_barcode SELECT '00012345678905', max(id), 1 FROM product; "
                                "INSERT INTO product_barcode SELECT '0000073513537', max(id), 2 FROM product; "
                                "INSERT INTO product_barcode SELECT '14006381333938', max(id), 3 FROM product; "
                                "INSERT INTO product_barcode SELECT '12345', max(id), 4 FROM product; "
                                "INSERT INTO product_barcode SELECT '012345678906', max(id), 5 FROM product; "
                                "DELETE FROM schema_step WHERE number > 2; PRAGMA user_version = 2")
                             .c_str());
        }
        school.reopen();
        const auto codes = [&](ProductId id) {
            return school.store().read([&](store::Tx& tx) { return tx.catalogue().find(id); })->barcodes;
        };
        QCOMPARE(codes(juice), QStringList{u"0012345678905"_s});
        QCOMPARE(codes(tea), (QStringList{u"73513537"_s, u"14006381333938"_s, u"12345"_s, u"012345678906"_s}));
    }

    void anUpgradeDoesNotSwitchFacesOn()
    {
        StoreFixture school;
        school.run([](store::Tx& tx) {
            return tx.settings().setText(QStringView(store::setting::facesOn).toString(), u"0"_s);
        });
        school.raw()->execute(
            script(undoFromStep3, "DELETE FROM schema_step WHERE number > 2; PRAGMA user_version = 2").c_str());
        school.reopen();
        const auto on = school.store().read([](store::Tx& tx) { return tx.consents().facesOn(); });
        QVERIFY(on && !*on);
    }

    void aStepIsAppliedOnceAndKeepsTheRows()
    {
        StoreFixture school;
        (void)school.addProduct();
        auto raw = school.raw();
        const auto steps = withStep(rebuild);
        store::applySteps(*raw, steps, school.clock.now());
        store::applySteps(*raw, steps, school.clock.now());
        QCOMPARE(store::schemaVersion(*raw), int(steps.size()));
        QCOMPARE(raw->text("SELECT colour FROM category"), u"blue"_s);
        QCOMPARE(raw->integer("SELECT count(*) FROM product"), std::int64_t(1));
        QCOMPARE(raw->integer("PRAGMA foreign_keys"), std::int64_t(1));
        QVERIFY(store::stepsMatch(*raw, steps));
        QVERIFY(store::schemaDifferences(*raw, steps).empty());
        QVERIFY(!store::schemaDifferences(*raw, store::schemaSteps()).empty());
    }

    void aStepThatFailsLeavesTheVersionBefore_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("bad SQL at its end") << QByteArray("CREATE TABLE extra (x) STRICT; NONSENSE;");
        QTest::newRow("breaks a foreign key")
            << QByteArray("CREATE TABLE extra (x INTEGER) STRICT; DELETE FROM category;");
    }
    void aStepThatFailsLeavesTheVersionBefore()
    {
        QFETCH(const QByteArray, script);
        StoreFixture school;
        (void)school.addProduct();
        auto raw = school.raw();
        QVERIFY_EXCEPTION_THROWN(store::applySteps(*raw, withStep(script), school.clock.now()), store::sqlite::Error);
        QCOMPARE(store::schemaVersion(*raw), store::schemaSteps().back().number);
        QCOMPARE(raw->integer("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'"), std::int64_t(0));
        QCOMPARE(raw->integer("SELECT count(*) FROM category"), std::int64_t(1));
        QCOMPARE(raw->integer("PRAGMA foreign_keys"), std::int64_t(1));
        raw.reset();
        school.reopen();
        QVERIFY(store::verify(school.store())->ok());
    }

    /// The copy before an upgrade is whole, encrypted under the same key, and opens as the store did [row 65].
    void theBackupIsEncryptedAndOpens()
    {
        StoreFixture school;
        (void)school.addPerson(u"Wilhelmina Quartermaine"_s);
        const SecureBytes key = school.databaseKey();
        auto raw = school.raw();
        const QString path = school.file(u"store.db.before-step-2"_s);
        KOBAI_VERIFY_DONE(store::backupBefore(*raw, path, key));
        KOBAI_VERIFY_DONE(store::backupBefore(*raw, path, key)); // after an interrupted upgrade once more
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.size() >= 4096);
        QVERIFY(!bytes.startsWith("SQLite format 3"));
        QVERIFY(!bytes.contains("Quartermaine"));
        file.close();
        raw.reset();
        QVERIFY(QFile::remove(school.file(u"store.db"_s)));
        QVERIFY(QFile::rename(path, school.file(u"store.db"_s)));
        school.reopen();
        QVERIFY(store::verify(school.store())->ok());
        QCOMPARE(*school.store().read([](store::Tx& tx) { return tx.people().count(people::Kind::Student); }), 1);
    }
};

KOBAI_TEST(SchemaStepsTest, QCoreApplication)
#include "SchemaStepsTest.moc"
