// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoPeople.h"

#include "app/demo/DemoConsents.h"
#include "app/demo/DemoNames.h"
#include "enrolment/PersonWork.h"
#include "security/Passwords.h"

#include <QTime>

#include <array>

namespace kobai::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int firstYear = 7;
constexpr int years = 6;
constexpr int firstNumber = 2026001;
constexpr int pinPercent = 8;
constexpr int clipYear = 11; ///< the men of the clips are under 18 all year, so that guardians answer for them

constexpr std::array<QStringView, 4> classes{u"A", u"B", u"C", u"D"};
constexpr std::array<QStringView, 5> houses{u"暁 Akatsuki", u"楓 Kaede", u"汐 Shio", u"楠 Kusunoki", u"霞 Kasumi"};

/// Japan's school year begins in April; who is born on 1 April belongs to those born before (School Education Act).
QDate birthDate(int schoolYear, QDate today, Dice& dice)
{
    const int began = today.month() >= 4 ? today.year() : today.year() - 1;
    const QDate oldest(began - schoolYear - 6, 4, 2);
    return oldest.addDays(dice.below(int(oldest.daysTo(QDate(began - schoolYear - 5, 4, 2)))));
}

QString phone(Dice& dice)
{
    return u"090-0000-%1"_s.arg(dice.below(10'000), 4, 10, QLatin1Char('0')); // no such exchange
}

/// One school as it arrives.
class Registrar final {
public:
    Registrar(Timeline& timeline, const DemoPlan& plan, QDate firstDay, Dice& dice, OperatorId by)
        : m_timeline(timeline), m_plan(plan), m_dice(dice), m_by(by),
          m_arrival(fromLocal(QDateTime(firstDay.addDays(-30), QTime(8, 0))))
    {
    }

    DemoPerson student(int index)
    {
        const DemoFamily family(m_dice);
        const DemoName name = m_dice.percent(50) ? family.woman(m_dice) : family.man(m_dice);
        DemoPerson made;
        people::Person& person = made.person;
        person.id = idAt<PersonId>(m_dice, m_arrival);
        person.number = QString::number(firstNumber + index);
        person.name = name.name;
        person.reading = name.reading;
        person.schoolYear = firstYear + index % years;
        person.birthDate = birthDate(person.schoolYear, m_plan.today, m_dice);
        person.group = u"%1-%2"_s.arg(person.schoolYear).arg(classes[std::size_t(index / years) % classes.size()]);
        person.house = houses[std::size_t(m_dice.below(int(houses.size())))].toString();
        if (m_dice.oneIn(200))
            person.leftOn = m_plan.today.addDays(-m_dice.between(1, 20));
        habits(made);
        arrive(made);
        addGuardians(made, family, m_dice.percent(70) ? 2 : 1);
        return made;
    }

    /// One of the men of the clips.
    DemoPerson clipStudent(int index, const QString& name, const QString& reading, const DemoFamily& family)
    {
        DemoPerson made;
        people::Person& person = made.person;
        person.id = idAt<PersonId>(m_dice, m_arrival);
        person.number = QString::number(firstNumber + index);
        person.name = name;
        person.reading = reading;
        person.schoolYear = clipYear;
        person.birthDate = birthDate(clipYear, m_plan.today, m_dice);
        person.group = u"%1-A"_s.arg(clipYear);
        person.house = houses[0].toString();
        made.buys = false;
        arrive(made);
        addGuardians(made, family, 2);
        return made;
    }

    DemoPerson staff(int index)
    {
        const DemoFamily family(m_dice);
        const DemoName name = m_dice.percent(50) ? family.woman(m_dice) : family.man(m_dice);
        DemoPerson made;
        made.person.id = idAt<PersonId>(m_dice, m_arrival);
        made.person.kind = people::Kind::Staff;
        made.person.number = u"S%1"_s.arg(index + 1, 3, 10, QLatin1Char('0'));
        made.person.name = name.name;
        made.person.reading = name.reading;
        made.person.birthDate = m_plan.today.addYears(-m_dice.between(24, 63)).addDays(-m_dice.below(365));
        habits(made);
        made.appetite /= 2;
        arrive(made);
        return made;
    }

private:
    void habits(DemoPerson& made)
    {
        made.appetite = m_dice.between(5, 50);
        made.toppedUp = !m_dice.oneIn(15);
        made.hasPin = m_dice.percent(pinPercent);
    }

    void arrive(const DemoPerson& made)
    {
        m_timeline.add(m_arrival, [person = made.person, at = m_arrival, by = m_by](store::Tx& tx) -> Status {
            KOBAI_TRY(enrolment::insertPerson(tx, person, at, by));
            return {};
        });
        if (made.hasPin)
            setPin(made.person.id);
        m_arrival += std::chrono::seconds(5);
    }

    void setPin(PersonId person)
    {
        m_timeline.add(m_arrival, [person, at = m_arrival, by = m_by](store::Tx& tx) -> Status {
            // The PIN is printed in the manual: the dearness of a real hash would only make the demo slow.
            KOBAI_ASSIGN(const auto hash, security::hashPin(demoPin.toString(), security::openCost));
            KOBAI_TRY(tx.pins().set(person, hash));
            audit::Record record;
            record.at = at;
            record.by = by;
            record.action = audit::Action::PinSet;
            record.subject = person.toHex();
            return tx.audit().append(record);
        });
    }

    void addGuardians(DemoPerson& made, const DemoFamily& family, int count)
    {
        for (int i = 0; i < count; ++i) {
            const bool mother = count == 2 ? i == 0 : m_dice.percent(70);
            people::Guardian guardian;
            guardian.id = idAt<GuardianId>(m_dice, m_arrival);
            guardian.student = made.person.id;
            guardian.name = (mother ? family.woman(m_dice) : family.man(m_dice)).name;
            guardian.relation = mother ? people::Relation::Mother : people::Relation::Father;
            if (count == 1 && m_dice.oneIn(8))
                guardian.relation = people::Relation::Grandparent;
            guardian.contact = phone(m_dice);
            made.guardians.push_back(guardian.id);
            m_timeline.add(m_arrival, [guardian, at = m_arrival, by = m_by](store::Tx& tx) -> Status {
                KOBAI_TRY(enrolment::insertGuardian(tx, guardian, at, by));
                return {};
            });
        }
    }

    Timeline& m_timeline;
    const DemoPlan& m_plan;
    Dice& m_dice;
    OperatorId m_by;
    Instant m_arrival;
};

} // namespace

std::vector<DemoPerson> invitePeople(Timeline& timeline, const DemoPlan& plan, QDate firstDay, Dice& dice,
                                     OperatorId by)
{
    Registrar registrar(timeline, plan, firstDay, dice, by);
    std::vector<DemoPerson> everybody;
    everybody.push_back(registrar.clipStudent(0, u"高橋 健"_s, u"たかはし けん"_s, DemoFamily(dice)));
    everybody.push_back(registrar.clipStudent(1, u"Franck Moreau"_s, QString(), DemoFamily(dice)));
    for (int i = 2; i < plan.students; ++i)
        everybody.push_back(registrar.student(i));
    for (int i = 0; i < plan.staff; ++i)
        everybody.push_back(registrar.staff(i));
    for (const DemoPerson& person : everybody) {
        const ConsentStory story = person.buys ? chooseStory(person, plan.today, dice) : ConsentStory::Complete;
        tellStory(timeline, person, story, firstDay, plan.today, dice, by);
    }
    return everybody;
}

} // namespace kobai::demo
