// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/Person.h"

#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::people;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate today(2026, 6, 10);

Person student()
{
    Person person;
    person.number = u"2026014"_s;
    person.name = u"佐藤 芽依"_s;
    person.reading = u"さとう めい"_s;
    person.birthDate = QDate(2012, 5, 4);
    person.schoolYear = 8;
    person.group = u"8-B"_s;
    return person;
}

FaultCode faultOf(const Person& person)
{
    const auto result = checked(person, today);
    return result ? FaultCode::Internal : result.error().code;
}

} // namespace

class PersonTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreCleaned()
    {
        QCOMPARE(cleanName(u"  Mei\n Sato "_s).value(), u"Mei Sato"_s);
        QCOMPARE(cleanName(u"\u202E\U0001F600 محمد"_s).value(), u"\U0001F600 محمد"_s);
        QCOMPARE(cleanName(u" \u202E "_s).error().code, FaultCode::TextEmpty);
        QCOMPARE(cleanName(QString()).error().code, FaultCode::TextEmpty);
        QCOMPARE(cleanText(QString()).value(), QString());
    }

    void lengthIsLimited()
    {
        QCOMPARE(cleanName(QString(10'000, u'x')).error().code, FaultCode::TextTooLong);
        QCOMPARE(cleanName(QString(201, u'x')).error().code, FaultCode::TextTooLong);
        QVERIFY(cleanName(QString(200, u'x')));
        QVERIFY(cleanName(u"\U00020BB7"_s.repeated(200))); // 400 surrogate halves, 200 characters
        QCOMPARE(cleanText(u"12345"_s, 4).error().code, FaultCode::TextTooLong);
    }

    void aStudentIsChecked()
    {
        Person draft = student();
        draft.number = u" ２０２６０１４ "_s;
        draft.house = u"  East "_s;
        const auto result = checked(draft, today);
        QVERIFY(result);
        QCOMPARE(result->number, u"2026014"_s);
        QCOMPARE(result->house, u"East"_s);
    }

    void faultyStudentsAreRefused()
    {
        Person p = student();
        p.name.clear();
        QCOMPARE(faultOf(p), FaultCode::TextEmpty);
        p = student();
        p.number = u"  "_s;
        QCOMPARE(faultOf(p), FaultCode::TextEmpty);
        p = student();
        p.number = QString(longestNumberChars + 1, u'1');
        QCOMPARE(faultOf(p), FaultCode::TextTooLong);
        p = student();
        p.group = QString(10'000, u'x');
        QCOMPARE(faultOf(p), FaultCode::TextTooLong);
        p = student();
        p.birthDate = QDate();
        QCOMPARE(faultOf(p), FaultCode::DateImplausible);
        p.birthDate = today.addDays(1);
        QCOMPARE(faultOf(p), FaultCode::DateImplausible);
        p.birthDate = QDate(1899, 12, 31);
        QCOMPARE(faultOf(p), FaultCode::DateImplausible);
        p = student();
        p.leftOn = QDate(2011, 1, 1);
        QCOMPARE(faultOf(p), FaultCode::DateImplausible);
        p = student();
        p.schoolYear = 0;
        QCOMPARE(faultOf(p), FaultCode::QuantityOutOfRange);
        p.schoolYear = 14;
        QCOMPARE(faultOf(p), FaultCode::QuantityOutOfRange);
        QVERIFY(checked(student(), today));
    }

    void staffMayHaveNoDateOfBirth()
    {
        Person staff = student();
        staff.kind = Kind::Staff;
        staff.birthDate = QDate();
        QCOMPARE(faultOf(staff), FaultCode::QuantityOutOfRange); // a school year is for students
        staff.schoolYear = 0;
        QVERIFY(checked(staff, today));
    }

    void guardiansAreChecked()
    {
        Guardian guardian;
        QCOMPARE(checked(guardian).error().code, FaultCode::TextEmpty);
        guardian.name = u" Aiko  Sato "_s;
        QCOMPARE(checked(guardian)->name, u"Aiko Sato"_s);
        guardian.contact = QString(10'000, u'0');
        QCOMPARE(checked(guardian).error().code, FaultCode::TextTooLong);
    }

    void agesAreFullYears()
    {
        Person p = student();
        p.birthDate = QDate(2008, 2, 29);
        QCOMPARE(ageOn(p, QDate(2026, 2, 28)), 17);
        QCOMPARE(ageOn(p, QDate(2026, 3, 1)), 18);
        QCOMPARE(ageOn(p, QDate(2028, 2, 28)), 19);
        QCOMPARE(ageOn(p, QDate(2028, 2, 29)), 20);
        QCOMPARE(ageOn(p, p.birthDate), 0);
        QVERIFY(!ageOn(p, QDate(2008, 2, 28)));
        p.birthDate = QDate();
        QVERIFY(!ageOn(p, today));
    }

    void leaversLeaveOnTheirDay()
    {
        Person p = student();
        QVERIFY(!p.hasLeft(today));
        p.leftOn = today.addDays(1);
        QVERIFY(!p.hasLeft(today));
        p.leftOn = today;
        QVERIFY(p.hasLeft(today));
    }
};

KOBAI_TEST(PersonTest, QCoreApplication)
#include "PersonTest.moc"
