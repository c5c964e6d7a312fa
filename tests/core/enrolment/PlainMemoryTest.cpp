// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/PlainMemory.h"
#include "base/Worker.h"
#include "enrolment/Enrolment.h"
#include "support/School.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::test;

namespace {

/// What the duplicate search looks for and the gallery's reference is made of.
face::Embedding meanOf(const QVector<face::Capture>& captures)
{
    std::vector<face::Embedding> embeddings;
    std::vector<float> weights;
    for (const face::Capture& capture : captures) {
        embeddings.push_back(capture.embedding);
        weights.push_back(capture.weight);
    }
    return face::meanEmbedding(embeddings, weights);
}

} // namespace

/// [row 18] What is left of an enrolment in memory: nothing plain.
class PlainMemoryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPlainEmbeddingIsFoundWhereThereIsOne()
    {
        const QVector<face::Capture> captures = School::captures(4);
        QVERIFY(copiesInMemory({maskedPattern(captures.first().embedding.second)}) > 0);
    }

    void nothingPlainIsLeftOfAnEnrolment()
    {
        School school;
        const PersonId student = school.addConsentingStudent().id;
        QList<QByteArray> patterns;
        {
            QVector<face::Capture> captures;
            for (const face::Capture& capture : School::captures(5)) {
                captures.append(capture); // grows as it does on the way from the camera
                patterns.append(maskedPattern(capture.embedding.second));
            }
            patterns.append(maskedPattern(meanOf(captures).second));
            // As the window hands them to the store's thread: a signal's copy, a lambda's, a queue's.
            Worker worker(QStringLiteral("store"));
            bool isDone = false;
            worker.run([&school, student,
                        captures] { return enrolment::enrolFace(school.store(), student, captures, school.clerk()); },
                       this, [&isDone](const Status& enrolled) { isDone = enrolled.has_value(); });
            QTRY_VERIFY(isDone);
        }
        QCOMPARE(must(enrolment::personFile(school.store(), student)).captures, 3);
        QCOMPARE(copiesInMemory(patterns), 0);
        (void)must(enrolment::loadGallery(school.store()));
        QCOMPARE(copiesInMemory(patterns), 0);
    }
};

KOBAI_TEST(PlainMemoryTest, QCoreApplication)
#include "PlainMemoryTest.moc"
