// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/ClosestPairs.h"

#include "face/CodedVectors.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace kobai::face {

namespace {

/// A heap whose first is the least alike of the pairs kept.
class TopPairs final {
public:
    explicit TopPairs(int most) : m_most(std::size_t(std::max(0, most))) {}

    [[nodiscard]] float leastScore() const
    {
        if (m_most == 0)
            return std::numeric_limits<float>::infinity();
        return m_heap.size() < m_most ? -std::numeric_limits<float>::infinity() : m_heap.front().score;
    }

    void offer(const Pair& pair)
    {
        if (!(pair.score >= leastScore()) || (m_heap.size() == m_most && !isBefore(pair, m_heap.front())))
            return;
        if (m_heap.size() == m_most) {
            std::ranges::pop_heap(m_heap, isBefore);
            m_heap.pop_back();
        }
        m_heap.push_back(pair);
        std::ranges::push_heap(m_heap, isBefore);
    }

    [[nodiscard]] std::vector<Pair> take() &&
    {
        std::ranges::sort_heap(m_heap, isBefore);
        return std::move(m_heap);
    }

private:
    static bool isBefore(const Pair& a, const Pair& b)
    {
        return a.score != b.score ? a.score > b.score : std::tie(a.a, a.b) < std::tie(b.a, b.b);
    }

    std::size_t m_most;
    std::vector<Pair> m_heap;
};

/// All references under one map, overwritten when it goes.
class OneFrame final {
public:
    OneFrame(const PairSource& source, const ProtectionMap& frame)
    {
        m_blocks.reserve(source.size / CodedVectors::capacity + 1);
        for (std::size_t i = 0; i < source.size; ++i) {
            if (m_blocks.empty() || m_blocks.back().isFull())
                m_blocks.emplace_back();
            m_blocks.back().add(frame.apply(source.plain(i)));
        }
    }
    ~OneFrame()
    {
        for (CodedVectors& block : m_blocks)
            block.wipe();
    }
    Q_DISABLE_COPY_MOVE(OneFrame)

    [[nodiscard]] const std::vector<CodedVectors>& blocks() const { return m_blocks; }

private:
    std::vector<CodedVectors> m_blocks;
};

/// The rows of one block, each made ready once for all the blocks that it meets.
struct Row {
    explicit Row(const Embedding& vector) : embedding(vector), coded(vector) {}

    Embedding embedding;
    CodedProbe coded;
};

} // namespace

std::optional<std::vector<Pair>> closestPairs(const PairSource& source, const ProtectionMap& frame, int most,
                                              const PairProgress& progress, Simd simd)
{
    const OneFrame all(source, frame);
    const std::vector<CodedVectors>& blocks = all.blocks();
    TopPairs best(most);
    CodedVectors::Bounds bounds;
    const auto offer = [&](std::size_t row, std::size_t column, const Cosines& cosines) {
        const PersonId a = source.person(row);
        const PersonId b = source.person(column);
        if (a != b)
            best.offer({.a = std::min(a, b), .b = std::max(a, b), .score = fusedScore(cosines), .cosines = cosines});
    };
    // Block by block, so that the columns' codes stay in the cache while all rows of a block pass over them.
    for (std::size_t rowBlock = 0; rowBlock < blocks.size(); ++rowBlock) {
        std::vector<Row> rows;
        rows.reserve(std::size_t(blocks[rowBlock].size()));
        for (int i = 0; i < blocks[rowBlock].size(); ++i)
            rows.emplace_back(blocks[rowBlock].at(i));
        for (std::size_t columnBlock = rowBlock; columnBlock < blocks.size(); ++columnBlock) {
            const CodedVectors& columns = blocks[columnBlock];
            for (std::size_t row = 0; row < rows.size(); ++row) {
                columns.upperBounds(rows[row].coded, bounds, simd);
                const int first = rowBlock == columnBlock ? int(row) + 1 : 0;
                for (int column = first; column < columns.size(); ++column) {
                    if (bounds[std::size_t(column)] >= best.leastScore())
                        offer(rowBlock * CodedVectors::capacity + row,
                              columnBlock * CodedVectors::capacity + std::size_t(column),
                              columns.cosinesWith(column, rows[row].embedding));
                }
            }
            // Also within a row of blocks: in a large gallery that takes seconds.
            const auto done = std::size_t(rowBlock) * CodedVectors::capacity;
            if (progress && !progress(int(done), int(source.size)))
                return std::nullopt;
        }
    }
    if (progress)
        (void)progress(int(source.size), int(source.size));
    return std::move(best).take();
}

} // namespace kobai::face
