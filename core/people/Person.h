// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.h"
#include "base/Result.h"

#include <QDate>
#include <QString>

#include <optional>

namespace kobai::people {

enum class Kind { Student = 1, Staff = 2 };

/// A student or a member of staff.
struct Person {
    PersonId id;
    Kind kind = Kind::Student;
    QString number;     ///< the school's own number, unique in the store, typed at the till ("2026014")
    QString name;       ///< as the school writes it, any script
    QString reading;    ///< kana or Latin reading, for search and sorting; may be empty
    QDate birthDate;    ///< may be invalid for staff
    int schoolYear = 0; ///< 1..13, 0 for staff
    QString group;      ///< class, "3-B"
    QString house;      ///< boarding house; may be empty
    QDate leftOn;       ///< invalid while at the school

    [[nodiscard]] bool hasLeft(QDate today) const { return leftOn.isValid() && leftOn <= today; }
};

enum class Relation { Mother = 1, Father = 2, Grandparent = 3, OtherGuardian = 4 };

/// Somebody who answers for a student and whose consent counts.
struct Guardian {
    GuardianId id;
    PersonId student;
    QString name;
    Relation relation = Relation::OtherGuardian;
    QString contact; ///< telephone, mail or address; may be empty
};

inline constexpr int longestNameChars = 200;
inline constexpr int longestNumberChars = 32;
inline constexpr int longestTextChars = 200;

/// A name fit to be stored and shown: trimmed, inner runs of blanks made one, control and bidirectional override
/// characters taken out; right-to-left scripts and emoji stay. Faults: TextEmpty, TextTooLong.
[[nodiscard]] Result<QString> cleanName(const QString& typed);
/// Like cleanName for optional texts: empty is allowed.
[[nodiscard]] Result<QString> cleanText(const QString& typed, int longestChars = longestTextChars);

/// Trims and checks every field of @p person. Faults: TextEmpty, TextTooLong, DateImplausible (a student without a date of
/// birth, born after @p today, or before 1900; left before born), QuantityOutOfRange (school year: students 1..13,
/// staff 0).
[[nodiscard]] Result<Person> checked(Person person, QDate today);
[[nodiscard]] Result<Guardian> checked(Guardian guardian);

/// Full years on @p day; nullopt without a date of birth or on a day before it.
[[nodiscard]] std::optional<int> ageOn(const Person& person, QDate day);

} // namespace kobai::people

Q_DECLARE_METATYPE(kobai::people::Person)
Q_DECLARE_METATYPE(kobai::people::Guardian)
