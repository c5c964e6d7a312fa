// SPDX-License-Identifier: GPL-3.0-or-later
#include "Matrix.h"
#include "SyntheticFaces.h"
#include "face/Decision.h"
#include "face/Gallery.h"
#include "support/TestProgram.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <numeric>
#include <random>

using namespace kobai;
using namespace kobai::face;
using namespace kobai::test;

namespace {

/// The map of a person in a store; @p person is spread over the seed, so that there are more than 256.
ProtectionMap mapOf(int person, char secret = 's', std::uint32_t epoch = 0, std::uint32_t capture = 0)
{
    QByteArray seed(16, 'k');
    seed.replace(0, 8, QByteArray::number(person).rightJustified(8, '0'));
    return ProtectionMap(
        {.secret = SecureBytes(QByteArray(32, secret)), .seed = seed, .epoch = epoch, .capture = capture});
}

std::vector<Embedding> strangers(int count, unsigned seed = 1)
{
    SyntheticFaces faces(seed);
    std::vector<Embedding> all;
    for (int i = 0; i < count; ++i)
        all.push_back(faces.person());
    return all;
}

double dot(const float* a, const float* b, std::size_t count)
{
    return std::inner_product(a, a + count, b, 0.0);
}

double mean(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

double standardError(const std::vector<double>& values)
{
    const double middle = mean(values);
    double squares = 0;
    for (const double value : values)
        squares += (value - middle) * (value - middle);
    return std::sqrt(squares) / double(values.size());
}

// ---- Irreversibility: who has stolen the protected vectors, and knows some persons' plain ones as well, learns a
// linear map from protected to plain and turns the others' back with it.

enum class Half { Dlib, Second };

Matrix rowsOf(std::span<const Embedding> embeddings, Half half)
{
    const std::size_t columns = half == Half::Dlib ? dlibDimensions : secondDimensions;
    Matrix rows(embeddings.size(), columns);
    for (std::size_t i = 0; i < embeddings.size(); ++i) {
        const float* const from = half == Half::Dlib ? embeddings[i].dlib.data() : embeddings[i].second.data();
        std::copy_n(from, columns, rows.row(i));
    }
    return rows;
}

/// Ridge regression from @p seen to @p plain, one pair to a row; by the smaller of the two equal formulas.
Matrix ridge(const Matrix& seen, const Matrix& plain)
{
    constexpr float weight = 1e-4F; // the vectors are of length 1
    const Matrix across = transposed(seen);
    if (seen.rows() < seen.columns()) {
        Matrix gram = seen * across;
        gram.add(Matrix::identity(gram.rows(), weight));
        return across * solved(std::move(gram), plain);
    }
    Matrix covariance = across * seen;
    covariance.add(Matrix::identity(covariance.rows(), weight));
    return solved(std::move(covariance), across * plain);
}

/// Orthogonal Procrustes; a little of the identity decides where the pairs say nothing.
Matrix procrustes(const Matrix& seen, const Matrix& plain)
{
    constexpr float weight = 1e-3F;
    Matrix both = transposed(seen) * plain;
    both.add(Matrix::identity(both.rows(), weight));
    return nearestOrthogonal(std::move(both));
}

using Attack = Matrix (*)(const Matrix& seen, const Matrix& plain);

/// What an attack has rebuilt, against the truth and against others' truths: cosines by row.
struct Rebuilt {
    std::vector<double> cosine; ///< with the own plain vector
    std::vector<double> gain;   ///< that, less the mean of those with twenty other persons' plain vectors

    [[nodiscard]] bool isChance() const { return std::abs(mean(gain)) < 4 * standardError(gain); }
};

Rebuilt judge(const Matrix& guesses, const Matrix& truth)
{
    constexpr std::size_t others = 20;
    const std::size_t size = truth.columns();
    Rebuilt result;
    for (std::size_t i = 0; i < guesses.rows(); ++i) {
        const double length = std::sqrt(dot(guesses.row(i), guesses.row(i), size));
        const double own = dot(guesses.row(i), truth.row(i), size) / length;
        double foreign = 0;
        for (std::size_t k = 1; k <= others; ++k)
            foreign += dot(guesses.row(i), truth.row((i + k) % truth.rows()), size) / length;
        result.cosine.push_back(own);
        result.gain.push_back(own - foreign / others);
    }
    return result;
}

using MapOf = std::function<ProtectionMap(int person)>;

constexpr int victims = 300;

/// All victims' plain vectors as rebuilt from their protected ones by what @p pairs other persons teach.
struct Theft {
    Theft(int pairs, const MapOf& map)
        : known(strangers(pairs, 7)), stolen(known), plain(strangers(victims, 8)), taken(plain)
    {
        for (std::size_t i = 0; i < known.size(); ++i)
            stolen[i] = map(10'000 + int(i)).apply(known[i]);
        for (std::size_t i = 0; i < plain.size(); ++i)
            taken[i] = map(int(i)).apply(plain[i]);
    }

    [[nodiscard]] Matrix rebuild(Half half, Attack attack) const
    {
        return rowsOf(taken, half) * attack(rowsOf(stolen, half), rowsOf(known, half));
    }
    [[nodiscard]] Rebuilt judged(Half half, Attack attack) const
    {
        return judge(rebuild(half, attack), rowsOf(plain, half));
    }

    std::vector<Embedding> known;
    std::vector<Embedding> stolen;
    std::vector<Embedding> plain;
    std::vector<Embedding> taken;
};

MapOf ownMaps()
{
    return [](int person) { return mapOf(person); };
}

MapOf oneMapForAll()
{
    return [](int) { return mapOf(0); };
}

/// The share of the victims as whom the rebuilt vectors would pass at the till's threshold.
double successRate(const Matrix& dlib, const Matrix& second, const std::vector<Embedding>& truth)
{
    const float threshold = policyFor(Gallery()).threshold;
    int passed = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        Embedding guess;
        std::copy_n(dlib.row(i), guess.dlib.size(), guess.dlib.begin());
        std::copy_n(second.row(i), guess.second.size(), guess.second.begin());
        (void)normalise(guess.dlib);
        (void)normalise(guess.second);
        if (fusedScore(cosines(guess, truth[i])) >= threshold)
            ++passed;
    }
    return double(passed) / double(truth.size());
}

// ---- Unlinkability (Gomez-Barrero et al. 2018) and renewability

/// D_sys, 0 = unlinkable to 1 = wholly linkable: what the score tells about whether two templates are one person's.
double linkability(const std::vector<double>& mated, const std::vector<double>& nonMated)
{
    constexpr int bins = 20;
    const auto [low, high] = std::ranges::minmax(nonMated);
    const auto [matedLow, matedHigh] = std::ranges::minmax(mated);
    const double from = std::min(low, matedLow);
    const double width = (std::max(high, matedHigh) - from) / bins;
    const auto histogram = [&](const std::vector<double>& scores) {
        std::vector<double> shares(bins);
        for (const double score : scores)
            shares[std::size_t(std::clamp(int((score - from) / width), 0, bins - 1))] += 1 / double(scores.size());
        return shares;
    };
    const std::vector<double> matedShares = histogram(mated);
    const std::vector<double> otherShares = histogram(nonMated);
    double sum = 0;
    for (std::size_t i = 0; i < matedShares.size(); ++i) {
        if (matedShares[i] <= otherShares[i])
            continue;
        const double local = otherShares[i] == 0 ? 1 : 2 * matedShares[i] / (matedShares[i] + otherShares[i]) - 1;
        sum += local * matedShares[i];
    }
    return sum;
}

/// The same with the labels shuffled: what a finite sample shows where there is nothing. The mean of twenty.
double linkabilityByChance(std::vector<double> mated, const std::vector<double>& nonMated)
{
    constexpr int shuffles = 20;
    std::mt19937 random(1);
    std::vector<double> all(mated);
    all.insert(all.end(), nonMated.begin(), nonMated.end());
    double sum = 0;
    for (int i = 0; i < shuffles; ++i) {
        std::ranges::shuffle(all, random);
        const auto middle = all.begin() + std::ptrdiff_t(mated.size());
        sum += linkability({all.begin(), middle}, {middle, all.end()});
    }
    return sum / shuffles;
}

/// Cross scores of two sets of templates of the same persons in the same order: three ways to compare.
struct CrossScores {
    CrossScores(const std::vector<Embedding>& one, const std::vector<Embedding>& other)
    {
        constexpr std::size_t nonMatedEach = 20;
        for (std::size_t i = 0; i < one.size(); ++i) {
            for (std::size_t k = 0; k <= nonMatedEach; ++k) {
                const Cosines both = cosines(one[i], other[(i + k) % other.size()]);
                const std::array<double, 3> ways{double(both.dlib), double(both.second), double(fusedScore(both))};
                for (std::size_t way = 0; way < ways.size(); ++way)
                    (k == 0 ? mated : nonMated)[way].push_back(ways[way]);
            }
        }
    }

    /// The most of the three ways above what chance shows.
    [[nodiscard]] double linkabilityAboveChance() const
    {
        double most = -1;
        for (std::size_t way = 0; way < mated.size(); ++way) {
            most =
                std::max(most, linkability(mated[way], nonMated[way]) - linkabilityByChance(mated[way], nonMated[way]));
        }
        return most;
    }

    std::array<std::vector<double>, 3> mated;
    std::array<std::vector<double>, 3> nonMated;
};

std::vector<Embedding> protectedBy(const std::vector<Embedding>& plain, const MapOf& map)
{
    std::vector<Embedding> result;
    for (std::size_t i = 0; i < plain.size(); ++i)
        result.push_back(map(int(i)).apply(plain[i]));
    return result;
}

/// Kolmogorov and Smirnov's test that two samples have one distribution, at one in a thousand.
bool isOneDistribution(std::vector<double> a, std::vector<double> b)
{
    std::ranges::sort(a);
    std::ranges::sort(b);
    double largest = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        a[i] <= b[j] ? ++i : ++j;
        largest = std::max(largest, std::abs(double(i) / double(a.size()) - double(j) / double(b.size())));
    }
    constexpr double oneInThousand = 1.95;
    return largest < oneInThousand * std::sqrt(double(a.size() + b.size()) / (double(a.size()) * double(b.size())));
}

QString about(const Rebuilt& rebuilt)
{
    return QStringLiteral("cosine %1, gain %2 +- %3")
        .arg(mean(rebuilt.cosine))
        .arg(mean(rebuilt.gain))
        .arg(standardError(rebuilt.gain));
}

} // namespace

/// The criteria of ISO/IEC 24745 (biometrics.md 4.4), each beside a case in which the same measure finds what it looks
/// for.
class TemplateProtectionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // [row 32] Protection changes no cosine by more than 1e-5 and no decision.
    void accuracyStays()
    {
        constexpr int persons = 150;
        const std::vector<Embedding> plain = strangers(persons);
        std::vector<GalleryEntry> entries;
        for (std::size_t i = 0; i < plain.size(); ++i) {
            const ProtectionMap map = mapOf(int(i));
            entries.push_back({.person = personId(i), .map = map, .reference = map.apply(plain[i])});
        }
        const Gallery gallery(std::move(entries));
        const DecisionPolicy policy = policyFor(gallery);
        SyntheticFaces faces(3);
        for (std::size_t i = 0; i < plain.size(); ++i) {
            const Embedding probe = i % 3 == 0 ? faces.person() : faces.pictureOf(plain[i], 0.8F);
            std::vector<Candidate> expected;
            for (std::size_t k = 0; k < plain.size(); ++k) {
                const Cosines both = cosines(probe, plain[k]);
                expected.push_back({.person = personId(k), .score = fusedScore(both), .cosines = both});
                const auto found = gallery.compare(personId(k), probe);
                QVERIFY(std::abs(found->cosines.dlib - both.dlib) < 1e-5F);
                QVERIFY(std::abs(found->cosines.second - both.second) < 1e-5F);
            }
            std::ranges::sort(expected, std::greater<>(), &Candidate::score);
            const auto best = gallery.search(probe, 2);
            QCOMPARE(best.front().person, expected.front().person);
            QCOMPARE(decide(best, policy), decide(std::span(expected).first(2), policy));
        }
    }

    // [row 32] Who has everybody's keys gains what the matcher gives, and no more: an impostor under the victim's map
    // scores what the plain comparison says.
    void aStolenMapChangesNoScore()
    {
        const std::vector<Embedding> plain = strangers(100);
        const ProtectionMap map = mapOf(1);
        for (const Embedding& impostor : plain) {
            const Cosines expected = cosines(impostor, plain[0]);
            const Cosines found = cosines(map.apply(impostor), map.apply(plain[0]));
            QVERIFY(std::abs(found.dlib - expected.dlib) < 1e-5F);
            QVERIFY(std::abs(found.second - expected.second) < 1e-5F);
        }
    }

    // [row 32] The database alone: a protected vector is no nearer to its own plain one than to anybody's.
    void theDatabaseAloneRevealsNothing()
    {
        const Theft theft(0, ownMaps());
        for (const Half half : {Half::Dlib, Half::Second}) {
            const Rebuilt rebuilt = judge(rowsOf(theft.taken, half), rowsOf(theft.plain, half));
            QVERIFY2(rebuilt.isChance(), qPrintable(about(rebuilt)));
        }
        QCOMPARE(successRate(rowsOf(theft.taken, Half::Dlib), rowsOf(theft.taken, Half::Second), theft.plain), 0.0);
        std::vector<Embedding> withKeys;
        for (int i = 0; i < victims; ++i)
            withKeys.push_back(mapOf(i).undo(theft.taken[std::size_t(i)])); // the honest sentence of README
        QCOMPARE(successRate(rowsOf(withKeys, Half::Dlib), rowsOf(withKeys, Half::Second), theft.plain), 1.0);
    }

    void knownPairsOfOthersRevealNothing_data()
    {
        QTest::addColumn<int>("pairs");
        for (const int pairs : {8, 32, 128, 1000})
            QTest::newRow(qPrintable(QString::number(pairs))) << pairs;
    }
    // [row 32] The staff who enrol themselves and their friends learn nothing of the others' maps.
    void knownPairsOfOthersRevealNothing()
    {
        QFETCH(int, pairs);
        const Theft theft(pairs, ownMaps());
        const Matrix dlib = theft.rebuild(Half::Dlib, ridge);
        const Matrix second = theft.rebuild(Half::Second, ridge);
        for (const Rebuilt& rebuilt :
             {judge(dlib, rowsOf(theft.plain, Half::Dlib)), judge(second, rowsOf(theft.plain, Half::Second)),
              theft.judged(Half::Dlib, procrustes)})
            QVERIFY2(rebuilt.isChance(), qPrintable(about(rebuilt)));
        QCOMPARE(successRate(dlib, second, theft.plain), 0.0);
    }

    // That the attacks are good ones: with one map for all, as many pairs as dimensions reveal everybody.
    void theSameAttacksBreakOneMapForAll()
    {
        const Theft few(32, oneMapForAll());
        QVERIFY(!few.judged(Half::Dlib, ridge).isChance());
        QVERIFY(!few.judged(Half::Second, ridge).isChance());
        const Theft theft(dlibDimensions, oneMapForAll());
        for (const Attack attack : {ridge, procrustes}) {
            const Rebuilt rebuilt = theft.judged(Half::Dlib, attack);
            QVERIFY2(mean(rebuilt.cosine) > 0.98 && !rebuilt.isChance(), qPrintable(about(rebuilt)));
        }
        const Theft all(1000, oneMapForAll());
        QVERIFY(successRate(all.rebuild(Half::Dlib, ridge), all.rebuild(Half::Second, ridge), all.plain) > 0.99);
    }

    // [row 32] Two schools' files, or the file before and after a re-keying, or two captures in one file, do not show
    // who is the same person.
    void templatesOfOnePersonCannotBeLinked()
    {
        const std::vector<Embedding> plain = strangers(500);
        const auto mine = protectedBy(plain, ownMaps());
        const auto otherStore = protectedBy(plain, [](int person) { return mapOf(person, 't'); });
        const auto reKeyed = protectedBy(plain, [](int person) { return mapOf(person, 's', 1); });
        const auto capture = protectedBy(plain, [](int person) { return mapOf(person, 's', 0, 1); });
        for (const auto& other : {otherStore, reKeyed, capture}) {
            const double above = CrossScores(mine, other).linkabilityAboveChance();
            QVERIFY2(above <= 0.05, qPrintable(QString::number(above)));
        }
        // A rotation keeps lengths: they would link if they were not all 1.
        for (const Embedding& each : mine)
            QVERIFY(isUnitLength(each));
        // And the measure finds links where there are some.
        SyntheticFaces faces(4);
        std::vector<Embedding> pictures;
        for (const Embedding& each : plain)
            pictures.push_back(faces.pictureOf(each, 0.8F));
        QVERIFY(CrossScores(mine, protectedBy(pictures, ownMaps())).linkabilityAboveChance() > 0.9);
    }

    // [row 32] A person's template can be issued again a hundred times, and the old ones match the new ones no better
    // than a stranger's.
    void aTemplateCanBeRenewed()
    {
        constexpr int persons = 20;
        constexpr std::uint32_t issues = 100;
        const std::vector<Embedding> plain = strangers(persons);
        std::array<std::vector<double>, 2> again;
        std::array<std::vector<double>, 2> foreign;
        const auto note = [](auto& scores, const Cosines& both) {
            scores[0].push_back(double(both.dlib));
            scores[1].push_back(double(both.second));
        };
        for (int person = 0; person < persons; ++person) {
            const Embedding& own = plain[std::size_t(person)];
            const int next = (person + 1) % persons;
            Embedding before = mapOf(person).apply(own);
            for (std::uint32_t epoch = 1; epoch < issues; ++epoch) {
                const Embedding now = mapOf(person, 's', epoch).apply(own);
                note(again, cosines(before, now));
                note(foreign, cosines(now, mapOf(next, 's', epoch).apply(plain[std::size_t(next)])));
                before = now;
            }
        }
        std::vector<double> genuine; // what the test must not take for a stranger's
        SyntheticFaces faces(5);
        for (const Embedding& own : plain)
            genuine.push_back(double(cosines(own, faces.pictureOf(own, 0.8F)).second));
        for (std::size_t half = 0; half < again.size(); ++half)
            QVERIFY(isOneDistribution(again[half], foreign[half]));
        QVERIFY(!isOneDistribution(genuine, foreign[1]));
    }
};

KOBAI_TEST(TemplateProtectionTest, QCoreApplication)
#include "TemplateProtectionTest.moc"
