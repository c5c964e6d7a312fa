// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/MarkedPicture.h"

#include <QBuffer>
#include <QTransform>

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

} // namespace

QByteArray markedJpeg(const QImage& upright, int orientation, int quality)
{
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    if (!stored(upright, orientation).save(&buffer, "JPG", quality))
        return {};
    // TIFF, big-endian, with one entry: 0x0112, one short.
    const QByteArray tiff = QByteArray::fromHex("4d4d002a000000080001"
                                                "011200030000000100")
                            + char(orientation)
                            + QByteArray::fromHex("0000"
                                                  "00000000");
    const QByteArray exif = QByteArray("Exif\0\0", 6) + tiff;
    const auto length = int(exif.size()) + 2;
    const QByteArray segment = QByteArray("\xFF\xE1", 2) + char(length >> 8) + char(length & 0xFF) + exif;
    return jpeg.insert(2, segment);
}

} // namespace kobai::test
