// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/FlowRow.h"

#include "widgets/Theme.h"

#include <QEvent>

#include <algorithm>

namespace kobai::app {

FlowRow::FlowRow(int gapPx, QWidget* parent) : QWidget(parent), m_gapPx(gapPx)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void FlowRow::arrange()
{
    const int height = widgets::theme::scaled(widgets::theme::tillTargetPx);
    int x = 0;
    int y = 0;
    bool any = false;
    for (QObject* child : children()) {
        auto* button = qobject_cast<QWidget*>(child);
        if (button == nullptr || button->isHidden())
            continue;
        any = true;
        const int wanted = std::min(button->sizeHint().width(), width());
        if (x > 0 && x + wanted > width()) {
            x = 0;
            y += height + m_gapPx;
        }
        button->setGeometry(x, y, wanted, height);
        x += wanted + m_gapPx;
    }
    setFixedHeight(any ? y + height : 0);
}

void FlowRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void FlowRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
}

} // namespace kobai::app
