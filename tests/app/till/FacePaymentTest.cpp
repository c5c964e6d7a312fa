// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/TillPage.h"

#include "app/scanner/Scanner.h"
#include "checkout/Checkout.h"
#include "checkout/FaceLooks.h"
#include "enrolment/LookAlikes.h"
#include "enrolment/ReferencePhoto.h"
#include "support/Desk.h"
#include "support/PlayedKeys.h"
#include "support/TestProgram.h"
#include "widgets/CameraView.h"
#include "widgets/PhotoView.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace kobai;
using namespace kobai::app;
using namespace kobai::test;
using face::Guidance;
using face::Verdict;
using Step = TillFlow::Step;
using Refusal = TillFlow::Refusal;

namespace {

constexpr QStringView riceCode = u"4901234567894";

} // namespace

/// The face at the till as a clerk has it, on the real page and store: look-alikes, the number first, the challenge, each refusal.
class FacePaymentTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        m_desk = std::make_unique<Desk>();
        m_mei = customer(u"Sato Mei"_s, u"2026015"_s, 1);
        m_yui = customer(u"Sato Yui"_s, u"2026014"_s, 2);
        const catalogue::Product rice = m_desk->addProduct(u"Rice ball"_s, 150, {riceCode.toString()});
        m_page = std::make_unique<TillPage>(m_desk->services);
        m_scanner = std::make_unique<Scanner>(*m_page);
        connect(m_scanner.get(), &Scanner::scanned, m_page.get(), &TillPage::takeScan);
        Desk::present(*m_page);
        QTRY_VERIFY(m_page->findChild<QWidget*>(u"product-%1"_s.arg(rice.id.value)) != nullptr);
    }
    void cleanup()
    {
        if (m_page)
            m_page->leave();
        m_scanner.reset();
        m_page.reset();
        m_desk.reset();
    }

    // [row 21]
    void theClerkChoosesBetweenTwinsByAKey()
    {
        registerTwins();
        startFace();
        see(Verdict::Identified, m_mei.id);
        QTRY_COMPARE(m_page->flow().step(), Step::Choose);
        QVERIFY(!m_desk->services.vision().isRunning());
        QVERIFY(!shown(u"customerName"_s) && !shown(u"confirmCharge"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // Enter alone says nothing
        QCOMPARE(m_page->flow().step(), Step::Choose);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_2); // in the order of the numbers: Yui, Mei
        QTRY_COMPARE(m_page->flow().step(), Step::Confirm);
        QCOMPARE(text("customerName"), u"Sato Mei"_s);
        QTest::mouseClick(button("confirmCharge"), Qt::LeftButton);
        QTRY_COMPARE(m_page->flow().step(), Step::Done);
        QCOMPARE(m_desk->balance(m_mei.id), Money(850));
        QCOMPARE(m_desk->balance(m_yui.id), Money(1000));
    }

    // [row 21]
    void aTwinTypesThePinInstead()
    {
        registerTwins();
        m_desk->with([id = m_yui.id, by = m_desk->services.operatorId()](store::Store& store) {
            return checkout::setPin(store, id, u"2580"_s, by);
        });
        startFace();
        see(Verdict::Identified, m_mei.id);
        QTRY_COMPARE(m_page->flow().step(), Step::Choose);
        QTest::mouseClick(button("choicePin-1"), Qt::LeftButton);
        QCOMPARE(m_page->flow().step(), Step::Pin);
        auto* pad = m_page->findChild<QWidget*>(u"pinPad"_s);
        QVERIFY(pad->hasFocus());
        QTest::keyClicks(pad, u"2580"_s);
        QTest::keyClick(pad, Qt::Key_Return);
        QTRY_COMPARE(m_page->flow().step(), Step::Confirm);
        QCOMPARE(text("customerName"), u"Sato Yui"_s);
    }

    void anUnregisteredAmbiguousPairNamesNobody()
    {
        startFace();
        see(Verdict::Ambiguous, m_mei.id, m_yui.id);
        QTRY_COMPARE(m_page->flow().step(), Step::Refused);
        QCOMPARE(m_page->flow().refusal(), Refusal::Ambiguous);
        QVERIFY(!shown(u"customerName"_s) && !shown(u"choice-1"_s));
        QVERIFY(button("otherPin")->hasFocus());
        QTRY_COMPARE(m_desk->audited(audit::Action::FaceAttempt), 1);
    }

    // [row 28]
    void theSchoolMayWantTheNumberBeforeTheFace()
    {
        claimFirst();
        scan(riceCode);
        QTest::keyClick(m_page.get(), Qt::Key_F12);
        QCOMPARE(m_page->flow().step(), Step::Number);
        QVERIFY(!m_desk->services.vision().isRunning()); // nobody is looked at before
        QVERIFY(text("payDetail").contains(u"number first"_s));
        QLineEdit* number = m_page->findChild<QLineEdit*>(u"pinNumber"_s);
        QVERIFY(number->hasFocus());
        scan(m_mei.number); // a card: the scanner types the number and Enter
        awaitLook();
        see(Verdict::OtherPerson, m_mei.id);
        QTRY_COMPARE(m_page->flow().step(), Step::Refused);
        QCOMPARE(m_page->flow().refusal(), Refusal::OtherPerson);
        QTest::mouseClick(button("retryFace"), Qt::LeftButton);
        QCOMPARE(m_page->flow().step(), Step::Number);
        QTest::keyClicks(number, m_mei.number);
        QTest::keyClick(number, Qt::Key_Return);
        awaitLook();
        see(Verdict::Identified, m_mei.id);
        QTRY_COMPARE(m_page->flow().step(), Step::Confirm);
        QCOMPARE(text("customerName"), u"Sato Mei"_s);
    }

    void aCardScannedBesideTheFieldIsTheNumberToo()
    {
        claimFirst();
        scan(riceCode);
        QTest::keyClick(m_page.get(), Qt::Key_F12);
        button("otherLookUp")->setFocus();
        scan(m_mei.number, button("otherLookUp"));
        awaitLook();
        see(Verdict::Identified, m_mei.id);
        QTRY_COMPARE(m_page->flow().step(), Step::Confirm);
        QCOMPARE(m_page->flow().claimed()->id, m_mei.id);
        QCOMPARE(m_page->basket().itemCount(), 1);
    }

    // [row 30]
    void aChallengeIsAskedLargeAndOnThePicture_data()
    {
        QTest::addColumn<int>("guidance");
        QTest::addColumn<int>("hint");
        using Hint = widgets::CameraView::Hint;
        QTest::newRow("left") << int(Guidance::TurnLeft) << int(Hint::Left);
        QTest::newRow("right") << int(Guidance::TurnRight) << int(Hint::Right);
        QTest::newRow("blink") << int(Guidance::Blink) << int(Hint::Blink);
        QTest::newRow("nothing to do") << int(Guidance::Good) << int(Hint::None);
    }
    void aChallengeIsAskedLargeAndOnThePicture()
    {
        QFETCH(int, guidance);
        QFETCH(int, hint);
        startFace();
        auto* camera = m_page->findChild<widgets::CameraView*>(u"tillCamera"_s);
        const QString before = text("payMessage");
        QImage picture(64, 48, QImage::Format_RGB888);
        picture.fill(Qt::gray);
        Q_EMIT m_desk->services.vision().frameShown(picture);
        face::Observation seen;
        seen.guidance = Guidance(guidance);
        seen.face = QRectF(0.3, 0.2, 0.4, 0.5);
        seen.ring = 0.5F;
        Q_EMIT m_desk->services.vision().observed(seen);
        QVERIFY(camera->isLive());
        QCOMPARE(int(camera->hint()), hint);
        QCOMPARE(camera->ring(), 0.5F);
        QVERIFY(text("payMessage") != before);
        QCOMPARE(text("payMessage"), camera->words());
        m_page->stepBack();
        QVERIFY(!camera->isLive()); // [row 36] closed with the payment
        QCOMPARE(int(camera->hint()), int(widgets::CameraView::Hint::None));
    }

    // [row 25] [row 36]
    void everyRefusalHasItsOwnWordsAndThePinAtHand()
    {
        QStringList said;
        for (const Verdict verdict : {Verdict::Unknown, Verdict::Ambiguous, Verdict::Disagreement, Verdict::OtherPerson,
                                      Verdict::Spoof, Verdict::ChallengeFailed, Verdict::TimedOut}) {
            refuseWith(verdict, Guidance::NoFace, said);
        }
        for (const Guidance guidance :
             {Guidance::CameraBlack, Guidance::SeveralFaces, Guidance::Closer, Guidance::TooDark,
              Guidance::TurnToCamera, Guidance::HoldStill, Guidance::Glare, Guidance::UncoverFace}) {
            refuseWith(Verdict::TimedOut, guidance, said); // says what was wrong last
        }
        const int all = int(said.size());
        QCOMPARE(said.removeDuplicates(), 0);
        QCOMPARE(all, 15);
        for (const QString& sentence : said)
            QVERIFY2(!sentence.contains(m_mei.name), "a refusal names nobody");
    }

    // [row 9] [row 35]
    void facesThatAreSwitchedOffOpenNoCamera()
    {
        m_desk->set(store::setting::facesOn, u"0"_s);
        m_desk->refreshGallery();
        expectBarred(u"Faces are switched off in the settings."_s);
        m_desk->set(store::setting::facesOn, u"1"_s);
        m_desk->refreshGallery();
        QVERIFY(button("payByFace")->isEnabled() && !shown(u"faceBar"_s));
    }

    void withoutAnybodyEnrolledNoCameraOpens()
    {
        for (const PersonId person : {m_mei.id, m_yui.id})
            withdraw(person);
        m_desk->refreshGallery();
        expectBarred(u"Nobody's face may be used today: nobody is enrolled, or no consent holds."_s);
    }

    void networksThatAreNotReadOpenNoCamera()
    {
        m_desk->set(store::setting::faceModelId, QString());
        m_desk->refreshGallery();
        expectBarred(u"The files of the face recognition that were chosen cannot be read."_s);
    }

    /// What the page knows is older than what the store says: nothing is opened on the strength of it.
    void theStoreIsAskedBeforeEachLook()
    {
        m_desk->set(store::setting::facesOn, u"0"_s);
        QVERIFY(m_desk->services.faceUse() == enrolment::FaceUse::Allowed); // nobody has told the page
        scan(riceCode);
        QTest::keyClick(m_page.get(), Qt::Key_F12);
        QCOMPARE(m_page->flow().step(), Step::Looking);
        QVERIFY(!m_desk->services.vision().isRunning());
        QTRY_COMPARE(m_page->flow().step(), Step::Refused);
        QCOMPARE(m_page->flow().barredBy(), enrolment::FaceUse::FacesOff);
        QVERIFY(!m_desk->services.vision().isRunning());
    }

    // [row 7] Midnight has passed since the gallery was read.
    void aNewDayIsLookedAtWithItsOwnConsents()
    {
        const QDate last = m_desk->file(m_mei.id).consent.validUntil;
        m_desk->clock.set(QDateTime(last.addDays(1), QTime(7, 0)));
        scan(riceCode);
        QTest::keyClick(m_page.get(), Qt::Key_F12);
        QTRY_COMPARE(m_page->flow().step(), Step::Refused);
        QCOMPARE(m_page->flow().barredBy(), enrolment::FaceUse::NobodyEnrolled);
        QVERIFY(!m_desk->services.vision().isRunning());
        QCOMPARE(m_desk->file(m_mei.id).captures, 0);
    }

    /// While the camera looks.
    void facesThatAreSwitchedOffEndTheLook()
    {
        startFace();
        QVERIFY(m_desk->services.vision().isRunning());
        m_desk->set(store::setting::facesOn, u"0"_s);
        QSignalSpy refreshed(&m_desk->services, &Services::galleryRefreshed);
        m_desk->services.refreshGallery();
        QTRY_COMPARE(refreshed.count(), 1);
        QCOMPARE(m_page->flow().step(), Step::Refused);
        QVERIFY(!m_desk->services.vision().isRunning());
    }

    // [row 1] [row 28]
    void aNumberWhoseOwnerNeverConsentedOpensNoCamera()
    {
        const people::Person ken = m_desk->addStudent(u"Mori Ken"_s, u"2026001"_s);
        claimFirst();
        expectRefusedClaim(ken, Refusal::ConsentOff);
        QTest::mouseClick(button("otherPin"), Qt::LeftButton);
        QCOMPARE(m_page->flow().step(), Step::Pin); // of that number
        QCOMPARE(m_page->flow().person(), ken.id);
    }

    void aNumberWhoseOwnerIsNotEnrolledOpensNoCamera()
    {
        const people::Person ken = m_desk->addStudent(u"Mori Ken"_s, u"2026001"_s);
        m_desk->consentFully(ken.id);
        claimFirst();
        expectRefusedClaim(ken, Refusal::NotEnrolled);
    }

    /// The number is kept for the second look, what it was allowed for the first is asked anew.
    void aWithdrawalBetweenTwoLooksOpensNoCamera()
    {
        claimFirst();
        scan(riceCode);
        QTest::keyClick(m_page.get(), Qt::Key_F12);
        scan(m_mei.number);
        awaitLook();
        see(Verdict::TimedOut, m_mei.id);
        QTRY_COMPARE(m_page->flow().step(), Step::Refused);
        withdraw(m_mei.id);
        QTest::mouseClick(button("retryFace"), Qt::LeftButton);
        QVERIFY(!m_desk->services.vision().isRunning());
        QTRY_COMPARE(m_page->flow().step(), Step::Refused);
        QCOMPARE(m_page->flow().refusal(), Refusal::ConsentOff);
        QCOMPARE(m_page->flow().looksLeft(), face::looksPerPayment - 1);
    }

    // [row 35]
    void nothingIsLookedAtBeforeTheClerkStarts()
    {
        QSignalSpy shown(&m_desk->services.vision(), &face::Vision::frameShown);
        scan(riceCode);
        QCoreApplication::processEvents();
        QVERIFY(!m_desk->services.vision().isRunning());
        see(Verdict::Identified, m_mei.id); // a stray answer
        QCOMPARE(m_page->flow().step(), Step::Closed);
        QVERIFY(shown.isEmpty());
    }

    // [row 19]
    void thePhotoIsOnTheCardOnlyWithItsOwnConsent()
    {
        keepPhoto(m_mei.id);
        startFace();
        see(Verdict::Identified, m_mei.id);
        QTRY_COMPARE(m_page->flow().step(), Step::Confirm);
        auto* photo = m_page->findChild<widgets::PhotoView*>(u"customerPhoto"_s);
        QVERIFY(photo->isVisible() && !photo->photo().isNull());
        QCOMPARE(photo->accessibleName(), u"Reference photo of Sato Mei"_s);
        m_page->stepBack();
        QVERIFY(photo->photo().isNull());
        m_desk->with([id = m_mei.id, by = m_desk->services.operatorId()](store::Store& store) {
            return enrolment::recordPhotoConsent(store, id, false, by);
        });
        QTest::keyClick(m_page.get(), Qt::Key_F12);
        awaitLook();
        see(Verdict::Identified, m_mei.id);
        QTRY_COMPARE(m_page->flow().step(), Step::Confirm);
        QVERIFY(!photo->isVisible() && photo->photo().isNull());
    }

private:
    people::Person customer(const QString& name, const QString& number, unsigned face)
    {
        const people::Person made = m_desk->addStudent(name, number);
        m_desk->topUp(made.id, 1000);
        m_desk->consentFully(made.id);
        m_desk->enrol(made.id, face);
        return made;
    }
    void registerTwins()
    {
        m_desk->with([a = m_mei.id, b = m_yui.id, by = m_desk->services.operatorId()](store::Store& store) {
            return enrolment::registerLookAlikes(store, a, b, by);
        });
    }
    void claimFirst()
    {
        m_desk->with([by = m_desk->services.operatorId()](store::Store& store) -> Status {
            KOBAI_ASSIGN(enrolment::RecognitionSettings settings, enrolment::recognitionSettings(store));
            settings.claimFirst = true;
            return enrolment::changeRecognition(store, settings, by);
        });
        m_desk->refreshGallery();
    }
    void withdraw(PersonId person)
    {
        m_desk->clock.advance(std::chrono::seconds(1));
        m_desk->with([person, by = m_desk->services.operatorId()](store::Store& store) {
            return enrolment::recordConsent(store, School::consentEvent(person, consent::EventKind::Withdrawn), by);
        });
    }
    /// The button is off and says why; its key says it too, opens no camera, and leaves the other ways.
    void expectBarred(const QString& why)
    {
        scan(riceCode);
        QVERIFY(!button("payByFace")->isEnabled());
        QVERIFY(button("payByPin")->isEnabled() && button("payByLookUp")->isEnabled());
        QVERIFY(shown(u"faceBar"_s));
        QCOMPARE(text("faceBar"), why);
        QTest::keyClick(m_page.get(), Qt::Key_F12);
        QCOMPARE(m_page->flow().step(), Step::Refused);
        QCOMPARE(text("payMessage"), why);
        QVERIFY(!m_desk->services.vision().isRunning());
        QVERIFY(button("otherPin")->isVisible() && button("otherLookUp")->isVisible());
        QVERIFY(!button("retryFace")->isVisible());
        QCoreApplication::processEvents();
        QVERIFY(!m_desk->services.vision().isRunning());
        QCOMPARE(m_page->flow().looksLeft(), face::looksPerPayment);
        QVERIFY(m_page->stepBack());
    }
    /// The number is typed, and no camera opens for its owner.
    void expectRefusedClaim(const people::Person& who, Refusal refusal)
    {
        scan(riceCode);
        QTest::keyClick(m_page.get(), Qt::Key_F12);
        connect(&m_page->flow(), &TillFlow::changed, &m_page->flow(),
                [this] { QVERIFY(!m_desk->services.vision().isRunning()); });
        scan(who.number);
        QTRY_COMPARE(m_page->flow().step(), Step::Refused);
        QCOMPARE(m_page->flow().refusal(), refusal);
        QVERIFY(!m_desk->services.vision().isRunning());
        QCOMPARE(m_page->flow().looksLeft(), face::looksPerPayment);
        QVERIFY(button("otherPin")->hasFocus());
    }
    void keepPhoto(PersonId person)
    {
        QImage picture(400, 300, QImage::Format_RGB888);
        picture.fill(Qt::darkGreen);
        m_desk->with([person, picture, by = m_desk->services.operatorId()](store::Store& store) -> Status {
            KOBAI_TRY(enrolment::recordPhotoConsent(store, person, true, by));
            return enrolment::keepPhoto(store, person, picture, by);
        });
    }
    void scan(QStringView digits, QWidget* focus = nullptr)
    {
        QWidget* target = focus != nullptr                         ? focus
                          : QApplication::focusWidget() != nullptr ? QApplication::focusWidget()
                                                                   : m_page.get();
        m_keys.scan(*target, digits.toString());
    }
    void startFace()
    {
        scan(riceCode);
        QTest::keyClick(m_page.get(), Qt::Key_F12);
        QCOMPARE(m_page->flow().step(), Step::Looking);
        awaitLook();
    }
    /// The store is asked before the camera opens.
    void awaitLook() { QTRY_VERIFY(m_desk->services.vision().isRunning()); }
    /// What the panel says to it.
    void refuseWith(Verdict verdict, Guidance guidance, QStringList& said)
    {
        // Three looks are enough: each here is tried when the ones before are over.
        m_desk->clock.advance(checkout::lookLifetime);
        QTest::keyClick(m_page.get(), Qt::Key_Delete);
        QTRY_VERIFY(m_page->basket().isEmpty());
        scan(riceCode);
        QTest::keyClick(m_page.get(), Qt::Key_F12);
        QCOMPARE(m_page->flow().step(), Step::Looking);
        awaitLook();
        see(verdict, m_mei.id, {}, guidance);
        QCOMPARE(m_page->flow().step(), Step::Refused);
        QVERIFY(!m_desk->services.vision().isRunning());
        QVERIFY(button("otherPin")->hasFocus());
        QVERIFY(button("otherLookUp")->isVisible() && button("retryFace")->isVisible());
        QVERIFY(text("payDetail").startsWith(u"Nothing was charged."_s));
        said.append(text("payMessage"));
        QVERIFY(m_page->stepBack());
    }
    void see(Verdict verdict, PersonId who, PersonId runnerUp = {}, Guidance guidance = Guidance::Good)
    {
        face::Identification seen;
        seen.verdict = verdict;
        seen.person = who;
        seen.runnerUp = runnerUp;
        seen.score = 7.5F;
        seen.margin = 4;
        seen.threshold = 4.5F;
        seen.liveness = 0.9F;
        seen.frames = 5;
        seen.lastGuidance = guidance;
        Q_EMIT m_desk->services.vision().identified(seen);
    }
    bool shown(const QString& name) const
    {
        const auto* widget = m_page->findChild<QWidget*>(name);
        return widget != nullptr && widget->isVisible();
    }
    QString text(const char* name) const { return m_page->findChild<QLabel*>(QString::fromLatin1(name))->text(); }
    QAbstractButton* button(const char* name) const
    {
        return m_page->findChild<QAbstractButton*>(QString::fromLatin1(name));
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<TillPage> m_page;
    std::unique_ptr<Scanner> m_scanner;
    PlayedKeys m_keys;
    people::Person m_mei;
    people::Person m_yui;
};

KOBAI_TEST(FacePaymentTest, QApplication)
#include "FacePaymentTest.moc"
