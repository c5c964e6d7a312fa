// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/EncodedFaces.h"

#include <QtEndian>

#include <algorithm>
#include <numeric>

namespace kobai::face {

EncodedFaces::EncodedFaces(std::vector<int> pictureCounts, std::vector<std::optional<Embedding>> all)
    : pictureCount(std::move(pictureCounts)), embeddings(std::move(all)), firstPicture(pictureCount.size())
{
    std::exclusive_scan(pictureCount.begin(), pictureCount.end(), firstPicture.begin(), 0);
}

int EncodedFaces::failuresToAcquire() const
{
    return int(std::ranges::count_if(embeddings, [](const auto& embedding) { return !embedding; }));
}

std::optional<Embedding> EncodedFaces::fused(int person, std::span<const int> pictures) const
{
    std::vector<Embedding> acquired;
    for (const int picture : pictures) {
        const auto& embedding = embeddings[std::size_t(firstPicture[std::size_t(person)] + picture)];
        if (embedding)
            acquired.push_back(*embedding);
    }
    if (acquired.empty())
        return std::nullopt;
    return meanEmbedding(acquired, std::vector<float>(acquired.size(), 1.0F));
}

PersonId testPersonId(int person)
{
    PersonId::Bytes bytes{};
    qToLittleEndian<qint32>(person + 1, bytes.data()); // 0 would be the null id
    return PersonId(bytes);
}

int testPerson(PersonId id)
{
    return qFromLittleEndian<qint32>(id.toBytes().constData()) - 1;
}

GalleryEntry testEntry(int person, const Embedding& reference)
{
    const PersonId id = testPersonId(person);
    const ProtectionMap map({.secret = SecureBytes(32), .seed = id.toBytes()});
    return {.person = id, .map = map, .reference = map.apply(reference)};
}

} // namespace kobai::face
