// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/PlainMemory.h"

#include <QFile>

#include <cstring>

namespace kobai::test {

namespace {

constexpr qsizetype patternBytes = 64;
constexpr unsigned char mask = 0x5A;
constexpr qint64 blockBytes = 1 << 20;
constexpr qint64 largestMapping = qint64(1) << 32;

bool isAt(const char* place, const QByteArray& masked)
{
    for (qsizetype i = 0; i < patternBytes; ++i) {
        if ((static_cast<unsigned char>(place[i]) ^ mask) != static_cast<unsigned char>(masked[i]))
            return false;
    }
    return true;
}

int copiesIn(const QByteArray& block, const QList<QByteArray>& patterns)
{
    int found = 0;
    const char* const end = block.constData() + block.size() - patternBytes;
    for (const char* place = block.constData(); place <= end; place += sizeof(float)) {
        for (const QByteArray& pattern : patterns)
            found += isAt(place, pattern) ? 1 : 0;
    }
    return found;
}

} // namespace

QByteArray maskedPattern(std::span<const float> vector)
{
    const auto middle = std::as_bytes(vector.subspan((vector.size() - patternBytes / sizeof(float)) / 2));
    QByteArray pattern(patternBytes, Qt::Uninitialized);
    for (qsizetype i = 0; i < patternBytes; ++i)
        pattern[i] = char(static_cast<unsigned char>(middle[std::size_t(i)]) ^ mask);
    return pattern;
}

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

} // namespace kobai::test
