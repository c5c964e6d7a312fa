// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/FaceKeys.h"

#include "security/ByteStream.h"
#include "security/Random.h"
#include "security/SealedBox.h"
#include "store/Files.h"

namespace kobai::store {

// Format 1, little-endian: "KOBAIFAC" | version u16 | box, which holds: template secret 32 | persons u32 |
// per person, ascending: id 16 | epoch u32 | seed 16 | sealing key 32. Head and store id are the box's context.

namespace {

constexpr QByteArrayView magic("KOBAIFAC");
constexpr std::uint16_t formatVersion = 1;
constexpr qsizetype headBytes = 8 + 2;
constexpr qsizetype idBytes = 16;
constexpr qsizetype seedBytes = 16;
constexpr qsizetype keyBytes = 32;
constexpr qsizetype personBytes = idBytes + 4 + seedBytes + keyBytes;
constexpr qsizetype secretBytes = 32;
/// 100,000 persons; a longer file is not ours.
constexpr qint64 longestFile = headBytes + security::sealOverheadBytes + secretBytes + 4 + 100'000 * personBytes;

QByteArray head()
{
    security::ByteWriter writer;
    writer.fixed(magic);
    writer.number(formatVersion);
    return writer.bytes();
}

QByteArray context(const StoreId& store)
{
    return head() + store.toBytes();
}

} // namespace

Result<FaceKeys> FaceKeys::create(const QString& path, SecureBytes fileKey, const StoreId& store,
                                  SecureBytes templateSecret)
{
    FaceKeys keys;
    keys.m_path = path;
    keys.m_fileKey = std::move(fileKey);
    keys.m_store = store;
    keys.m_templateSecret = std::move(templateSecret);
    KOBAI_TRY(keys.save());
    return keys;
}

Result<FaceKeys> FaceKeys::open(const QString& path, SecureBytes fileKey, const StoreId& store)
{
    KOBAI_ASSIGN(const QByteArray bytes, readWhole(path, longestFile));
    const auto damaged = fail(FaultCode::StoreDamaged, QStringLiteral("faces.keys"));
    if (bytes.size() < headBytes + security::sealOverheadBytes)
        return damaged;
    if (!bytes.startsWith(magic.toByteArray()))
        return fail(FaultCode::StoreForeign, QStringLiteral("faces.keys"));
    if (!bytes.startsWith(head()))
        return fail(FaultCode::StoreNewer, QStringLiteral("faces.keys"));
    const auto plain = security::unseal(fileKey, QByteArrayView(bytes).sliced(headBytes), context(store));
    if (!plain)
        return damaged;

    FaceKeys keys;
    keys.m_path = path;
    keys.m_fileKey = std::move(fileKey);
    keys.m_store = store;
    security::ByteReader reader(plain->view());
    keys.m_templateSecret = SecureBytes(reader.fixed(secretBytes));
    const auto count = reader.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && !reader.failed(); ++i) {
        const auto person = PersonId::fromBytes(reader.fixed(idBytes).toByteArray());
        PersonKeys own;
        own.epoch = reader.number<std::uint32_t>();
        own.seed = reader.fixed(seedBytes).toByteArray();
        own.sealing = SecureBytes(reader.fixed(keyBytes));
        if (person)
            keys.m_people.insert_or_assign(*person, std::move(own));
    }
    if (reader.failed() || !reader.atEnd() || keys.m_people.size() != count)
        return damaged;
    return keys;
}

const FaceKeys::PersonKeys* FaceKeys::find(PersonId person) const
{
    const auto found = m_people.find(person);
    return found == m_people.end() ? nullptr : &found->second;
}

Status FaceKeys::put(PersonId person, PersonKeys keys)
{
    if (keys.seed.size() != seedBytes || keys.sealing.size() != std::size_t(keyBytes))
        return fail(FaultCode::Internal, QStringLiteral("face keys: size"));
    auto before = m_people.extract(person);
    m_people.insert_or_assign(person, std::move(keys));
    Status saved = save();
    if (!saved) {
        m_people.erase(person);
        m_people.insert(std::move(before));
    }
    return saved;
}

Status FaceKeys::remove(PersonId person)
{
    auto before = m_people.extract(person);
    if (before.empty())
        return {};
    Status saved = save();
    if (!saved)
        m_people.insert(std::move(before));
    return saved;
}

std::vector<PersonId> FaceKeys::people() const
{
    std::vector<PersonId> ids;
    ids.reserve(m_people.size());
    for (const auto& [person, keys] : m_people)
        ids.push_back(person);
    return ids;
}

Status FaceKeys::save() const
{
    security::ByteWriter plain(secretBytes + 4 + qsizetype(m_people.size()) * personBytes);
    plain.fixed(m_templateSecret.view());
    plain.number(std::uint32_t(m_people.size()));
    for (const auto& [person, keys] : m_people) {
        plain.fixed(person.toBytes());
        plain.number(keys.epoch);
        plain.fixed(keys.seed);
        plain.fixed(keys.sealing.view());
    }
    // The nonce needs no reproducible source: it is never read back.
    security::SystemRandom random;
    const QByteArray box = security::seal(m_fileKey, plain.bytes(), context(m_store), random);
    plain.wipe();
    return writeDurably(m_path, head() + box);
}

} // namespace kobai::store
