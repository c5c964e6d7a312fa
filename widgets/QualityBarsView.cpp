// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/QualityBarsView.h"

#include "widgets/HouseStyle.h"
#include "widgets/Scheme.h"
#include "widgets/Theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace kobai::widgets {

using namespace Qt::Literals::StringLiterals;

QualityBarsView::QualityBarsView(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    retranslate();
}

void QualityBarsView::setValues(const std::array<float, count>& values)
{
    // Not clamp: that would let NaN through.
    std::ranges::transform(values, m_values.begin(),
                           [](float value) { return value > 0 ? std::min(value, 1.0F) : 0.0F; });
    m_empty = false;
    update();
}

void QualityBarsView::clear()
{
    m_values.fill(0);
    m_empty = true;
    update();
}

int QualityBarsView::columnsAt(int width)
{
    return width >= theme::scaled(420) ? count : count / 2;
}

int QualityBarsView::cellHeight()
{
    return QFontMetrics(theme::font(theme::Text::Secondary)).height() + theme::unit() / 2 + theme::scaled(6);
}

int QualityBarsView::rowGap()
{
    return theme::unit() + theme::unit() / 2;
}

int QualityBarsView::heightForWidth(int width) const
{
    const int down = count / columnsAt(width);
    return down * cellHeight() + (down - 1) * rowGap() + theme::unit();
}

QSize QualityBarsView::sizeHint() const
{
    const int width = theme::scaled(480);
    return {width, heightForWidth(width)};
}

QSize QualityBarsView::minimumSizeHint() const
{
    const int width = theme::scaled(240);
    return {width, heightForWidth(width)};
}

void QualityBarsView::paintBar(QPainter& painter, int index, const QRect& cell) const
{
    const float value = m_values[std::size_t(index)];
    const bool good = value >= enough;
    const theme::Role role = m_empty ? theme::Role::Quiet : good ? theme::Role::Good : theme::Role::Warn;
    const int markSide = theme::scaled(14);
    const int lineHeight = painter.fontMetrics().height();

    QRect words(cell.left(), cell.top(), cell.width(), lineHeight);
    if (!m_empty) {
        const QRect mark(words.left(), words.top() + (lineHeight - markSide) / 2, markSide, markSide);
        theme::paintIcon(painter, good ? u"check"_s : u"warning"_s, QStyle::visualRect(layoutDirection(), cell, mark),
                         theme::color(role));
    }
    words.setLeft(words.left() + markSide + theme::unit() / 2);
    painter.setPen(m_empty ? theme::color(theme::Role::Quiet) : scheme().text);
    painter.drawText(QStyle::visualRect(layoutDirection(), cell, words), Qt::AlignVCenter | Qt::AlignLeading,
                     painter.fontMetrics().elidedText(m_words[std::size_t(index)], Qt::ElideRight, words.width()));

    const int thickness = theme::scaled(6);
    const int below = lineHeight + theme::unit() / 2;
    QRectF groove(cell.left(), cell.top() + below, cell.width(), thickness);
    paintBox(painter, groove, thickness / 2.0, scheme().outline, scheme().outline);
    if (value > 0) {
        const qreal length = std::max(qreal(thickness), groove.width() * value);
        if (layoutDirection() == Qt::RightToLeft)
            groove.setLeft(groove.right() - length);
        else
            groove.setWidth(length);
        paintBox(painter, groove, thickness / 2.0, theme::color(role), theme::color(role));
    }
}

void QualityBarsView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(theme::font(theme::Text::Secondary));
    const int gap = 2 * theme::unit();
    const int across = columnsAt(width());
    const int down = count / across;
    const int cellWidth = (width() - gap * (across - 1)) / across;
    const int step = cellHeight() + rowGap();
    const int top = (height() - down * step + rowGap()) / 2;
    for (int index = 0; index < count; ++index) {
        const QRect cell((index % across) * (cellWidth + gap), top + (index / across) * step, cellWidth, cellHeight());
        paintBar(painter, index, QStyle::visualRect(layoutDirection(), rect(), cell));
    }
}

void QualityBarsView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void QualityBarsView::retranslate()
{
    m_words = {tr("Light", "quality of a face picture"), tr("Sharp", "quality of a face picture"),
               tr("Size", "quality of a face picture"),  tr("Pose", "quality of a face picture"),
               tr("Eyes", "quality of a face picture"),  tr("Alone", "quality of a face picture: one face only")};
    setAccessibleName(tr("Quality of the picture"));
    update();
}

} // namespace kobai::widgets
