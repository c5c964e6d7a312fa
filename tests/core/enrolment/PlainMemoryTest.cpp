// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Worker.h"
#include "enrolment/Enrolment.h"
#include "support/School.h"
#include "support/TestProgram.h"

#include <QFile>
#include <QTest>

#include <cstring>

using namespace kobai;
using namespace kobai::test;

namespace {

/// So many bytes of an embedding are found by nothing else.
constexpr qsizetype patternBytes = 64;
constexpr unsigned char mask = 0x5A;
constexpr qint64 blockBytes = 1 << 20;
constexpr qint64 largestMapping = qint64(1) << 32;

/// The middle of a capture's second half, so masked that this is no copy of it.
QByteArray maskedPattern(const face::Capture& capture)
{
    QByteArray pattern(patternBytes, Qt::Uninitialized);
    const auto* bytes = reinterpret_cast<const unsigned char*>(capture.embedding.second.data() + 100);
    for (qsizetype i = 0; i < patternBytes; ++i)
        pattern[i] = char(bytes[i] ^ mask);
    return pattern;
}

bool isAt(const unsigned char* place, const QByteArray& masked)
{
    for (qsizetype i = 0; i < masked.size(); ++i) {
        if ((place[i] ^ mask) != static_cast<unsigned char>(masked[i]))
            return false;
    }
    return true;
}

int copiesIn(const QByteArray& block, const QList<QByteArray>& patterns)
{
    int found = 0;
    const auto* bytes = reinterpret_cast<const unsigned char*>(block.constData());
    for (qsizetype at = 0; at + patternBytes <= block.size(); at += 4) {
        for (const QByteArray& pattern : patterns)
            found += isAt(bytes + at, pattern) ? 1 : 0;
    }
    return found;
}

/// How often any of @p patterns lies in this process's writable memory: heap, stacks and all.
int copiesInMemory(const QList<QByteArray>& patterns)
{
    QFile maps(QStringLiteral("/proc/self/maps"));
    QFile memory(QStringLiteral("/proc/self/mem"));
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        qFatal("this system does not show a process its own memory");
    int found = 0;
    const QList<QByteArray> lines = maps.readAll().split('\n');
    for (const QByteArray& line : lines) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() < 2 || !words[1].startsWith("rw"))
            continue;
        const QList<QByteArray> ends = words[0].split('-');
        const qint64 first = ends[0].toLongLong(nullptr, 16);
        const qint64 size = ends[1].toLongLong(nullptr, 16) - first;
        // A sanitizer's own books are terabytes of address space, and hold nothing of ours.
        for (qint64 done = 0; done < size && size < largestMapping; done += blockBytes - patternBytes) {
            QByteArray block;
            if (!memory.seek(first + done)
                || (block = memory.read(std::min(blockBytes, size - done))).size() < patternBytes)
                break;
            found += copiesIn(block, patterns);
            // What was read holds what is looked for: the next block must not find it in this one.
            explicit_bzero(block.data(), std::size_t(block.size()));
        }
    }
    return found;
}

} // namespace

/// [row 18] What is left of an enrolment in memory: nothing plain.
class PlainMemoryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPlainEmbeddingIsFoundWhereThereIsOne()
    {
        const QVector<face::Capture> captures = School::captures(4);
        QVERIFY(copiesInMemory({maskedPattern(captures.first())}) > 0);
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
                patterns.append(maskedPattern(capture));
            }
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
    }
};

KOBAI_TEST(PlainMemoryTest, QCoreApplication)
#include "PlainMemoryTest.moc"
