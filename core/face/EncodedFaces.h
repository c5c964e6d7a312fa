// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Embedding.h"
#include "face/Gallery.h"

#include <optional>
#include <span>
#include <vector>

namespace kobai::face {

/// A public test set after encoding: persons by number, each with so many pictures. Never people of a store: these
/// embeddings are plain.
struct EncodedFaces {
    std::vector<int> pictureCount;                    ///< of each person
    std::vector<std::optional<Embedding>> embeddings; ///< person after person; nullopt: no face was found
    std::vector<int> firstPicture;                    ///< of each person, in embeddings

    EncodedFaces() = default;
    /// Precondition: as many embeddings as pictureCount's sum.
    EncodedFaces(std::vector<int> pictureCounts, std::vector<std::optional<Embedding>> all);

    [[nodiscard]] int persons() const { return int(pictureCount.size()); }
    [[nodiscard]] int failuresToAcquire() const;
    /// The mean of pictures of a person; nullopt when none was acquired.
    [[nodiscard]] std::optional<Embedding> fused(int person, std::span<const int> pictures) const;
};

/// The id that stands for a person of a test set in a Gallery, and back.
[[nodiscard]] PersonId testPersonId(int person);
[[nodiscard]] int testPerson(PersonId id);

/// A gallery entry for a person of a test set, protected like a store's, with a key that is no secret.
[[nodiscard]] GalleryEntry testEntry(int person, const Embedding& reference);

} // namespace kobai::face
