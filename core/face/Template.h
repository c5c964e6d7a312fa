// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.h"
#include "base/SecureBytes.h"
#include "face/Embedding.h"
#include "face/KeyedHadamard.h"

#include <QByteArray>

#include <cstdint>
#include <optional>

namespace kobai::face {

/// What picks a person's secret orthogonal map out of all: the store's template secret (from faces.keys) with the
/// person's own random seed (16 bytes, revoked by destroying it), the epoch of re-keying and the capture's number.
struct TemplateKey {
    SecureBytes secret; ///< 32 bytes, one per store
    QByteArray seed;    ///< 16 bytes, one per person
    std::uint32_t epoch = 0;
    std::uint32_t capture = 0;
};

/// The person's keyed map: for each half three sign vectors and fast Walsh-Hadamard transforms (design.md; biometrics.md
/// 4.3). Orthogonal, so that scores between mapped vectors equal the plain ones to float rounding.
/// Immutable after construction and thread-safe; the signs are overwritten when it goes.
class ProtectionMap final {
public:
    explicit ProtectionMap(const TemplateKey& key);
    ~ProtectionMap();
    ProtectionMap(const ProtectionMap&) = default;
    ProtectionMap& operator=(const ProtectionMap&) = default;

    [[nodiscard]] Embedding apply(const Embedding& plain) const;
    /// The inverse: the plain embedding, to be wiped by the caller as soon as it has been used. Needed where vectors under
    /// different maps meet: a person's captures averaged at each load of the gallery, and Gallery::impostorScores().
    [[nodiscard]] Embedding undo(const Embedding& protectedEmbedding) const;

private:
    SignVectors<dlibDimensions> m_dlibSigns{};
    SignVectors<secondDimensions> m_secondSigns{};
};

/// A protected embedding as the store keeps it (before sealing): 640 little-endian floats and a format version.
[[nodiscard]] QByteArray encodeTemplate(const Embedding& protectedEmbedding);
/// nullopt for anything else than encodeTemplate's output with unit halves.
[[nodiscard]] std::optional<Embedding> decodeTemplate(const QByteArray& blob);

} // namespace kobai::face
