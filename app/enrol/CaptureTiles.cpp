// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/CaptureTiles.h"

#include "widgets/Theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

namespace {

std::array<float, 6> bars(const face::QualityBars& quality)
{
    return {quality.light, quality.sharp, quality.size, quality.pose, quality.eyes, quality.alone};
}

/// The weakest measure is the one that counts.
float weakest(const face::QualityBars& quality)
{
    return std::ranges::min(bars(quality));
}

} // namespace

CaptureTiles::CaptureTiles(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"captureTiles"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void CaptureTiles::show(const std::vector<face::QualityBars>& qualities, int wanted)
{
    m_qualities = qualities;
    m_wanted = wanted;
    setAccessibleName(tr("%1 of %2 pictures taken").arg(QLocale().toString(count()), QLocale().toString(wanted)));
    updateGeometry();
    update();
}

QSize CaptureTiles::sizeHint() const
{
    return {theme::scaled(std::max(m_wanted, count()) * 64), theme::scaled(84)};
}

QSize CaptureTiles::minimumSizeHint() const
{
    return {theme::scaled(std::max(m_wanted, count()) * 40), theme::scaled(84)};
}

void CaptureTiles::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int places = std::max(m_wanted, count());
    const int gap = theme::unit();
    const int width = std::min(theme::scaled(96), places > 0 ? (this->width() - gap * (places - 1)) / places : 0);
    for (int i = 0; i < places; ++i)
        paintTile(painter, QRect(i * (width + gap), 0, width, height()), i);
}

void CaptureTiles::paintTile(QPainter& painter, const QRect& tile, int index) const
{
    const bool taken = index < count();
    const qreal corner = theme::unit();
    painter.setPen(
        QPen(taken ? theme::color(theme::Role::Good) : theme::outline(), 1, taken ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(taken ? theme::tint(theme::Role::Good) : QColor(Qt::transparent));
    painter.drawRoundedRect(QRectF(tile).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    painter.setFont(theme::font(theme::Text::Secondary, true));
    const QRect words(tile.left(), tile.bottom() - theme::scaled(26), tile.width(), theme::scaled(22));
    if (!taken) {
        painter.setPen(theme::color(theme::Role::Quiet));
        painter.drawText(tile, Qt::AlignCenter, QLocale().toString(index + 1));
        return;
    }
    const std::array<float, 6> values = bars(m_qualities[std::size_t(index)]);
    const int side = theme::unit();
    const QRect field = tile.adjusted(side, side, -side, -theme::scaled(28));
    const qreal step = field.width() / qreal(values.size());
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::color(theme::Role::Good));
    for (std::size_t i = 0; i < values.size(); ++i) {
        const qreal tall = std::max(2.0, field.height() * qreal(std::clamp(values[i], 0.F, 1.F)));
        painter.drawRoundedRect(
            QRectF(field.left() + qreal(i) * step + step * 0.15, field.bottom() - tall + 1, step * 0.7, tall), 1.5,
            1.5);
    }
    painter.setPen(theme::color(theme::Role::Good));
    painter.drawText(
        words, Qt::AlignCenter,
        tr("%1%", "quality of a picture").arg(QLocale().toString(int(weakest(m_qualities[std::size_t(index)]) * 100))));
}

} // namespace kobai::app
