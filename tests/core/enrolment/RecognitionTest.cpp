// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/Recognition.h"

#include "checkout/Checkout.h"
#include "enrolment/Enrolment.h"
#include "face/ModelFolder.h"
#include "support/School.h"
#include "support/TestProgram.h"

#include <QTest>

#include <set>

using namespace kobai;
using namespace kobai::test;
using enrolment::RecognitionSettings;
using enrolment::ReportKind;

class RecognitionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_school = std::make_unique<School>();
        m_student = m_school->addConsentingStudent().id;
    }
    void cleanup() { m_school.reset(); }

    void settingsComeBackAndEachChangeIsOnRecord()
    {
        auto settings = must(enrolment::recognitionSettings(m_school->store()));
        const RecognitionSettings shipped{false, false, face::dlibModelName.toString()};
        QCOMPARE(settings, shipped);
        settings = {true, true, u"other.dat"_s};
        must(enrolment::changeRecognition(m_school->store(), settings, m_school->clerk()));
        QCOMPARE(m_school->audited(audit::Action::SettingChanged), 3);
        m_school->reopen();
        QCOMPARE(must(enrolment::recognitionSettings(m_school->store())), settings);
        must(enrolment::changeRecognition(m_school->store(), settings, m_school->clerk()));
        QCOMPARE(m_school->audited(audit::Action::SettingChanged), 3);
        settings.challenge = false;
        must(enrolment::changeRecognition(m_school->store(), settings, m_school->clerk()));
        QCOMPARE(m_school->audited(audit::Action::SettingChanged), 4);
    }

    void aModelIsAPlainFileName()
    {
        for (const QString& name : {u""_s, u"../secret.dat"_s, u"/etc/passwd"_s, u".hidden"_s, QString(300, u'x')}) {
            COMPARE_FAULT(enrolment::changeRecognition(m_school->store(), {false, false, name}, m_school->clerk()),
                          FaultCode::ModelMissing);
        }
        QCOMPARE(m_school->audited(audit::Action::SettingChanged), 0);
    }

    void aSettingThatIsNeitherYesNorNoIsDamage()
    {
        m_school->set(store::setting::challenge, u"perhaps"_s);
        COMPARE_FAULT(enrolment::recognitionSettings(m_school->store()), FaultCode::StoreDamaged);
    }

    // [row 26]
    void templatesOfTwoModelsAreNeverMixed()
    {
        auto& store = m_school->store();
        const auto second = m_school->addConsentingStudent(u"Ren"_s).id;
        enrol(m_student, 1);
        enrol(second, 2);
        expectState(2, 0, false);

        choose(u"taguchi.dat"_s, u"taguchi"_s);
        expectState(0, 2, true);
        QCOMPARE(must(enrolment::loadGallery(store)).gallery->size(), 0);
        QVERIFY(!must(checkout::customerCard(store, m_student)).faceAllowed);
        QCOMPARE(must(enrolment::personFile(store, m_student)).captures, 0);
        QVERIFY(!must(enrolment::findPeople(store, u"Ren"_s, 1)).front().enrolled);
        COMPARE_FAULT(enrolment::removeFace(store, m_school->addStudent(u"Sora"_s).id, m_school->clerk()),
                      FaultCode::NotEnrolled);

        // Enrolled anew, with another face as that network may see it: only its own are compared.
        enrol(m_student, 7);
        expectState(1, 1, true);
        auto gallery = must(enrolment::loadGallery(store)).gallery;
        QCOMPARE(gallery->size(), 1);
        QVERIFY(gallery->search(School::probe(7), 1)[0].score > 5);
        QVERIFY(gallery->search(School::probe(1), 1)[0].score < 3);
        QVERIFY(must(checkout::customerCard(store, m_student)).faceAllowed);
        QCOMPARE(must(enrolment::personFile(store, m_student)).captures, 3);

        choose(face::dlibModelName.toString(), face::shippedModelId());
        m_school->reopen();
        expectState(2, 0, false);
        gallery = must(enrolment::loadGallery(m_school->store())).gallery;
        QCOMPARE(gallery->search(School::probe(1), 1)[0].person, m_student);
        QVERIFY(gallery->search(School::probe(1), 1)[0].score > 5);
        QCOMPARE(m_school->findings(), QString());

        // Enrolling again replaces those of the model in use and no others; the end of the face takes all.
        must(enrolment::enrolFace(m_school->store(), m_student, School::captures(1, 5), m_school->clerk()));
        QCOMPARE(rowsOf(m_student), 8);
        QCOMPARE(must(enrolment::renewTemplates(m_school->store(), m_school->clerk(), {})).persons, 2);
        QCOMPARE(rowsOf(m_student), 8);
        choose(u"taguchi.dat"_s, u"taguchi"_s);
        QVERIFY(must(enrolment::loadGallery(m_school->store())).gallery->search(School::probe(7), 1)[0].score > 5);
        must(enrolment::removeFace(m_school->store(), m_student, m_school->clerk()));
        QCOMPARE(rowsOf(m_student), 0);
    }

    /// Each template of a person is under a map of its own, of whichever model it is.
    void noTwoTemplatesOfAPersonShareAMap()
    {
        enrol(m_student, 1);
        choose(u"taguchi.dat"_s, u"taguchi"_s);
        enrol(m_student, 1);
        const auto rows = must(m_school->store().read([](store::Tx& tx) { return tx.templates().all(); }));
        std::set<int> captures;
        for (const auto& row : rows)
            captures.insert(row.capture);
        QCOMPARE(captures.size(), std::size_t(6));
    }

    // Between the choice and the reading of the file: nobody is recognised, nobody is enrolled under the wrong name.
    void aModelThatNobodyHasReadYetMatchesNobody()
    {
        auto& store = m_school->store();
        enrol(m_student, 1);
        must(enrolment::changeRecognition(store, {false, false, u"taguchi.dat"_s}, m_school->clerk()));
        expectState(0, 1, true);
        QCOMPARE(must(enrolment::loadGallery(store)).gallery->size(), 0);
        COMPARE_FAULT(enrolment::enrolFace(store, m_student, School::captures(1), m_school->clerk()),
                      FaultCode::ModelMissing);
        must(enrolment::useModel(store, u"taguchi"_s, m_school->clerk()));
        enrol(m_student, 1);
    }

    // A dropped-in file under the name of the shipped one is another model all the same.
    void theFileCountsAndNotItsName()
    {
        auto& store = m_school->store();
        enrol(m_student, 1);
        must(enrolment::useModel(store, u"somebody else's weights"_s, m_school->clerk()));
        QCOMPARE(must(enrolment::loadGallery(store)).gallery->size(), 0);
        QCOMPARE(m_school->audited(audit::Action::SettingChanged), 1);
        must(enrolment::useModel(store, u"somebody else's weights"_s, m_school->clerk()));
        QCOMPARE(m_school->audited(audit::Action::SettingChanged), 1);
        must(enrolment::useModel(store, face::shippedModelId(), m_school->clerk()));
        QCOMPARE(must(enrolment::loadGallery(store)).gallery->size(), 1);
    }

    void networksWithoutMeasurementsClaimFirstUntilTheGallerySpeaks()
    {
        const RecognitionSettings free;
        const RecognitionSettings strict{true, false, {}};
        const int enough = enrolment::calibrationPersons;
        QVERIFY(!enrolment::claimsFirst(free, {3, 0, false}));
        QVERIFY(enrolment::claimsFirst(strict, {300, 0, false}));
        QVERIFY(enrolment::claimsFirst(free, {enough - 1, 0, true}));
        QVERIFY(!enrolment::claimsFirst(free, {enough, 0, true}));
        QVERIFY(enrolment::claimsFirst(strict, {enough, 0, true}));
    }

    // [row 30]
    void whoCannotTurnIsNotAskedTo()
    {
        auto& store = m_school->store();
        QVERIFY(must(enrolment::withoutChallenge(store)).isEmpty());
        for (int twice = 0; twice < 2; ++twice)
            must(enrolment::exemptFromChallenge(store, m_student, true, m_school->clerk()));
        m_school->reopen();
        QCOMPARE(must(enrolment::withoutChallenge(m_school->store())), QVector<PersonId>{m_student});
        for (int twice = 0; twice < 2; ++twice)
            must(enrolment::exemptFromChallenge(m_school->store(), m_student, false, m_school->clerk()));
        QVERIFY(must(enrolment::withoutChallenge(m_school->store())).isEmpty());
        QCOMPARE(m_school->audited(audit::Action::ChallengeExemption), 2);
        COMPARE_FAULT(enrolment::exemptFromChallenge(m_school->store(), m_school->store().makeId<PersonId>(), true,
                                                     m_school->clerk()),
                      FaultCode::NotFound);
    }

    // [row 22] [row 31]
    void reportsAreKeptAndFoundNewestFirst()
    {
        auto& store = m_school->store();
        const auto first = must(enrolment::keepReport(store, ReportKind::SelfTest, "{\"pairs\":1}", m_school->clerk()));
        QCOMPARE(first.number, std::int64_t(1));
        must(enrolment::keepReport(store, ReportKind::AttackSession, "{\"apcer\":0}", m_school->clerk()));
        m_school->clock.advance(std::chrono::hours(1));
        must(enrolment::keepReport(store, ReportKind::SelfTest, "{\"pairs\":2}", m_school->clerk()));
        m_school->reopen();
        const auto found = must(enrolment::reports(m_school->store(), ReportKind::SelfTest, 10));
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].number, std::int64_t(3));
        QCOMPARE(found[0].json, QByteArray("{\"pairs\":2}"));
        QCOMPARE(found[0].by, m_school->clerk());
        QVERIFY(found[0].at == m_school->clock.now());
        QVERIFY(found[0].kind == ReportKind::SelfTest);
        QCOMPARE(must(enrolment::reports(m_school->store(), ReportKind::SelfTest, 1)).size(), std::size_t(1));
        QVERIFY(must(enrolment::reports(m_school->store(), ReportKind::Evaluation, 10)).empty());
        QCOMPARE(m_school->audited(audit::Action::FaceReportKept), 3);
        COMPARE_FAULT(
            enrolment::keepReport(m_school->store(), ReportKind::SelfTest, QByteArray((1 << 20) + 1, ' '), {1}),
            FaultCode::TextTooLong);
        QCOMPARE(m_school->findings(), QString());
    }

private:
    void enrol(PersonId person, unsigned face)
    {
        must(enrolment::enrolFace(m_school->store(), person, School::captures(face), m_school->clerk()));
    }
    void choose(const QString& file, const QString& id)
    {
        must(enrolment::changeRecognition(m_school->store(), {false, false, file}, m_school->clerk()));
        must(enrolment::useModel(m_school->store(), id, m_school->clerk()));
    }
    void expectState(int enrolled, int ofOtherModels, bool ownScale)
    {
        const auto state = must(enrolment::galleryState(m_school->store()));
        QCOMPARE(state.enrolled, enrolled);
        QCOMPARE(state.ofOtherModels, ofOtherModels);
        QCOMPARE(state.ownScale, ownScale);
    }
    [[nodiscard]] int rowsOf(PersonId person)
    {
        return int(must(m_school->store().read([&](store::Tx& tx) { return tx.templates().of(person); })).size());
    }

    std::unique_ptr<School> m_school;
    PersonId m_student;
};

KOBAI_TEST(RecognitionTest, QCoreApplication)
#include "RecognitionTest.moc"
