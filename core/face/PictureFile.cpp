// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/PictureFile.h"

#include "face/Jpeg.h"
#include "face/Listing.h"
#include "face/Orientation.h"
#include "face/PictureEnd.h"
#include "face/Pixels.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace kobai::face {

namespace {

constexpr qint64 largestFile = 256LL << 20;

QString suffixOf(const QString& name)
{
    return QFileInfo(name).suffix().toLower();
}

/// Written by no camera, and by hand or program: a half of one is one, and some name other files.
bool isDrawing(const QByteArray& format)
{
    static const QSet<QByteArray> formats{"svg", "svgz", "xbm", "xpm", "ico", "cur", "icns", "pdf"};
    return formats.contains(format);
}

const QSet<QString>& readableSuffixes()
{
    static const QSet<QString> suffixes = [] {
        QSet<QString> all;
        for (const QByteArray& format : QImageReader::supportedImageFormats()) {
            if (!isDrawing(format))
                all.insert(QString::fromLatin1(format));
        }
        return all;
    }();
    return suffixes;
}

/// What phones, cameras and browsers write beside the formats that Qt always reads.
const QSet<QString>& otherSuffixes()
{
    static const QSet<QString> suffixes{u"jpg"_s,  u"jpeg"_s, u"jpe"_s,  u"jfif"_s, u"png"_s, u"gif"_s,  u"bmp"_s,
                                        u"heic"_s, u"heif"_s, u"avif"_s, u"webp"_s, u"tif"_s, u"tiff"_s, u"jp2"_s,
                                        u"j2k"_s,  u"jxl"_s,  u"dng"_s,  u"cr2"_s,  u"cr3"_s, u"nef"_s,  u"arw"_s,
                                        u"orf"_s,  u"rw2"_s,  u"raf"_s,  u"raw"_s,  u"psd"_s};
    return suffixes;
}

/// A phone's picture of 50 or 200 megapixels is halved while it is decoded, which JPEG can do: no face needs as many.
QSize affordable(QSize size)
{
    constexpr qint64 mostPixels = 24LL << 20;
    while (qint64(size.width()) * size.height() > mostPixels)
        size = QSize((size.width() + 1) / 2, (size.height() + 1) / 2);
    return size;
}

} // namespace

bool isReadableFormat(const QString& name)
{
    return readableSuffixes().contains(suffixOf(name));
}

bool isPictureName(const QString& name)
{
    return isReadableFormat(name) || otherSuffixes().contains(suffixOf(name));
}

bool isStill(const QString& path)
{
    if (!QFileInfo(path).isFile()) // to look into a pipe would wait for whoever writes into it
        return false;
    // Pictures one behind another, and the first of them looks like one alone.
    if (const QString suffix = suffixOf(path); suffix == "mjpeg"_L1 || suffix == "mjpg"_L1)
        return false;
    const QImageReader reader(path);
    return reader.canRead() ? !reader.supportsAnimation() : isPictureName(path);
}

QStringList pictureNamesIn(const QDir& folder)
{
    QStringList names;
    for (const Listed& each : listed(folder.path())) {
        if (isPictureName(each.name))
            names.push_back(each.name);
    }
    return names;
}

Result<QByteArray> pictureBytes(const QString& path)
{
    const QFileInfo info(path);
    QFile file(path);
    // Only what is a file: to open a pipe would wait for whoever writes into it.
    if (!info.isFile() || info.size() == 0 || info.size() > largestFile || !file.open(QIODevice::ReadOnly))
        return fail(FaultCode::PictureUnreadable, path);
    QByteArray bytes = file.read(largestFile);
    if (bytes.isEmpty() || file.error() != QFileDevice::NoError)
        return fail(FaultCode::PictureUnreadable, path);
    return bytes;
}

Result<QImage> decodedPicture(const QByteArray& bytes, const QString& path)
{
    if (isCutShort(bytes) || (bytes.startsWith("\xFF\xD8") && isJpegDamaged(bytes)))
        return fail(FaultCode::PictureUnreadable, path);
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    if (isDrawing(reader.format()))
        return fail(FaultCode::PictureUnreadable, path);
    reader.setAutoTransform(false); // Qt reads the mark of some formats only, and not in every place
    if (reader.format() == "jpeg")
        reader.setScaledSize(affordable(reader.size()));
    const QImage picture = plainRgb(reader.read());
    if (picture.isNull())
        return fail(FaultCode::PictureUnreadable, path);
    return upright(picture, orientationOf(bytes));
}

Result<QImage> readPicture(const QString& path)
{
    KOBAI_ASSIGN(const QByteArray bytes, pictureBytes(path));
    return decodedPicture(bytes, path);
}

} // namespace kobai::face
