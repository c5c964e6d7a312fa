// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/ConsentWork.h"
#include "enrolment/Enrolment.h"
#include "enrolment/FaceVault.h"
#include "enrolment/FaceWork.h"
#include "enrolment/LookAlikeWork.h"
#include "face/Cohort.h"
#include "store/FaceKeys.h"

#include <algorithm>
#include <cmath>

// faces.keys and store.db are two files and no crash may fall between them with harm:
// - Enrolment writes the keys first, then the rows in one unit of work. A crash between leaves keys that open nothing;
//   loadGallery() takes them away. So it is with a reference photo and its key.
// - Enrolling again keeps the keys and changes only rows: before or after a crash, all rows open.
// - Removal deletes the rows first (together with the event that caused it), then the keys. A crash between leaves keys
//   that open nothing, as above. The other way round, a crash would leave rows that do not open: damage to the eye.
// - Re-keying everybody: see TemplateRenewal.cpp.

namespace kobai::enrolment {

using namespace Qt::Literals::StringLiterals;

namespace {

using Rows = std::vector<store::TemplateTable::Row>;

/// Puts the refusal on record and returns it.
Status refuse(store::Store& store, PersonId person, Fault fault, const QString& detail, OperatorId by)
{
    const auto line = audit::entry(audit::Action::FaceRefused, person.toHex(), store.now(), by, detail);
    KOBAI_TRY(store.write([&](store::Tx& tx) { return tx.audit().append(line); }));
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

bool contains(const std::vector<PersonId>& persons, PersonId person)
{
    return std::ranges::find(persons, person) != persons.end();
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

/// More look-alikes than this of one person are no register but a gallery that tells nobody apart.
constexpr int mostNear = 32;

/// The others in the gallery whom the till could take this face for, the nearest first; those of @p known left out. By the till's own score.
std::vector<PersonId> personsNear(const face::Gallery& gallery, const QVector<face::Capture>& captures, PersonId person,
                                  float threshold, const std::vector<PersonId>& known)
{
    std::vector<face::Embedding> embeddings;
    embeddings.reserve(std::size_t(captures.size()));
    std::vector<float> weights;
    for (const face::Capture& capture : captures) {
        embeddings.push_back(capture.embedding);
        weights.push_back(capture.weight);
    }
    const face::Embedding mean = face::meanEmbedding(embeddings, weights);
    std::vector<PersonId> near;
    for (const face::Candidate& candidate : face::normalisedSearch(gallery, mean, mostNear)) {
        if (candidate.person != person && candidate.score >= threshold && !contains(known, candidate.person))
            near.push_back(candidate.person);
    }
    return near;
}

float overallQuality(const face::QualityBars& bars)
{
    return std::clamp((bars.light + bars.sharp + bars.size + bars.pose + bars.eyes + bars.alone) / 6, 0.0F, 1.0F);
}

/// The person's rows of other models, which stay for the day that the school goes back to one; not those that no key opens any more.
Rows ofOtherModels(const Rows& rows, const store::FaceKeys::PersonKeys& keys, const QString& model)
{
    Rows others;
    std::ranges::copy_if(rows, std::back_inserter(others),
                         [&](const auto& row) { return row.model != model && row.epoch == keys.epoch; });
    return others;
}

/// One row for each capture, under numbers that @p taken does not use: the number is a part of the map, and two templates under one
/// map would show how far they are apart.
Rows sealedRows(store::Store& store, PersonId person, const QVector<face::Capture>& captures, const QString& model,
                const Rows& taken)
{
    const Vault vault{store.faceKeys().templateSecret(), *store.faceKeys().find(person)};
    Rows rows;
    int number = 0;
    const auto isTaken = [&](const auto& row) { return row.capture == number; };
    for (const face::Capture& capture : captures) {
        while (std::ranges::any_of(taken, isTaken))
            ++number;
        store::TemplateTable::Row row;
        row.person = person;
        row.capture = number++;
        row.quality = overallQuality(capture.quality);
        row.weight = capture.weight;
        row.model = model;
        row.at = store.now();
        sealCapture(capture.embedding, row, vault, store.random());
        rows.push_back(std::move(row));
    }
    return rows;
}

/// What is known of the person before an enrolment.
struct Before {
    consent::State consent;
    QString model;                    ///< in use
    Rows rows;                        ///< of every model
    std::vector<PersonId> lookAlikes; ///< registered
};

Result<Before> readBefore(store::Store& store, PersonId person)
{
    return store.read([&](store::Tx& tx) -> Result<Before> {
        Before before;
        KOBAI_TRY(tx.people().find(person));
        KOBAI_ASSIGN(before.consent, consentState(tx, person, store.clock().today()));
        KOBAI_ASSIGN(before.model, modelInUse(tx));
        KOBAI_ASSIGN(before.rows, tx.templates().of(person));
        KOBAI_ASSIGN(before.lookAlikes, tx.lookAlikes().of(person));
        return before;
    });
}

/// The new rows in place of the earlier ones of the same model, and the pairs that the office confirmed, in one unit of work.
Status storeFace(store::Store& store, PersonId person, const QVector<face::Capture>& captures, const Before& before,
                 const std::vector<PersonId>& pairs, OperatorId by)
{
    const Instant at = store.now();
    const Rows others = ofOtherModels(before.rows, *store.faceKeys().find(person), before.model);
    const Rows rows = sealedRows(store, person, captures, before.model, others);
    return store.write([&](store::Tx& tx) -> Status {
        KOBAI_TRY(tx.templates().removeAll(person));
        for (const auto& row : others)
            KOBAI_TRY(tx.templates().add(row));
        for (const auto& row : rows)
            KOBAI_TRY(tx.templates().add(row));
        for (const PersonId other : pairs)
            KOBAI_TRY(addLookAlikes(tx, person, other, at, by));
        return tx.audit().append(audit::entry(audit::Action::FaceEnrolled, person.toHex(), at, by,
                                              u"captures %1 model %2"_s.arg(rows.size()).arg(before.model)));
    });
}

} // namespace

Status enrolFace(store::Store& store, PersonId person, const QVector<face::Capture>& captures, OperatorId by,
                 const std::vector<PersonId>& others)
{
    KOBAI_ASSIGN(const Before before, readBefore(store, person));
    if (!before.consent.allowed())
        return refuseWithoutConsent(store, person, before.consent, by);
    KOBAI_TRY(checkCaptures(captures));
    if (!store.info().demo && std::ranges::any_of(captures, &face::Capture::filmed))
        return refuse(store, person, Fault{FaultCode::CameraIsFilm, {}}, u"filmed"_s, by);
    if (before.model.isEmpty())
        return fail(FaultCode::ModelMissing);

    KOBAI_ASSIGN(const LoadedGallery loaded, readGallery(store, WhoseFaces::AlsoPaused));
    const float threshold = face::policyFor(*loaded.gallery).threshold;
    if (!ofOnePerson(captures, threshold))
        return refuse(store, person, Fault{FaultCode::EnrolmentInconsistent, {}}, u"inconsistent"_s, by);
    const auto near = personsNear(*loaded.gallery, captures, person, threshold, before.lookAlikes);
    for (const PersonId other : near) {
        if (!contains(others, other)) // one question, one pair
            return refuse(store, person, Fault{FaultCode::FaceAlreadyEnrolled, other.toHex()},
                          u"looks like "_s + other.toHex(), by);
    }

    KOBAI_TRY(settleRenewal(store)); // else these keys would be of a generation that may yet be given up
    // Keys that open the present rows stay; else fresh ones.
    const bool hasKeys = !before.rows.empty() && store.faceKeys().find(person) != nullptr;
    if (!hasKeys)
        KOBAI_TRY(store.faceKeys().put(person, freshKeys(store.random())));
    Status stored = storeFace(store, person, captures, before, near, by);
    if (!stored && !hasKeys)
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
        KOBAI_TRY(removeFaceRows(tx, person));
        return tx.audit().append(
            audit::entry(audit::Action::FaceRemoved, person.toHex(), store.now(), by, u"by request"_s));
    });
    KOBAI_TRY(removed);
    return store.faceKeys().remove(person);
}

} // namespace kobai::enrolment
