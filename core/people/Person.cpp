// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/Person.h"

#include "base/Text.h"

namespace kobai::people {

namespace {

constexpr int firstYear = 1900;
constexpr int lastYear = 2100;
constexpr int lastSchoolYear = 13;

bool plausible(QDate date)
{
    return date.isValid() && date.year() >= firstYear && date.year() <= lastYear;
}

Result<QString> required(const QString& typed, int longestChars)
{
    KOBAI_ASSIGN(QString text, cleanText(typed, longestChars));
    if (text.isEmpty())
        return fail(FaultCode::TextEmpty);
    return text;
}

} // namespace

Result<QString> cleanName(const QString& typed)
{
    return required(typed, longestNameChars);
}

Result<QString> cleanText(const QString& typed, int longestChars)
{
    QString text = cleanLine(typed);
    if (codePoints(text) > longestChars)
        return fail(FaultCode::TextTooLong, QString::number(longestChars));
    return text;
}

Result<Person> checked(Person person, QDate today)
{
    KOBAI_ASSIGN(person.name, cleanName(person.name));
    KOBAI_ASSIGN(person.number, required(narrowed(person.number), longestNumberChars));
    KOBAI_ASSIGN(person.reading, cleanText(person.reading, longestNameChars));
    KOBAI_ASSIGN(person.group, cleanText(person.group));
    KOBAI_ASSIGN(person.house, cleanText(person.house));

    const bool student = person.kind == Kind::Student;
    if (student || person.birthDate.isValid()) {
        if (!plausible(person.birthDate) || person.birthDate > today)
            return fail(FaultCode::DateImplausible);
    }
    if (person.leftOn.isValid()
        && (!plausible(person.leftOn) || (person.birthDate.isValid() && person.leftOn < person.birthDate)))
        return fail(FaultCode::DateImplausible);
    const int least = student ? 1 : 0;
    const int most = student ? lastSchoolYear : 0;
    if (person.schoolYear < least || person.schoolYear > most)
        return fail(FaultCode::QuantityOutOfRange);
    return person;
}

Result<Guardian> checked(Guardian guardian)
{
    KOBAI_ASSIGN(guardian.name, cleanName(guardian.name));
    KOBAI_ASSIGN(guardian.contact, cleanText(guardian.contact));
    return guardian;
}

std::optional<int> ageOn(const Person& person, QDate day)
{
    const QDate born = person.birthDate;
    if (!born.isValid() || !day.isValid() || day < born)
        return std::nullopt;
    // Compared by month and day, so that who was born on 29 February is a year older from 1 March in other years.
    const bool hadBirthday = std::pair(day.month(), day.day()) >= std::pair(born.month(), born.day());
    return day.year() - born.year() - (hadBirthday ? 0 : 1);
}

} // namespace kobai::people
