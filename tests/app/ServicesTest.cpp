// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Services.h"

#include "support/Desk.h"
#include "support/TestProgram.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace kobai;
using namespace kobai::app;
using namespace kobai::test;

/// What the services do by themselves, without any page.
class ServicesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_haruka = m_desk->addStudent(u"Sato Haruka"_s, u"2026014"_s).id;
        m_desk->consentFully(m_haruka);
        m_desk->enrol(m_haruka, 1);
    }
    void cleanup() { m_desk.reset(); }

    void aChangedPersonRefreshesTheGallery()
    {
        QSignalSpy refreshed(&m_desk->services, &Services::galleryRefreshed);
        Q_EMIT m_desk->services.personChanged(m_haruka);
        QTRY_COMPARE(refreshed.count(), 1);
        QCOMPARE(refreshed.last().first().toInt(), 1);
    }

    // [row 7] Nobody presses anything on the day on which a consent runs out.
    void aLapsedFaceIsDestroyedOnTheNewDay()
    {
        dayAfterTheConsent();
        QSignalSpy refreshed(&m_desk->services, &Services::galleryRefreshed);
        m_desk->services.refreshGallery();
        QTRY_COMPARE(refreshed.count(), 1);
        expectDestroyed();
    }

    // [row 7] The shop was closed on that day.
    void aLapsedFaceIsDestroyedOnOpening()
    {
        Services& services = m_desk->services;
        const QString folder = services.info().folder;
        QSignalSpy closed(&services, &Services::storeClosed);
        dayAfterTheConsent();
        services.closeStore();
        QTRY_COMPARE(closed.count(), 1);
        QSignalSpy refreshed(&services, &Services::galleryRefreshed);
        services.openStore(folder, SecureBytes(QByteArrayView("correct horse battery")));
        QTRY_COMPARE_WITH_TIMEOUT(refreshed.count(), 1, 20'000);
        expectDestroyed();
    }

    // [row 7] What fails after it keeps nothing that has lapsed.
    void aLapsedFaceIsDestroyedThoughTheGalleryCannotBeRead()
    {
        dayAfterTheConsent();
        m_desk->set(store::setting::claimFirst, u"perhaps"_s);
        QSignalSpy failed(&m_desk->services, &Services::galleryFailed);
        m_desk->services.refreshGallery();
        QTRY_COMPARE(failed.count(), 1);
        expectDestroyed();
        QCOMPARE(m_desk->services.faceUse(), enrolment::FaceUse::Unknown);
    }

    // [row 7] And what kept it from being destroyed does so until it is mended, not until tomorrow.
    void aDeletionThatFailedIsTriedAgainOnTheSameDay()
    {
        m_desk->set(store::setting::noticeVersion, u"2"_s);
        m_desk->refreshGallery(); // the pause begins
        m_desk->set(store::setting::pauseDays, u"for ever"_s);
        m_desk->clock.set(QDateTime(m_desk->clock.today().addDays(40), QTime(7, 0)));
        QSignalSpy failed(&m_desk->services, &Services::galleryFailed);
        m_desk->services.refreshGallery();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(m_desk->file(m_haruka).captures, 3);
        QCOMPARE(m_desk->services.faceUse(), enrolment::FaceUse::NobodyEnrolled); // stopped all the same
        m_desk->set(store::setting::pauseDays, u"30"_s);
        m_desk->services.refreshGalleryOfNewDay(); // as the day watch does
        QTRY_COMPARE(m_desk->file(m_haruka).captures, 0);
        expectDestroyed();
    }

    // A pause that ended today is not carried on by the next one.
    void aPauseEndsWithWhatIsSwitchedOn()
    {
        m_desk->set(store::setting::facesOn, u"0"_s);
        m_desk->refreshGallery();
        m_desk->clock.set(QDateTime(m_desk->clock.today().addDays(85), QTime(10, 0)));
        m_desk->refreshGallery();
        m_desk->set(store::setting::facesOn, u"1"_s);
        m_desk->refreshGallery(); // as the settings do
        m_desk->set(store::setting::facesOn, u"0"_s);
        m_desk->refreshGallery();
        m_desk->clock.set(QDateTime(m_desk->clock.today().addDays(10), QTime(10, 0)));
        m_desk->refreshGallery();
        QCOMPARE(m_desk->file(m_haruka).captures, 3);
    }

    // Not even a preview opens before it is known whether faces are off.
    void whatIsNotKnownOpensNoCamera()
    {
        QVERIFY(!m_desk->services.cameraFault());
        m_desk->set(store::setting::facesOn, u"perhaps"_s);
        QSignalSpy failed(&m_desk->services, &Services::galleryFailed);
        m_desk->services.refreshGallery();
        QTRY_VERIFY(failed.count() > 0);
        QCOMPARE(m_desk->services.cameraFault()->code, FaultCode::StoreDamaged);
        m_desk->set(store::setting::facesOn, u"0"_s);
        m_desk->refreshGallery();
        QCOMPARE(m_desk->services.cameraFault()->code, FaultCode::FacesOff);
    }

    void aDamagedTemplateIsNamedAndKeepsNobodyElseOut()
    {
        const PersonId ren = m_desk->addStudent(u"Mori Ren"_s, u"2026001"_s).id;
        m_desk->consentFully(ren);
        m_desk->enrol(ren, 2);
        m_desk->damageFace(ren);
        QSignalSpy refreshed(&m_desk->services, &Services::galleryRefreshed);
        m_desk->refreshGallery();
        QCOMPARE(refreshed.last().first().toInt(), 1);
        QCOMPARE(m_desk->services.unreadableFaces(), QStringList{u"Mori Ren"_s});
        QCOMPARE(m_desk->services.faceUse(), enrolment::FaceUse::Allowed);
        m_desk->with([haruka = m_haruka, by = m_desk->services.operatorId()](store::Store& store) {
            return enrolment::removeFace(store, haruka, by);
        });
        m_desk->refreshGallery();
        QCOMPARE(m_desk->services.faceUse(), enrolment::FaceUse::NoneOpens); // not "nobody is enrolled"
        QVERIFY(!m_desk->services.cameraFault());                            // whether faces are on is known
    }

    // Whoever quits while the store's thread is at work does not pull from under it what it reads: for the sanitizers to see.
    void quittingWhileTheStoreIsBusyIsClean()
    {
        const QString folder = m_desk->services.info().folder;
        m_desk->services.closeStore();
        QSignalSpy closed(&m_desk->services, &Services::storeClosed);
        QTRY_COMPARE(closed.count(), 1);
        const QTemporaryDir models; // a path of its own, longer than what a string keeps in itself
        for (int i = 0; i < 3; ++i) {
            auto services = std::make_unique<Services>(m_desk->clock, m_desk->random, models.path());
            QSignalSpy opened(services.get(), &Services::storeOpened);
            services->openStore(folder, SecureBytes(QByteArrayView("correct horse battery")));
            QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, 20'000);
            QSemaphore busy;
            QObject receiver;
            services->withStore(
                [&busy](store::Store&) -> Status {
                    busy.acquire();
                    return {};
                },
                &receiver, [](const Status&) {});
            services->refreshGallery();
            services->refreshGallery();
            busy.release();
            services.reset();
        }
    }

private:
    void dayAfterTheConsent()
    {
        m_desk->clock.set(QDateTime(m_desk->file(m_haruka).consent.validUntil.addDays(1), QTime(7, 0)));
        QCOMPARE(m_desk->file(m_haruka).captures, 3);
    }
    void expectDestroyed()
    {
        QCOMPARE(m_desk->file(m_haruka).captures, 0);
        QCOMPARE(m_desk->audited(audit::Action::FaceRemoved), 1);
    }

    std::unique_ptr<Desk> m_desk;
    PersonId m_haruka;
};

KOBAI_TEST(ServicesTest, QApplication)
#include "ServicesTest.moc"
