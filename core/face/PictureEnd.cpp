// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/PictureEnd.h"

#include <QtEndian>

#include <cstdlib>

namespace kobai::face {

namespace {

uchar byteAt(QByteArrayView file, qsizetype at)
{
    return at < file.size() ? uchar(file[at]) : uchar(0);
}

/// Little-endian, 0 beyond the end.
template <typename Number>
Number numberAt(QByteArrayView file, qsizetype at)
{
    return at + qsizetype(sizeof(Number)) <= file.size() ? qFromLittleEndian<Number>(file.data() + at) : Number(0);
}

/// From marker to marker: segments are jumped over, for a thumbnail in them has an end of its own.
bool isJpegCutShort(QByteArrayView file)
{
    constexpr uchar scan = 0xDA;
    constexpr uchar end = 0xD9;
    // In a scan's data 0xFF stands before 0 (a byte 0xFF), before 0xD0 to 0xD7 (restarts) and before itself (filling).
    const auto isMarker = [](uchar code) { return code != 0 && code != 0xFF && (code < 0xD0 || code > 0xD7); };
    bool hasScan = false;
    qsizetype at = 2;
    while (true) {
        while (at + 1 < file.size() && !(byteAt(file, at) == 0xFF && isMarker(byteAt(file, at + 1))))
            ++at;
        if (at + 1 >= file.size())
            return true;
        const uchar code = byteAt(file, at + 1);
        at += 2;
        if (code == end)
            return !hasScan;
        hasScan = hasScan || code == scan;
        at += 256 * byteAt(file, at) + byteAt(file, at + 1); // the segment's length counts itself
    }
}

/// GIF89a: up to the end of the first picture's data.
bool isGifCutShort(QByteArrayView file)
{
    const auto tableSize = [](uchar flags) { return (flags & 0x80) != 0 ? 3 * (2 << (flags & 7)) : 0; };
    qsizetype at = 13 + tableSize(byteAt(file, 10));
    while (at < file.size()) {
        const uchar kind = byteAt(file, at);
        const bool isPicture = kind == 0x2C;
        if (!isPicture && kind != 0x21) // neither picture nor extension: the end, or no GIF
            return true;
        at += isPicture ? 11 + tableSize(byteAt(file, at + 9)) : 2;
        while (byteAt(file, at) != 0)
            at += 1 + byteAt(file, at);
        if (isPicture)
            return at >= file.size();
        ++at;
    }
    return true;
}

bool isBmpCutShort(QByteArrayView file)
{
    constexpr quint32 oldHeader = 12;
    const bool isOld = numberAt<quint32>(file, 14) == oldHeader;
    const qint64 width = isOld ? numberAt<quint16>(file, 18) : numberAt<qint32>(file, 18);
    const qint64 height = isOld ? numberAt<quint16>(file, 20) : std::llabs(numberAt<qint32>(file, 22));
    const qint64 bits = numberAt<quint16>(file, isOld ? 24 : 28);
    const quint32 compression = isOld ? 0 : numberAt<quint32>(file, 30);
    if (compression == 1 || compression == 2) // run lengths: only the header knows how long
        return numberAt<quint32>(file, 2) > file.size();
    const qint64 row = (width * bits + 31) / 32 * 4;
    return row > 0 && height > (file.size() - qint64(numberAt<quint32>(file, 10))) / row;
}

} // namespace

bool isCutShort(QByteArrayView file)
{
    if (file.startsWith("\xFF\xD8"))
        return isJpegCutShort(file);
    if (file.startsWith("GIF8"))
        return isGifCutShort(file);
    if (file.startsWith("BM"))
        return isBmpCutShort(file);
    return false;
}

} // namespace kobai::face
