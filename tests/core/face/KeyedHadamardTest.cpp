// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/KeyedHadamard.h"

#include "support/TestProgram.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <random>

using namespace kobai::face;

namespace {

template <std::size_t N>
struct Example {
    explicit Example(unsigned seed)
    {
        std::mt19937_64 random(seed);
        for (auto& one : signs) {
            for (std::uint64_t& word : one)
                word = random();
        }
        std::normal_distribution<float> normal;
        for (float& value : vector)
            value = normal(random);
    }

    SignVectors<N> signs{};
    std::array<float, N> vector{};
};

/// By the definition, in double precision: row i of H has the sign of the parity of i & j.
template <std::size_t N>
std::array<double, N> byDefinition(const std::array<float, N>& vector, const SignVectors<N>& signs)
{
    std::array<double, N> from{};
    std::ranges::copy(vector, from.begin());
    for (const auto& one : signs) {
        std::array<double, N> to{};
        for (std::size_t i = 0; i < N; ++i) {
            for (std::size_t j = 0; j < N; ++j) {
                const bool isFlipped = ((one[j / 64] >> (j % 64)) & 1) != 0;
                const bool isNegative = (std::popcount(i & j) % 2 != 0) != isFlipped;
                to[i] += isNegative ? -from[j] : from[j];
            }
            to[i] /= std::sqrt(double(N));
        }
        from = to;
    }
    return from;
}

template <std::size_t N>
bool isTheDefinition(Simd simd)
{
    const Example<N> example(7);
    const auto expected = byDefinition(example.vector, example.signs);
    auto turned = example.vector;
    turn(turned, example.signs, simd);
    for (std::size_t i = 0; i < N; ++i) {
        if (std::abs(double(turned[i]) - expected[i]) > 1e-5)
            return false;
    }
    auto back = turned;
    turnBack(back, example.signs, simd);
    for (std::size_t i = 0; i < N; ++i) {
        if (std::abs(back[i] - example.vector[i]) > 1e-5F)
            return false;
    }
    return true;
}

template <std::size_t N>
bool isAsPlain(Simd simd)
{
    for (unsigned seed = 0; seed < 20; ++seed) {
        const Example<N> example(seed);
        auto plain = example.vector;
        auto quick = example.vector;
        turn(plain, example.signs, Simd::Plain);
        turn(quick, example.signs, simd);
        if (std::memcmp(plain.data(), quick.data(), sizeof plain) != 0)
            return false;
        turnBack(plain, example.signs, Simd::Plain);
        turnBack(quick, example.signs, simd);
        if (std::memcmp(plain.data(), quick.data(), sizeof plain) != 0)
            return false;
    }
    return true;
}

} // namespace

class KeyedHadamardTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void turnsByTheDefinitionAndBack()
    {
        for (const Simd simd : availableSimd()) {
            QVERIFY2(isTheDefinition<128>(simd), qPrintable(QString::number(int(simd))));
            QVERIFY2(isTheDefinition<512>(simd), qPrintable(QString::number(int(simd))));
        }
    }

    // A template that one computer wrote is read by another.
    void everyProcessorGetsTheSameBits()
    {
        for (const Simd simd : availableSimd()) {
            QVERIFY2(isAsPlain<128>(simd), qPrintable(QString::number(int(simd))));
            QVERIFY2(isAsPlain<512>(simd), qPrintable(QString::number(int(simd))));
        }
    }
};

KOBAI_TEST(KeyedHadamardTest, QCoreApplication)
#include "KeyedHadamardTest.moc"
