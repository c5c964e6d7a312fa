// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Degradation.h"

#include <QBuffer>
#include <QByteArray>
#include <QTransform>

#include <algorithm>
#include <random>

namespace kobai::face {

namespace {

/// From the generator's raw bits: the distributions differ between libraries.
double between(double low, double high, std::mt19937_64& random)
{
    return low + (high - low) * double(random() >> 11) * 0x1p-53;
}

/// Turned about its middle and cut back to the part that the picture fills nearly everywhere.
QImage turned(const QImage& picture, double degrees, double scale)
{
    const QImage whole =
        picture.transformed(QTransform().rotate(degrees).scale(scale, scale), Qt::SmoothTransformation);
    const QSize size = (QSizeF(picture.size()) * scale).toSize();
    return whole.copy((whole.width() - size.width()) / 2, (whole.height() - size.height()) / 2, size.width(),
                      size.height());
}

QImage defocused(const QImage& picture, double detail)
{
    const QSize size = (QSizeF(picture.size()) * detail).toSize().expandedTo({1, 1});
    return picture.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(picture.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

void expose(QImage& picture, double brightness, double noise, std::mt19937_64& random)
{
    for (int row = 0; row < picture.height(); ++row) {
        uchar* bytes = picture.scanLine(row);
        for (int i = 0; i < 3 * picture.width(); ++i) {
            // The sum of three even draws is near enough to a normal one; its deviation is half of its reach.
            const double grain = between(-1, 1, random) + between(-1, 1, random) + between(-1, 1, random);
            bytes[i] = uchar(std::clamp(bytes[i] * brightness + noise * grain, 0.0, 255.0));
        }
    }
}

QImage compressed(const QImage& picture, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, "JPG", quality))
        return picture;
    return QImage::fromData(bytes, "JPG").convertToFormat(QImage::Format_RGB888);
}

} // namespace

QImage degraded(const QImage& picture, std::uint32_t number)
{
    if (number == 0 || picture.isNull())
        return picture;
    std::mt19937_64 random(number);
    const double degrees = between(-8, 8, random);
    const double scale = between(0.7, 1.0, random);
    QImage result = turned(picture.convertToFormat(QImage::Format_RGB888), degrees, scale);
    result = defocused(result.convertToFormat(QImage::Format_RGB888), between(0.55, 1.0, random))
                 .convertToFormat(QImage::Format_RGB888);
    const double brightness = between(0.45, 1.15, random);
    const double noise = between(0, 8, random);
    const int quality = int(between(35, 85, random));
    expose(result, brightness, noise, random);
    return compressed(result, quality);
}

} // namespace kobai::face
