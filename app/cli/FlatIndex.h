// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Embedding.h"

#include <QtGlobal>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace kobai::cli {

/// The reference of `kobai bench search`: faiss' IndexFlatIP over the two halves, plain and one after the other, each
/// weighted so that the scalar product of two is their fused score but for a constant (models.md). One thread.
class FlatIndex final {
public:
    explicit FlatIndex(std::size_t capacity);
    ~FlatIndex();
    Q_DISABLE_COPY_MOVE(FlatIndex)

    void add(const face::Embedding& embedding);

    /// A search for the two best, as a till makes it, ready to be timed: the probe is weighted before.
    class Probe final {
    public:
        explicit Probe(const face::Embedding& embedding);

    private:
        friend class FlatIndex;
        std::array<float, face::dlibDimensions + face::secondDimensions> m_weighted;
    };
    /// The number (by order of add()) of the best; -1 when the index is empty.
    [[nodiscard]] std::int64_t search(const Probe& probe) const;

private:
    struct Index;
    std::unique_ptr<Index> m_index;
};

} // namespace kobai::cli
