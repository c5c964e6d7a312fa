// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/FaceVault.h"
#include "enrolment/FaceWork.h"
#include "enrolment/Recognition.h"
#include "store/FaceKeys.h"
#include "store/ReferencePhotos.h"

#include <algorithm>
#include <set>

// Two files change, and either order alone would lose every face in a crash between them. So faces.keys first takes the next
// generation beside the present one; then one unit of work turns all rows and writes the next generation's name; then faces.keys
// forgets the generation that store.db does not name. Whatever survives a kill, Store::open() does that last step again.

namespace kobai::enrolment {

using namespace Qt::Literals::StringLiterals;

namespace {

using store::FaceKeys;

Status nameGeneration(store::Tx& tx, store::FaceGenerationId generation)
{
    return tx.settings().setText(QStringView(store::setting::faceGeneration).toString(), generation.toHex());
}

/// Whether everything opens that has to be turned.
Result<bool> opensAll(store::Tx& tx, PersonId person, const FaceKeys::PersonKeys& keys)
{
    KOBAI_ASSIGN(const auto rows, tx.templates().of(person));
    for (const auto& row : rows) {
        if (row.epoch == keys.epoch && !opens(row, keys))
            return false;
    }
    KOBAI_ASSIGN(const auto photo, tx.photos().find(person));
    return !photo || keys.photo.isEmpty() || store::unsealPhoto(keys.photo, person, photo->sealed);
}

/// Who has templates and keys to them.
struct Enrolled {
    std::vector<PersonId> readable;
    std::vector<people::Person> lost;
};

Result<Enrolled> enrolledPersons(store::Store& store)
{
    return store.read([&](store::Tx& tx) -> Result<Enrolled> {
        Enrolled enrolled;
        KOBAI_ASSIGN(const auto rows, tx.templates().all());
        std::set<PersonId> persons;
        for (const auto& row : rows)
            persons.insert(row.person);
        for (const PersonId person : persons) {
            const FaceKeys::PersonKeys* keys = store.faceKeys().find(person);
            if (keys == nullptr)
                continue;
            KOBAI_ASSIGN(const bool opensWhole, opensAll(tx, person, *keys));
            KOBAI_ASSIGN(const people::Person owner, tx.people().find(person));
            if (opensWhole)
                enrolled.readable.push_back(person);
            else
                enrolled.lost.push_back(owner);
        }
        return enrolled;
    });
}

FaceKeys::Generation nextGeneration(store::Store& store, const std::vector<PersonId>& persons)
{
    FaceKeys::Generation next;
    next.id = store.makeId<store::FaceGenerationId>();
    next.templateSecret = security::randomSecret(store.random(), store.faceKeys().templateSecret().size());
    for (const PersonId person : persons) {
        const FaceKeys::PersonKeys& old = *store.faceKeys().find(person);
        FaceKeys::PersonKeys fresh = freshKeys(store.random());
        fresh.epoch = old.epoch + 1;
        if (!old.photo.isEmpty())
            fresh.photo = freshPhotoKey(store.random());
        next.people.emplace(person, std::move(fresh));
    }
    return next;
}

/// The person's rows and photo from one generation to the other. Rows that no key opens any more stay dead.
Status renewPerson(store::Tx& tx, PersonId person, const Vault& from, const Vault& to, security::RandomSource& random)
{
    KOBAI_ASSIGN(const auto rows, tx.templates().of(person));
    KOBAI_TRY(tx.templates().removeAll(person));
    for (const auto& row : rows) {
        if (row.epoch != from.keys.epoch) {
            KOBAI_TRY(tx.templates().add(row));
            continue;
        }
        KOBAI_ASSIGN(const auto turned, renewed(row, from, to, random));
        KOBAI_TRY(tx.templates().add(turned));
    }
    KOBAI_ASSIGN(auto photo, tx.photos().find(person));
    if (!photo || from.keys.photo.isEmpty())
        return {};
    KOBAI_ASSIGN(const SecureBytes picture, store::unsealPhoto(from.keys.photo, person, photo->sealed));
    photo->sealed = store::sealPhoto(to.keys.photo, person, picture.view(), random);
    return tx.photos().put(*photo);
}

} // namespace

Status settleRenewal(store::Store& store)
{
    FaceKeys& keys = store.faceKeys();
    if (keys.prepared() == nullptr)
        return keys.finish();
    const auto named = store.write([](store::Tx& tx) -> Result<store::FaceGenerationId> {
        KOBAI_ASSIGN(const QString text, tx.settings().text(QStringView(store::setting::faceGeneration).toString()));
        KOBAI_ASSIGN(const store::FaceGenerationId name, store::faceGenerationNamed(text));
        KOBAI_TRY(nameGeneration(tx, name));
        return name;
    });
    KOBAI_TRY(named);
    return keys.settle(*named);
}

Result<Renewal> renewTemplates(store::Store& store, OperatorId by, const Progress& progress)
{
    KOBAI_TRY(settleRenewal(store));
    FaceKeys& keys = store.faceKeys();
    KOBAI_ASSIGN(Enrolled enrolled, enrolledPersons(store));
    if (enrolled.readable.empty() && !enrolled.lost.empty())
        return fail(FaultCode::StoreDamaged, u"template"_s);
    KOBAI_TRY(keys.prepare(nextGeneration(store, enrolled.readable)));
    const FaceKeys::Generation& next = *keys.prepared();
    const store::FaceGenerationId nextId = next.id;
    Renewal renewal{.persons = int(next.people.size()), .lost = std::move(enrolled.lost)};

    bool turned = false;
    const Status written = store.write([&](store::Tx& tx) -> Status {
        int done = 0;
        for (const auto& [person, fresh] : next.people) {
            if (progress && !progress(done++, renewal.persons))
                return fail(FaultCode::Cancelled);
            KOBAI_TRY(renewPerson(tx, person, Vault{keys.templateSecret(), *keys.find(person)},
                                  Vault{next.templateSecret, fresh}, store.random()));
        }
        for (const people::Person& lost : renewal.lost) {
            KOBAI_TRY(removeFaceRows(tx, lost.id));
            KOBAI_TRY(tx.audit().append(
                audit::entry(audit::Action::FaceRemoved, lost.id.toHex(), store.now(), by, u"did not open"_s)));
        }
        KOBAI_TRY(nameGeneration(tx, nextId));
        KOBAI_TRY(tx.audit().append(audit::entry(audit::Action::TemplatesRenewed, nextId.toHex(), store.now(), by,
                                                 u"persons %1"_s.arg(renewal.persons))));
        turned = true;
        return {};
    });
    if (!written) {
        // A commit that failed may have reached the disk all the same: settleRenewal() asks the database, now or when it answers again.
        if (turned)
            (void)settleRenewal(store);
        else
            (void)keys.settle(keys.generation());
        if (keys.generation() != nextId)
            return fail(written.error());
    }
    KOBAI_TRY(keys.settle(nextId));
    KOBAI_TRY(keys.finish());
    if (progress)
        (void)progress(renewal.persons, renewal.persons);
    return renewal;
}

} // namespace kobai::enrolment
