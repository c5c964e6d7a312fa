// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "face/AllCores.h"
#include "face/Embedding.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace kobai::face {

/// A test picture, or a degraded() version of it.
struct TestPicture {
    QString path;
    std::uint32_t degradation = 0; ///< 0: as it is
};

/// Encodes the pictures of a public test set on all cores and keeps the embeddings on disk, each as soon as it is there,
/// so that a stopped or repeated evaluation goes on where it was. Never used for people of a store: these embeddings
/// are plain. Lives on the thread that uses it.
class EmbeddingCache final {
public:
    /// @p folder: outside the project; empty = nothing is kept. @p modelSet: modelSetHash() of the models.
    EmbeddingCache(QString folder, QString modelSet);

    struct Encoded {
        std::vector<std::optional<Embedding>> embeddings; ///< nullopt: no face was found (failure to acquire)
        std::vector<int> unreadable; ///< which pictures are none or broken, rising; they have no embedding either
        int fresh = 0;               ///< not from the cache
    };
    /// In the order of @p pictures, each upright by its EXIF mark. Each thread that has something to encode loads its own Engine. Faults: as
    /// Engine::load(), NetworkOutput, PictureUnreadable with the first one's path when none of them can be read, Cancelled by @p progress.
    [[nodiscard]] Result<Encoded> encode(const std::vector<TestPicture>& pictures, const QString& modelFolder,
                                         const Progress& progress) const;

private:
    class EngineShelf;
    [[nodiscard]] Result<std::optional<Embedding>> encodeOne(const TestPicture& task, EngineShelf& engines) const;
    [[nodiscard]] QString entryPath(const QByteArray& picture, std::uint32_t degradation) const;
    QString m_folder;
    QString m_modelSet;
};

} // namespace kobai::face
