// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/CameraView.h"

#include "widgets/HouseStyle.h"
#include "widgets/Scheme.h"
#include "widgets/Theme.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QtMath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kobai::widgets {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int tickCount = 24;
// On the picture, whatever the theme: a strip dark enough for white words on the brightest frame (12 : 1 and more).
const QColor strip(0, 0, 0, 190);
const QColor onStrip(Qt::white);
const QColor goodOnPicture(0x5BE49B);
const QColor askedOnPicture(0xFFD54F);
const QColor lampOn(0xFF5A4F);
constexpr qreal hintArcDegrees = 80;

QRectF ovalIn(const QRectF& area)
{
    const qreal height = area.height() * 0.62;
    const qreal width = height * 0.76;
    return {area.center().x() - width / 2, area.center().y() - height * 0.54, width, height};
}

/// From the middle of the ring to where the mark sits, on the screen.
QPointF directionOf(CameraView::Hint hint)
{
    switch (hint) {
    case CameraView::Hint::Left:
        return {-1, 0};
    case CameraView::Hint::Right:
        return {1, 0};
    case CameraView::Hint::None:
    case CameraView::Hint::Up:
    case CameraView::Hint::Blink:
        return {0, -1};
    case CameraView::Hint::Down:
        return {0, 1};
    }
    Q_UNREACHABLE();
}

} // namespace

CameraView::CameraView(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void CameraView::setImage(const QImage& image)
{
    const bool wasLive = isLive();
    m_image = image;
    if (!isLive()) {
        m_face.reset();
        m_ring = 0;
        m_hint = Hint::None;
        m_words.clear();
    }
    if (wasLive != isLive())
        setAccessibleDescription(isLive() ? tr("Camera on") : tr("Camera off"));
    update();
}

void CameraView::setFace(const std::optional<QRectF>& relative, bool good)
{
    m_face = relative;
    m_good = good;
    update();
}

void CameraView::setWords(const QString& words)
{
    m_words = words;
    setAccessibleName(words);
    update();
}

void CameraView::setRing(float filled)
{
    m_ring = filled > 0 ? std::min(filled, 1.0F) : 0.0F;
    update();
}

void CameraView::setHint(Hint hint)
{
    m_hint = hint;
    update();
}

void CameraView::setIdleWords(const QString& words)
{
    m_idleWords = words;
    update();
}

QString CameraView::iconOf(Hint hint)
{
    switch (hint) {
    case Hint::None:
        return {};
    case Hint::Left:
        return u"chevron-left"_s;
    case Hint::Right:
        return u"chevron-right"_s;
    case Hint::Up:
        return u"chevron-up"_s;
    case Hint::Down:
        return u"chevron-down"_s;
    case Hint::Blink:
        return u"eye"_s;
    }
    Q_UNREACHABLE();
}

QSize CameraView::sizeHint() const
{
    return {theme::scaled(640), theme::scaled(480)};
}

QSize CameraView::minimumSizeHint() const
{
    return {theme::scaled(240), theme::scaled(200)};
}

QRectF CameraView::visiblePart() const
{
    const QSizeF picture = m_image.size();
    if (picture.isEmpty() || width() < 1 || height() < 1)
        return {};
    const QSizeF part = QSizeF(size()).scaled(picture, Qt::KeepAspectRatio);
    return {QPointF((picture.width() - part.width()) / 2, (picture.height() - part.height()) / 2), part};
}

QRectF CameraView::shownAt(const QRectF& relative) const
{
    const QRectF part = visiblePart();
    if (part.isEmpty())
        return {};
    const qreal scale = width() / part.width();
    const QRectF pixels(relative.x() * m_image.width(), relative.y() * m_image.height(),
                        relative.width() * m_image.width(), relative.height() * m_image.height());
    // Mirrored: the picture's right edge is the widget's left one.
    return {(part.right() - pixels.right()) * scale, (pixels.top() - part.top()) * scale, pixels.width() * scale,
            pixels.height() * scale};
}

void CameraView::paintIdle(QPainter& painter) const
{
    paintBox(painter, rect(), theme::scaled(12), scheme().raised, theme::outline());
    const QFont font = theme::font(theme::Text::Body);
    const int lineHeight = QFontMetrics(font).height();
    const qreal side = std::min<qreal>(theme::scaled(72), height() / 3.0);
    const QRectF icon(width() / 2.0 - side / 2, height() / 2.0 - side / 2 - lineHeight, side, side);
    theme::paintIcon(painter, u"face"_s, icon, theme::color(theme::Role::Quiet));
    painter.setFont(font);
    painter.setPen(theme::color(theme::Role::Quiet));
    const QRectF words(2.0 * theme::unit(), icon.bottom() + theme::unit(), width() - 4.0 * theme::unit(),
                       height() - icon.bottom() - theme::unit());
    painter.drawText(words, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_idleWords);
}

void CameraView::paintRing(QPainter& painter, const QPointF& centre, qreal radius) const
{
    const qreal length = std::max<qreal>(theme::scaled(9), radius * 0.1);
    const int filled = int(std::lround(m_ring * tickCount));
    for (int tick = 0; tick < tickCount; ++tick) {
        const double angle = 2 * std::numbers::pi * tick / tickCount - std::numbers::pi / 2;
        const QPointF direction(std::cos(angle), std::sin(angle));
        const bool on = tick < filled;
        const QColor colour = on || m_good ? goodOnPicture : onStrip;
        const qreal width = theme::scaled(on ? 5 : 3);
        const QLineF line(centre + direction * radius, centre + direction * (radius + length * (on ? 1.25 : 1)));
        // A dark edge keeps the ticks visible on a white wall.
        painter.setPen(QPen(QColor(0, 0, 0, 110), width + theme::scaled(2), Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(line);
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(line);
    }
}

void CameraView::paintHint(QPainter& painter, const QPointF& centre, qreal radius) const
{
    if (m_hint == Hint::None)
        return;
    const QPointF direction = directionOf(m_hint);
    const qreal outer = radius + std::max<qreal>(theme::scaled(22), radius * 0.2);
    if (m_hint != Hint::Blink) {
        const qreal middle = qRadiansToDegrees(std::atan2(-direction.y(), direction.x()));
        const QRectF circle(centre.x() - outer, centre.y() - outer, 2 * outer, 2 * outer);
        const auto arc = [&](const QColor& colour, int width) {
            painter.setPen(QPen(colour, theme::scaled(width), Qt::SolidLine, Qt::RoundCap));
            painter.drawArc(circle, int((middle - hintArcDegrees / 2) * 16), int(hintArcDegrees * 16));
        };
        painter.setBrush(Qt::NoBrush);
        arc(QColor(0, 0, 0, 110), 9);
        arc(askedOnPicture, 6);
    }
    // A face at the edge of the picture must not push the mark out of it, nor onto the words.
    const qreal side = theme::scaled(60);
    const qreal margin = side / 2 + theme::unit();
    const qreal lowest = (m_words.isEmpty() ? height() : wordsBox().top()) - margin;
    const QPointF wanted = centre + direction * (outer + side / 2 + theme::unit());
    const QPointF at(std::clamp(wanted.x(), margin, std::max(margin, width() - margin)),
                     std::clamp(wanted.y(), margin, std::max(margin, lowest)));
    const QRectF disc(at.x() - side / 2, at.y() - side / 2, side, side);
    paintBox(painter, disc, side / 2, strip, askedOnPicture, theme::scaled(2));
    const qreal inset = side * 0.2;
    theme::paintIcon(painter, iconOf(m_hint), disc.adjusted(inset, inset, -inset, -inset), askedOnPicture);
}

void CameraView::paintGuide(QPainter& painter) const
{
    if (m_face) {
        // The box of a detector ends at brow and chin; the ring goes around the head.
        const QRectF face = shownAt(*m_face);
        const qreal radius = std::max(face.width(), face.height()) * 0.72;
        const QPointF centre(face.center().x(), face.center().y() - face.height() * 0.06);
        paintRing(painter, centre, radius);
        paintHint(painter, centre, radius);
        return;
    }
    const QRectF oval = ovalIn(rect());
    QPainterPath outside;
    outside.addRect(rect());
    outside.addEllipse(oval);
    painter.fillPath(outside, QColor(0, 0, 0, 90));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(onStrip, theme::scaled(3), Qt::CustomDashLine, Qt::RoundCap));
    QPen dashes = painter.pen();
    dashes.setDashPattern({4, 3});
    painter.setPen(dashes);
    painter.drawEllipse(oval);
}

QRect CameraView::wordsBox() const
{
    const int unit = theme::unit();
    const QRect room = rect().adjusted(3 * unit, 0, -3 * unit, 0);
    QRect words = QFontMetrics(theme::font(theme::Text::Section, true))
                      .boundingRect(room, Qt::AlignHCenter | Qt::TextWordWrap, m_words);
    words.moveBottom(height() - 4 * unit);
    return words.adjusted(-2 * unit, -unit, 2 * unit, unit);
}

void CameraView::paintWords(QPainter& painter) const
{
    if (m_words.isEmpty())
        return;
    const int unit = theme::unit();
    painter.setFont(theme::font(theme::Text::Section, true));
    const QRect box = wordsBox();
    const QRect words = box.adjusted(2 * unit, unit, -2 * unit, -unit);
    paintBox(painter, box, std::min<qreal>(box.height() / 2.0, 3 * unit), strip, Qt::transparent);
    painter.setPen(onStrip);
    painter.drawText(words.adjusted(-2, 0, 2, 2), Qt::AlignHCenter | Qt::TextWordWrap, m_words);
}

void CameraView::paintLamp(QPainter& painter) const
{
    const int unit = theme::unit();
    const QString words = tr("Camera on");
    painter.setFont(theme::font(theme::Text::Secondary, true));
    const qreal dot = theme::scaled(10);
    const int height = theme::scaled(28);
    const int width = painter.fontMetrics().horizontalAdvance(words) + int(dot) + 3 * unit + unit / 2;
    const QRectF box(2 * unit, 2 * unit, width, height);
    paintBox(painter, box, height / 2.0, strip, Qt::transparent);
    const QRectF lamp(box.left() + unit + unit / 2.0, box.center().y() - dot / 2, dot, dot);
    paintBox(painter, lamp, dot / 2, lampOn, lampOn);
    painter.setPen(onStrip);
    painter.drawText(box.adjusted(2 * unit + dot, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, words);
}

void CameraView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (!isLive()) {
        paintIdle(painter);
        return;
    }
    QPainterPath rounded;
    rounded.addRoundedRect(rect(), theme::scaled(12), theme::scaled(12));
    painter.setClipPath(rounded);
    painter.save();
    painter.translate(width(), 0);
    painter.scale(-1, 1);
    painter.drawImage(QRectF(rect()), m_image, visiblePart());
    painter.restore();
    paintGuide(painter);
    paintWords(painter);
    paintLamp(painter);
}

void CameraView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        update();
}

} // namespace kobai::widgets
