// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.h"
#include "base/Result.h"
#include "base/SecureBytes.h"
#include "security/Passwords.h"
#include "security/Random.h"

#include <QByteArray>

#include <vector>

namespace kobai::security {

/// keys.kobai: the store's key, wrapped once for each operator under the operator's passphrase. A value; reading and
/// writing the file is the store's work. Format 1, little-endian:
///   "KOBAIKEY" | version u16 | store id 16 | flags u8 (bit 0 demo) | slots u8 |
///   per slot: operator i64 | passes u64 | memory u64 | salt 16 | sealed store key 72 | BLAKE2b-256 of all before
/// The head and a slot's own plain fields are authenticated with each sealed key. The checksum tells a damaged file from a
/// wrong passphrase; magic and checksum stay where they are in every later version.
class KeyFile final {
public:
    struct Unlocked {
        OperatorId operatorId;
        SecureBytes storeKey;
    };

    KeyFile(const StoreId& store, bool demo) : m_store(store), m_demo(demo) {}

    /// Faults: StoreForeign (not a key file), StoreDamaged, StoreNewer.
    [[nodiscard]] static Result<KeyFile> parse(QByteArrayView bytes);
    [[nodiscard]] QByteArray bytes() const;

    /// Adds a slot. Of a passphrase the comparable form counts (Passphrase.h), here and below; what may be set is preparedPassphrase()'s to
    /// say. Faults: PassphraseMalformed, TextTooLong, StoreDamaged (cost outside the limits), Internal (no memory, too many slots).
    [[nodiscard]] Status addSlot(OperatorId operatorId, const SecureBytes& passphrase, const SecureBytes& storeKey,
                                 PasswordCost cost, RandomSource& random);
    /// Tries every slot, one key derivation each; for key files of before also by the passphrase just as it came, where that is another one.
    /// Fault: WrongPassphrase.
    [[nodiscard]] Result<Unlocked> unlock(const SecureBytes& passphrase) const;

    [[nodiscard]] const StoreId& store() const { return m_store; }
    [[nodiscard]] bool isDemo() const { return m_demo; }
    [[nodiscard]] int slotCount() const { return int(m_slots.size()); }

    static constexpr int mostSlots = 64;

private:
    [[nodiscard]] Result<Unlocked> unlockAsItIs(const SecureBytes& passphrase) const;
    struct Slot {
        OperatorId operatorId;
        PasswordCost cost;
        QByteArray salt;
        QByteArray sealedKey;
    };
    [[nodiscard]] QByteArray head() const;
    [[nodiscard]] QByteArray context(const Slot& slot) const;

    StoreId m_store;
    bool m_demo = false;
    std::vector<Slot> m_slots;
};

} // namespace kobai::security
