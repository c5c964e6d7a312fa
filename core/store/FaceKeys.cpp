// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/FaceKeys.h"

#include "security/ByteStream.h"
#include "security/Random.h"
#include "security/SealedBox.h"
#include "store/Files.h"

namespace kobai::store {

// Format 2, little-endian: "KOBAIFAC" | version u16 | box, which holds the present generation | u8 1 and the next one, or u8 0.
// A generation: name 16 | template secret 32 | persons u32 | per person, ascending: id 16 | epoch u32 | seed 16 |
// sealing key 32 | u8 1 and photo key 32, or u8 0. Head and store id are the box's context.
// Format 1, still read: the box holds template secret | persons | per person without the photo's part.

namespace {

constexpr QByteArrayView magic("KOBAIFAC");
constexpr std::uint16_t formatVersion = 2;
constexpr qsizetype headBytes = 8 + 2;
constexpr qsizetype idBytes = 16;
constexpr qsizetype seedBytes = 16;
constexpr qsizetype keyBytes = 32;
constexpr qsizetype personBytes = idBytes + 4 + seedBytes + keyBytes + 1 + keyBytes;
constexpr qsizetype secretBytes = 32;
constexpr qsizetype generationBytes = idBytes + secretBytes + 4;
/// Two full generations; a longer file is not ours, and none is written.
constexpr qint64 longestFile =
    headBytes + security::sealOverheadBytes + 1 + 2 * (generationBytes + qint64(FaceKeys::mostPersons) * personBytes);

QByteArray head(std::uint16_t version)
{
    security::ByteWriter writer;
    writer.fixed(magic);
    writer.number(version);
    return writer.bytes();
}

QByteArray context(std::uint16_t version, const StoreId& store)
{
    return head(version) + store.toBytes();
}

void writeGeneration(security::ByteWriter& plain, const FaceKeys::Generation& generation)
{
    plain.fixed(generation.id.toBytes());
    plain.fixed(generation.templateSecret.view());
    plain.number(std::uint32_t(generation.people.size()));
    for (const auto& [person, keys] : generation.people) {
        plain.fixed(person.toBytes());
        plain.number(keys.epoch);
        plain.fixed(keys.seed);
        plain.fixed(keys.sealing.view());
        plain.number(std::uint8_t(keys.photo.isEmpty() ? 0 : 1));
        plain.fixed(keys.photo.view());
    }
}

/// nullopt when a person is named twice.
std::optional<FaceKeys::Generation> readGeneration(security::ByteReader& reader, std::uint16_t version)
{
    FaceKeys::Generation generation;
    if (version >= 2)
        generation.id = FaceGenerationId::fromBytes(reader.fixed(idBytes).toByteArray()).value_or(FaceGenerationId());
    generation.templateSecret = SecureBytes(reader.fixed(secretBytes));
    const auto count = reader.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && !reader.failed(); ++i) {
        const auto person = PersonId::fromBytes(reader.fixed(idBytes).toByteArray());
        FaceKeys::PersonKeys own;
        own.epoch = reader.number<std::uint32_t>();
        own.seed = reader.fixed(seedBytes).toByteArray();
        own.sealing = SecureBytes(reader.fixed(keyBytes));
        if (version >= 2 && reader.number<std::uint8_t>() != 0)
            own.photo = SecureBytes(reader.fixed(keyBytes));
        if (person)
            generation.people.insert_or_assign(*person, std::move(own));
    }
    if (generation.people.size() != count)
        return std::nullopt;
    return generation;
}

} // namespace

Result<FaceGenerationId> faceGenerationNamed(const QString& setting)
{
    if (setting.isEmpty())
        return FaceGenerationId();
    const auto name = FaceGenerationId::fromBytes(QByteArray::fromHex(setting.toLatin1()));
    return name ? Result<FaceGenerationId>(*name) : fail(FaultCode::StoreDamaged, QStringLiteral("faces.generation"));
}

Result<FaceKeys> FaceKeys::create(const QString& path, SecureBytes fileKey, const StoreId& store,
                                  SecureBytes templateSecret)
{
    FaceKeys keys;
    keys.m_path = path;
    keys.m_fileKey = std::move(fileKey);
    keys.m_store = store;
    keys.m_now.templateSecret = std::move(templateSecret);
    KOBAI_TRY(keys.save());
    return keys;
}

Result<FaceKeys> FaceKeys::open(const QString& path, SecureBytes fileKey, const StoreId& store)
{
    removeLeftover(path); // it may hold keys that were destroyed
    KOBAI_ASSIGN(const QByteArray bytes, readWhole(path, longestFile));
    const auto damaged = fail(FaultCode::StoreDamaged, QStringLiteral("faces.keys"));
    if (bytes.size() < headBytes + security::sealOverheadBytes)
        return damaged;
    if (!bytes.startsWith(magic.toByteArray()))
        return fail(FaultCode::StoreForeign, QStringLiteral("faces.keys"));
    security::ByteReader headReader(QByteArrayView(bytes).sliced(magic.size()));
    const auto version = headReader.number<std::uint16_t>();
    if (version == 0 || version > formatVersion)
        return fail(FaultCode::StoreNewer, QStringLiteral("faces.keys"));
    const auto plain = security::unseal(fileKey, QByteArrayView(bytes).sliced(headBytes), context(version, store));
    if (!plain)
        return damaged;

    FaceKeys keys;
    keys.m_path = path;
    keys.m_fileKey = std::move(fileKey);
    keys.m_store = store;
    security::ByteReader reader(plain->view());
    auto now = readGeneration(reader, version);
    if (!now)
        return damaged;
    keys.m_now = std::move(*now);
    if (version >= 2 && reader.number<std::uint8_t>() != 0) {
        keys.m_next = readGeneration(reader, version);
        if (!keys.m_next)
            return damaged;
    }
    if (reader.failed() || !reader.atEnd())
        return damaged;
    return keys;
}

const FaceKeys::PersonKeys* FaceKeys::find(PersonId person) const
{
    const auto found = m_now.people.find(person);
    return found == m_now.people.end() ? nullptr : &found->second;
}

Status FaceKeys::put(PersonId person, PersonKeys keys)
{
    if (keys.seed.size() != seedBytes || keys.sealing.size() != std::size_t(keyBytes)
        || (!keys.photo.isEmpty() && keys.photo.size() != std::size_t(keyBytes)))
        return fail(FaultCode::Internal, QStringLiteral("face keys: size"));
    auto before = m_now.people.extract(person);
    m_now.people.insert_or_assign(person, std::move(keys));
    Status saved = save();
    if (!saved) {
        m_now.people.erase(person);
        m_now.people.insert(std::move(before));
    }
    return saved;
}

Status FaceKeys::remove(PersonId person)
{
    auto before = m_now.people.extract(person);
    if (before.empty())
        return {};
    Status saved = save();
    if (!saved)
        m_now.people.insert(std::move(before));
    return saved;
}

Status FaceKeys::setPhotoKey(PersonId person, SecureBytes key)
{
    const auto found = m_now.people.find(person);
    if (found == m_now.people.end())
        return fail(FaultCode::NotFound);
    if (!key.isEmpty() && key.size() != std::size_t(keyBytes))
        return fail(FaultCode::Internal, QStringLiteral("photo key: size"));
    if (key.isEmpty() && found->second.photo.isEmpty())
        return {};
    std::swap(found->second.photo, key);
    Status saved = save();
    if (!saved)
        std::swap(found->second.photo, key);
    return saved;
}

std::vector<PersonId> FaceKeys::people() const
{
    std::vector<PersonId> ids;
    ids.reserve(m_now.people.size());
    for (const auto& [person, keys] : m_now.people)
        ids.push_back(person);
    return ids;
}

Status FaceKeys::prepare(Generation next)
{
    if (m_next || next.id.isNull() || next.id == m_now.id)
        return fail(FaultCode::Internal, QStringLiteral("face keys: generation"));
    m_next = std::move(next);
    Status saved = save();
    if (!saved)
        m_next.reset();
    return saved;
}

Status FaceKeys::settle(FaceGenerationId committed)
{
    if (!m_next)
        return {};
    if (m_next->id == committed)
        m_now = std::move(*m_next);
    m_next.reset();
    m_behind = true;
    return save();
}

Status FaceKeys::finish()
{
    return m_behind ? save() : Status();
}

Status FaceKeys::save()
{
    if (size() > mostPersons || (m_next && m_next->people.size() > std::size_t(mostPersons)))
        return fail(FaultCode::FacesFull);
    const auto size = [](const Generation& generation) {
        return generationBytes + qsizetype(generation.people.size()) * personBytes;
    };
    security::ByteWriter plain(size(m_now) + 1 + (m_next ? size(*m_next) : 0));
    writeGeneration(plain, m_now);
    plain.number(std::uint8_t(m_next ? 1 : 0));
    if (m_next)
        writeGeneration(plain, *m_next);
    // The nonce needs no reproducible source: it is never read back.
    security::SystemRandom random;
    const QByteArray box = security::seal(m_fileKey, plain.bytes(), context(formatVersion, m_store), random);
    plain.wipe();
    KOBAI_TRY(writeDurably(m_path, head(formatVersion) + box));
    m_behind = false;
    return {};
}

} // namespace kobai::store
