// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Gallery.h"

#include "SyntheticFaces.h"
#include "support/TestProgram.h"

#include <QTest>

#include <algorithm>
#include <cstdint>
#include <limits>

#include <sys/mman.h>
#include <unistd.h>

using namespace kobai;
using namespace kobai::face;
using namespace kobai::test;

namespace {

/// Whole pages between two addresses that nobody can read while it lives: whoever does is killed.
class LockedPages final {
public:
    LockedPages(const void* begin, const void* end)
    {
        const auto page = std::uintptr_t(sysconf(_SC_PAGESIZE));
        const auto first = (reinterpret_cast<std::uintptr_t>(begin) + page - 1) / page * page;
        const auto last = reinterpret_cast<std::uintptr_t>(end) / page * page;
        if (last <= first)
            return;
        m_begin = reinterpret_cast<void*>(first);
        if (mprotect(m_begin, last - first, PROT_NONE) == 0)
            m_bytes = last - first;
    }
    ~LockedPages()
    {
        if (m_bytes != 0)
            mprotect(m_begin, m_bytes, PROT_READ | PROT_WRITE);
    }
    Q_DISABLE_COPY_MOVE(LockedPages)

    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

private:
    void* m_begin = nullptr;
    std::size_t m_bytes = 0;
};

} // namespace

class GalleryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void searchIsExactAndSorted()
    {
        SyntheticFaces faces;
        std::vector<Embedding> plain;
        std::vector<GalleryEntry> entries;
        for (std::uint8_t i = 0; i < 40; ++i) {
            plain.push_back(faces.person());
            entries.push_back(entryOf(i, plain.back()));
        }
        const Gallery gallery(entries);
        const Embedding probe = faces.pictureOf(plain[17]);
        const auto best = gallery.search(probe, 40);
        QCOMPARE(best.size(), std::size_t(40));
        QCOMPARE(best.front().person, personId(17));
        QVERIFY(std::ranges::is_sorted(best, std::greater<>(), &Candidate::score));
        for (const Candidate& each : best) {
            const float expected = fusedScore(cosines(probe, plain[each.person.toBytes().back()]));
            QVERIFY(std::abs(each.score - expected) < 1e-3F);
        }
        QCOMPARE(gallery.search(probe, 2).size(), std::size_t(2));
        QCOMPARE(gallery.search(probe, 0).size(), std::size_t(0));
        QVERIFY(Gallery().search(probe, 5).empty());
    }

    // [row 28] 1:1 reads the claimed person's template and no other: all memory of the others' that can be locked is.
    void aClaimIsComparedWithTheClaimedPersonAlone()
    {
        constexpr std::size_t persons = 100;
        constexpr std::size_t claimed = 57;
        SyntheticFaces faces;
        std::vector<GalleryEntry> entries;
        std::vector<Embedding> plain;
        for (std::size_t i = 0; i < persons; ++i) {
            plain.push_back(faces.person());
            entries.push_back(entryOf(i, plain.back()));
        }
        const Gallery gallery(std::move(entries));
        const Embedding probe = faces.pictureOf(plain[claimed]);
        const GalleryEntry* const all = gallery.entries().data();
        const LockedPages before(all, all + claimed);
        const LockedPages after(all + claimed + 1, all + persons);
        QVERIFY(before.bytes() + after.bytes() > (persons - 5) * sizeof(GalleryEntry));

        const auto candidate = gallery.compare(personId(claimed), probe);
        QVERIFY(candidate.has_value());
        QCOMPARE(candidate->person, personId(claimed));
        QVERIFY(std::abs(candidate->score - fusedScore(cosines(probe, plain[claimed]))) < 1e-3F);
        QVERIFY(!gallery.compare(personId(persons), probe)); // not enrolled
    }

    void aClaimIsNotWonByAnother()
    {
        SyntheticFaces faces;
        const Embedding a = faces.person();
        const Embedding b = faces.person();
        const Gallery gallery({entryOf(1, a), entryOf(2, b)});
        QVERIFY(gallery.compare(personId(1), a)->score > 7); // two equal vectors: 7.6
        QVERIFY(gallery.compare(personId(2), a)->score < 5);
        QVERIFY(!Gallery().compare(personId(1), a));
    }

    void equalScoresGoByTheIdAndAPersonComesOnce()
    {
        SyntheticFaces faces;
        const Embedding twin = faces.person();
        const ProtectionMap map = mapFor(1);
        const auto entry = [&](std::size_t number, const Embedding& reference) {
            return GalleryEntry{.person = personId(number), .map = map, .reference = map.apply(reference)};
        };
        const Gallery gallery(
            {entry(9, twin), entry(4, faces.person()), entry(2, twin), entry(4, twin), entry(5, twin)});
        const auto best = gallery.search(twin, 4);
        QCOMPARE(best.size(), std::size_t(4));
        QCOMPARE(best[0].person, personId(2));
        QCOMPARE(best[1].person, personId(4));
        QCOMPARE(best[2].person, personId(5));
        QCOMPARE(best[3].person, personId(9));
        QCOMPARE(gallery.search(twin, 10).size(), std::size_t(4));
        QCOMPARE(gallery.compare(personId(4), twin)->score, best[0].score);
    }

    void noNumberNoCandidate()
    {
        SyntheticFaces faces;
        const Embedding good = faces.person();
        Embedding broken = good;
        broken.dlib[7] = std::numeric_limits<float>::quiet_NaN();
        const Gallery gallery({entryOf(1, good), {.person = personId(2), .map = mapFor(2), .reference = broken}});
        QVERIFY(gallery.search(broken, 3).empty());
        QVERIFY(!gallery.compare(personId(1), broken));
        QCOMPARE(gallery.search(good, 3).size(), std::size_t(1));
        QVERIFY(!gallery.compare(personId(2), good));
    }

    void impostorScoresAreThoseOfAllPairs()
    {
        SyntheticFaces faces;
        std::vector<Embedding> plain;
        std::vector<GalleryEntry> entries;
        for (std::uint8_t i = 0; i < 12; ++i) {
            plain.push_back(faces.person());
            entries.push_back(entryOf(i, plain.back()));
        }
        std::vector<float> expected;
        for (std::size_t a = 0; a < plain.size(); ++a) {
            for (std::size_t b = a + 1; b < plain.size(); ++b)
                expected.push_back(fusedScore(cosines(plain[a], plain[b])));
        }
        std::vector<float> scores = Gallery(entries).impostorScores();
        QCOMPARE(scores.size(), std::size_t(66));
        std::ranges::sort(scores);
        std::ranges::sort(expected);
        for (std::size_t i = 0; i < scores.size(); ++i)
            QVERIFY(std::abs(scores[i] - expected[i]) < 1e-3F);
    }
};

KOBAI_TEST(GalleryTest, QCoreApplication)
#include "GalleryTest.moc"
