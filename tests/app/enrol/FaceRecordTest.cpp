// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/FaceRecord.h"

#include "app/enrol/EnrolPage.h"
#include "enrolment/LookAlikes.h"
#include "enrolment/ReferencePhoto.h"
#include "support/AwaitStore.h"
#include "support/Desk.h"
#include "support/TestProgram.h"
#include "widgets/CameraView.h"
#include "widgets/PhotoView.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

using namespace kobai;
using namespace kobai::app;
using namespace kobai::test;
using Step = EnrolFlow::Step;

/// What the office does about a face besides taking it, on the real page and store: a face near another's, look-alikes, the photo,
/// the removal, the challenge that somebody is spared.
class FaceRecordTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        m_desk = std::make_unique<Desk>();
        m_ken = m_desk->addStudent(u"Mori Ken"_s, u"2026001"_s);
        m_desk->consentFully(m_ken.id);
        m_desk->enrol(m_ken.id, 1);
        m_haruka = m_desk->addStudent(u"Sato Haruka"_s, u"2026014"_s);
        m_desk->consentFully(m_haruka.id);
        m_page = std::make_unique<EnrolPage>(m_desk->services);
        Desk::present(*m_page);
    }
    void cleanup()
    {
        if (m_page)
            m_page->leave();
        m_page.reset();
        m_desk.reset();
    }

    // [row 20]
    void aFaceNearAnothersNamesBothToTheOffice()
    {
        takeKensFaceForHaruka();
        QTRY_COMPARE(text("duplicateTaken"), u"Sato Haruka"_s);
        QCOMPARE(text("duplicateEnrolled"), u"Mori Ken"_s);
        QVERIFY(!m_desk->services.vision().isRunning());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // Enter alone settles nothing
        QVERIFY(m_page->flow().lookAlike());
        const auto labels = m_page->findChildren<QLabel*>();
        for (const QLabel* label : labels) {
            if (label->isVisible())
                QVERIFY2(!label->text().contains(u"score"_s, Qt::CaseInsensitive), qPrintable(label->text()));
        }
        QCOMPARE(m_desk->file(m_haruka.id).captures, 0);
    }

    // [row 20]
    void theSamePersonStoresNothingAndOpensTheOther()
    {
        takeKensFaceForHaruka();
        QTRY_COMPARE(text("duplicateEnrolled"), u"Mori Ken"_s);
        click("samePerson");
        QTRY_COMPARE(m_page->flow().person(), m_ken.id);
        QVERIFY(m_page->flow().captures().isEmpty());
        QCOMPARE(m_desk->file(m_haruka.id).captures, 0);
        QVERIFY(pairs().empty());
    }

    // [row 20] [row 21]
    void twoPeopleAreEnrolledAndRegistered()
    {
        takeKensFaceForHaruka();
        QTRY_COMPARE(text("duplicateEnrolled"), u"Mori Ken"_s);
        button("twoPersons")->setFocus();
        QTest::keyClick(button("twoPersons"), Qt::Key_Space);
        QTRY_COMPARE(m_page->flow().step(), Step::Done);
        QCOMPARE(m_desk->file(m_haruka.id).captures, 3);
        QCOMPARE(pairs().size(), std::size_t(1));
        QVERIFY(pairs().front().a == std::min(m_ken.id, m_haruka.id));
    }

    void leavingForgetsTheCaptures()
    {
        takeKensFaceForHaruka();
        QTRY_VERIFY(m_page->flow().lookAlike());
        m_page->leave();
        QVERIFY(m_page->flow().captures().isEmpty());
        QVERIFY(!m_page->flow().lookAlike());
    }

    // [row 21]
    void aPairIsRegisteredAndTakenOutByTheOffice()
    {
        openRecord(m_haruka);
        QLineEdit* search = field("lookAlikeSearch");
        search->setFocus();
        QTest::keyClicks(search, u"sato"_s); // only herself
        QTRY_COMPARE(m_page->findChild<QListView*>(u"lookAlikeFound"_s)->model()->rowCount(), 0);
        search->selectAll();
        QTest::keyClicks(search, u"mori"_s);
        QTRY_COMPARE(m_page->findChild<QListView*>(u"lookAlikeFound"_s)->model()->rowCount(), 1);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(text("lookAlikeQuestion").contains(u"Sato Haruka"_s)
                && text("lookAlikeQuestion").contains(u"Mori Ken"_s));
        QVERIFY(button("lookAlikeNo")->hasFocus());
        QVERIFY(pairs().empty());
        click("lookAlikeYes");
        QTRY_COMPARE(pairs().size(), std::size_t(1));
        QTRY_VERIFY(button("forget-2026001") != nullptr);
        click("forget-2026001");
        QVERIFY(m_page->stepBack()); // Esc takes the question back first
        QCOMPARE(pairs().size(), std::size_t(1));
        click("forget-2026001");
        click("lookAlikeYes");
        QTRY_VERIFY(pairs().empty());
    }

    // [row 19]
    void thePhotoIsTakenOnlyAfterAYes()
    {
        openRecord(m_ken);
        QVERIFY(!visible("openPhotoCamera") && !visible("takePhoto") && !visible("photoCamera"));
        click("photoYes");
        QTRY_VERIFY(visible("openPhotoCamera"));
        QVERIFY(!m_desk->services.vision().isRunning());
        click("openPhotoCamera");
        QTRY_VERIFY(m_desk->services.vision().isRunning());
        QVERIFY(!button("takePhoto")->isEnabled()); // no picture yet
        showFrame(Qt::darkGreen);
        click("takePhoto");
        QVERIFY(!m_desk->services.vision().isRunning());
        QVERIFY(
            !m_desk->with([id = m_ken.id](store::Store& store) { return enrolment::photoState(store, id); }).hasPhoto);
        click("keepPhoto");
        QTRY_VERIFY(stored().has_value());
        QTRY_VERIFY(visible("removePhoto"));
        QVERIFY(!m_page->findChild<widgets::PhotoView*>(u"recordPhoto"_s)->photo().isNull());
        click("removePhoto");
        QVERIFY(text("removePhotoQuestion").contains(m_ken.name));
        QVERIFY(stored().has_value());
        click("removePhotoYes");
        QTRY_VERIFY(!stored().has_value());
        QTRY_VERIFY(visible("photoYes")); // the consent has ended with it
    }

    // [row 19]
    void thePhotoIsReplaced()
    {
        openRecord(m_ken);
        click("photoYes");
        QTRY_VERIFY(visible("openPhotoCamera"));
        for (const Qt::GlobalColor colour : {Qt::darkGreen, Qt::darkBlue}) {
            click(visible("photoAgain") ? "photoAgain" : "openPhotoCamera");
            QTRY_VERIFY(m_desk->services.vision().isRunning());
            showFrame(colour);
            click("takePhoto");
            click("keepPhoto");
            QTRY_VERIFY(stored() && near(stored()->pixelColor(5, 5), QColor(colour)));
            QTRY_VERIFY(visible("removePhoto"));
        }
    }

    // [row 9]
    void withFacesOffNoPhotoIsTaken()
    {
        openRecord(m_ken);
        click("photoYes");
        QTRY_VERIFY(visible("openPhotoCamera"));
        m_desk->set(store::setting::facesOn, u"0"_s);
        click("openPhotoCamera");
        (void)m_desk->file(m_ken.id); // the store has answered
        QVERIFY(!m_desk->services.vision().isRunning());
    }

    void aNoToThePhotoIsOnRecordAndTheFaceStays()
    {
        openRecord(m_ken);
        click("photoNo");
        QCOMPARE(m_desk->audited(audit::Action::PhotoConsentRecorded), 1);
        awaitStore(m_desk->services);
        QVERIFY(visible("photoYes")); // it can be asked again
        QCOMPARE(m_desk->file(m_ken.id).captures, 3);
    }

    void theCameraOfThePhotoClosesWithThePage()
    {
        openRecord(m_ken);
        click("photoYes");
        QTRY_VERIFY(visible("openPhotoCamera"));
        click("openPhotoCamera");
        QTRY_VERIFY(m_desk->services.vision().isRunning());
        QVERIFY(m_page->stepBack());
        QVERIFY(!m_desk->services.vision().isRunning());
        click("openPhotoCamera");
        m_page->leave(); // before the store has said yes
        (void)m_desk->file(m_ken.id);
        QVERIFY(!m_desk->services.vision().isRunning());
    }

    void theFaceIsRemovedAfterAQuestion()
    {
        QSignalSpy refreshed(&m_desk->services, &Services::galleryRefreshed);
        openRecord(m_ken);
        click("removeFace");
        QVERIFY(text("removeFaceQuestion").contains(m_ken.name));
        QCOMPARE(m_desk->file(m_ken.id).captures, 3);
        click("removeFaceYes");
        QTRY_COMPARE(m_desk->file(m_ken.id).captures, 0);
        QTRY_VERIFY(!refreshed.isEmpty()
                    && refreshed.last().first().toInt() == 0); // nobody is found from the next frame on
        QTRY_VERIFY(text("storedFace").startsWith(u"No face"_s));
        QVERIFY(!visible("removeFace"));
        QVERIFY(m_desk->file(m_ken.id).consent.allowed()); // the consent is another matter
    }

    // [row 30]
    void somebodyIsSparedTheChallenge()
    {
        openRecord(m_ken);
        auto* spared = m_page->findChild<QCheckBox*>(u"withoutChallenge"_s);
        QVERIFY(!spared->isChecked());
        spared->setFocus();
        QTest::keyClick(spared, Qt::Key_Space);
        QTRY_VERIFY(m_desk->services.identifyPlan().withoutChallenge.contains(m_ken.id));
        QTest::keyClick(spared, Qt::Key_Space);
        QTRY_VERIFY(!m_desk->services.identifyPlan().withoutChallenge.contains(m_ken.id));
    }

    void escLeadsBackToThePerson()
    {
        openRecord(m_ken);
        QVERIFY(m_page->stepBack());
        QVERIFY(!visible("faceRecordTitle"));
        QVERIFY(visible("faceRecord"));
        QCOMPARE(m_page->flow().person(), m_ken.id);
    }

private:
    void takeKensFaceForHaruka()
    {
        show(m_haruka.id);
        click("toConsent");
        click("toFace");
        click("startEnrol");
        QTRY_VERIFY(m_desk->services.vision().isRunning()); // the store is asked first
        Q_EMIT m_desk->services.vision().enrolled(School::captures(1));
    }
    void openRecord(const people::Person& person)
    {
        show(person.id);
        click("faceRecord");
        QTRY_VERIFY(visible("storedFace"));
        QCOMPARE(text("faceRecordTitle"), person.name);
    }
    void show(PersonId person)
    {
        QVERIFY(m_page->showPerson(person));
        QTRY_COMPARE(m_page->flow().person(), person);
    }
    void showFrame(const QColor& colour)
    {
        QImage picture(640, 480, QImage::Format_RGB888);
        picture.fill(colour);
        Q_EMIT m_desk->services.vision().frameShown(picture);
    }
    [[nodiscard]] static bool near(const QColor& a, const QColor& b) // it was compressed
    {
        return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) < 30;
    }
    std::optional<QImage> stored()
    {
        return m_desk->with([id = m_ken.id](store::Store& store) { return enrolment::referencePhoto(store, id); });
    }
    std::vector<enrolment::LookAlikePair> pairs()
    {
        return m_desk->with([](store::Store& store) { return enrolment::lookAlikes(store); });
    }
    void click(const char* name)
    {
        QTRY_VERIFY2(visible(name) && button(name)->isEnabled(), name);
        button(name)->click();
    }
    bool visible(const char* name) const
    {
        const auto* widget = m_page->findChild<QWidget*>(QString::fromLatin1(name));
        return widget != nullptr && widget->isVisible();
    }
    QString text(const char* name) const { return m_page->findChild<QLabel*>(QString::fromLatin1(name))->text(); }
    QPushButton* button(const char* name) const { return m_page->findChild<QPushButton*>(QString::fromLatin1(name)); }
    QLineEdit* field(const char* name) const { return m_page->findChild<QLineEdit*>(QString::fromLatin1(name)); }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<EnrolPage> m_page;
    people::Person m_ken;
    people::Person m_haruka;
};

KOBAI_TEST(FaceRecordTest, QApplication)
#include "FaceRecordTest.moc"
