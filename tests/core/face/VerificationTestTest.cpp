// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/VerificationTest.h"

#include "SyntheticFaces.h"
#include "support/TestProgram.h"

#include <QTest>

#include <cmath>

using namespace kobai;
using namespace kobai::face;
using namespace kobai::test;

namespace {

constexpr int persons = 60;
constexpr int folds = 10;

/// Invented persons, two pictures of each.
struct Faces {
    FaceFolder folder;
    EncodedFaces encoded;

    Faces()
    {
        SyntheticFaces faces;
        std::vector<std::optional<Embedding>> all;
        for (int person = 0; person < persons; ++person) {
            const Embedding own = faces.person();
            folder.persons.append(QString::number(person));
            folder.firstPicture.push_back(2 * person);
            folder.pictureCount.push_back(2);
            all.emplace_back(faces.pictureOf(own));
            all.emplace_back(faces.pictureOf(own));
        }
        encoded = EncodedFaces(folder.pictureCount, std::move(all));
    }
};

/// Everybody with themselves, and so many pairs of different persons.
PairList listWith(int nonMated)
{
    PairList list{.folds = folds, .pairs = {}};
    for (int person = 0; person < persons; ++person)
        list.pairs.push_back({2 * person, 2 * person + 1, true, person % folds});
    for (int i = 0; i < nonMated; ++i) {
        const int a = i % persons;
        const int b = (a + 1 + i / persons) % persons;
        list.pairs.push_back({2 * a, 2 * b, false, i % folds});
    }
    return list;
}

VerificationReport tested(int nonMated)
{
    const Faces faces;
    return testVerification(faces.folder, faces.encoded, listWith(nonMated), 20, [](int, int) { return true; })
        .value_or(VerificationReport());
}

} // namespace

class VerificationTestTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // A rate that fewer than ten errors tell is chance: it is not stated.
    void aRateOnAHandfulOfErrorsIsABound()
    {
        const VerificationReport few = tested(900);
        QVERIFY(!few.fnmr[0] && !few.fnmr[1] && !few.fnmr[2]); // at 1e-2 nine pairs pass
        const VerificationReport enough = tested(1000);
        QVERIFY(enough.fnmr[0] && !enough.fnmr[1] && !enough.fnmr[2]);
        QVERIFY(enough.fnmrAtNoError.value >= enough.fnmr[0]->value);
        // Clopper and Pearson: 1 - 0.025^(1/1000)
        QVERIFY(std::abs(enough.fmrBoundAtNoError - 0.003682) < 1e-5);
        QVERIFY(few.fmrBoundAtNoError > enough.fmrBoundAtNoError);
    }
};

KOBAI_TEST(VerificationTestTest, QCoreApplication)
#include "VerificationTestTest.moc"
