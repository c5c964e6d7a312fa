// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/DlibWeights.h"

#include "face/DlibNetwork.h"
#include "face/ModelFolder.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace kobai::face {

namespace {

/// No tensor of the network is larger (256 x 256 x 3 x 3); a manifest that asks for more is not ours.
constexpr qint64 mostValues = 1'000'000;

qint64 valueCount(const std::vector<int>& shape)
{
    qint64 count = 1;
    for (const int extent : shape) {
        if (extent <= 0 || extent > mostValues)
            return 0;
        count *= extent;
        if (count > mostValues)
            return 0;
    }
    return shape.empty() ? 0 : count;
}

Result<WeightTensor> readTensor(const QJsonObject& entry, const QByteArray& bytes, qint64& offset)
{
    WeightTensor tensor;
    tensor.name = entry["name"_L1].toString();
    const QJsonArray shape = entry["shape"_L1].toArray();
    for (const auto extent : shape)
        tensor.shape.push_back(extent.toInt());
    const qint64 count = valueCount(tensor.shape);
    if (tensor.name.isEmpty() || count == 0 || entry["dtype"_L1].toString() != "float32"_L1)
        return fail(FaultCode::ModelDamaged, tensor.name);

    const QJsonObject quantization = entry["quantization"_L1].toObject();
    const bool isQuantized = !quantization.isEmpty();
    const qint64 size = count * (isQuantized ? 1 : 4);
    if (offset + size > bytes.size())
        return fail(FaultCode::ModelDamaged, tensor.name);

    tensor.values.resize(std::size_t(count));
    const char* source = bytes.constData() + offset;
    if (isQuantized) {
        if (quantization["dtype"_L1].toString() != "uint8"_L1)
            return fail(FaultCode::ModelDamaged, tensor.name);
        const double least = quantization["min"_L1].toDouble();
        const double scale = quantization["scale"_L1].toDouble();
        for (qint64 i = 0; i < count; ++i)
            tensor.values[std::size_t(i)] = float(least + scale * double(static_cast<unsigned char>(source[i])));
    } else {
        qFromLittleEndian<float>(source, count, tensor.values.data());
    }
    if (!std::ranges::all_of(tensor.values, [](float value) { return std::isfinite(value); }))
        return fail(FaultCode::ModelDamaged, tensor.name);
    offset += size;
    return tensor;
}

Result<QByteArray> readModel(const QDir& folder, QStringView name)
{
    QFile file(folder.filePath(name.toString()));
    if (!file.exists())
        return fail(FaultCode::ModelMissing, name.toString());
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultCode::ModelDamaged, name.toString());
    return file.readAll();
}

} // namespace

Result<std::vector<WeightTensor>> readWeightTensors(const QByteArray& manifest, const QByteArray& bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(manifest);
    const QJsonArray groups = document.array();
    if (groups.size() != 1)
        return fail(FaultCode::ModelDamaged, u"manifest"_s);

    std::vector<WeightTensor> tensors;
    qint64 offset = 0;
    const QJsonArray entries = groups.first().toObject()["weights"_L1].toArray();
    for (const auto entry : entries) {
        KOBAI_ASSIGN(WeightTensor tensor, readTensor(entry.toObject(), bytes, offset));
        tensors.push_back(std::move(tensor));
    }
    if (offset != bytes.size())
        return fail(FaultCode::ModelDamaged, u"bytes left over"_s);
    return tensors;
}

Status convertDlibWeights(const QString& folder)
{
    const QDir models(folder);
    KOBAI_ASSIGN(const QByteArray manifest, readModel(models, dlibManifestName));
    KOBAI_ASSIGN(const QByteArray bytes, readModel(models, dlibPackageName));
    const auto tensors = readWeightTensors(manifest, bytes);
    if (!tensors)
        return fail(FaultCode::ModelDamaged, u"%1 (%2)"_s.arg(dlibPackageName, tensors.error().detail));
    KOBAI_ASSIGN(DlibNetwork network, DlibNetwork::fromTensors(*tensors));
    return network.save(models.filePath(dlibModelName.toString()));
}

} // namespace kobai::face
