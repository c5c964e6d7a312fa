// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/MarkedPicture.h"

#include <QBuffer>
#include <QTransform>
#include <QtEndian>

namespace kobai::test {

namespace {

/// As the camera's sensor has it; the mark says how to undo that.
QImage stored(const QImage& upright, int orientation)
{
    const auto rotated = [&](int degrees) { return upright.transformed(QTransform().rotate(degrees)); };
    switch (orientation) {
    case 2:
        return upright.mirrored(true, false);
    case 3:
        return rotated(180);
    case 4:
        return upright.mirrored(false, true);
    case 5:
        return rotated(90).mirrored(true, false);
    case 6:
        return rotated(270);
    case 7:
        return rotated(90).mirrored(false, true);
    case 8:
        return rotated(90);
    default:
        return upright;
    }
}

/// TIFF, big-endian, with one entry: 0x0112, one short.
QByteArray tiffWith(int orientation)
{
    return QByteArray::fromHex("4d4d002a000000080001"
                               "011200030000000100")
           + char(orientation)
           + QByteArray::fromHex("0000"
                                 "00000000");
}

QByteArray segment(const QByteArray& content)
{
    const auto length = int(content.size()) + 2;
    return QByteArray("\xFF\xE1", 2) + char(length >> 8) + char(length & 0xFF) + content;
}

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, 0);
    qToBigEndian(number, bytes.data());
    return bytes;
}

/// PNG's check of a chunk (ISO/IEC 15948, annex D).
quint32 checkOf(const QByteArray& bytes)
{
    quint32 check = 0xFFFFFFFF;
    for (const char byte : bytes) {
        check ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit)
            check = (check & 1) != 0 ? 0xEDB88320 ^ (check >> 1) : check >> 1;
    }
    return ~check;
}

} // namespace

QByteArray markedPng(const QImage& upright, int orientation)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    if (!stored(upright, orientation).save(&buffer, "PNG"))
        return {};
    const QByteArray tiff = tiffWith(orientation);
    const QByteArray chunk = "eXIf" + tiff;
    constexpr qsizetype behindHeader = 8 + 25;
    return png.insert(behindHeader, bigEndian(quint32(tiff.size())) + chunk + bigEndian(checkOf(chunk)));
}

QByteArray xmpSegment(int orientation)
{
    return segment(
        QByteArray("http://ns.adobe.com/xap/1.0/\0", 29)
        + "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
          "<rdf:Description rdf:about='' xmlns:tiff='http://ns.adobe.com/tiff/1.0/' tiff:Orientation='"
        + QByteArray::number(orientation) + "'/></rdf:RDF></x:xmpmeta>");
}

QByteArray markedJpeg(const QImage& upright, int orientation, int quality)
{
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    if (!stored(upright, orientation).save(&buffer, "JPG", quality))
        return {};
    return jpeg.insert(2, segment(QByteArray("Exif\0\0", 6) + tiffWith(orientation)));
}

} // namespace kobai::test
