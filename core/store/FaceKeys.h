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

/// Names one generation of face keys. All zeros in a store that was never re-keyed.
using FaceGenerationId = OpaqueId<struct FaceGenerationTag>;

/// The generation that setting::faceGeneration names, in hex; nothing: the first. StoreDamaged when it is no name.
[[nodiscard]] Result<FaceGenerationId> faceGenerationNamed(const QString& setting);

/// The store's faces.keys: the template secret and, for each enrolled person, the seed of the protection map and the
/// keys that seal templates and photo. Sealed as a whole under a key derived from the store's own. Kept out of backups, so that a
/// deleted face stays dead when an old backup returns. Each change rewrites the file whole (writeDurably()).
///
/// Re-keying changes this file and store.db, and no crash may fall between them with harm. So the next generation is first written
/// beside the present one (prepare()); store.db then changes its rows and the generation's name in one unit of work; and settle(),
/// at once or at the next opening, keeps the generation that store.db names and destroys the other.
/// Lives on the store's thread.
class FaceKeys final {
public:
    /// More keys than these are not written: the file could not be read again.
    static constexpr int mostPersons = 200'000;

    struct PersonKeys {
        QByteArray seed;         ///< 16 bytes, picks the protection map
        SecureBytes sealing;     ///< 32 bytes, seals the templates
        std::uint32_t epoch = 0; ///< on the rows that these keys seal: rows of another epoch are of keys that are gone
        SecureBytes photo{};     ///< 32 bytes, seals the reference photo; empty without one
    };
    struct Generation {
        FaceGenerationId id;
        SecureBytes templateSecret;
        std::map<PersonId, PersonKeys> people;
    };

    /// A new file of the first generation with @p templateSecret.
    [[nodiscard]] static Result<FaceKeys> create(const QString& path, SecureBytes fileKey, const StoreId& store,
                                                 SecureBytes templateSecret);
    /// Faults: StoreIncomplete (missing), StoreDamaged (does not open with this key).
    [[nodiscard]] static Result<FaceKeys> open(const QString& path, SecureBytes fileKey, const StoreId& store);

    [[nodiscard]] const SecureBytes& templateSecret() const { return m_now.templateSecret; }
    [[nodiscard]] FaceGenerationId generation() const { return m_now.id; }
    /// nullptr when the person has no keys.
    [[nodiscard]] const PersonKeys* find(PersonId person) const;
    /// Writes the file before it returns. Replaces earlier keys of the person. FacesFull beyond mostPersons.
    [[nodiscard]] Status put(PersonId person, PersonKeys keys);
    /// Destroys the person's keys, file included. Nothing happens when there are none.
    [[nodiscard]] Status remove(PersonId person);
    /// A fresh key for the person's photo, or (empty) none any more. NotFound when the person has no keys.
    [[nodiscard]] Status setPhotoKey(PersonId person, SecureBytes key);
    [[nodiscard]] int size() const { return int(m_now.people.size()); }
    [[nodiscard]] std::vector<PersonId> people() const;

    /// Writes @p next beside the present generation, which stays in force. Internal when one is prepared already, FacesFull when it is too large.
    [[nodiscard]] Status prepare(Generation next);
    /// The prepared generation; nullptr when there is none.
    [[nodiscard]] const Generation* prepared() const { return m_next ? &*m_next : nullptr; }
    /// Keeps the prepared generation if @p committed (as store.db has it) names it, else the present one, and destroys the other. In force
    /// at once; where the file cannot be rewritten the fault says so, and the next change or finish() does it.
    [[nodiscard]] Status settle(FaceGenerationId committed);
    /// Tries again what settle() could not write.
    [[nodiscard]] Status finish();

private:
    FaceKeys() = default;
    [[nodiscard]] Status save();

    QString m_path;
    SecureBytes m_fileKey;
    StoreId m_store;
    Generation m_now;
    std::optional<Generation> m_next;
    bool m_behind = false; ///< the file still holds what settle() destroyed
};

} // namespace kobai::store
