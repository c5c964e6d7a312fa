// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/Enrolment.h"

#include "checkout/Checkout.h"
#include "enrolment/FaceVault.h"
#include "store/FaceKeys.h"
#include "support/School.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace kobai;
using namespace kobai::test;
using consent::EventKind;

/// [row 1] [row 3] [row 4] [row 17] [row 20]
class FaceEnrolmentTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_school = std::make_unique<School>();
        m_student = m_school->addConsentingStudent().id;
    }
    void cleanup() { m_school.reset(); }

    void anEnrolledFaceIsFoundAgain()
    {
        enrol(m_student, 1);
        const Instant enrolledAt = m_school->clock.now();
        const auto second = m_school->addConsentingStudent(u"Ren"_s).id;
        enrol(second, 2);
        m_school->reopen();
        const auto gallery = must(enrolment::loadGallery(m_school->store())).gallery;
        QCOMPARE(gallery->size(), 2);
        const auto best = gallery->search(School::probe(2), 2);
        QCOMPARE(best[0].person, second);
        QVERIFY(best[0].score > face::policyFor(*gallery).threshold);
        QVERIFY(best[1].score < face::policyFor(*gallery).threshold);
        QCOMPARE(gallery->search(School::probe(1), 1)[0].person, m_student);
        const auto file = must(enrolment::personFile(m_school->store(), m_student));
        QCOMPARE(file.captures, 3);
        QVERIFY(file.enrolledAt == enrolledAt);
        QCOMPARE(m_school->audited(audit::Action::FaceEnrolled), 2);
        QCOMPARE(m_school->findings(), QString());
    }

    void theReferenceScoresAsThePlainMeanWould()
    {
        const auto captures = School::captures(1, 5);
        must(enrolment::enrolFace(m_school->store(), m_student, captures, m_school->clerk()));
        std::vector<face::Embedding> plain;
        std::vector<float> weights;
        for (const auto& capture : captures) {
            plain.push_back(capture.embedding);
            weights.push_back(capture.weight);
        }
        const auto mean = face::meanEmbedding(plain, weights);
        const auto gallery = must(enrolment::loadGallery(m_school->store())).gallery;
        for (const unsigned face : {1U, 2U, 3U}) {
            const float expected = face::fusedScore(face::cosines(School::probe(face), mean));
            QVERIFY(std::abs(gallery->search(School::probe(face), 1)[0].score - expected) < 1e-3F);
        }
        // [row 32] what the gallery holds is not the plain vector
        const auto& reference = gallery->entries().front().reference;
        QVERIFY(std::abs(face::cosines(reference, mean).second) < 0.3F);
    }

    // [row 18] neither file of the store holds an embedding, sealed under the database's own encryption or not
    void nothingPlainIsStored()
    {
        const auto captures = School::captures(1);
        enrol(m_student, 1);
        const auto rows = must(m_school->store().read([](store::Tx& tx) { return tx.templates().all(); }));
        QCOMPARE(rows.size(), std::size_t(3));
        for (const auto& row : rows) {
            for (const auto& capture : captures) {
                const QByteArray plain = face::encodeTemplate(capture.embedding);
                QVERIFY(!row.sealed.contains(plain.mid(4, 32)));
                QVERIFY(!face::decodeTemplate(row.sealed));
            }
        }
    }

    // [row 1]
    void withoutConsentNothingIsWrittenButTheRefusal()
    {
        const auto student = m_school->addStudent(u"Ren"_s).id;
        const auto guardian = m_school->addGuardian(student).id;
        COMPARE_FAULT(tryEnrol(student, 2), FaultCode::ConsentMissing);
        QCOMPARE(m_school->audited(audit::Action::FaceRefused), 1);
        (void)m_school->consentFully(student, {guardian});
        (void)m_school->consent(student, EventKind::StudentRefused);
        COMPARE_FAULT(tryEnrol(student, 2), FaultCode::ConsentRefused);
        (void)m_school->consent(student, EventKind::Objected, guardian);
        COMPARE_FAULT(tryEnrol(student, 2), FaultCode::ConsentRefused);
        (void)m_school->consent(student, EventKind::Withdrawn);
        COMPARE_FAULT(tryEnrol(student, 2), FaultCode::ConsentRefused);
        QCOMPARE(m_school->audited(audit::Action::FaceRefused), 4);
        QCOMPARE(must(enrolment::personFile(m_school->store(), student)).captures, 0);
        QCOMPARE(m_school->store().faceKeys().size(), 0);
        COMPARE_FAULT(tryEnrol(m_school->store().makeId<PersonId>(), 2), FaultCode::NotFound);
    }

    // [row 17]
    void faultyCapturesAreRefused()
    {
        auto& store = m_school->store();
        const auto code = [&](const QVector<face::Capture>& captures) {
            return faultOf(enrolment::enrolFace(store, m_student, captures, m_school->clerk()));
        };
        QCOMPARE(code(School::captures(1, 2)), int(FaultCode::EnrolmentIncomplete));
        QCOMPARE(code({}), int(FaultCode::EnrolmentIncomplete));
        QCOMPARE(code(School::captures(1, 2) + School::captures(2, 1)), int(FaultCode::EnrolmentInconsistent));
        auto broken = School::captures(1);
        broken[1].embedding.second[7] = std::numeric_limits<float>::quiet_NaN();
        QCOMPARE(code(broken), int(FaultCode::NetworkOutput));
        broken = School::captures(1);
        broken[2].embedding = {};
        QCOMPARE(code(broken), int(FaultCode::NetworkOutput));
        broken = School::captures(1);
        broken[0].weight = 0;
        QCOMPARE(code(broken), int(FaultCode::NetworkOutput));
        QCOMPARE(store.faceKeys().size(), 0);
        QCOMPARE(must(enrolment::loadGallery(store)).gallery->size(), 0);
    }

    // [row 20]
    void theFaceOfAnotherAccountIsRefusedAndNamed()
    {
        enrol(m_student, 1);
        const auto second = m_school->addConsentingStudent(u"Ren"_s).id;
        const auto refused = tryEnrol(second, 1);
        COMPARE_FAULT(refused, FaultCode::FaceAlreadyEnrolled);
        QCOMPARE(refused.error().detail, m_student.toHex());
        QCOMPARE(m_school->store().faceKeys().size(), 1);
        QCOMPARE(m_school->audited(audit::Action::FaceRefused), 1);
    }

    void enrollingAgainReplacesTheCaptures()
    {
        enrol(m_student, 1);
        must(enrolment::enrolFace(m_school->store(), m_student, School::captures(1, 5), m_school->clerk()));
        QCOMPARE(must(enrolment::personFile(m_school->store(), m_student)).captures, 5);
        QCOMPARE(must(enrolment::loadGallery(m_school->store())).gallery->size(), 1);
        QCOMPARE(m_school->store().faceKeys().size(), 1);
        QCOMPARE(m_school->findings(), QString());
    }

    // [row 4] [row 3]
    void whateverEndsTheConsentDestroysTheFace_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("withdrawal") << int(EventKind::Withdrawn);
        QTest::newRow("objection") << int(EventKind::Objected);
        QTest::newRow("the student's no") << int(EventKind::StudentRefused);
    }
    void whateverEndsTheConsentDestroysTheFace()
    {
        QFETCH(int, kind);
        enrol(m_student, 1);
        const auto guardian = must(enrolment::personFile(m_school->store(), m_student)).guardians.front().id;
        const auto event = EventKind(kind);
        const bool ofGuardian = event != EventKind::StudentRefused;
        QVERIFY(!m_school->consent(m_student, event, ofGuardian ? guardian : GuardianId()).allowed());
        expectDestroyed();
        m_school->reopen();
        expectDestroyed();
    }

    // [row 8]
    void leavingDestroysTheFace()
    {
        enrol(m_student, 1);
        auto person = must(enrolment::personFile(m_school->store(), m_student)).person;
        person.leftOn = m_school->clock.today();
        must(enrolment::changePerson(m_school->store(), person, m_school->clerk()));
        expectDestroyed();
    }

    void aNewGuardianDestroysTheFaceUntilTold()
    {
        enrol(m_student, 1);
        const auto father = m_school->addGuardian(m_student, u"佐藤 誠"_s);
        expectDestroyed();
        QVERIFY(m_school->consent(m_student, EventKind::NoticeSent, father.id).allowed());
        enrol(m_student, 1);
    }

    // [row 7]
    void theFaceStopsByItselfOnTheDate()
    {
        enrol(m_student, 1);
        const QDate last = must(enrolment::personFile(m_school->store(), m_student)).consent.validUntil;
        m_school->clock.set(QDateTime(last, QTime(23, 59)));
        QCOMPARE(must(enrolment::loadGallery(m_school->store())).gallery->size(), 1);
        m_school->clock.set(QDateTime(last.addDays(1), QTime(0, 0)));
        QCOMPARE(must(enrolment::loadGallery(m_school->store())).gallery->size(), 0);
    }

    // The event is on record and the rows are gone: a faces.keys that cannot be rewritten just then is no fault.
    void aWithdrawalStandsWhereTheKeysCannotBeDestroyedAtOnce()
    {
        enrol(m_student, 1);
        const QString inTheWay = m_school->folder() + u"/faces.keys.new"_s;
        QVERIFY(QDir().mkdir(inTheWay));
        QVERIFY(!m_school->consent(m_student, EventKind::Withdrawn).allowed());
        QVERIFY(m_school->store().faceKeys().find(m_student) != nullptr);
        QCOMPARE(must(enrolment::loadGallery(m_school->store())).gallery->size(), 0);
        QVERIFY(QDir().rmdir(inTheWay));
        QCOMPARE(must(enrolment::loadGallery(m_school->store())).gallery->size(), 0);
        expectDestroyed();
        m_school->reopen();
        expectDestroyed();
    }

    void aFaceIsRemovedByRequest()
    {
        enrol(m_student, 1);
        must(enrolment::removeFace(m_school->store(), m_student, m_school->clerk()));
        expectDestroyed();
        COMPARE_FAULT(enrolment::removeFace(m_school->store(), m_student, m_school->clerk()), FaultCode::NotEnrolled);
        COMPARE_FAULT(enrolment::removeFace(m_school->store(), m_school->store().makeId<PersonId>(), m_school->clerk()),
                      FaultCode::NotFound);
        enrol(m_student, 1); // the consent still holds
    }

    void aRowThatDoesNotOpenIsDamageAndNotNobody()
    {
        const auto other = m_school->addConsentingStudent(u"Ren"_s);
        enrol(other.id, 2);
        enrol(m_student, 1);
        const auto damage = [&](const std::function<void(std::vector<store::TemplateTable::Row>&)>& change) {
            enrol(m_student, 1);
            must(m_school->store().write([&](store::Tx& tx) -> Status {
                KOBAI_ASSIGN(auto rows, tx.templates().of(m_student));
                KOBAI_TRY(tx.templates().removeAll(m_student));
                change(rows);
                for (const auto& row : rows)
                    KOBAI_TRY(tx.templates().add(row));
                return {};
            }));
            // The others are recognised all the same, and whose it is is said.
            const auto loaded = must(enrolment::loadGallery(m_school->store()));
            QCOMPARE(loaded.unreadable.size(), std::size_t(1));
            QCOMPARE(loaded.unreadable.front().id, m_student);
            QCOMPARE(loaded.gallery->size(), 1);
            QVERIFY(loaded.gallery->contains(other.id));
            must(enrolment::removeFace(m_school->store(), m_student, m_school->clerk()));
        };
        damage([](auto& rows) { rows[1].sealed[100] = char(rows[1].sealed[100] ^ 1); });
        damage([](auto& rows) { rows[0].sealed.chop(1); });
        damage([](auto& rows) { std::swap(rows[0].sealed, rows[2].sealed); });
        damage([](auto& rows) { rows[0].epoch = 7; });
    }

    void templatesOfOtherNetworksAreLeftAlone()
    {
        enrol(m_student, 1);
        must(m_school->store().write([&](store::Tx& tx) -> Status {
            KOBAI_ASSIGN(auto rows, tx.templates().of(m_student));
            KOBAI_TRY(tx.templates().removeAll(m_student));
            for (auto& row : rows) {
                row.model = u"other"_s;
                KOBAI_TRY(tx.templates().add(row));
            }
            return {};
        }));
        QCOMPARE(must(enrolment::loadGallery(m_school->store())).gallery->size(), 0);
    }

    // A crash after faces.keys and before the rows: keys that open nothing are taken away at the next load.
    void keysWithoutRowsAreTakenAway()
    {
        store::FaceKeys::PersonKeys keys;
        keys.seed = QByteArray(16, 's');
        keys.sealing = SecureBytes(32);
        must(m_school->store().faceKeys().put(m_student, std::move(keys)));
        QCOMPARE(must(enrolment::loadGallery(m_school->store())).gallery->size(), 0);
        QCOMPARE(m_school->store().faceKeys().size(), 0);
        enrol(m_student, 1);
    }

    // [row 9] An old store.db with the present faces.keys: the rows are back, the face is not.
    void anOldBackupDoesNotBringTheFaceBack()
    {
        enrol(m_student, 1);
        const QString old = m_school->copyOfFiles();
        (void)m_school->consent(m_student, EventKind::Withdrawn);
        const QString keys = u"/faces.keys"_s;
        QVERIFY(QFile::remove(old + keys));
        QVERIFY(QFile::copy(m_school->folder() + keys, old + keys));
        auto restored = must(m_school->open(old));
        QCOMPARE(must(restored->read([](store::Tx& tx) { return tx.templates().all(); })).size(), std::size_t(3));
        QCOMPARE(must(enrolment::loadGallery(*restored)).gallery->size(), 0);
        QCOMPARE(must(enrolment::personFile(*restored, m_student)).captures, 0);
        QVERIFY(!must(checkout::customerCard(*restored, m_student)).faceAllowed);
        must(enrolment::enrolFace(*restored, m_student, School::captures(1), m_school->clerk()));
        QCOMPARE(must(enrolment::loadGallery(*restored)).gallery->size(), 1);
    }

private:
    [[nodiscard]] Status tryEnrol(PersonId person, unsigned face)
    {
        return enrolment::enrolFace(m_school->store(), person, School::captures(face), m_school->clerk());
    }
    void enrol(PersonId person, unsigned face) { must(tryEnrol(person, face)); }
    void expectDestroyed()
    {
        QVERIFY(m_school->holdsNoFaces());
        QCOMPARE(must(enrolment::personFile(m_school->store(), m_student)).captures, 0);
        QVERIFY(m_school->audited(audit::Action::FaceRemoved) > 0);
    }

    std::unique_ptr<School> m_school;
    PersonId m_student;
};

KOBAI_TEST(FaceEnrolmentTest, QCoreApplication)
#include "FaceEnrolmentTest.moc"
