// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoreFixture.h"

#include "support/TestProgram.h"

using namespace kobai;
using namespace kobai::test;

/// Each rule of the second schema step, broken by raw SQL past all of the program: the database itself refuses.
class FaceConstraintTest final : public QObject {
    Q_OBJECT

    StoreFixture m_school;
    std::unique_ptr<store::sqlite::Connection> m_raw;

private Q_SLOTS:
    /// Two persons who look alike, one with a photo, one with an answered no; one exemption, one report.
    void initTestCase()
    {
        const PersonId first = m_school.addPerson().id;
        const PersonId second = m_school.addPerson().id;
        const Instant at = m_school.clock.now();
        m_school.run([&](store::Tx& tx) -> Status {
            KOBAI_TRY(tx.lookAlikes().add({first, second, at, clerk}));
            KOBAI_TRY(tx.photos().recordConsent(first, true, at, clerk));
            KOBAI_TRY(tx.photos().put({first, QByteArray(60, 'p'), at}));
            KOBAI_TRY(tx.photos().recordConsent(second, true, at, clerk));
            KOBAI_TRY(tx.photos().recordConsent(second, false, at, clerk));
            KOBAI_TRY(tx.exemptions().add(first, at, clerk));
            KOBAI_TRY(tx.faceReports().append({0, 2, at, clerk, "{}"}));
            return {};
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
        const QString noSuchPerson = u"FOREIGN KEY constraint failed"_s;

        row("pair the other way round", "INSERT INTO look_alike SELECT b, a, 0, 1 FROM look_alike",
            u"look_alike_order"_s);
        row("somebody and oneself", "INSERT INTO look_alike SELECT a, a, 0, 1 FROM look_alike", u"look_alike_order"_s);
        row("pair twice", "INSERT INTO look_alike SELECT * FROM look_alike", u"UNIQUE constraint failed: look_alike"_s);
        row("pair with a stranger above",
            "INSERT INTO look_alike SELECT a, x'ffffffffffffffffffffffffffffffff', 0, 1 FROM look_alike", noSuchPerson);
        row("pair with a stranger below", "INSERT INTO look_alike SELECT zeroblob(16), b, 0, 1 FROM look_alike",
            noSuchPerson);
        row("pair changed", "UPDATE look_alike SET at = 1", u"look_alike_fixed"_s);

        row("answer changed", "UPDATE photo_consent SET given = 1", u"photo_consent_append_only"_s);
        row("answer deleted", "DELETE FROM photo_consent", u"photo_consent_append_only"_s);
        row("answer replaced", "INSERT OR REPLACE INTO photo_consent SELECT * FROM photo_consent WHERE seq = 2",
            u"photo_consent_gap"_s);
        row("answer with a gap", "INSERT INTO photo_consent SELECT 9, person, 1, 0, 1 FROM photo_consent WHERE seq = 1",
            u"photo_consent_gap"_s);
        row("answer neither yes nor no",
            "INSERT INTO photo_consent SELECT 4, person, 2, 0, 1 FROM photo_consent WHERE seq = 1",
            u"given IN (0, 1)"_s);
        row("answer for nobody", "INSERT INTO photo_consent VALUES (4, zeroblob(16), 1, 0, 1)", noSuchPerson);

        row("photo after a no",
            "INSERT INTO reference_photo SELECT person, randomblob(60), 0 FROM photo_consent WHERE seq = 3",
            u"photo_consent_missing"_s);
        row("photo without any answer", "INSERT INTO reference_photo VALUES (zeroblob(16), randomblob(60), 0)",
            u"photo_consent_missing"_s);
        row("second photo", "INSERT INTO reference_photo SELECT person, randomblob(60), 0 FROM reference_photo",
            u"UNIQUE constraint failed: reference_photo.person"_s);
        row("photo of somebody else", "UPDATE reference_photo SET person = zeroblob(16)", u"reference_photo_owner"_s);
        row("photo that cannot be sealed", "UPDATE reference_photo SET sealed = randomblob(40)",
            u"length(sealed) BETWEEN 41 AND 1048576"_s);
        row("photo of a megabyte", "UPDATE reference_photo SET sealed = zeroblob(1048577)",
            u"length(sealed) BETWEEN 41 AND 1048576"_s);

        row("exempt twice", "INSERT INTO challenge_exemption SELECT * FROM challenge_exemption",
            u"UNIQUE constraint failed: challenge_exemption.person"_s);
        row("nobody exempt", "INSERT INTO challenge_exemption VALUES (zeroblob(16), 0, 1)", noSuchPerson);

        row("report changed", "UPDATE face_report SET json = x'7b7d'", u"face_report_append_only"_s);
        row("report deleted", "DELETE FROM face_report", u"face_report_append_only"_s);
        row("report replaced", "INSERT OR REPLACE INTO face_report SELECT * FROM face_report", u"face_report_gap"_s);
        row("report with a gap", "INSERT INTO face_report VALUES (3, 1, 0, 1, x'7b7d')", u"face_report_gap"_s);
        row("report of no kind", "INSERT INTO face_report VALUES (2, 4, 0, 1, x'7b7d')", u"kind BETWEEN 1 AND 3"_s);
        row("report by nobody", "INSERT INTO face_report VALUES (2, 1, 0, 9, x'7b7d')", noSuchPerson);
        row("report empty", "INSERT INTO face_report VALUES (2, 1, 0, 1, x'')", u"length(json) BETWEEN 2"_s);
        row("report of more than a megabyte", "INSERT INTO face_report VALUES (2, 1, 0, 1, zeroblob(1048577))",
            u"length(json) BETWEEN 2"_s);
        row("person with a look-alike deleted", "DELETE FROM person", noSuchPerson);
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

    /// [row 19] A no takes the photo away in the very statement that records it.
    void aNoDeletesThePhoto()
    {
        store::sqlite::Transaction undone(*m_raw);
        QCOMPARE(m_raw->integer("SELECT count(*) FROM reference_photo"), std::int64_t(1));
        m_raw->execute("INSERT INTO photo_consent SELECT 4, person, 0, 0, 1 FROM reference_photo");
        QCOMPARE(m_raw->integer("SELECT count(*) FROM reference_photo"), std::int64_t(0));
    }
};

KOBAI_TEST(FaceConstraintTest, QCoreApplication)
#include "FaceConstraintTest.moc"
