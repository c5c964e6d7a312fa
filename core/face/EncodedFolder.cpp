// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/EncodedFolder.h"

#include <algorithm>

namespace kobai::face {

Result<EncodedFolder> EncodedFolder::read(const QString& path, const EmbeddingCache& cache, const QString& modelFolder,
                                          const Progress& progress)
{
    KOBAI_ASSIGN(const FaceFolder all, FaceFolder::read(path));
    std::vector<TestPicture> pictures;
    for (const QString& picture : all.pictures)
        pictures.push_back({.path = picture});
    KOBAI_ASSIGN(const EmbeddingCache::Encoded encoded, cache.encode(pictures, modelFolder, progress));

    EncodedFolder result;
    std::vector<std::optional<Embedding>> embeddings;
    for (int picture = 0; picture < int(all.pictures.size()); ++picture) {
        if (std::ranges::binary_search(encoded.unreadable, picture))
            result.unreadable.push_back(all.pictures[picture]);
        else
            embeddings.push_back(encoded.embeddings[std::size_t(picture)]);
    }
    result.folder = all.without(encoded.unreadable);
    result.faces = EncodedFaces(result.folder.pictureCount, std::move(embeddings));
    result.fresh = encoded.fresh;
    return result;
}

} // namespace kobai::face
