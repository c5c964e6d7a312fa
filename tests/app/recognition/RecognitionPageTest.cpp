// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recognition/RecognitionPage.h"

#include "app/recognition/AttackView.h"
#include "app/recognition/AttackWords.h"
#include "app/recognition/EvaluationView.h"
#include "app/recognition/RateWords.h"
#include "app/recognition/SelfTestView.h"
#include "enrolment/LookAlikes.h"
#include "enrolment/Recognition.h"
#include "support/Desk.h"
#include "support/TestProgram.h"
#include "widgets/Controls.h"

#include <QApplication>
#include <QCheckBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace kobai;
using namespace kobai::app;
using namespace kobai::test;

namespace {

constexpr int patienceMs = 60'000;

} // namespace

/// The faces' workplace on a real store: its tests, its rules, its reports.
class RecognitionPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        m_desk = std::make_unique<Desk>();
        m_people.clear();
        for (unsigned person = 1; person <= 3; ++person) {
            const auto student = m_desk->addStudent(u"Student %1"_s.arg(person), u"202600%1"_s.arg(person));
            m_desk->consentFully(student.id);
            m_desk->enrol(student.id, person);
            m_people.push_back(student.id);
        }
        m_page = std::make_unique<RecognitionPage>(m_desk->services);
        Desk::present(*m_page);
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    // [row 22]
    void theSelfTestNamesTheClosestPairsAndKeepsItsFigures()
    {
        QTRY_COMPARE(text("enrolledFaces"), u"3 face(s) enrolled"_s);
        const QSignalSpy tested(&m_page->selfTest(), &SelfTestView::tested);
        QTest::mouseClick(button("startSelfTest"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(tested.size(), 1, patienceMs);
        QVERIFY(!text("selfTestAdvice").isEmpty());
        const auto kept = reports(enrolment::ReportKind::SelfTest);
        QCOMPARE(kept.size(), 1U);
        const QJsonObject json = QJsonDocument::fromJson(kept.front().json).object();
        QCOMPARE(json[u"persons"_s].toInt(), 3);
        QCOMPARE(json[u"pairs"_s].toInt(), 3);
        QVERIFY(!kept.front().json.contains("Student")); // opaque ids, no names
    }

    // [row 21]
    void aClosePairGoesIntoTheRegister()
    {
        QTRY_VERIFY(button("startSelfTest")->isEnabled());
        const QSignalSpy tested(&m_page->selfTest(), &SelfTestView::tested);
        m_page->selfTest().start();
        QTRY_COMPARE_WITH_TIMEOUT(tested.size(), 1, patienceMs);
        QTest::mouseClick(button("registerPair0"), Qt::LeftButton);
        QTRY_VERIFY(m_page->findChild<QPushButton*>(u"registerPair0"_s) == nullptr);
        QCOMPARE(lookAlikes().size(), 1U);
    }

    // [row 28] [row 30]
    void theRulesAreKept()
    {
        m_page->showPart(RecognitionPage::Part::Rules);
        auto* claimFirst = m_page->findChild<QCheckBox*>(u"claimFirst"_s);
        auto* challenge = m_page->findChild<QCheckBox*>(u"challenge"_s);
        QTRY_VERIFY(claimFirst->isEnabled()); // not before it is known what holds
        claimFirst->click();
        QTRY_VERIFY(claimFirst->isEnabled() && settings().claimFirst);
        challenge->click();
        QTRY_VERIFY(challenge->isEnabled() && settings().challenge);
        QVERIFY(settings().claimFirst);
    }

    // [row 32]
    void renewingAsksFirst()
    {
        m_page->showPart(RecognitionPage::Part::Rules);
        QTest::mouseClick(button("renewTemplates"), Qt::LeftButton);
        QVERIFY(m_page->stepBack()); // Esc: nothing happened
        QVERIFY(m_page->mayLeave());
        QTest::mouseClick(button("renewTemplates"), Qt::LeftButton);
        const QSignalSpy leavable(m_page.get(), &Page::leavable);
        QTest::mouseClick(button("renewTemplatesSure"), Qt::LeftButton);
        QVERIFY(!m_page->mayLeave());
        QTRY_COMPARE_WITH_TIMEOUT(leavable.size(), 1, patienceMs);
        QVERIFY(m_page->mayLeave());
    }

    // [row 32]
    void whoseFaceIsLostInARenewalIsNamed()
    {
        m_desk->damageFace(m_people[1]);
        m_page->showPart(RecognitionPage::Part::Rules);
        QTest::mouseClick(button("renewTemplates"), Qt::LeftButton);
        const QSignalSpy leavable(m_page.get(), &Page::leavable);
        QTest::mouseClick(button("renewTemplatesSure"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(leavable.size(), 1, patienceMs);
        const QString words = m_page->findChild<widgets::Banner*>(u"renewTemplatesBanner"_s)->words();
        QVERIFY2(words.startsWith(u"2 face(s) have new secrets."_s), qPrintable(words));
        QVERIFY2(words.endsWith(u": Student 2"_s), qPrintable(words));
    }

    // [row 9]
    void withFacesOffNoAttackIsPresented()
    {
        m_page->showPart(RecognitionPage::Part::Attacks);
        m_desk->set(store::setting::facesOn, u"0"_s);
        m_desk->refreshGallery();
        QTest::mouseClick(button("presentAttack"), Qt::LeftButton);
        QVERIFY(!m_desk->services.vision().isRunning());
        m_desk->set(store::setting::facesOn, u"1"_s);
        m_desk->refreshGallery();
        QTest::mouseClick(button("presentAttack"), Qt::LeftButton);
        QVERIFY(m_desk->services.vision().isRunning());
        m_page->leave();
    }

    // [row 31]
    void anAttackSessionBecomesAReport()
    {
        face::AttackSession session;
        session.add({.species = face::PresentedSpecies::Phone, .result = face::PresentedResult::TakenForLive});
        session.add({.species = face::PresentedSpecies::Phone, .result = face::PresentedResult::TakenForAttack});
        session.add({.species = face::PresentedSpecies::BonaFide, .result = face::PresentedResult::TakenForLive});
        session.add({.species = face::PresentedSpecies::Mask, .result = face::PresentedResult::NotJudged});
        m_page->showPart(RecognitionPage::Part::Attacks);
        m_page->attacks().show(session);
        QTest::mouseClick(button("keepAttackSession"), Qt::LeftButton);
        QTRY_COMPARE(reports(enrolment::ReportKind::AttackSession).size(), 1U);
        const QJsonObject json =
            QJsonDocument::fromJson(reports(enrolment::ReportKind::AttackSession).front().json).object();
        QCOMPARE(json[u"bpcer"_s].toDouble(-1), 0.0);
        QCOMPARE(json[u"apcer"_s][u"phone"_s].toDouble(), 0.5);
        QVERIFY(json[u"apcer"_s][u"mask"_s].isUndefined()); // not judged: no rate
        QCOMPARE(json[u"worst"_s].toDouble(), 0.5);
    }

    void onlyARefusalAsAPictureStopsAnAttack()
    {
        QCOMPARE(presentedResult(face::Verdict::Spoof), face::PresentedResult::TakenForAttack);
        QCOMPARE(presentedResult(face::Verdict::TimedOut), face::PresentedResult::NotJudged);
        QCOMPARE(presentedResult(face::Verdict::Unknown), face::PresentedResult::TakenForLive);
    }

    void anEmptyFolderIsSaidSo()
    {
        m_page->showPart(RecognitionPage::Part::Evaluation);
        const QTemporaryDir folder;
        const QSignalSpy measured(&m_page->evaluation(), &EvaluationView::measured);
        m_page->evaluation().measure(folder.path());
        QTRY_VERIFY(button("evaluateFolder")->isEnabled());
        QCOMPARE(measured.size(), 0);
        QVERIFY(reports(enrolment::ReportKind::Evaluation).empty());
    }

    // On the screen by name, in the store's record as a number.
    void whatCannotBeReadIsNamed()
    {
        m_page->showPart(RecognitionPage::Part::Evaluation);
        const QStringList files{u"/faces/Ann/Ann_0002.jpg"_s, u"/faces/Bea/phone.heic"_s};
        m_page->evaluation().take(EvaluationView::Measured{.report = {}, .unreadable = files});
        const auto* banner = m_page->evaluation().findChild<widgets::Banner*>();
        QCOMPARE(banner->words(), u"Left out, for they cannot be read (2): Ann/Ann_0002.jpg, Bea/phone.heic"_s);
        QTRY_COMPARE(reports(enrolment::ReportKind::Evaluation).size(), 1U);
        const QByteArray kept = reports(enrolment::ReportKind::Evaluation).front().json;
        QCOMPARE(QJsonDocument::fromJson(kept).object()[u"unreadable"_s].toInt(), 2);
        QVERIFY(!kept.contains("Ann"));
    }

    void sharesHaveTheDigitsTheyNeed()
    {
        QCOMPARE(percentText(0), u"0 %"_s);
        QCOMPARE(percentText(0.0017), u"0.17 %"_s);
        QCOMPARE(percentText(0.12), u"12 %"_s);
        QCOMPARE(percentText(1), u"100 %"_s);
        QCOMPARE(percentText(1e-4), u"0.01 %"_s);
        QCOMPARE(rateText(std::nullopt), u"–"_s);
    }

private:
    [[nodiscard]] QPushButton* button(const char* name) const
    {
        return m_page->findChild<QPushButton*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString text(const char* name) const
    {
        return m_page->findChild<QLabel*>(QString::fromLatin1(name))->text();
    }
    /// What the store's thread answers.
    template <typename Use>
    [[nodiscard]] auto ask(Use use) const
    {
        std::optional<std::invoke_result_t<Use&, store::Store&>> answer;
        m_desk->services.withStore(std::move(use), m_page.get(), [&](auto result) { answer = std::move(result); });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, patienceMs))
            qFatal("the store did not answer");
        return answer->value();
    }
    [[nodiscard]] std::vector<enrolment::FaceReport> reports(enrolment::ReportKind kind) const
    {
        return ask([kind](store::Store& store) { return enrolment::reports(store, kind, 10); });
    }
    [[nodiscard]] enrolment::RecognitionSettings settings() const { return ask(enrolment::recognitionSettings); }
    [[nodiscard]] std::vector<enrolment::LookAlikePair> lookAlikes() const { return ask(enrolment::lookAlikes); }

    std::unique_ptr<Desk> m_desk;
    std::vector<PersonId> m_people;
    std::unique_ptr<RecognitionPage> m_page;
};

KOBAI_TEST(RecognitionPageTest, QApplication)
#include "RecognitionPageTest.moc"
