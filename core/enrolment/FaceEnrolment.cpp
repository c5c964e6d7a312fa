// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/ConsentWork.h"
#include "enrolment/Enrolment.h"
#include "enrolment/FaceVault.h"
#include "store/FaceKeys.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

// faces.keys and store.db are two files and no crash may fall between them with harm:
// - Enrolment writes the keys first, then the rows in one unit of work. A crash between leaves keys that open nothing;
//   loadGallery() takes them away.
// - Enrolling again keeps the keys and changes only rows: before or after a crash, all rows open.
// - Removal deletes the rows first (together with the event that caused it), then the keys. A crash between leaves keys
//   that open nothing, as above. The other way round, a crash would leave rows that do not open: damage to the eye.

namespace kobai::enrolment {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int seedBytes = 16;
constexpr int sealingKeyBytes = 32;

using Rows = std::vector<store::TemplateTable::Row>;

bool isRefusal(consent::Reason reason)
{
    switch (reason) {
    case consent::Reason::GuardianObjected:
    case consent::Reason::StudentRefused:
    case consent::Reason::Withdrawn:
        return true;
    case consent::Reason::NoGuardian:
    case consent::Reason::NoticeMissing:
    case consent::Reason::ConsentMissing:
    case consent::Reason::NoticeOutdated:
    case consent::Reason::StudentNotAsked:
    case consent::Reason::Expired:
    case consent::Reason::HasLeft:
    case consent::Reason::FacesOff:
        return false;
    }
    return false;
}

/// The consent is over, not paused: what is stored of the face has to go.
bool isEnd(consent::Reason reason)
{
    return isRefusal(reason) || reason == consent::Reason::Expired || reason == consent::Reason::HasLeft;
}

/// The persons who have templates and whose consent is over on @p today.
Result<std::vector<PersonId>> lapsedPersons(store::Tx& tx, QDate today)
{
    KOBAI_ASSIGN(const auto rows, tx.templates().all());
    std::set<PersonId> enrolled;
    for (const auto& row : rows)
        enrolled.insert(row.person);
    std::vector<PersonId> lapsed;
    for (const PersonId person : enrolled) {
        KOBAI_ASSIGN(const auto state, consentState(tx, person, today));
        if (std::any_of(state.obstacles.begin(), state.obstacles.end(),
                        [](const auto& obstacle) { return isEnd(obstacle.reason); }))
            lapsed.push_back(person);
    }
    return lapsed;
}

audit::Record record(const store::Store& store, audit::Action action, PersonId person, const QString& detail,
                     OperatorId by)
{
    audit::Record record;
    record.at = store.now();
    record.by = by;
    record.action = action;
    record.subject = person.toHex();
    record.detail = detail;
    return record;
}

/// Puts the refusal on record and returns it.
Status refuse(store::Store& store, PersonId person, Fault fault, const QString& detail, OperatorId by)
{
    const auto entry = record(store, audit::Action::FaceRefused, person, detail, by);
    KOBAI_TRY(store.write([&](store::Tx& tx) { return tx.audit().append(entry); }));
    return fail(std::move(fault));
}

Status refuseWithoutConsent(store::Store& store, PersonId person, const consent::State& state, OperatorId by)
{
    QStringList reasons;
    bool refused = false;
    for (const consent::Obstacle& obstacle : state.obstacles) {
        reasons += QString::number(int(obstacle.reason));
        refused = refused || isRefusal(obstacle.reason);
    }
    const FaultCode code = refused ? FaultCode::ConsentRefused : FaultCode::ConsentMissing;
    return refuse(store, person, Fault{code, {}}, u"consent reasons "_s + reasons.join(u' '), by);
}

Status checkCaptures(const QVector<face::Capture>& captures)
{
    if (captures.size() < fewestCaptures)
        return fail(FaultCode::EnrolmentIncomplete, QString::number(fewestCaptures - captures.size()));
    for (const face::Capture& capture : captures) {
        if (!face::isUnitLength(capture.embedding) || !(capture.weight > 0) || !std::isfinite(capture.weight))
            return fail(FaultCode::NetworkOutput);
    }
    return {};
}

bool ofOnePerson(const QVector<face::Capture>& captures, float threshold)
{
    for (qsizetype i = 0; i < captures.size(); ++i) {
        for (qsizetype j = i + 1; j < captures.size(); ++j) {
            if (face::fusedScore(face::cosines(captures[i].embedding, captures[j].embedding)) < threshold)
                return false;
        }
    }
    return true;
}

/// Somebody else in the gallery whom the till could take this face for.
std::optional<PersonId> lookAlike(const face::Gallery& gallery, const QVector<face::Capture>& captures, PersonId person,
                                  float threshold)
{
    std::vector<face::Embedding> embeddings;
    embeddings.reserve(std::size_t(captures.size())); // a vector that grows would leave copies behind
    std::vector<float> weights;
    for (const face::Capture& capture : captures) {
        embeddings.push_back(capture.embedding);
        weights.push_back(capture.weight);
    }
    const PlainEmbedding mean(face::meanEmbedding(embeddings, weights));
    face::wipe(embeddings);
    for (const face::Candidate& candidate : gallery.search(mean.get(), 2)) {
        if (candidate.person != person && candidate.score >= threshold)
            return candidate.person;
    }
    return std::nullopt;
}

float overallQuality(const face::QualityBars& bars)
{
    return std::clamp((bars.light + bars.sharp + bars.size + bars.pose + bars.eyes + bars.alone) / 6, 0.0F, 1.0F);
}

Rows sealed(store::Store& store, PersonId person, const QVector<face::Capture>& captures)
{
    const store::FaceKeys::PersonKeys& keys = *store.faceKeys().find(person);
    Rows rows;
    for (const face::Capture& capture : captures) {
        store::TemplateTable::Row row;
        row.person = person;
        row.capture = int(rows.size());
        row.epoch = keys.epoch;
        row.sealed = sealCapture(capture.embedding, person, row.capture, store.faceKeys().templateSecret(), keys,
                                 store.random());
        row.quality = overallQuality(capture.quality);
        row.weight = capture.weight;
        row.model = embeddingModel();
        row.at = store.now();
        rows.push_back(std::move(row));
    }
    return rows;
}

/// Keys for the person: those that open the present rows, else fresh ones.
Status prepareKeys(store::Store& store, PersonId person, bool hasRows)
{
    if (hasRows && store.faceKeys().find(person) != nullptr)
        return {};
    store::FaceKeys::PersonKeys keys;
    keys.seed = security::randomBytes(store.random(), seedBytes);
    keys.sealing = security::randomSecret(store.random(), sealingKeyBytes);
    return store.faceKeys().put(person, std::move(keys));
}

Status replaceRows(store::Store& store, PersonId person, const Rows& rows, OperatorId by)
{
    return store.write([&](store::Tx& tx) -> Status {
        KOBAI_TRY(tx.templates().removeAll(person));
        for (const auto& row : rows)
            KOBAI_TRY(tx.templates().add(row));
        return tx.audit().append(record(store, audit::Action::FaceEnrolled, person,
                                        u"captures %1 model %2"_s.arg(rows.size()).arg(embeddingModel()), by));
    });
}

/// Keys left over by a crash open nothing. Failing to rewrite the file now does no harm: the next load tries again.
void removeOrphanKeys(store::FaceKeys& keys, const std::map<PersonId, Rows>& rowsOf)
{
    for (const PersonId person : keys.people()) {
        if (!rowsOf.contains(person))
            (void)keys.remove(person);
    }
}

} // namespace

Status enrolFace(store::Store& store, PersonId person, const QVector<face::Capture>& captures, OperatorId by)
{
    bool hasRows = false;
    const auto state = store.read([&](store::Tx& tx) -> Result<consent::State> {
        KOBAI_TRY(tx.people().find(person));
        KOBAI_ASSIGN(const auto rows, tx.templates().of(person));
        hasRows = !rows.empty();
        return consentState(tx, person, store.clock().today());
    });
    KOBAI_TRY(state);
    if (!state->allowed())
        return refuseWithoutConsent(store, person, *state, by);
    KOBAI_TRY(checkCaptures(captures));

    KOBAI_ASSIGN(const auto gallery, loadGallery(store));
    const float threshold = face::policyFor(*gallery).threshold;
    if (!ofOnePerson(captures, threshold))
        return refuse(store, person, Fault{FaultCode::EnrolmentInconsistent, {}}, u"inconsistent"_s, by);
    if (const auto other = lookAlike(*gallery, captures, person, threshold)) {
        return refuse(store, person, Fault{FaultCode::FaceAlreadyEnrolled, other->toHex()},
                      u"looks like "_s + other->toHex(), by);
    }

    KOBAI_TRY(prepareKeys(store, person, hasRows));
    const Status stored = replaceRows(store, person, sealed(store, person, captures), by);
    if (!stored && !hasRows)
        (void)store.faceKeys().remove(person); // if this fails too, the next loadGallery() does it
    return stored;
}

Status removeFace(store::Store& store, PersonId person, OperatorId by)
{
    const Status removed = store.write([&](store::Tx& tx) -> Status {
        KOBAI_TRY(tx.people().find(person));
        KOBAI_ASSIGN(const auto rows, tx.templates().of(person));
        if (rows.empty())
            return fail(FaultCode::NotEnrolled);
        KOBAI_TRY(tx.templates().removeAll(person));
        return tx.audit().append(record(store, audit::Action::FaceRemoved, person, u"by request"_s, by));
    });
    KOBAI_TRY(removed);
    return store.faceKeys().remove(person);
}

Result<int> removeLapsed(store::Store& store, OperatorId by)
{
    const QDate today = store.clock().today();
    KOBAI_ASSIGN(const auto lapsed, store.write([&](store::Tx& tx) -> Result<std::vector<PersonId>> {
        KOBAI_ASSIGN(auto persons, lapsedPersons(tx, today));
        for (const PersonId person : persons) {
            KOBAI_TRY(tx.templates().removeAll(person));
            KOBAI_TRY(tx.audit().append(record(store, audit::Action::FaceRemoved, person, u"consent over"_s, by)));
        }
        return persons;
    }));
    for (const PersonId person : lapsed)
        (void)store.faceKeys().remove(person); // if this fails, the next loadGallery() does it
    return int(lapsed.size());
}

Result<face::GalleryPtr> loadGallery(store::Store& store)
{
    std::map<PersonId, Rows> rowsOf;
    std::vector<face::GalleryEntry> entries;
    const Status read = store.read([&](store::Tx& tx) -> Status {
        KOBAI_ASSIGN(auto rows, tx.templates().all());
        for (auto& row : rows)
            rowsOf[row.person].push_back(std::move(row));
        for (const auto& [person, own] : rowsOf) {
            const store::FaceKeys::PersonKeys* keys = store.faceKeys().find(person);
            // Without keys: destroyed since, and brought back by an old backup. It stays dead.
            if (keys == nullptr || own.front().model != embeddingModel())
                continue;
            KOBAI_ASSIGN(const auto state, consentState(tx, person, store.clock().today()));
            if (!state.allowed())
                continue;
            KOBAI_ASSIGN(auto entry, openReference(person, own, store.faceKeys().templateSecret(), *keys));
            entries.push_back(std::move(entry));
        }
        return {};
    });
    KOBAI_TRY(read);
    removeOrphanKeys(store.faceKeys(), rowsOf);
    return std::make_shared<const face::Gallery>(std::move(entries));
}

} // namespace kobai::enrolment
