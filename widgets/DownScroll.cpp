// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/DownScroll.h"

#include "widgets/Theme.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>

namespace kobai::widgets {

namespace {

constexpr int leastHeightPx = 120;

} // namespace

DownScroll::DownScroll(QWidget* content, QWidget* parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
}

QSize DownScroll::sizeHint() const
{
    return widget()->sizeHint();
}

QSize DownScroll::minimumSizeHint() const
{
    const QSize least = widget()->minimumSizeHint().expandedTo(widget()->minimumSize());
    return {least.width() + verticalScrollBar()->sizeHint().width(),
            std::min(least.height(), theme::scaled(leastHeightPx))};
}

void DownScroll::setGivesWay(bool givesWay)
{
    m_givesWay = givesWay;
    updateGeometry();
}

bool DownScroll::hasHeightForWidth() const
{
    return !m_givesWay && widget()->hasHeightForWidth();
}

int DownScroll::heightForWidth(int width) const
{
    return widget()->heightForWidth(width);
}

bool DownScroll::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace kobai::widgets
