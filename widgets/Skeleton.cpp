// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Skeleton.h"

#include "widgets/HouseStyle.h"
#include "widgets/Scheme.h"

#include <QEvent>
#include <QPainter>

#include <array>

namespace kobai::widgets {

Skeleton::Skeleton(int rows, QWidget* parent) : QWidget(parent), m_rows(rows)
{
    retranslate();
}

QSize Skeleton::sizeHint() const
{
    return {theme::scaled(240), m_rows * theme::scaled(40)};
}

void Skeleton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int rowHeight = theme::scaled(40);
    const int bar = theme::scaled(12);
    // Lengths that look like words, the same at each paint.
    constexpr std::array<double, 5> lengths{0.62, 0.48, 0.7, 0.55, 0.4};
    for (int row = 0; row < m_rows && row * rowHeight < height(); ++row) {
        const int top = row * rowHeight + (rowHeight - bar) / 2;
        const double share = lengths[std::size_t(row) % lengths.size()];
        painter.setOpacity(1.0 - 0.7 * row / std::max(1, m_rows));
        paintBox(painter, QRectF(theme::unit(), top, (width() - theme::scaled(120)) * share, bar), bar / 2.0,
                 scheme().raised, scheme().raised);
        paintBox(painter, QRectF(width() - theme::scaled(80), top, theme::scaled(64), bar), bar / 2.0, scheme().raised,
                 scheme().raised);
    }
}

void Skeleton::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Skeleton::retranslate()
{
    setAccessibleName(tr("Loading"));
}

} // namespace kobai::widgets
