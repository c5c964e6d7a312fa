// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/FlatIndex.h"

#include <faiss/IndexFlat.h>

#include <array>
#include <cmath>

namespace kobai::cli {

namespace {

constexpr int dimensions = face::dlibDimensions + face::secondDimensions;

using Weighted = std::array<float, dimensions>;

/// The root of each half's weight goes into either side of the product.
Weighted weighted(const face::Embedding& embedding)
{
    static const float constant = face::fusedScore({.dlib = 0, .second = 0});
    static const float dlib = std::sqrt(face::fusedScore({.dlib = 1, .second = 0}) - constant);
    static const float second = std::sqrt(face::fusedScore({.dlib = 0, .second = 1}) - constant);
    Weighted vector;
    auto next = vector.begin();
    for (const float value : embedding.dlib)
        *next++ = dlib * value;
    for (const float value : embedding.second)
        *next++ = second * value;
    return vector;
}

/// faiss keeps the vectors in a std::vector, from 1.11 on in a class around one.
template <typename Codes>
void reserve(Codes& codes, std::size_t bytes)
{
    if constexpr (requires { codes.owned_data; })
        codes.owned_data.reserve(bytes);
    else
        codes.reserve(bytes);
}

} // namespace

struct FlatIndex::Index {
    faiss::IndexFlatIP flat{dimensions};
};

FlatIndex::FlatIndex(std::size_t capacity) : m_index(std::make_unique<Index>())
{
    reserve(m_index->flat.codes, capacity * sizeof(Weighted)); // or it would double its gigabytes on the way
}

FlatIndex::~FlatIndex() = default;

void FlatIndex::add(const face::Embedding& embedding)
{
    m_index->flat.add(1, weighted(embedding).data());
}

FlatIndex::Probe::Probe(const face::Embedding& embedding) : m_weighted(weighted(embedding)) {}

// faiss shares out several probes among threads; one probe is one thread.
std::int64_t FlatIndex::search(const Probe& probe) const
{
    constexpr int most = 2;
    std::array<float, most> scores{};
    std::array<std::int64_t, most> best{-1, -1};
    m_index->flat.search(1, probe.m_weighted.data(), most, scores.data(), best.data());
    return best[0];
}

} // namespace kobai::cli
