// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/GalleryBuilder.h"

#include "SyntheticFaces.h"
#include "support/TestProgram.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace kobai;
using namespace kobai::face;
using namespace kobai::test;

namespace {

constexpr std::size_t persons = 700; // two full cells and some
constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();

std::vector<Embedding> school()
{
    SyntheticFaces faces;
    std::vector<Embedding> all;
    while (all.size() < persons)
        all.push_back(all.size() % 10 == 9 ? faces.pictureOf(all[all.size() - 5], 0.9F) : faces.person());
    return all;
}

/// Pictures of enrolled persons, and of strangers.
std::vector<Embedding> probesOf(const std::vector<Embedding>& all)
{
    SyntheticFaces faces(2);
    std::vector<Embedding> probes;
    for (std::size_t i = 0; i < 12; ++i) {
        probes.push_back(faces.pictureOf(all[i * all.size() / 12], 0.5F));
        probes.push_back(faces.person());
    }
    return probes;
}

Gallery built(const std::vector<Embedding>& all, int mostByPerson)
{
    security::SystemRandom random;
    GalleryBuilder builder(random, mostByPerson);
    for (std::size_t i = 0; i < all.size(); ++i)
        (void)builder.add(entryOf(i, all[i]));
    return std::move(builder).finish();
}

bool isSame(const std::vector<Candidate>& a, const std::vector<Candidate>& b)
{
    return std::ranges::equal(a, b, [](const Candidate& x, const Candidate& y) {
        return x.person == y.person && x.score == y.score && x.cosines.dlib == y.cosines.dlib
               && x.cosines.second == y.cosines.second;
    });
}

} // namespace

/// Galleries in cells, against the comparison with everybody and against galleries with a map for each person.
class GalleryBuilderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // To the last bit: who is left out by the first pass could not have been among the best.
    void aSearchInCellsGivesWhatComparingWithAllGives()
    {
        const std::vector<Embedding> all = school();
        security::SystemRandom random;
        CellTable cells;
        for (std::size_t i = 0; i < all.size(); ++i)
            cells.add(entryOf(i, all[i]), random);
        for (const Embedding& probe : probesOf(all)) {
            for (const int most : {1, 2, 10, int(persons) + 5}) {
                TopCandidates expected(most);
                for (std::size_t i = 0; i < cells.size(); ++i)
                    expected.offer(cells.compare(i, probe));
                const std::vector<Candidate> full = std::move(expected).take();
                QCOMPARE(full.size(), std::size_t(std::min(most, int(persons))));
                for (const Simd simd : availableSimd()) {
                    TopCandidates best(most);
                    cells.search(probe, best, simd);
                    QVERIFY(isSame(std::move(best).take(), full));
                }
            }
        }
    }

    void cellsAndPersonsAgree()
    {
        const std::vector<Embedding> all = school();
        const Gallery byPerson = built(all, persons);
        const Gallery inCells = built(all, 0);
        QCOMPARE(byPerson.entries().size(), persons);
        QVERIFY(inCells.entries().empty());
        QCOMPARE(inCells.size(), int(persons));
        for (const Embedding& probe : probesOf(all)) {
            const auto expected = byPerson.search(probe, 3);
            const auto found = inCells.search(probe, 3);
            QCOMPARE(found.size(), std::size_t(3));
            for (std::size_t i = 0; i < 3; ++i) {
                QCOMPARE(found[i].person, expected[i].person);
                QVERIFY(std::abs(found[i].score - expected[i].score) < 1e-3F);
            }
            const auto one = inCells.compare(expected[1].person, probe);
            QVERIFY(one.has_value());
            QCOMPARE(one->score, found[1].score);
        }
    }

    void onePersonTooManyMakesCells()
    {
        std::vector<Embedding> all = school();
        all.resize(11);
        const Gallery inCells = built(all, 10);
        QVERIFY(inCells.entries().empty());
        QCOMPARE(inCells.size(), 11);
        for (std::size_t i = 0; i < all.size(); ++i)
            QCOMPARE(inCells.search(all[i], 1).front().person, personId(i));
        all.pop_back();
        QCOMPARE(built(all, 10).entries().size(), std::size_t(10));
    }

    void nobodyAndOne()
    {
        const Embedding person = SyntheticFaces().person();
        for (const int mostByPerson : {0, 5}) {
            const Gallery nobody = built({}, mostByPerson);
            QCOMPARE(nobody.size(), 0);
            QVERIFY(nobody.search(person, 3).empty());
            QVERIFY(!nobody.compare(personId(0), person));
            QVERIFY(nobody.impostorScores().empty());
            const Gallery one = built({person}, mostByPerson);
            QCOMPARE(one.search(person, 3).size(), std::size_t(1));
            QVERIFY(one.search(person, 0).empty());
            QVERIFY(one.impostorScores().empty());
        }
    }

    void noNumberNoCandidate()
    {
        const std::vector<Embedding> all = school();
        security::SystemRandom random;
        GalleryBuilder builder(random, 0);
        Embedding broken = all[0];
        broken.second[3] = notANumber;
        QVERIFY(!builder.add({.person = personId(1), .map = mapFor(1), .reference = broken}));
        QVERIFY(!builder.add({.person = personId(1), .map = mapFor(1), .reference = {}}));
        QVERIFY(builder.add(entryOf(1, all[1])));
        const Gallery gallery = std::move(builder).finish();
        QCOMPARE(gallery.size(), 1);
        QVERIFY(gallery.search(broken, 3).empty());
        QVERIFY(!gallery.compare(personId(1), broken));
        broken.second[3] = std::numeric_limits<float>::infinity();
        QVERIFY(gallery.search(broken, 3).empty());
        QCOMPARE(gallery.search(Embedding{}, 3).size(), std::size_t(1)); // without length, but a number
    }

    void thresholdsSeeTheSamePairs()
    {
        const std::vector<Embedding> all = school();
        for (const int most : {100, int(persons) + 1}) {
            const std::vector<float> expected = built(all, persons).impostorScores(most);
            const std::vector<float> scores = built(all, 0).impostorScores(most);
            const auto used = std::size_t(std::min(most, int(persons)));
            QCOMPARE(scores.size(), used * (used - 1) / 2);
            QCOMPARE(expected.size(), scores.size());
            for (std::size_t i = 0; i < scores.size(); ++i)
                QVERIFY(std::abs(scores[i] - expected[i]) < 1e-3F);
        }
        const auto expected = built(all, persons).closestPairs(20);
        const auto pairs = built(all, 0).closestPairs(20);
        for (std::size_t i = 0; i < 20; ++i) {
            QCOMPARE((*pairs)[i].a, (*expected)[i].a);
            QCOMPARE((*pairs)[i].b, (*expected)[i].b);
        }
    }
};

KOBAI_TEST(GalleryBuilderTest, QCoreApplication)
#include "GalleryBuilderTest.moc"
