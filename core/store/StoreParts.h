// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/FaceKeys.h"
#include "store/Files.h"
#include "store/Store.h"
#include "store/StoreClock.h"
#include "store/sqlite/Connection.h"

namespace kobai::store {

/// The names of a store's files.
namespace file {
inline constexpr auto database = u"store.db";
inline constexpr auto keys = u"keys.kobai";
inline constexpr auto faces = u"faces.keys";
} // namespace file

/// What an open store holds; destroyed in the reverse order, so that the lock goes last.
class Store::Parts final {
public:
    Parts(Environment env, FolderLock folderLock) : environment(env), lock(std::move(folderLock)), clock(env.clock) {}
    Q_DISABLE_COPY_MOVE(Parts)

    Environment environment;
    FolderLock lock;
    StoreInfo info;
    StoreClock clock;
    std::optional<FaceKeys> faceKeys;
    std::unique_ptr<sqlite::Connection> connection;
};

} // namespace kobai::store
