// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Models.h"
#include "face/Template.h"
#include "face/Vision.h"

#include <QDir>

namespace kobai::test {

/// One of the clips that the set-up fetches with the models: cap12 and cap13 show one man, franck another.
inline face::CameraChoice clip(const QString& name, bool loop = true)
{
    return {.kind = face::CameraChoice::Kind::Clip,
            .where = QDir(modelFolder()).filePath(QStringLiteral("clips/") + name),
            .loop = loop};
}

inline PersonId student()
{
    PersonId::Bytes bytes{};
    bytes[3] = 7;
    return PersonId(bytes);
}

/// The student alone.
inline face::GalleryPtr galleryOf(const QVector<face::Capture>& captures)
{
    std::vector<face::Embedding> embeddings;
    std::vector<float> weights;
    for (const face::Capture& capture : captures) {
        embeddings.push_back(capture.embedding);
        weights.push_back(capture.weight);
    }
    const face::ProtectionMap map({.secret = SecureBytes(32), .seed = QByteArray(16, 'p')});
    return std::make_shared<const face::Gallery>(std::vector<face::GalleryEntry>{
        {.person = student(), .map = map, .reference = map.apply(face::meanEmbedding(embeddings, weights))}});
}

} // namespace kobai::test
