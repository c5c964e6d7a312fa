// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/PhotoView.h"

#include "widgets/HouseStyle.h"
#include "widgets/Scheme.h"
#include "widgets/Theme.h"

#include <QPainter>
#include <QPainterPath>

namespace kobai::widgets {

using namespace Qt::Literals::StringLiterals;

PhotoView::PhotoView(int px, QWidget* parent) : QWidget(parent), m_px(px)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PhotoView::setPhoto(const QImage& photo)
{
    m_photo = photo;
    update();
}

QSize PhotoView::sizeHint() const
{
    return {theme::scaled(m_px), theme::scaled(m_px)};
}

void PhotoView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const qreal corner = theme::unit();
    if (m_photo.isNull()) {
        paintBox(painter, rect(), corner, scheme().raised, theme::outline());
        const qreal inset = width() * 0.25;
        theme::paintIcon(painter, u"person"_s, QRectF(rect()).adjusted(inset, inset, -inset, -inset),
                         theme::color(theme::Role::Quiet));
        return;
    }
    const int side = std::min(m_photo.width(), m_photo.height());
    const QRect middle((m_photo.width() - side) / 2, (m_photo.height() - side) / 2, side, side);
    QPainterPath rounded;
    rounded.addRoundedRect(rect(), corner, corner);
    painter.setClipPath(rounded);
    painter.drawImage(rect(), m_photo, middle);
}

} // namespace kobai::widgets
