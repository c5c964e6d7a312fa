// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "face/Embedding.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace kobai::face {

/// Encodes the pictures of a public test set on all cores and keeps the embeddings on disk, so that a stopped or
/// repeated evaluation goes on where it was. Never used for people of a store: these embeddings are plain.
/// Lives on the thread that uses it.
class EmbeddingCache final {
public:
    /// @p folder: outside the project; empty = nothing is kept. @p modelSet: modelSetHash() of the models.
    EmbeddingCache(QString folder, QString modelSet);

    using Progress = std::function<void(int done, int all)>;
    /// One for each of @p pictures, in order; nullopt where no face was found (failure to acquire). @p threads: each loads
    /// its own Engine. Faults: as Engine::load(), NetworkOutput, PictureUnreadable with the path of what is no picture.
    [[nodiscard]] Result<std::vector<std::optional<Embedding>>> encode(const QStringList& pictures,
                                                                       const QString& modelFolder, int threads,
                                                                       const Progress& progress) const;

private:
    [[nodiscard]] QString entryPath(const QByteArray& picture) const;
    QString m_folder;
    QString m_modelSet;
};

} // namespace kobai::face
