// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Scheme.h"
#include "widgets/Theme.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

// A resource inside a static library is only kept when somebody asks for it.
static void keepResources()
{
    Q_INIT_RESOURCE(kobai_icons);
}

namespace kobai::widgets::theme {

namespace {

using namespace Qt::Literals::StringLiterals;

QString pathOf(const QString& name)
{
    [[maybe_unused]] static const bool kept = (keepResources(), true);
    return u":/icons/"_s + name + u".svg"_s;
}

QString productPath(const QString& picture)
{
    const QString path = pathOf(u"product-"_s + picture);
    return !picture.isEmpty() && QFile::exists(path) ? path : pathOf(u"product-box"_s);
}

// The drawing at @p pixels, in one colour when @p colour is valid; kept for the next paint.
QPixmap drawn(const QString& path, int pixels, const QColor& colour)
{
    const QString key =
        u"kobai:%1:%2:%3"_s.arg(path).arg(pixels).arg(colour.isValid() ? colour.name(QColor::HexArgb) : QString());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer renderer(path);
    QPainter painter(&image);
    renderer.render(&painter);
    if (colour.isValid()) {
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), colour);
    }
    painter.end();
    pixmap = QPixmap::fromImage(image);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintDrawing(QPainter& painter, const QString& path, const QRectF& rect, const QColor& colour, qreal opacity = 1)
{
    const qreal side = std::min(rect.width(), rect.height());
    if (side < 1)
        return;
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QPixmap pixmap = drawn(path, int(std::ceil(side * ratio)), colour);
    const QRectF square(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side);
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setOpacity(painter.opacity() * opacity);
    painter.drawPixmap(square, pixmap, QRectF(pixmap.rect()));
    painter.restore();
}

/// Paints one SVG with the palette that is in force when it is painted.
class PaletteIconEngine final : public QIconEngine {
public:
    explicit PaletteIconEngine(QString name) : m_name(std::move(name)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, m_name, rect, colour(mode));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new PaletteIconEngine(m_name); }
    bool isNull() override { return false; }
    QString iconName() override { return m_name; }

private:
    static QColor colour(QIcon::Mode mode)
    {
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        case QIcon::Selected:
        case QIcon::Normal:
        case QIcon::Active:
            return palette.color(QPalette::ButtonText);
        }
        Q_UNREACHABLE();
    }

    QString m_name;
};

/// A product's picture in its own colours, paler when it is disabled.
class ProductIconEngine final : public QIconEngine {
public:
    explicit ProductIconEngine(QString picture) : m_picture(std::move(picture)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        paintProduct(*painter, m_picture, rect, mode == QIcon::Disabled);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new ProductIconEngine(m_picture); }
    bool isNull() override { return false; }

private:
    QString m_picture;
};

} // namespace

bool hasIcon(const QString& name)
{
    return QFile::exists(pathOf(name));
}

QIcon icon(const QString& name)
{
    if (hasIcon(name))
        return QIcon(new PaletteIconEngine(name));
    const QIcon system = QIcon::fromTheme(name);
    return system.isNull() ? QIcon(new PaletteIconEngine(u"info"_s)) : system;
}

void paintIcon(QPainter& painter, const QString& name, const QRectF& rect, const QColor& colour)
{
    paintDrawing(painter, pathOf(hasIcon(name) ? name : u"info"_s), rect, colour);
}

void paintProduct(QPainter& painter, const QString& picture, const QRectF& rect, bool muted)
{
    paintDrawing(painter, productPath(picture), rect, QColor(), muted ? 0.4 : 1);
}

QIcon productIcon(const QString& picture)
{
    return QIcon(new ProductIconEngine(picture));
}

QStringList productPictures()
{
    const QString prefix = u"product-"_s;
    QStringList names =
        QDir(QFileInfo(pathOf(prefix)).path()).entryList({prefix + u"*.svg"_s}, QDir::Files, QDir::Name);
    for (QString& name : names)
        name = name.sliced(prefix.size()).chopped(4);
    return names;
}

} // namespace kobai::widgets::theme
