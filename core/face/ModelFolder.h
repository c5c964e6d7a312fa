// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QString>
#include <QStringList>

#include <span>

namespace kobai::face {

// The files of a model folder.
inline constexpr QStringView dlibModelName = u"dlib_face_recognition_resnet_model_v1.dat";
inline constexpr QStringView landmarkModelName = u"shape_predictor_68_face_landmarks.dat";
inline constexpr QStringView detectorModelName = u"fr_detect.onnx";
inline constexpr QStringView secondModelName = u"fr_feature.onnx";
inline constexpr QStringView livenessModelName = u"fr_liveness.onnx";
inline constexpr QStringView eyeModelName = u"fr_eye.onnx";
inline constexpr QStringView dlibPackageName = u"face_recognition_model.bin";
inline constexpr QStringView dlibManifestName = u"face_recognition_model-weights_manifest.json";

/// A file and the SHA-256 (hex) that it must have.
struct ModelFile {
    QStringView name;
    QLatin1StringView sha256;
};

/// What the application loads at run time.
[[nodiscard]] std::span<const ModelFile> modelFiles();

/// Presence and SHA-256 of every file in modelFiles(): ModelMissing or ModelDamaged, with the first such file's name.
/// dlib's network may also be another file than the converted one (the official release, of another size): then only
/// loading it can tell. Reads 130 MB: about 0.3 s; not for the GUI thread.
[[nodiscard]] Status checkModels(const QString& folder);

/// SHA-256 of all models together, in hex: what keeps embeddings of two sets of models apart. Empty on a read error.
[[nodiscard]] QString modelSetHash(const QString& folder);

/// Which of the folder's networks the application runs (product row 26).
struct ModelChoice {
    QString dlibNetwork; ///< file name in the model folder; empty: the shipped one

    /// The file's name, the shipped one's where nothing was chosen.
    [[nodiscard]] QString fileName() const { return dlibNetwork.isEmpty() ? dlibModelName.toString() : dlibNetwork; }
};

/// File names of the face networks in dlib's format, the shipped one first, the others by name. A file is one by its first bytes, which
/// name the loss it was trained with; whether it has the layers that Kobai runs only Engine::load() can tell. Empty without a folder.
[[nodiscard]] QStringList availableModels(const QString& folder);

/// What keeps templates of different networks apart: 32 hex digits from the SHA-256 of the two embedding networks as they lie in
/// @p folder; the same for the converted network whichever version of dlib wrote it (19.24 or 19.24.6: a file of any other version counts
/// as a network of one's own). Reads 27 MB, about 0.1 s: not for the GUI thread. Faults: ModelMissing, ModelDamaged (unreadable) with the
/// file's name.
[[nodiscard]] Result<QString> modelId(const QString& folder, const ModelChoice& choice);

/// modelId() of the networks that Kobai ships.
[[nodiscard]] QString shippedModelId();

} // namespace kobai::face
