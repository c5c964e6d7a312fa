// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Days.h"
#include "store/SearchWords.h"
#include "store/Tx.h"
#include "store/sqlite/Connection.h"
#include "store/sqlite/Error.h"

#include <algorithm>

namespace kobai::store {

namespace {

using people::Guardian;
using people::Person;
using sqlite::guarded;
using sqlite::Statement;

/// More words than a name has do not narrow a search.
constexpr int mostSearchWords = 8;

constexpr std::string_view columns = "id, kind, number, name, reading, born_on, school_year, class, house, left_on";

Person readPerson(const Statement& row)
{
    Person person;
    person.id = row.id<PersonId>(0);
    person.kind = row.oneOf(1, people::Kind::Student, people::Kind::Staff);
    person.number = row.text(2);
    person.name = row.text(3);
    person.reading = row.text(4);
    person.birthDate = optionalDay(row, 5);
    person.schoolYear = row.small(6);
    person.group = row.text(7);
    person.house = row.text(8);
    person.leftOn = optionalDay(row, 9);
    return person;
}

QString sortKey(const Person& person)
{
    return folded(person.reading.isEmpty() ? person.name : person.reading);
}

void writeWords(sqlite::Connection& connection, const Person& person)
{
    connection.prepare("DELETE FROM person_word WHERE person = ?").bind(person.id).run();
    QStringList words = searchWords(person.name) + searchWords(person.reading) + searchWords(person.number);
    words.removeDuplicates();
    for (const QString& word : std::as_const(words))
        connection.prepare("INSERT INTO person_word (word, person) VALUES (?, ?)").bind(word).bind(person.id).run();
}

/// Binds everything but the id, in the order of the columns.
void bindFields(Statement& statement, const Person& person)
{
    statement.bind(person.kind)
        .bind(person.number)
        .bind(person.name)
        .bind(person.reading)
        .bind(sortKey(person))
        .bind(dayNumber(person.birthDate))
        .bind(person.schoolYear)
        .bind(person.group)
        .bind(person.house)
        .bind(dayNumber(person.leftOn));
}

} // namespace

Status PeopleTable::add(const Person& person)
{
    return guarded(FaultCode::Duplicate, [&]() -> Status {
        {
            Statement insert = m_connection.prepare("INSERT INTO person (id, kind, number, name, reading, sort_key, "
                                                    "born_on, school_year, class, house, left_on) "
                                                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
            insert.bind(person.id);
            bindFields(insert, person);
            insert.run();
        }
        writeWords(m_connection, person);
        return {};
    });
}

Status PeopleTable::change(const Person& person)
{
    return guarded(FaultCode::Duplicate, [&]() -> Status {
        {
            Statement update = m_connection.prepare("UPDATE person SET kind = ?, number = ?, name = ?, reading = ?, "
                                                    "sort_key = ?, born_on = ?, school_year = ?, "
                                                    "class = ?, house = ?, left_on = ? WHERE id = ?");
            bindFields(update, person);
            update.bind(person.id).run();
        }
        if (m_connection.changes() == 0)
            return fail(FaultCode::NotFound);
        writeWords(m_connection, person);
        return {};
    });
}

Result<Person> PeopleTable::find(PersonId id)
{
    return guarded([&]() -> Result<Person> {
        static const std::string sql = "SELECT " + std::string(columns) + " FROM person WHERE id = ?";
        Statement row = m_connection.prepare(sql);
        if (!row.bind(id).step())
            return fail(FaultCode::NotFound);
        return readPerson(row);
    });
}

Result<Person> PeopleTable::findByNumber(const QString& number)
{
    return guarded([&]() -> Result<Person> {
        static const std::string sql = "SELECT " + std::string(columns) + " FROM person WHERE number = ?";
        Statement row = m_connection.prepare(sql);
        if (!row.bind(number).step())
            return fail(FaultCode::NotFound);
        return readPerson(row);
    });
}

Result<std::vector<Person>> PeopleTable::search(const QString& text, int most)
{
    return guarded([&]() -> Result<std::vector<Person>> {
        const QStringList words = searchWords(text).mid(0, mostSearchWords);
        // Letters were typed and none can be looked for ("!!"): that finds nobody, not everybody.
        if (words.isEmpty() && !text.trimmed().isEmpty())
            return std::vector<Person>{};

        std::string sql = "SELECT " + std::string(columns) + " FROM person";
        for (qsizetype i = 0; i < words.size(); ++i) {
            sql += i == 0 ? " WHERE" : " AND";
            sql += " id IN (SELECT person FROM person_word WHERE word >= ? AND word < ?)";
        }
        sql += " ORDER BY left_on IS NOT NULL, sort_key, name, id LIMIT ?";

        Statement row = m_connection.prepare(sql);
        // No word holds the last code point of Unicode, so it ends the range of all words with this beginning.
        static const char32_t last = 0x10FFFF;
        for (const QString& word : words)
            row.bind(word).bind(word + QString::fromUcs4(&last, 1));
        row.bind(std::max(most, 0));
        std::vector<Person> found;
        while (row.step())
            found.push_back(readPerson(row));
        return found;
    });
}

Result<int> PeopleTable::count(people::Kind kind)
{
    return guarded([&]() -> Result<int> {
        Statement row = m_connection.prepare("SELECT count(*) FROM person WHERE kind = ?");
        (void)row.bind(kind).step();
        return row.small(0);
    });
}

Status PeopleTable::addGuardian(const Guardian& guardian)
{
    return guarded(FaultCode::Duplicate, [&]() -> Status {
        m_connection.prepare("INSERT INTO guardian (id, student, name, relation, contact) VALUES (?, ?, ?, ?, ?)")
            .bind(guardian.id)
            .bind(guardian.student)
            .bind(guardian.name)
            .bind(guardian.relation)
            .bind(guardian.contact)
            .run();
        return {};
    });
}

Result<std::vector<Guardian>> PeopleTable::guardians(PersonId student)
{
    return guarded([&]() -> Result<std::vector<Guardian>> {
        Statement row = m_connection.prepare(
            "SELECT id, student, name, relation, contact FROM guardian WHERE student = ? ORDER BY relation, id");
        row.bind(student);
        std::vector<Guardian> found;
        while (row.step())
            found.push_back({row.id<GuardianId>(0), row.id<PersonId>(1), row.text(2),
                             row.oneOf(3, people::Relation::Mother, people::Relation::OtherGuardian), row.text(4)});
        return found;
    });
}

} // namespace kobai::store
