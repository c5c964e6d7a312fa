// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/EnrolPage.h"

#include "app/settings/SchoolSettings.h"
#include "enrolment/Enrolment.h"
#include "support/AwaitStore.h"
#include "support/Desk.h"
#include "support/TestProgram.h"
#include "widgets/Controls.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

using namespace kobai;
using namespace kobai::app;
using namespace kobai::test;
using Step = EnrolFlow::Step;

class EnrolPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        m_desk = std::make_unique<Desk>();
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

    // [row 1] [row 3] [row 17]
    void fromANewStudentToAnEnrolledFace()
    {
        addHaruka();
        const PersonId person = m_page->flow().person();
        click("toConsent");
        QCOMPARE(m_page->flow().step(), Step::Consent);
        QVERIFY(text("consentState").contains(u"may not be used"_s));
        QVERIFY(!button("toFace")->isEnabled());
        click("recordNotice");
        QTRY_COMPARE(m_desk->file(person).events.size(), std::size_t(1));
        QTRY_VERIFY(button("recordConsent")->isEnabled());
        m_desk->clock.advance(std::chrono::seconds(1));
        click("recordConsent");
        QTRY_COMPARE(m_desk->file(person).events.size(), std::size_t(2));
        QVERIFY(!m_page->flow().canGo(Step::Face)); // the student was not asked
        QTRY_VERIFY(button("askStudent")->isEnabled());
        m_desk->clock.advance(std::chrono::seconds(1));
        click("askStudent");
        QVERIFY(
            !m_page->findChild<QWidget*>(u"personList"_s)->isVisible()); // nobody else's name is shown to the student
        QVERIFY(!button("studentYes")->hasFocus() && !button("studentNo")->hasFocus());
        click("studentYes");
        QTRY_VERIFY(m_page->flow().canGo(Step::Face));
        QTRY_VERIFY(button("toFace")->isEnabled());
        click("toFace");
        QCOMPARE(m_page->flow().step(), Step::Face);
        click("startEnrol");
        takeFace(1);
        QTRY_COMPARE(m_page->flow().step(), Step::Done);
        QVERIFY(!m_desk->services.vision().isRunning());
        QCOMPARE(text("enrolDone"), u"Sato Haruka can now pay by face."_s);
        QCOMPARE(m_desk->file(person).captures, 3);
    }

    // [row 4]
    void withdrawalInOneActionDeletesTheFace()
    {
        const people::Person haruka = enrolled(u"Sato Haruka"_s, u"2026014"_s, 1);
        QSignalSpy refreshed(&m_desk->services, &Services::galleryRefreshed);
        show(haruka.id);
        click("toConsent");
        m_desk->clock.advance(std::chrono::seconds(1));
        click("withdraw");
        QVERIFY(text("consentQuestion").contains(haruka.name)); // the question names the person
        QCOMPARE(m_desk->file(haruka.id).captures, 3);
        click("confirmWithdraw");
        QTRY_COMPARE(m_desk->file(haruka.id).captures, 0);
        QTRY_VERIFY(!refreshed.isEmpty());
        QCOMPARE(refreshed.last().first().toInt(), 0);
        QTRY_VERIFY(text("consentState").contains(u"may not be used"_s));
        QTRY_VERIFY(!button("toFace")->isEnabled());
    }

    // [row 4] Who withdraws is on record: nobody else's consent takes it back.
    void aWithdrawalNamesTheGuardian()
    {
        const people::Person haruka = enrolled(u"Sato Haruka"_s, u"2026014"_s, 1);
        show(haruka.id);
        click("toConsent");
        m_desk->clock.advance(std::chrono::seconds(1));
        click("withdraw");
        QVERIFY2(text("consentQuestion").contains(u"Sato Keiko"_s), qPrintable(text("consentQuestion")));
        click("confirmWithdraw");
        QTRY_COMPARE(m_desk->file(haruka.id).captures, 0);
        const enrolment::PersonFile file = m_desk->file(haruka.id);
        QCOMPARE(file.events.back().kind, consent::EventKind::Withdrawn);
        QCOMPARE(file.events.back().guardian, file.guardians.front().id);
    }

    // [row 5] Only a form on paper is a consent, and it answers the notice that is printed on it.
    void aConsentIsAFormThatNamesItsNotice()
    {
        const people::Person haruka = m_desk->addStudent(u"Sato Haruka"_s, u"2026014"_s);
        const GuardianId mother = addGuardian(haruka.id);
        show(haruka.id);
        click("toConsent");
        auto* means = m_page->findChild<QComboBox*>(u"consentMeans"_s);
        auto* version = m_page->findChild<QComboBox*>(u"consentVersion"_s);
        QVERIFY(means != nullptr && version != nullptr);
        for (const consent::Means spoken :
             {consent::Means::InPerson, consent::Means::Telephone, consent::Means::Mail}) {
            means->setCurrentIndex(means->findData(int(spoken)));
            click("recordConsent");
            QVERIFY(text("consentComplaint").contains(u"on paper"_s));
        }
        means->setCurrentIndex(means->findData(int(consent::Means::Letter)));
        QCOMPARE(version->currentData().toInt(), 1); // there is no other
        click("recordNotice");
        QTRY_COMPARE(m_desk->file(haruka.id).events.size(), std::size_t(1));
        m_desk->with([by = m_desk->services.operatorId()](store::Store& store) { return raiseNotice(store, by); });
        Q_EMIT m_desk->services.personChanged(haruka.id);
        QTRY_COMPARE(version->count(), 2);
        QCOMPARE(version->currentData().toInt(), 1); // the one that was sent to her
        QTRY_VERIFY(button("recordConsent")->isEnabled());
        click("recordConsent");
        QTRY_COMPARE(m_desk->file(haruka.id).events.size(), std::size_t(2));
        const consent::Event given = m_desk->file(haruka.id).events.back();
        QCOMPARE(given.noticeVersion, 1);
        QCOMPARE(given.guardian, mother);
    }

    // A form whose notice was never sent from here: somebody has to look at it.
    void aFormOfAnUnknownNoticeIsLookedAt()
    {
        const people::Person haruka = m_desk->addStudent(u"Sato Haruka"_s, u"2026014"_s);
        (void)addGuardian(haruka.id);
        m_desk->with([by = m_desk->services.operatorId()](store::Store& store) { return raiseNotice(store, by); });
        show(haruka.id);
        click("toConsent");
        click("recordConsent");
        QVERIFY2(text("consentComplaint").contains(u"version"_s), qPrintable(text("consentComplaint")));
        QVERIFY(m_desk->file(haruka.id).events.empty());
        auto* version = m_page->findChild<QComboBox*>(u"consentVersion"_s);
        version->setFocus();
        QTest::keyClick(version, Qt::Key_End); // the oldest
        QCOMPARE(version->currentData().toInt(), 1);
        // What is read anew meanwhile does not change what the office has seen on the paper.
        click("recordNotice");
        QTRY_COMPARE(m_desk->file(haruka.id).events.size(), std::size_t(1));
        QTRY_VERIFY(button("recordConsent")->isEnabled());
        QTRY_COMPARE(version->currentData().toInt(), 1);
        click("recordConsent");
        QTRY_COMPARE(m_desk->file(haruka.id).events.size(), std::size_t(2));
        QCOMPARE(m_desk->file(haruka.id).events.front().noticeVersion, 2);
        QCOMPARE(m_desk->file(haruka.id).events.back().noticeVersion, 1);
    }

    // A guardian whom nobody has told yet: the face is destroyed, and the till's gallery must not know it a moment longer.
    void aNewGuardianEmptiesTheGallery()
    {
        const people::Person haruka = enrolled(u"Sato Haruka"_s, u"2026014"_s, 1);
        QSignalSpy refreshed(&m_desk->services, &Services::galleryRefreshed);
        m_desk->services.refreshGallery();
        QTRY_COMPARE(refreshed.count(), 1);
        QCOMPARE(refreshed.last().first().toInt(), 1);
        show(haruka.id);
        field("guardianName")->setText(u"Sato Makoto"_s);
        click("addGuardian");
        QTRY_COMPARE(refreshed.count(), 2);
        QCOMPARE(refreshed.last().first().toInt(), 0);
        QCOMPARE(m_desk->file(haruka.id).captures, 0);
    }

    // As above, with the guardian still in the fields when a change of the person is saved: both in one.
    void aChangeWithANewGuardianEmptiesTheGallery()
    {
        const people::Person haruka = enrolled(u"Sato Haruka"_s, u"2026014"_s, 1);
        show(haruka.id);
        field("personGroup")->setText(u"9-A"_s);
        field("guardianName")->setText(u"Sato Makoto"_s);
        QSignalSpy refreshed(&m_desk->services, &Services::galleryRefreshed);
        click("savePerson");
        QTRY_COMPARE(refreshed.count(), 1);
        QCOMPARE(refreshed.last().first().toInt(), 0);
        const enrolment::PersonFile file = m_desk->file(haruka.id);
        QCOMPARE(file.person.group, u"9-A"_s);
        QCOMPARE(file.guardians.size(), std::size_t(2));
        QTRY_COMPARE(field("guardianName")->text(), QString());
    }

    // [row 3]
    void theStudentsNoWins()
    {
        const people::Person haruka = enrolled(u"Sato Haruka"_s, u"2026014"_s, 1);
        show(haruka.id);
        click("toConsent");
        m_desk->clock.advance(std::chrono::seconds(1));
        click("askStudent");
        click("studentNo");
        QTRY_COMPARE(m_desk->file(haruka.id).captures, 0);
        QTRY_VERIFY(!button("toFace")->isEnabled());
    }

    // [row 2]
    void anUnreachableGuardianNeedsAReasonAndASecondMemberOfStaff()
    {
        addHaruka();
        const PersonId person = m_page->flow().person();
        click("toConsent");
        click("recordUnreachable");
        click("confirmUnreachable");
        QVERIFY(!text("consentComplaint").isEmpty());
        QTest::keyClicks(field("consentReason"), u"moved abroad"_s);
        click("confirmUnreachable");
        QVERIFY(field("secondStaff")->hasFocus());
        QCOMPARE(m_desk->file(person).events.size(), std::size_t(0));
        QTest::keyClicks(field("secondStaff"), u"Mori"_s);
        QTest::keyClick(field("secondStaff"), Qt::Key_Return); // goes on, and confirms nothing
        QVERIFY(button("confirmUnreachable")->hasFocus());
        QCOMPARE(m_desk->file(person).events.size(), std::size_t(0));
        click("confirmUnreachable");
        QTRY_COMPARE(m_desk->file(person).events.size(), std::size_t(1));
        QCOMPARE(m_desk->file(person).events.front().secondStaff, u"Mori"_s);
    }

    void aFaceThatIsSomebodyElsesIsSaidAndTakenAnew()
    {
        (void)enrolled(u"Mori Ken"_s, u"2026001"_s, 1);
        const people::Person haruka = m_desk->addStudent(u"Sato Haruka"_s, u"2026014"_s);
        m_desk->consentFully(haruka.id);
        show(haruka.id);
        click("toConsent");
        click("toFace");
        click("startEnrol");
        takeFace(1);
        QTRY_VERIFY(m_page->flow().fault());
        QCOMPARE(int(m_page->flow().fault()->code), int(FaultCode::FaceAlreadyEnrolled));
        QCOMPARE(m_desk->file(haruka.id).captures, 0);
        QTRY_VERIFY(button("duplicateBack")->isVisible());
        click("duplicateBack");
        QVERIFY(!m_page->flow().fault());
        QVERIFY(button("startEnrol")->isVisible());
    }

    void aMissingModelOrCameraIsSaid()
    {
        const people::Person haruka = m_desk->addStudent(u"Sato Haruka"_s, u"2026014"_s);
        m_desk->consentFully(haruka.id);
        show(haruka.id);
        click("toConsent");
        click("toFace");
        click("startEnrol");
        m_desk->endLoading();
        QTRY_VERIFY(m_page->flow().fault());
        QVERIFY(button("startEnrol")->isVisible());
    }

    // [row 1] [row 9] What the page has read may be older than the answer.
    void theStoreIsAskedBeforeTheCameraOpens_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("fault");
        using namespace store::setting;
        QTest::newRow("faces off") << QStringView(facesOn).toString() << u"0"_s << int(FaultCode::FacesOff);
        QTest::newRow("a new notice") << QStringView(noticeVersion).toString() << u"2"_s
                                      << int(FaultCode::ConsentMissing);
        QTest::newRow("no networks") << QStringView(faceModelId).toString() << QString()
                                     << int(FaultCode::ModelMissing);
    }
    void theStoreIsAskedBeforeTheCameraOpens()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(int, fault);
        const people::Person haruka = m_desk->addStudent(u"Sato Haruka"_s, u"2026014"_s);
        m_desk->consentFully(haruka.id);
        show(haruka.id);
        click("toConsent");
        click("toFace");
        m_desk->set(reinterpret_cast<const char16_t*>(key.utf16()), value);
        click("startEnrol");
        QTRY_VERIFY(m_page->flow().fault());
        QCOMPARE(int(m_page->flow().fault()->code), fault);
        QVERIFY(!m_desk->services.vision().isRunning());
    }

    void leavingClosesTheCamera()
    {
        const people::Person haruka = m_desk->addStudent(u"Sato Haruka"_s, u"2026014"_s);
        m_desk->consentFully(haruka.id);
        show(haruka.id);
        click("toConsent");
        click("toFace");
        click("startEnrol");
        QTRY_VERIFY(m_desk->services.vision().isRunning());
        m_page->leave();
        QVERIFY(!m_desk->services.vision().isRunning());
        QVERIFY(m_page->flow().camera() == EnrolFlow::Camera::Off);
    }

    void badInputIsASentenceAndNothingTypedIsLost_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::newRow("no name") << u"personName"_s << QString();
        QTest::newRow("a name of 10,000 letters") << u"personName"_s << QString(10'000, u'x');
        QTest::newRow("no number") << u"personNumber"_s << u"  "_s;
        QTest::newRow("a birthday that is none") << u"personBirthDate"_s << u"30/02/2010"_s;
        QTest::newRow("born tomorrow") << u"personBirthDate"_s << u"2040-01-01"_s;
        QTest::newRow("a year in words") << u"personYear"_s << u"eight"_s;
        QTest::newRow("year 99") << u"personYear"_s << u"99"_s;
    }
    void badInputIsASentenceAndNothingTypedIsLost()
    {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        click("addPerson");
        fillHaruka();
        auto* edit = m_page->findChild<QLineEdit*>(field);
        edit->setText(typed);
        click("savePerson");
        QTRY_VERIFY(!banner().isEmpty());
        QVERIFY(m_page->flow().person().isNull());
        QCOMPARE(edit->text(), typed);
        QCOMPARE(this->field("personHouse")->text(), u"Sakura"_s);
        edit->setText(field == u"personName"_s     ? u"Sato Haruka"_s
                      : field == u"personNumber"_s ? u"2026014"_s
                      : field == u"personYear"_s   ? u"8"_s
                                                   : u"2012-05-04"_s);
        click("savePerson");
        QTRY_VERIFY(!m_page->flow().person().isNull());
    }

    void strangeNamesAreKept()
    {
        click("addPerson");
        fillHaruka();
        field("personName")->setText(u"محمد 🌸 علي"_s);
        click("savePerson");
        QTRY_VERIFY(!m_page->flow().person().isNull());
        QCOMPARE(m_page->flow().file()->person.name, u"محمد 🌸 علي"_s);
    }

    void aTakenNumberIsSaid()
    {
        (void)m_desk->addStudent(u"Mori Ken"_s, u"2026014"_s);
        click("addPerson");
        fillHaruka();
        click("savePerson");
        QTRY_VERIFY(!banner().isEmpty());
        QCOMPARE(field("personName")->text(), u"Sato Haruka"_s);
        QVERIFY(field("personNumber")->hasFocus());
    }

    // [row 14]
    void aPinIsTypedTwice()
    {
        const people::Person haruka = m_desk->addStudent(u"Sato Haruka"_s, u"2026014"_s);
        show(haruka.id);
        click("setPin");
        auto* pad = m_page->findChild<QWidget*>(u"newPinPad"_s);
        const auto type = [pad](const QString& pin) {
            QTest::keyClicks(pad, pin);
            QTest::keyClick(pad, Qt::Key_Return);
        };
        type(u"2580"_s);
        type(u"2581"_s);
        QVERIFY(!m_desk->file(haruka.id).hasPin);
        QVERIFY(text("pinWords").contains(u"not the same"_s));
        type(u"1111"_s); // the store refuses it
        type(u"1111"_s);
        QTRY_VERIFY(text("pinWords").contains(u"Nothing was saved"_s));
        QVERIFY(!m_desk->file(haruka.id).hasPin);
        type(u"2580"_s);
        type(u"2580"_s);
        QTRY_VERIFY(m_desk->file(haruka.id).hasPin);
        QTRY_VERIFY(m_page->findChild<QWidget*>(u"personList"_s)->isVisible());
    }

    void enterInTheSearchOpensWhoIsFound()
    {
        (void)m_desk->addStudent(u"Mori Ken"_s, u"2026001"_s);
        const people::Person haruka = m_desk->addStudent(u"Sato Haruka"_s, u"2026014"_s);
        QTest::keyClicks(field("personSearch"), u"haruka"_s);
        QTest::keyClick(field("personSearch"), Qt::Key_Return);
        QTRY_COMPARE(m_page->flow().person(), haruka.id);
    }

    void theLatestChoiceWins()
    {
        const people::Person ken = m_desk->addStudent(u"Mori Ken"_s, u"2026001"_s);
        const people::Person haruka = m_desk->addStudent(u"Sato Haruka"_s, u"2026014"_s);
        m_page->showPerson(ken.id);
        m_page->showPerson(haruka.id);
        awaitStore(m_desk->services);
        QCOMPARE(m_page->flow().person(), haruka.id);
    }

private:
    void fillHaruka()
    {
        QTest::keyClicks(field("personNumber"), u"2026014"_s);
        field("personName")->setText(u"Sato Haruka"_s);
        field("personReading")->setText(u"さとう はるか"_s);
        QTest::keyClicks(field("personBirthDate"), u"2012-05-04"_s);
        QTest::keyClicks(field("personYear"), u"8"_s);
        field("personGroup")->setText(u"8-B"_s);
        field("personHouse")->setText(u"Sakura"_s);
    }
    void addHaruka()
    {
        click("addPerson");
        fillHaruka();
        field("guardianName")->setText(u"Sato Keiko"_s);
        field("guardianContact")->setText(u"090-0000-0000"_s);
        click("addGuardian");
        click("savePerson");
        QTRY_VERIFY(!m_page->flow().person().isNull());
        QCOMPARE(m_page->flow().file()->guardians.size(), std::size_t(1));
    }
    GuardianId addGuardian(PersonId student)
    {
        people::Guardian guardian;
        guardian.student = student;
        guardian.name = u"Sato Keiko"_s;
        return m_desk
            ->with([guardian, by = m_desk->services.operatorId()](store::Store& store) {
                return enrolment::addGuardian(store, guardian, by);
            })
            .id;
    }
    people::Person enrolled(const QString& name, const QString& number, unsigned face)
    {
        const people::Person person = m_desk->addStudent(name, number);
        m_desk->consentFully(person.id);
        m_desk->enrol(person.id, face);
        return person;
    }
    void show(PersonId person)
    {
        QVERIFY(m_page->showPerson(person));
        QTRY_COMPARE(m_page->flow().person(), person);
    }
    void takeFace(unsigned face)
    {
        face::Vision& vision = m_desk->services.vision();
        QTRY_VERIFY(vision.isRunning()); // the store is asked first
        const QVector<face::Capture> captures = School::captures(face);
        for (int i = 0; i < captures.size(); ++i)
            Q_EMIT vision.captured(i + 1, captures[i].quality);
        Q_EMIT vision.enrolled(captures);
    }
    void click(const char* name)
    {
        QPushButton* pressed = button(name);
        QVERIFY2(pressed != nullptr && pressed->isVisible() && pressed->isEnabled(), name);
        QTest::mouseClick(pressed, Qt::LeftButton);
    }
    QString text(const char* name) const { return m_page->findChild<QLabel*>(QString::fromLatin1(name))->text(); }
    QString banner() const { return m_page->findChild<widgets::Banner*>(u"enrolBanner"_s)->words(); }
    QPushButton* button(const char* name) const { return m_page->findChild<QPushButton*>(QString::fromLatin1(name)); }
    QLineEdit* field(const char* name) const { return m_page->findChild<QLineEdit*>(QString::fromLatin1(name)); }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<EnrolPage> m_page;
};

KOBAI_TEST(EnrolPageTest, QApplication)
#include "EnrolPageTest.moc"
