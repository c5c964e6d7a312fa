// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoreFixture.h"

#include "store/SchemaSteps.h"
#include "support/TestProgram.h"

using namespace kobai;
using namespace kobai::test;

/// Each rule of the database, broken by raw SQL past all of the program: the database itself refuses [row 41] [row 42].
class ConstraintTest final : public QObject {
    Q_OBJECT

    StoreFixture m_school;
    std::unique_ptr<store::sqlite::Connection> m_raw;

private Q_SLOTS:
    /// Person, guardian, product, three thousand on the account, one sale, one of everything else.
    void initTestCase()
    {
        const people::Person person = m_school.addPerson();
        const people::Person other = m_school.addPerson();
        const ProductId product = m_school.addProduct(u"Onigiri"_s, 120, {u"4901234567894"_s});
        m_school.topUp(person.id, 3000);
        (void)m_school.sell(person.id, product, 2);
        m_school.run([&](store::Tx& tx) -> Status {
            const people::Guardian guardian{
                m_school.id<GuardianId>(), person.id, u"佐藤 一郎"_s, people::Relation::Father, {}};
            KOBAI_TRY(tx.people().addGuardian(guardian));
            KOBAI_TRY(tx.people().addGuardian(
                {m_school.id<GuardianId>(), other.id, u"Other"_s, people::Relation::Mother, {}}));
            consent::Event event;
            event.id = m_school.id<ConsentEventId>();
            event.person = person.id;
            event.guardian = guardian.id;
            event.at = m_school.clock.now();
            event.recordedBy = clerk;
            KOBAI_TRY(tx.consents().append(event));
            KOBAI_TRY(tx.pins().set(person.id, "hash"));
            return tx.templates().add({person.id, 0, 0, "sealed", 0.5F, 1.0F, u"m"_s, m_school.clock.now()});
        });
        m_raw = m_school.raw();
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("by");
        const auto row = [](const char* name, const char* sql, const QString& by) {
            QTest::newRow(name) << QByteArray(sql) << by;
        };

        row("transfer changed", "UPDATE transfer SET amount = 1 WHERE seq = 1", u"transfer_append_only"_s);
        row("transfer deleted", "DELETE FROM transfer WHERE seq = 1", u"transfer_append_only"_s);
        row("transfer replaced by seq", "INSERT OR REPLACE INTO transfer SELECT * FROM transfer WHERE seq = 1",
            u"transfer_gap"_s);
        row("newest transfer replaced by id",
            "INSERT OR REPLACE INTO transfer SELECT 4, id, debit, credit, amount, code, sale, receipt, at, by, "
            "debit_after + amount, "
            "credit_after + amount, hash FROM transfer WHERE seq = 1",
            u"transfer_append_only"_s);
        row("update or replace", "UPDATE OR REPLACE transfer SET seq = 1 WHERE seq = 2", u"transfer_append_only"_s);
        row("sequence with a gap",
            "INSERT INTO transfer SELECT 9, randomblob(16), debit, credit, amount, code, sale, receipt, at, by, "
            "debit_after, credit_after, "
            "hash FROM transfer WHERE seq = 1",
            u"transfer_gap"_s);
        const char* post =
            "INSERT INTO transfer SELECT 4, randomblob(16), d.id, c.id, %s, 4, NULL, NULL, 0, 1, d.balance %s, "
            "c.balance %s, randomblob(32) FROM account AS d, account AS c WHERE %s";
        const auto posting = [&](const char* name, const char* amount, const char* debit, const char* credit,
                                 const char* accounts, const QString& by) {
            QTest::newRow(name) << QString::asprintf(post, amount, debit, credit, accounts).toUtf8() << by;
        };
        const char* drawerToCustomer = "d.kind = 2 AND c.kind = 1 AND c.balance > 0";
        const char* customerToDrawer = "d.kind = 1 AND d.balance > 0 AND c.kind = 2";
        posting("nothing moved", "0", "+ 0", "+ 0", drawerToCustomer, u"amount > 0"_s);
        posting("negative amount", "-5", "- 5", "- 5", drawerToCustomer, u"amount > 0"_s);
        posting("balance invented", "100", "+ 100", "+ 1000000", drawerToCustomer, u"transfer_balance"_s);
        posting("floor broken", "2761", "- 2761", "- 2761", customerToDrawer, u"account_floor"_s);
        posting("overflow", "9223372036854775807", "+ 9223372036854775807", "+ 9223372036854775807", drawerToCustomer,
                u"cannot store REAL value in INTEGER column transfer.debit_after"_s);
        posting("to itself", "5", "+ 0", "+ 0", "d.kind = 2 AND c.id = d.id", u"transfer_two_accounts"_s);
        row("account that is not there",
            "INSERT INTO transfer VALUES (4, randomblob(16), 999, 1, 5, 1, NULL, NULL, 0, 1, 5, 5, randomblob(32))",
            u"transfer_balance"_s);
        row("sale posting without a sale",
            "INSERT INTO transfer SELECT 4, randomblob(16), debit, credit, amount, 2, NULL, NULL, at, by, debit_after, "
            "credit_after, hash "
            "FROM transfer WHERE seq = 1",
            u"transfer_sale"_s);
        row("real amount",
            "INSERT INTO transfer SELECT 4, randomblob(16), debit, credit, 0.5, code, sale, receipt, at, by, "
            "debit_after, credit_after, hash "
            "FROM transfer WHERE seq = 1",
            u"cannot store REAL value in INTEGER column transfer.amount"_s);

        row("balance changed", "UPDATE account SET balance = balance + 1 WHERE kind = 1 AND balance > 0",
            u"account_balance"_s);
        row("balance to another's", "UPDATE account SET balance = 240 WHERE kind = 2", u"account_balance"_s);
        row("account with money made",
            "INSERT INTO account (kind, owner, tax_permille, floor, balance) VALUES (1, randomblob(16), -1, 0, 5)",
            u"account_starts_empty"_s);
        row("account deleted", "DELETE FROM account WHERE kind = 2", u"account_kept"_s);
        row("account replaced",
            "INSERT OR REPLACE INTO account (id, kind, owner, tax_permille) VALUES (1, 1, randomblob(16), -1)",
            u"account_kept"_s);
        row("owner changed", "UPDATE account SET owner = randomblob(16) WHERE kind = 1", u"account_identity"_s);
        row("second account of a person",
            "INSERT INTO account (kind, owner, tax_permille) SELECT 1, owner, -1 FROM account WHERE kind = 1",
            u"UNIQUE constraint failed: account.owner"_s);
        row("second cash drawer", "INSERT INTO account (kind, tax_permille) VALUES (2, -1)",
            u"UNIQUE constraint failed: account.kind, account.tax_permille"_s);
        row("customer without owner", "INSERT INTO account (kind, tax_permille) VALUES (1, -1)", u"account_owner"_s);
        row("sales without rate", "INSERT INTO account (kind, tax_permille) VALUES (4, -1)", u"account_rate"_s);
        row("floor above the balance", "UPDATE account SET floor = 100000 WHERE kind = 1", u"account_floor"_s);

        row("receipt skipped", "INSERT INTO receipt VALUES (77)", u"receipt_gap"_s);
        row("receipt deleted", "DELETE FROM receipt WHERE number = 1", u"receipt_append_only"_s);
        row("receipt renumbered", "UPDATE receipt SET number = 9 WHERE number = 1", u"receipt_append_only"_s);

        row("sale changed", "UPDATE sale SET total = 1", u"sale_append_only"_s);
        row("sale deleted", "DELETE FROM sale", u"sale_append_only"_s);
        row("sale replaced", "INSERT OR REPLACE INTO sale SELECT * FROM sale", u"sale_append_only"_s);
        row("sale of nothing",
            "INSERT INTO sale SELECT 1, randomblob(16), person, at, day, 0, method, by, NULL, NULL, NULL, NULL, NULL, "
            "NULL, NULL FROM sale",
            u"typeof(total) = 'integer' AND total > 0"_s);
        row("sale without receipt",
            "INSERT INTO sale SELECT 55, randomblob(16), person, at, day, 5, method, by, NULL, NULL, NULL, NULL, NULL, "
            "NULL, NULL FROM sale",
            u"FOREIGN KEY constraint failed"_s);
        row("sale to nobody",
            "INSERT INTO sale SELECT 1, randomblob(16), randomblob(16), at, day, 5, method, by, NULL, NULL, NULL, "
            "NULL, NULL, NULL, NULL FROM sale",
            u"FOREIGN KEY constraint failed"_s);
        row("half of the evidence",
            "INSERT INTO sale SELECT 1, randomblob(16), person, at, day, 5, 1, by, 7.0, NULL, NULL, NULL, NULL, 0, 1 "
            "FROM "
            "sale",
            u"sale_evidence_whole"_s);
        row("evidence that does not say what the camera was",
            "INSERT INTO sale SELECT 1, randomblob(16), person, at, day, 5, 1, by, 7.0, 1.0, 1.0, 1.0, 5, NULL, 1 FROM "
            "sale",
            u"sale_evidence_whole"_s);
        row("a face from a film in a school's store",
            "INSERT INTO sale SELECT 1, randomblob(16), person, at, day, 5, 1, by, 7.0, 1.0, 1.0, 1.0, 5, 1, 1 FROM "
            "sale",
            u"sale_filmed"_s);
        row("evidence that does not say how many looks it took",
            "INSERT INTO sale SELECT 1, randomblob(16), person, at, day, 5, 1, by, 7.0, 1.0, 1.0, 1.0, 5, 0, NULL FROM "
            "sale",
            u"sale_evidence_whole"_s);
        row("a fourth look's evidence",
            "INSERT INTO sale SELECT 1, randomblob(16), person, at, day, 5, 1, by, 7.0, 1.0, 1.0, 1.0, 5, 0, 4 FROM "
            "sale",
            u"looks BETWEEN 1 AND 3"_s);
        row("a fourth look", "INSERT INTO face_look (at, by) VALUES (1, 1), (1, 1), (1, 1), (1, 1)",
            u"face_look_most"_s);
        row("no time on record", "DELETE FROM clock_reading", u"clock_reading_kept"_s);
        row("two times on record", "INSERT INTO clock_reading VALUES (2, 0, '', 0, 0, 0)", u"one = 1"_s);
        row("line changed", "UPDATE sale_line SET quantity = 1", u"sale_line_append_only"_s);
        row("line deleted", "DELETE FROM sale_line", u"sale_line_append_only"_s);
        row("line replaced", "INSERT OR REPLACE INTO sale_line SELECT * FROM sale_line", u"sale_line_append_only"_s);
        row("line that does not multiply",
            "INSERT INTO sale_line SELECT receipt, 1, product, '', '', 2, 120, 241, 80 FROM sale_line",
            u"sale_line_total"_s);
        row("line that overflows",
            "INSERT INTO sale_line SELECT receipt, 1, product, '', '', 9223372036854775807, 2, 9223372036854775806, 80 "
            "FROM sale_line",
            u"sale_line_total"_s);

        row("audit changed", "UPDATE audit SET detail = 'x'", u"audit_append_only"_s);
        row("audit deleted", "DELETE FROM audit", u"audit_append_only"_s);
        row("audit replaced", "INSERT OR REPLACE INTO audit SELECT * FROM audit", u"audit_gap"_s);
        row("audit gap", "INSERT INTO audit VALUES (99, 0, 1, 1, '', '', randomblob(32))", u"audit_gap"_s);
        row("consent changed", "UPDATE consent_event SET kind = 2", u"consent_event_append_only"_s);
        row("consent deleted", "DELETE FROM consent_event", u"consent_event_append_only"_s);
        row("consent replaced", "INSERT OR REPLACE INTO consent_event SELECT * FROM consent_event",
            u"consent_event_append_only"_s);
        row("guardian of another student",
            "INSERT INTO consent_event SELECT 2, randomblob(16), person, 2, (SELECT id FROM guardian WHERE name = "
            "'Other'), 1, 1, '', '', NULL, "
            "0, 1 FROM consent_event",
            u"FOREIGN KEY constraint failed"_s);
        row("unreachable without a second member of staff",
            "INSERT INTO consent_event SELECT 2, randomblob(16), person, 7, guardian, 1, 1, 'moved', '', NULL, 0, 1 "
            "FROM consent_event",
            u"consent_unreachable_vouched"_s);

        row("store identity changed", "UPDATE store SET currency = 'USD'", u"store_fixed"_s);
        row("store identity deleted", "DELETE FROM store", u"store_fixed"_s);
        row("second store", "INSERT INTO store SELECT 2, id, currency, '', 0, 0, 0 FROM store", u"one = 1"_s);
        row("operator deleted", "DELETE FROM operator", u"operator_kept"_s);
        row("product deleted", "DELETE FROM product", u"product_kept"_s);
        row("free product", "UPDATE product SET price = 0", u"typeof(price) = 'integer' AND price > 0"_s);
        row("barcode in small letters", "INSERT INTO product_code SELECT '12345x', id, 1 FROM product",
            u"code = upper(code)"_s);
        row("barcode twice", "INSERT INTO product_code SELECT '4901234567894', id, 1 FROM product",
            u"UNIQUE constraint failed: product_code.code"_s);
        row("person with data deleted", "DELETE FROM person", u"FOREIGN KEY constraint failed"_s);
        row("template of nobody",
            "INSERT INTO template SELECT randomblob(16), 0, 0, sealed, 0.5, 1.0, model, at FROM template",
            u"FOREIGN KEY constraint failed"_s);
        row("pin of nobody", "INSERT INTO pin VALUES (randomblob(16), x'00', 0, 0)",
            u"FOREIGN KEY constraint failed"_s);
        row("text as a number", "UPDATE person SET school_year = 'nine'",
            u"cannot store TEXT value in INTEGER column person.school_year"_s);
        row("short id", "UPDATE person SET id = x'00'", u"length(id) = 16"_s);
    }

    void refused()
    {
        QFETCH(const QByteArray, sql);
        QFETCH(const QString, by);
        try {
            m_raw->execute(sql.constData());
            QFAIL("went through");
        } catch (const store::sqlite::Error& error) {
            QVERIFY2(error.text().contains(by), qPrintable(error.text()));
            QCOMPARE(int(error.fault().code), int(FaultCode::StoreConstraint));
        }
    }

    void aClosedAccountTakesNothing()
    {
        store::sqlite::Transaction undone(*m_raw);
        m_raw->execute("UPDATE account SET closed = 1 WHERE kind = 2");
        try {
            m_raw->execute(
                "INSERT INTO transfer SELECT 4, randomblob(16), d.id, c.id, 5, 1, NULL, NULL, 0, 1, d.balance + 5, "
                "c.balance + 5, "
                "randomblob(32) FROM account AS d, account AS c WHERE d.kind = 2 AND c.kind = 1 AND c.balance > 0");
            QFAIL("went through");
        } catch (const store::sqlite::Error& error) {
            QVERIFY(error.isConstraint(u"account_closed"));
        }
    }

    /// The refusals above come from the rule under test: the same posting done right goes through.
    void aRightPostingGoesThrough()
    {
        store::sqlite::Transaction undone(*m_raw);
        m_raw->execute(
            "INSERT INTO transfer SELECT 4, randomblob(16), d.id, c.id, 5, 4, NULL, NULL, 0, 1, d.balance + 5, "
            "c.balance + 5, "
            "randomblob(32) FROM account AS d, account AS c WHERE d.kind = 2 AND c.kind = 1 AND c.balance > 0");
        QCOMPARE(m_raw->integer("SELECT balance FROM account WHERE kind = 2"), std::int64_t(3005));
    }

    /// A sale's posting may come before the sale, but not without it.
    void aPostingForASaleThatNeverComesIsRefusedAtTheEnd()
    {
        store::sqlite::Transaction transaction(*m_raw);
        m_raw->execute("INSERT INTO transfer SELECT 4, randomblob(16), d.id, c.id, 5, 2, randomblob(16), NULL, 0, 1, "
                       "d.balance - 5, "
                       "c.balance + 5, randomblob(32) FROM account AS d, account AS c WHERE d.kind = 1 AND d.balance > "
                       "0 AND c.kind = 4");
        try {
            transaction.commit();
            QFAIL("went through");
        } catch (const store::sqlite::Error& error) {
            QCOMPARE(int(error.fault().code), int(FaultCode::StoreConstraint));
        }
        QCOMPARE(m_raw->integer("SELECT count(*) FROM transfer"), std::int64_t(3));
    }
};

KOBAI_TEST(ConstraintTest, QCoreApplication)
#include "ConstraintTest.moc"
