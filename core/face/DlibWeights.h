// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace kobai::face {

/// One tensor of the 8-bit weight package, decoded, in the package's own order of values.
struct WeightTensor {
    QString name;
    std::vector<int> shape;
    std::vector<float> values;
};

/// How many tensors dlib's face network has in that package: four for each of 29 convolutions, and the last layer.
inline constexpr int dlibTensorCount = 117;

/// Decodes a weight package: @p manifest (JSON: name, shape, dtype, quantization) says how to read @p bytes.
/// A tensor with a quantization is uint8 (value = min + scale x byte), any other little-endian float32.
/// ModelDamaged, with the tensor's name as detail, when the two do not fit together to the last byte.
[[nodiscard]] Result<std::vector<WeightTensor>> readWeightTensors(const QByteArray& manifest, const QByteArray& bytes);

/// Turns the package's two files in @p folder into dlib's own file format beside them
/// (see modelFiles()), so that an official file can be dropped in its place.
/// Faults: ModelMissing and ModelDamaged with the file's name, StoreIo when the folder cannot be written.
[[nodiscard]] Status convertDlibWeights(const QString& folder);

} // namespace kobai::face
