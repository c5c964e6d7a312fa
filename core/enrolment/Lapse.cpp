// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/ConsentWork.h"
#include "enrolment/Enrolment.h"
#include "enrolment/FaceWork.h"
#include "store/FaceKeys.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace kobai::enrolment {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What is known of pauses in one unit of work.
class Pauses final {
public:
    [[nodiscard]] static Result<Pauses> read(store::Tx& tx, QDate today)
    {
        Pauses pauses(today);
        KOBAI_ASSIGN(const auto rows, tx.pauses().all());
        for (const auto& row : rows)
            pauses.m_since[row.person] = row.since;
        return pauses;
    }

    /// Puts on record that the person's face is paused today; true when it has been for as long as it may be.
    [[nodiscard]] Result<bool> goesOn(store::Tx& tx, PersonId person)
    {
        const auto known = m_since.find(person);
        const QDate since = known == m_since.end() ? m_today : known->second;
        if (known == m_since.end())
            KOBAI_TRY(tx.pauses().add({person, since}));
        KOBAI_ASSIGN(const int longest, tx.consents().pauseDays());
        return since.daysTo(m_today) >= longest;
    }

    [[nodiscard]] Status ends(store::Tx& tx, PersonId person) const
    {
        return m_since.contains(person) ? tx.pauses().remove(person) : Status();
    }

private:
    explicit Pauses(QDate today) : m_today(today) {}

    QDate m_today;
    std::map<PersonId, QDate> m_since;
};

/// Why the face of the person has to go today; nullopt when it does not. Notes the beginning and the end of a pause.
Result<std::optional<QString>> reasonToGo(store::Tx& tx, PersonId person, QDate today, Pauses& pauses)
{
    KOBAI_ASSIGN(const auto state, consentState(tx, person, today));
    if (consent::isOver(state))
        return u"consent over"_s;
    if (state.allowed()) {
        KOBAI_TRY(pauses.ends(tx, person));
        return std::nullopt;
    }
    KOBAI_ASSIGN(const bool isOver, pauses.goesOn(tx, person));
    return isOver ? std::optional(u"pause over"_s) : std::nullopt;
}

/// What one run came to: a setting that cannot be read keeps one person's face, and nobody else's.
struct Lapsed {
    std::vector<PersonId> gone;
    std::optional<Fault> fault;
};

} // namespace

Result<int> removeLapsed(store::Store& store, OperatorId by)
{
    const QDate today = store.clock().today();
    KOBAI_ASSIGN(const Lapsed lapsed, store.write([&](store::Tx& tx) -> Result<Lapsed> {
        KOBAI_ASSIGN(const auto rows, tx.templates().all());
        KOBAI_ASSIGN(Pauses pauses, Pauses::read(tx, today));
        std::set<PersonId> enrolled;
        for (const auto& row : rows)
            enrolled.insert(row.person);
        Lapsed found;
        for (const PersonId person : enrolled) {
            const auto reason = reasonToGo(tx, person, today, pauses);
            if (!reason) {
                found.fault = reason.error();
                continue;
            }
            if (!*reason)
                continue;
            KOBAI_TRY(removeFaceRows(tx, person));
            KOBAI_TRY(
                tx.audit().append(audit::entry(audit::Action::FaceRemoved, person.toHex(), store.now(), by, **reason)));
            found.gone.push_back(person);
        }
        return found;
    }));
    for (const PersonId person : lapsed.gone)
        (void)store.faceKeys().remove(person); // if this fails, the next loadGallery() does it
    if (lapsed.fault)
        return fail(*lapsed.fault);
    return int(lapsed.gone.size());
}

} // namespace kobai::enrolment
