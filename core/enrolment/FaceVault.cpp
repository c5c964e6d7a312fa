// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/FaceVault.h"

#include "face/ModelFolder.h"
#include "security/SealedBox.h"

#include <QCryptographicHash>

#include <cstring>
#include <limits>
#include <memory>

namespace kobai::enrolment {

using namespace Qt::Literals::StringLiterals;

namespace {

/// No capture has this number: the map of the averaged reference, which is never stored.
constexpr std::uint32_t referenceCapture = std::numeric_limits<std::uint32_t>::max();

face::ProtectionMap mapFor(const SecureBytes& secret, const store::FaceKeys::PersonKeys& keys, std::uint32_t epoch,
                           std::uint32_t capture)
{
    return face::ProtectionMap(face::TemplateKey{secret.clone(), keys.seed, epoch, capture});
}

/// Every field is of fixed length but the last: no two places have the same context.
QByteArray context(PersonId person, int capture, std::uint32_t epoch, const QString& model)
{
    QByteArray bytes("kobai template 1");
    bytes += person.toBytes();
    bytes += QByteArray::number(capture).rightJustified(10, '0');
    bytes += QByteArray::number(epoch).rightJustified(10, '0');
    bytes += model.toUtf8();
    return bytes;
}

} // namespace

QString embeddingModel()
{
    static const QString model = [] {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const face::ModelFile& file : face::modelFiles()) {
            if (file.name == face::dlibModelName || file.name == face::secondModelName)
                hash.addData(QByteArray(file.sha256.data(), file.sha256.size()));
        }
        return QString::fromLatin1(hash.result().first(16).toHex());
    }();
    return model;
}

PlainEmbedding::~PlainEmbedding()
{
    explicit_bzero(&m_embedding, sizeof m_embedding);
}

QByteArray sealCapture(const face::Embedding& plain, PersonId person, int capture, const SecureBytes& templateSecret,
                       const store::FaceKeys::PersonKeys& keys, security::RandomSource& random)
{
    const auto map = mapFor(templateSecret, keys, keys.epoch, std::uint32_t(capture));
    return security::seal(keys.sealing, face::encodeTemplate(map.apply(plain)),
                          context(person, capture, keys.epoch, embeddingModel()), random);
}

Result<face::GalleryEntry> openReference(PersonId person, const std::vector<store::TemplateTable::Row>& rows,
                                         const SecureBytes& templateSecret, const store::FaceKeys::PersonKeys& keys)
{
    const auto damaged = fail(FaultCode::StoreDamaged, u"template"_s);
    std::vector<face::Embedding> plain;
    plain.reserve(rows.size()); // no reallocation: it would leave copies behind
    const auto wipe = [&](void*) { explicit_bzero(plain.data(), plain.size() * sizeof(face::Embedding)); };
    const std::unique_ptr<void, decltype(wipe)> wipeAtEnd(&plain, wipe);
    std::vector<float> weights;
    for (const auto& row : rows) {
        const auto opened =
            security::unseal(keys.sealing, row.sealed, context(person, row.capture, row.epoch, row.model));
        if (!opened || !(row.weight > 0))
            return damaged;
        const auto stored = face::decodeTemplate(opened->view().toByteArray());
        if (!stored)
            return damaged;
        plain.push_back(mapFor(templateSecret, keys, row.epoch, std::uint32_t(row.capture)).undo(*stored));
        weights.push_back(row.weight);
    }
    if (plain.empty())
        return damaged;
    const PlainEmbedding mean(face::meanEmbedding(plain, weights));
    const auto map = mapFor(templateSecret, keys, keys.epoch, referenceCapture);
    return face::GalleryEntry{person, map, map.apply(mean.get())};
}

} // namespace kobai::enrolment
