// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/EmbeddingCache.h"
#include "face/EncodedFaces.h"
#include "face/FaceFolder.h"

namespace kobai::face {

/// A folder of test pictures after encoding. What of it cannot be read is no failure of the recognition: it is left out and named.
struct EncodedFolder {
    FaceFolder folder;      ///< without what cannot be read
    EncodedFaces faces;     ///< in the folder's order
    QStringList unreadable; ///< paths
    int fresh = 0;          ///< not from the cache

    /// On the calling thread and all cores. Faults: as FaceFolder::read() and EmbeddingCache::encode().
    [[nodiscard]] static Result<EncodedFolder> read(const QString& path, const EmbeddingCache& cache,
                                                    const QString& modelFolder, const Progress& progress);
};

} // namespace kobai::face
