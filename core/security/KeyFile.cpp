// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/KeyFile.h"

#include "security/ByteStream.h"
#include "security/KeyDerivation.h"
#include "security/Passphrase.h"
#include "security/SealedBox.h"
#include "security/Sodium.h"

#include <sodium.h>

namespace kobai::security {

namespace {

constexpr QByteArrayView magic("KOBAIKEY");
constexpr std::uint16_t formatVersion = 1;
constexpr std::uint8_t demoFlag = 1;
constexpr qsizetype checksumBytes = 32;
constexpr qsizetype sealedKeyBytes = storeKeyBytes + sealOverheadBytes;

QByteArray checksum(QByteArrayView bytes)
{
    readySodium();
    QByteArray sum(checksumBytes, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char*>(sum.data()), std::size_t(checksumBytes),
                       reinterpret_cast<const unsigned char*>(bytes.data()),
                       static_cast<unsigned long long>(bytes.size()), nullptr, 0);
    return sum;
}

} // namespace

Result<KeyFile> KeyFile::parse(QByteArrayView bytes)
{
    if (bytes.size() < magic.size() || bytes.first(magic.size()) != magic) {
        // The beginning of our own magic is a file cut short, not another program's.
        const bool cutShort = bytes.size() < magic.size() && magic.startsWith(bytes);
        return fail(cutShort ? FaultCode::StoreDamaged : FaultCode::StoreForeign, QStringLiteral("keys.kobai"));
    }
    const auto damaged = fail(FaultCode::StoreDamaged, QStringLiteral("keys.kobai"));
    if (bytes.size() < magic.size() + checksumBytes)
        return damaged;
    const QByteArrayView body = bytes.chopped(checksumBytes);
    if (checksum(body) != bytes.last(checksumBytes))
        return damaged;

    ByteReader reader(body.sliced(magic.size()));
    const auto version = reader.number<std::uint16_t>();
    if (!reader.failed() && version > formatVersion)
        return fail(FaultCode::StoreNewer, QStringLiteral("keys.kobai"));
    const auto store = StoreId::fromBytes(reader.fixed(16).toByteArray());
    const auto flags = reader.number<std::uint8_t>();
    const int slotCount = reader.number<std::uint8_t>();
    if (reader.failed() || version != formatVersion || (flags & ~demoFlag) != 0 || slotCount < 1
        || slotCount > mostSlots)
        return damaged;

    KeyFile file(*store, (flags & demoFlag) != 0);
    for (int i = 0; i < slotCount; ++i) {
        Slot slot;
        slot.operatorId = OperatorId{reader.number<std::int64_t>()};
        slot.cost.passes = reader.number<std::uint64_t>();
        slot.cost.memoryBytes = reader.number<std::uint64_t>();
        slot.salt = reader.fixed(passwordSaltBytes).toByteArray();
        slot.sealedKey = reader.fixed(sealedKeyBytes).toByteArray();
        if (reader.failed() || !slot.cost.isAllowed())
            return damaged;
        file.m_slots.push_back(std::move(slot));
    }
    if (!reader.atEnd())
        return damaged;
    return file;
}

QByteArray KeyFile::head() const
{
    ByteWriter writer;
    writer.fixed(magic);
    writer.number(formatVersion);
    writer.fixed(m_store.toBytes());
    writer.number(std::uint8_t(m_demo ? demoFlag : 0));
    return writer.bytes();
}

QByteArray KeyFile::context(const Slot& slot) const
{
    ByteWriter writer;
    writer.fixed(head());
    writer.number(slot.operatorId.value);
    writer.number(slot.cost.passes);
    writer.number(slot.cost.memoryBytes);
    writer.fixed(slot.salt);
    return writer.bytes();
}

QByteArray KeyFile::bytes() const
{
    ByteWriter writer;
    writer.fixed(head());
    writer.number(std::uint8_t(m_slots.size()));
    for (const Slot& slot : m_slots) {
        writer.number(slot.operatorId.value);
        writer.number(slot.cost.passes);
        writer.number(slot.cost.memoryBytes);
        writer.fixed(slot.salt);
        writer.fixed(slot.sealedKey);
    }
    return writer.bytes() + checksum(writer.bytes());
}

Status KeyFile::addSlot(OperatorId operatorId, const SecureBytes& passphrase, const SecureBytes& storeKey,
                        PasswordCost cost, RandomSource& random)
{
    if (slotCount() >= mostSlots)
        return fail(FaultCode::Internal, QStringLiteral("keys.kobai: too many slots"));
    Slot slot{operatorId, cost, randomBytes(random, passwordSaltBytes), {}};
    KOBAI_ASSIGN(const SecureBytes prepared, preparedPassphrase(passphrase));
    KOBAI_ASSIGN(const SecureBytes wrapping, keyFromPassphrase(prepared, slot.salt, cost));
    slot.sealedKey = seal(wrapping, storeKey.view(), context(slot), random);
    m_slots.push_back(std::move(slot));
    return {};
}

Result<KeyFile::Unlocked> KeyFile::unlock(const SecureBytes& passphrase) const
{
    const auto comparable = comparablePassphrase(passphrase);
    if (!comparable)
        return unlockAsItIs(passphrase);
    auto unlocked = unlockAsItIs(*comparable);
    const bool isOther = comparable->view() != passphrase.view();
    return !unlocked && unlocked.error().code == FaultCode::WrongPassphrase && isOther ? unlockAsItIs(passphrase)
                                                                                       : std::move(unlocked);
}

Result<KeyFile::Unlocked> KeyFile::unlockAsItIs(const SecureBytes& passphrase) const
{
    for (const Slot& slot : m_slots) {
        KOBAI_ASSIGN(const SecureBytes wrapping, keyFromPassphrase(passphrase, slot.salt, slot.cost));
        if (auto storeKey = unseal(wrapping, slot.sealedKey, context(slot)))
            return Unlocked{slot.operatorId, std::move(*storeKey)};
    }
    return fail(FaultCode::WrongPassphrase);
}

} // namespace kobai::security
