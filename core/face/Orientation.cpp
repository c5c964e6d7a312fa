// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Orientation.h"

#include <QTransform>

#include <exiv2/exiv2.hpp>

#include <cmath>
#include <exception>
#include <mutex>

namespace kobai::face {

namespace {

constexpr Orientation asItIs = 1;
constexpr Orientation last = 8;

void lock(void* mutex, bool on)
{
    auto& xmp = *static_cast<std::recursive_mutex*>(mutex);
    if (on)
        xmp.lock();
    else
        xmp.unlock();
}

/// exiv2 talks on standard error, and its XMP part wants to be readied once, before there are threads.
void readyExiv2()
{
    static std::once_flag once;
    static std::recursive_mutex xmp;
    std::call_once(once, [] {
        Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
        Exiv2::XmpParser::initialize(lock, &xmp);
    });
}

Orientation checked(double mark)
{
    return mark >= asItIs && mark <= last && mark == std::floor(mark) ? Orientation(mark) : asItIs;
}

} // namespace

Orientation orientationOf(const QByteArray& picture)
{
    readyExiv2();
    try {
        const auto file =
            Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte*>(picture.constData()), picture.size());
        file->readMetadata();
        const Exiv2::ExifData& exif = file->exifData();
        if (const auto mark = exif.findKey(Exiv2::ExifKey("Exif.Image.Orientation"));
            mark != exif.end() && mark->count() > 0)
            return checked(double(mark->toFloat()));
        const Exiv2::XmpData& xmp = file->xmpData();
        if (const auto mark = xmp.findKey(Exiv2::XmpKey("Xmp.tiff.Orientation"));
            mark != xmp.end() && mark->count() > 0)
            return checked(double(mark->toFloat()));
    } catch (const std::exception&) { // NOLINT(bugprone-empty-catch): a mark that cannot be read is none
    }
    return asItIs;
}

QImage upright(const QImage& image, Orientation orientation)
{
    const auto quarter = [&image] { return image.transformed(QTransform().rotate(90)); };
    switch (orientation) {
    case 2:
        return image.mirrored(true, false);
    case 3:
        return image.mirrored(true, true);
    case 4:
        return image.mirrored(false, true);
    case 5:
        return quarter().mirrored(true, false);
    case 6:
        return quarter();
    case 7:
        return quarter().mirrored(false, true);
    case 8:
        return image.transformed(QTransform().rotate(270));
    default:
        return image;
    }
}

} // namespace kobai::face
