// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/SchoolSettings.h"
#include "enrolment/Enrolment.h"
#include "support/School.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace Qt::Literals::StringLiterals;
using test::must;

/// What the office sets for the school takes effect at once and is on record.
class SchoolSettingsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFreshSchoolHasFacesAndTheFirstNotice()
    {
        test::School school;
        const app::SchoolSettings settings = must(app::schoolSettings(school.store()));
        QCOMPARE(settings.name, u"Kobai Academy"_s);
        QVERIFY(settings.facesOn);
        QCOMPARE(settings.noticeVersion, 1);
    }

    void renamingIsCleanedKeptAndOnRecord()
    {
        test::School school;
        QCOMPARE(must(app::renameSchool(school.store(), u"  星野  学園 "_s, school.clerk())).name, u"星野 学園"_s);
        school.reopen();
        QCOMPARE(must(app::schoolSettings(school.store())).name, u"星野 学園"_s);
        QCOMPARE(school.audited(audit::Action::SettingChanged), 1);
    }

    void aNameMustBeOne()
    {
        test::School school;
        COMPARE_FAULT(app::renameSchool(school.store(), u"   "_s, school.clerk()), FaultCode::TextEmpty);
        COMPARE_FAULT(app::renameSchool(school.store(), QString(10'000, u'あ'), school.clerk()),
                      FaultCode::TextTooLong);
        QCOMPARE(must(app::schoolSettings(school.store())).name, u"Kobai Academy"_s);
        QCOMPARE(school.audited(audit::Action::SettingChanged), 0);
    }

    /// With faces off nobody is in the gallery; switched on again, the same faces are back.
    void facesOffEmptiesTheGallery()
    {
        test::School school;
        const people::Person student = school.addConsentingStudent();
        must(enrolment::enrolFace(school.store(), student.id, test::School::captures(1), school.clerk()));
        QCOMPARE(must(enrolment::loadGallery(school.store())).gallery->size(), 1);
        QVERIFY(!must(app::switchFaces(school.store(), false, school.clerk())).facesOn);
        QCOMPARE(must(enrolment::loadGallery(school.store())).gallery->size(), 0);
        QVERIFY(must(app::switchFaces(school.store(), true, school.clerk())).facesOn);
        QCOMPARE(must(enrolment::loadGallery(school.store())).gallery->size(), 1);
    }

    // [row 7]
    void howLongAPausedFaceIsKeptIsSetAndOnRecord()
    {
        test::School school;
        QCOMPARE(must(app::schoolSettings(school.store())).pauseDays, 90);
        QCOMPARE(must(app::limitPauses(school.store(), 14, school.clerk())).pauseDays, 14);
        for (const int days : {0, -1, 91})
            COMPARE_FAULT(app::limitPauses(school.store(), days, school.clerk()), FaultCode::QuantityOutOfRange);
        QCOMPARE(must(app::schoolSettings(school.store())).pauseDays, 14);
        QCOMPARE(school.audited(audit::Action::SettingChanged), 1);
    }

    /// [row 5] new text asks again
    void aNewNoticeAsksAgain()
    {
        test::School school;
        const people::Person student = school.addConsentingStudent();
        QVERIFY(must(enrolment::personFile(school.store(), student.id)).consent.allowed());
        QCOMPARE(must(app::raiseNotice(school.store(), school.clerk())).noticeVersion, 2);
        const consent::State state = must(enrolment::personFile(school.store(), student.id)).consent;
        QVERIFY(!state.allowed());
        QCOMPARE(school.audited(audit::Action::SettingChanged), 1);
    }
};

KOBAI_TEST(SchoolSettingsTest, QCoreApplication)
#include "SchoolSettingsTest.moc"
