// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/Search.h"
#include "search/SearchFold.h"
#include "store/Days.h"
#include "store/Tx.h"
#include "store/sqlite/Connection.h"
#include "store/sqlite/Error.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace kobai::store {

namespace {

using people::Guardian;
using people::Person;
using sqlite::guarded;
using sqlite::Statement;

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
    return search::folded(person.reading.isEmpty() ? person.name : person.reading);
}

void writeKeys(sqlite::Connection& connection, const Person& person)
{
    connection.prepare("DELETE FROM person_word WHERE person = ?").bind(person.id).run();
    for (const QString& key : search::keysOf({person.name, person.reading, person.number}))
        connection.prepare("INSERT INTO person_word (word, person) VALUES (?, ?)").bind(key).bind(person.id).run();
}

/// Everybody who has what @p query asks for, with the distance from what was typed.
search::Hits<PersonId> hitsOf(sqlite::Connection& connection, const search::Query& query)
{
    // No key holds the last code point of Unicode, so it ends the range of all keys with this beginning.
    static const char32_t last = 0x10FFFF;
    return search::findAll<PersonId>(query, [&](const search::Probe& probe, auto hit) {
        Statement row = connection.prepare("SELECT person FROM person_word WHERE word >= ? AND word < ?");
        row.bind(probe.beginning).bind(probe.beginning + QString::fromUcs4(&last, 1));
        while (row.step())
            hit(row.id<PersonId>(0));
    });
}

/// Those of @p hits in the order in which they are shown: who is at the school first, then the nearest, then by reading and name.
std::vector<PersonId> inOrder(sqlite::Connection& connection, const search::Hits<PersonId>& hits)
{
    struct Place {
        bool hasLeft = false;
        int distance = 0;
        PersonId person;
    };
    std::vector<Place> places;
    places.reserve(std::size_t(hits.size()));
    Statement row = connection.prepare("SELECT id, left_on IS NOT NULL FROM person ORDER BY sort_key, name, id");
    while (row.step()) {
        const auto person = row.id<PersonId>(0);
        if (const auto hit = hits.constFind(person); hit != hits.cend())
            places.push_back({row.flag(1), *hit, person});
    }
    std::ranges::stable_sort(places, {}, [](const Place& place) { return std::pair(place.hasLeft, place.distance); });
    std::vector<PersonId> people;
    people.reserve(places.size());
    for (const Place& place : places)
        people.push_back(place.person);
    return people;
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
        writeKeys(m_connection, person);
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
        writeKeys(m_connection, person);
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
    const search::Query query(text);
    if (!query.isEmpty())
        return found(query, most);
    return guarded([&]() -> Result<std::vector<Person>> {
        std::vector<Person> people;
        // Something was typed and nothing of it can be looked for ("!!"): that finds nobody, not everybody.
        if (!text.trimmed().isEmpty())
            return people;
        static const std::string sql =
            "SELECT " + std::string(columns) + " FROM person ORDER BY left_on IS NOT NULL, sort_key, name, id LIMIT ?";
        Statement row = m_connection.prepare(sql);
        row.bind(std::max(most, 0));
        while (row.step())
            people.push_back(readPerson(row));
        return people;
    });
}

Result<std::vector<Person>> PeopleTable::found(const search::Query& query, int most)
{
    return guarded([&]() -> Result<std::vector<Person>> {
        std::vector<Person> people;
        for (const PersonId id : inOrder(m_connection, hitsOf(m_connection, query))) {
            if (int(people.size()) >= most)
                break;
            KOBAI_ASSIGN(auto person, find(id));
            people.push_back(std::move(person));
        }
        return people;
    });
}

Status PeopleTable::makeKeysAnew()
{
    return guarded([&]() -> Status {
        KOBAI_ASSIGN(const auto everybody, search({}, std::numeric_limits<int>::max()));
        for (const Person& person : everybody) {
            KOBAI_TRY(change(person)); // as it is: with what is made of it
        }
        return {};
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
