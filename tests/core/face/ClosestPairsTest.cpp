// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/ClosestPairs.h"

#include "SyntheticFaces.h"
#include "face/Gallery.h"
#include "support/TestProgram.h"

#include <QTest>

#include <algorithm>

using namespace kobai;
using namespace kobai::face;
using namespace kobai::test;

namespace {

constexpr std::size_t persons = 700; // two full blocks of CodedVectors and some

/// With a family here and there.
std::vector<Embedding> school()
{
    SyntheticFaces faces;
    std::vector<Embedding> all;
    while (all.size() < persons)
        all.push_back(all.size() % 10 == 9 ? faces.pictureOf(all[all.size() - 5], 0.9F) : faces.person());
    return all;
}

PairSource sourceOf(const std::vector<Embedding>& all)
{
    return {.size = all.size(),
            .person = [](std::size_t index) { return personId(index); },
            .plain = [&all](std::size_t index) { return all[index]; }};
}

std::vector<Pair> byHand(const std::vector<Embedding>& all, std::size_t most)
{
    std::vector<Pair> pairs;
    for (std::size_t a = 0; a < all.size(); ++a) {
        for (std::size_t b = a + 1; b < all.size(); ++b) {
            const Cosines both = cosines(all[a], all[b]);
            pairs.push_back({.a = personId(a), .b = personId(b), .score = fusedScore(both), .cosines = both});
        }
    }
    std::ranges::sort(pairs, std::greater<>(), &Pair::score);
    pairs.resize(most);
    return pairs;
}

} // namespace

class ClosestPairsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // [row 22] The self-test's list of look-alikes is complete, on every processor.
    void findsThePairsThatComparingAllFinds()
    {
        const std::vector<Embedding> all = school();
        const std::vector<Pair> expected = byHand(all, 50);
        for (const Simd simd : availableSimd()) {
            const auto pairs = closestPairs(sourceOf(all), mapFor(1), 50, {}, simd);
            QVERIFY(pairs.has_value());
            QCOMPARE(pairs->size(), expected.size());
            for (std::size_t i = 0; i < expected.size(); ++i) {
                QCOMPARE((*pairs)[i].a, expected[i].a);
                QCOMPARE((*pairs)[i].b, expected[i].b);
                QVERIFY(std::abs((*pairs)[i].score - expected[i].score) < 1e-3F);
            }
        }
    }

    // Personal and cell galleries answer alike.
    void aGalleryAnswersForItsPersons()
    {
        const std::vector<Embedding> all = school();
        std::vector<GalleryEntry> entries;
        for (std::size_t i = 0; i < 40; ++i)
            entries.push_back(entryOf(i, all[i]));
        const auto pairs = Gallery(entries).closestPairs(3);
        QVERIFY(pairs.has_value());
        QCOMPARE(pairs->size(), std::size_t(3));
        const std::vector<Pair> expected = byHand({all.begin(), all.begin() + 40}, 3);
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE((*pairs)[i].a, expected[i].a);
            QCOMPARE((*pairs)[i].b, expected[i].b);
        }
    }

    void aPersonIsNoPairWithThemselves()
    {
        const std::vector<Embedding> twice(2, school().front());
        PairSource source = sourceOf(twice);
        source.person = [](std::size_t) { return personId(7); };
        QVERIFY(closestPairs(source, mapFor(1), 5, {})->empty());
    }

    void fewPersonsAndFewPairs()
    {
        const std::vector<Embedding> all = school();
        QVERIFY(Gallery().closestPairs(5)->empty());
        QVERIFY(Gallery({entryOf(1, all[1])}).closestPairs(5)->empty());
        QCOMPARE(Gallery({entryOf(1, all[1]), entryOf(0, all[0])}).closestPairs(5)->size(), std::size_t(1));
        QCOMPARE(Gallery({entryOf(1, all[1]), entryOf(0, all[0])}).closestPairs(5)->front().a, personId(0));
        QVERIFY(Gallery({entryOf(1, all[1]), entryOf(0, all[0])}).closestPairs(0)->empty());
        QVERIFY(Gallery({entryOf(1, all[1]), entryOf(0, all[0])}).closestPairs(-1)->empty());
    }

    void progressRisesToAllAndCancels()
    {
        const std::vector<Embedding> all = school();
        std::vector<int> seen;
        const auto note = [&](int done, int of) {
            seen.push_back(done);
            return of == int(persons);
        };
        QVERIFY(closestPairs(sourceOf(all), mapFor(1), 5, note).has_value());
        QVERIFY(seen.size() > 3);
        QVERIFY(std::ranges::is_sorted(seen));
        QCOMPARE(seen.back(), int(persons));

        int calls = 0;
        const auto stop = [&](int, int) { return ++calls < 2; };
        QVERIFY(!closestPairs(sourceOf(all), mapFor(1), 5, stop).has_value());
        QCOMPARE(calls, 2);
    }
};

KOBAI_TEST(ClosestPairsTest, QCoreApplication)
#include "ClosestPairsTest.moc"
