// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/ReferencePhoto.h"

#include "checkout/Checkout.h"
#include "enrolment/Enrolment.h"
#include "enrolment/Recognition.h"
#include "store/ReferencePhotos.h"
#include "support/School.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace kobai;
using namespace kobai::test;
using consent::EventKind;

/// [row 19]
class ReferencePhotoTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_school = std::make_unique<School>();
        m_student = m_school->addConsentingStudent().id;
        must(enrolment::enrolFace(m_school->store(), m_student, School::captures(1), m_school->clerk()));
    }
    void cleanup() { m_school.reset(); }

    void aPhotoIsKeptAndShownOnItsOwnConsent()
    {
        expectState(false, false);
        COMPARE_FAULT(keep(), FaultCode::PhotoConsentMissing);
        answer(true);
        expectState(true, false);
        QVERIFY(!photo());
        must(keep());
        m_school->reopen();
        expectState(true, true);
        const auto shown = photo();
        QVERIFY(shown.has_value());
        QCOMPARE(shown->size(), QSize(enrolment::photoSide, enrolment::photoSide * 3 / 4));
        QVERIFY(std::abs(shown->pixelColor(10, 10).red() - 200) < 10);
        QCOMPARE(m_school->audited(audit::Action::PhotoConsentRecorded), 1);
        QCOMPARE(m_school->audited(audit::Action::PhotoKept), 1);
        QCOMPARE(m_school->findings(), QString());
    }

    void aSmallPhotoKeepsItsSizeAndAnotherReplacesIt()
    {
        answer(true);
        must(keep());
        must(keep(QSize(100, 120)));
        QCOMPARE(photo()->size(), QSize(100, 120));
        QCOMPARE(m_school->findings(), QString());
    }

    void whatCannotBeKept()
    {
        auto& store = m_school->store();
        answer(true);
        COMPARE_FAULT(enrolment::keepPhoto(store, m_student, {}, m_school->clerk()), FaultCode::PictureUnreadable);
        COMPARE_FAULT(enrolment::keepPhoto(store, store.makeId<PersonId>(), picture(), m_school->clerk()),
                      FaultCode::NotFound);
        COMPARE_FAULT(enrolment::recordPhotoConsent(store, store.makeId<PersonId>(), true, m_school->clerk()),
                      FaultCode::NotFound);
        COMPARE_FAULT(enrolment::photoState(store, store.makeId<PersonId>()), FaultCode::NotFound);
        COMPARE_FAULT(enrolment::referencePhoto(store, store.makeId<PersonId>()), FaultCode::NotFound);
        must(enrolment::removeFace(store, m_student, m_school->clerk()));
        COMPARE_FAULT(keep(), FaultCode::NotEnrolled);
        (void)m_school->consent(m_student, EventKind::Withdrawn);
        COMPARE_FAULT(keep(), FaultCode::ConsentMissing);
        QVERIFY(!photo());
    }

    void aNoDestroysThePhoto()
    {
        answer(true);
        must(keep());
        answer(false);
        expectState(false, false);
        expectDestroyed();
        QVERIFY(m_school->store().faceKeys().find(m_student) != nullptr); // the face stays
        QCOMPARE(must(enrolment::loadGallery(m_school->store())).gallery->size(), 1);
        COMPARE_FAULT(keep(), FaultCode::PhotoConsentMissing);
        answer(true);
        QVERIFY(!photo());
        must(keep());
        QVERIFY(photo().has_value());
    }

    void thePhotoDiesWithTheFace_data()
    {
        QTest::addColumn<QString>("end");
        for (const char* end : {"request", "withdrawal", "leaving", "lapse"})
            QTest::newRow(end) << QString::fromLatin1(end);
    }
    void thePhotoDiesWithTheFace()
    {
        QFETCH(const QString, end);
        auto& store = m_school->store();
        answer(true);
        must(keep());
        auto file = must(enrolment::personFile(store, m_student));
        if (end == u"request") {
            must(enrolment::removeFace(store, m_student, m_school->clerk()));
        } else if (end == u"withdrawal") {
            (void)m_school->consent(m_student, EventKind::Withdrawn, file.guardians.front().id);
        } else if (end == u"leaving") {
            file.person.leftOn = m_school->clock.today();
            must(enrolment::changePerson(store, file.person, m_school->clerk()));
        } else {
            m_school->clock.set(QDateTime(file.consent.validUntil.addDays(1), QTime(7, 0)));
            QVERIFY(!photo()); // even before anything is removed
            QCOMPARE(must(enrolment::removeLapsed(store, m_school->clerk())), 1);
        }
        expectDestroyed();
    }

    // A pause, in which nobody is recognised: the photo is not shown and not lost.
    void noPhotoIsShownInAPause()
    {
        answer(true);
        must(keep());
        setFacesOn(u"0"_s);
        QVERIFY(!photo());
        setFacesOn(u"1"_s);
        QVERIFY(photo().has_value());
    }

    void enrollingAgainKeepsThePhoto()
    {
        answer(true);
        must(keep());
        must(enrolment::enrolFace(m_school->store(), m_student, School::captures(1, 5), m_school->clerk()));
        QVERIFY(photo().has_value());
        QCOMPARE(m_school->findings(), QString());
    }

    void reKeyingKeepsThePhoto()
    {
        answer(true);
        must(keep());
        const auto sealedBefore = sealed();
        QCOMPARE(must(enrolment::renewTemplates(m_school->store(), m_school->clerk(), {})).persons, 1);
        QVERIFY(photo().has_value());
        QVERIFY(sealed() != sealedBefore);
        m_school->reopen();
        QVERIFY(photo().has_value());
        QCOMPARE(m_school->findings(), QString());
    }

    // [row 9] The rows and even the yes are back, the key is not: after a no, and after the face was removed and enrolled anew.
    void anOldBackupDoesNotBringThePhotoBack_data()
    {
        QTest::addColumn<bool>("faceToo");
        QTest::newRow("a no to the photo") << false;
        QTest::newRow("the face removed") << true;
    }
    void anOldBackupDoesNotBringThePhotoBack()
    {
        QFETCH(const bool, faceToo);
        answer(true);
        must(keep());
        const QString old = m_school->copyOfFiles();
        if (faceToo) {
            must(enrolment::removeFace(m_school->store(), m_student, m_school->clerk()));
            must(enrolment::enrolFace(m_school->store(), m_student, School::captures(1), m_school->clerk()));
        } else {
            answer(false);
        }
        QVERIFY(QFile::remove(old + u"/faces.keys"_s));
        QVERIFY(QFile::copy(m_school->folder() + u"/faces.keys"_s, old + u"/faces.keys"_s));
        auto restored = must(m_school->open(old));
        QVERIFY(must(restored->read([&](store::Tx& tx) { return tx.photos().find(m_student); })).has_value());
        QVERIFY(!must(enrolment::photoState(*restored, m_student)).hasPhoto);
        QVERIFY(!must(enrolment::referencePhoto(*restored, m_student)).has_value());
        QVERIFY(!must(checkout::customerCard(*restored, m_student)).photo.has_value());
        // Nor does it make damage of the whole gallery: the face enrolled since is dead in the old rows, and no more.
        QCOMPARE(must(enrolment::loadGallery(*restored)).gallery->size(), faceToo ? 0 : 1);
    }

    void aPhotoThatDoesNotOpenIsDamageAndStopsNoPayment()
    {
        answer(true);
        must(keep());
        auto& store = m_school->store();
        must(store.write([&](store::Tx& tx) -> Status {
            KOBAI_ASSIGN(auto row, tx.photos().find(m_student));
            row->sealed[50] = char(row->sealed[50] ^ 1);
            return tx.photos().put(*row);
        }));
        COMPARE_FAULT(enrolment::referencePhoto(store, m_student), FaultCode::StoreDamaged);
        QVERIFY(m_school->findings().contains(u"reference-photo person "_s + m_student.toHex()));
        QVERIFY(!must(checkout::customerCard(store, m_student)).photo.has_value());
    }

    // [row 18] Nobody who looks into the folder finds a picture.
    void noFileOfTheStoreShowsAPicture()
    {
        answer(true);
        must(keep());
        for (QDirIterator files(m_school->folder(), QDir::Files | QDir::Hidden); files.hasNext();) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (const QByteArray& mark : {QByteArray("JFIF"), QByteArray("\xFF\xD8\xFF\xE0"), QByteArray("IHDR")})
                QVERIFY2(!bytes.contains(mark), qPrintable(file.fileName()));
        }
        // Nor who has the database's key but not the person's, and what a camera wrote beside the pixels is nowhere at all.
        QVERIFY(!sealed().contains("JFIF"));
        const auto keys = m_school->store().faceKeys().find(m_student);
        const auto opened = must(store::unsealPhoto(keys->photo, m_student, sealed()));
        QVERIFY(opened.view().toByteArray().contains("JFIF"));
        QVERIFY(!opened.view().toByteArray().contains("Kobe"));
    }

private:
    [[nodiscard]] static QImage picture(QSize size = {640, 480})
    {
        QImage image(size, QImage::Format_RGB888);
        image.fill(QColor(200, 120, 90));
        image.setText(u"Comment"_s, u"taken in Kobe"_s);
        return image;
    }
    [[nodiscard]] Status keep(QSize size = {640, 480})
    {
        return enrolment::keepPhoto(m_school->store(), m_student, picture(size), m_school->clerk());
    }
    void answer(bool yes) { must(enrolment::recordPhotoConsent(m_school->store(), m_student, yes, m_school->clerk())); }
    [[nodiscard]] std::optional<QImage> photo()
    {
        const auto shown = must(checkout::customerCard(m_school->store(), m_student)).photo;
        const auto own = must(enrolment::referencePhoto(m_school->store(), m_student));
        if (shown.has_value() != own.has_value())
            qFatal("the till and the office do not see the same");
        return own;
    }
    [[nodiscard]] QByteArray sealed()
    {
        return must(m_school->store().read([&](store::Tx& tx) { return tx.photos().find(m_student); }))->sealed;
    }
    void setFacesOn(const QString& value) { m_school->set(store::setting::facesOn, value); }
    void expectState(bool consented, bool hasPhoto)
    {
        const auto state = must(enrolment::photoState(m_school->store(), m_student));
        QCOMPARE(state.consented, consented);
        QCOMPARE(state.hasPhoto, hasPhoto);
    }
    void expectDestroyed()
    {
        QVERIFY(must(m_school->store().read([](store::Tx& tx) { return tx.photos().people(); })).empty());
        const auto* keys = m_school->store().faceKeys().find(m_student);
        QVERIFY(keys == nullptr || keys->photo.isEmpty());
        QVERIFY(!must(enrolment::referencePhoto(m_school->store(), m_student)).has_value());
        QCOMPARE(m_school->findings(), QString());
    }

    std::unique_ptr<School> m_school;
    PersonId m_student;
};

KOBAI_TEST(ReferencePhotoTest, QCoreApplication)
#include "ReferencePhotoTest.moc"
