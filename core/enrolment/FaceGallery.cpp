// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/ConsentWork.h"
#include "enrolment/Enrolment.h"
#include "enrolment/FaceVault.h"
#include "enrolment/FaceWork.h"
#include "enrolment/Recognition.h"
#include "face/GalleryBuilder.h"
#include "face/ModelFolder.h"
#include "store/FaceKeys.h"
#include "store/LivingTemplates.h"

#include <algorithm>
#include <map>
#include <set>

namespace kobai::enrolment {

using namespace Qt::Literals::StringLiterals;

namespace {

using Rows = std::vector<store::TemplateTable::Row>;

/// The templates of every model.
Result<std::map<PersonId, Rows>> rowsByPerson(store::Tx& tx)
{
    KOBAI_ASSIGN(auto rows, tx.templates().all());
    std::map<PersonId, Rows> rowsOf;
    for (auto& row : rows)
        rowsOf[row.person].push_back(std::move(row));
    return rowsOf;
}

/// Keys left over by a crash open nothing. Failing to rewrite the file now does no harm: the next load tries again.
void removeOrphanKeys(store::FaceKeys& keys, const std::map<PersonId, Rows>& rowsOf,
                      const std::set<PersonId>& withPhoto)
{
    for (const PersonId person : keys.people()) {
        if (!rowsOf.contains(person))
            (void)keys.remove(person);
        else if (!withPhoto.contains(person))
            (void)keys.setPhotoKey(person, {});
    }
}

} // namespace

Result<LoadedGallery> loadGallery(store::Store& store)
{
    return readGallery(store, WhoseFaces::Allowed);
}

Result<LoadedGallery> readGallery(store::Store& store, WhoseFaces whose)
{
    (void)settleRenewal(store); // where the disk does not answer yet, the next load does it
    std::map<PersonId, Rows> rowsOf;
    std::set<PersonId> withPhoto;
    LoadedGallery loaded;
    face::GalleryBuilder builder(store.random());
    const Status read = store.read([&](store::Tx& tx) -> Status {
        KOBAI_ASSIGN(const QString model, modelInUse(tx));
        KOBAI_ASSIGN(rowsOf, rowsByPerson(tx));
        KOBAI_ASSIGN(const auto photos, tx.photos().people());
        withPhoto.insert(photos.begin(), photos.end());
        for (const auto& [person, rows] : rowsOf) {
            const store::FaceKeys::PersonKeys* keys = store.faceKeys().find(person);
            const Rows own = store::living(rows, keys, model);
            if (own.empty())
                continue;
            KOBAI_ASSIGN(const auto state, consentState(tx, person, store.clock().today()));
            if (!(whose == WhoseFaces::Allowed ? state.allowed() : !consent::isOver(state)))
                continue;
            auto entry = openReference(person, own, Vault{store.faceKeys().templateSecret(), *keys});
            if (entry && builder.add(std::move(*entry)))
                continue;
            KOBAI_ASSIGN(const people::Person owner, tx.people().find(person));
            loaded.unreadable.push_back(owner);
        }
        return {};
    });
    KOBAI_TRY(read);
    removeOrphanKeys(store.faceKeys(), rowsOf, withPhoto);
    loaded.gallery = std::make_shared<const face::Gallery>(std::move(builder).finish());
    return loaded;
}

Result<GalleryState> galleryState(store::Store& store)
{
    return store.read([&](store::Tx& tx) -> Result<GalleryState> {
        GalleryState state;
        KOBAI_ASSIGN(const QString model, modelInUse(tx));
        state.ownScale = model != face::shippedModelId();
        KOBAI_ASSIGN(const auto rowsOf, rowsByPerson(tx));
        for (const auto& [person, rows] : rowsOf) {
            const store::FaceKeys::PersonKeys* keys = store.faceKeys().find(person);
            const auto opens = [&](const auto& row) { return keys != nullptr && row.epoch == keys->epoch; };
            if (!store::living(rows, keys, model).empty())
                ++state.enrolled;
            else if (std::ranges::any_of(rows, opens))
                ++state.ofOtherModels;
        }
        return state;
    });
}

} // namespace kobai::enrolment
