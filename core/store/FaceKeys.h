// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.h"
#include "base/Result.h"
#include "base/SecureBytes.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <optional>

namespace kobai::store {

/// The store's faces.keys: the template secret and, for each enrolled person, the seed of the protection map and the
/// key that seals the templates. Sealed as a whole under a key derived from the store's own. Kept out of backups, so that a deleted
/// face stays dead when an old backup returns. Each change rewrites the file: temporary, fsync, rename.
/// Lives on the store's thread.
class FaceKeys final {
public:
    struct PersonKeys {
        QByteArray seed;     ///< 16 bytes, picks the protection map
        SecureBytes sealing; ///< 32 bytes, seals the templates
        std::uint32_t epoch = 0;
    };

    /// A new file with a fresh template secret.
    [[nodiscard]] static Result<FaceKeys> create(const QString& path, SecureBytes fileKey, const StoreId& store,
                                                 SecureBytes templateSecret);
    /// Faults: StoreIncomplete (missing), StoreDamaged (does not open with this key).
    [[nodiscard]] static Result<FaceKeys> open(const QString& path, SecureBytes fileKey, const StoreId& store);

    [[nodiscard]] const SecureBytes& templateSecret() const { return m_templateSecret; }
    /// nullptr when the person has no keys.
    [[nodiscard]] const PersonKeys* find(PersonId person) const;
    /// Writes the file before it returns. Replaces earlier keys of the person.
    [[nodiscard]] Status put(PersonId person, PersonKeys keys);
    /// Destroys the person's keys, file included. Nothing happens when there are none.
    [[nodiscard]] Status remove(PersonId person);
    [[nodiscard]] int size() const { return int(m_people.size()); }
    [[nodiscard]] std::vector<PersonId> people() const;

private:
    FaceKeys() = default;
    [[nodiscard]] Status save() const;

    QString m_path;
    SecureBytes m_fileKey;
    StoreId m_store;
    SecureBytes m_templateSecret;
    std::map<PersonId, PersonKeys> m_people;
};

} // namespace kobai::store
