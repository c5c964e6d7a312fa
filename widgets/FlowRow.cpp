// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/FlowRow.h"

#include "widgets/Theme.h"

#include <QEvent>

#include <algorithm>
#include <vector>

namespace kobai::widgets {

namespace {

using Row = std::vector<QWidget*>;

int wantedWidth(const QWidget& control, int available)
{
    return std::min(control.sizeHint().width(), available);
}

bool expands(const QWidget& control)
{
    return control.sizePolicy().expandingDirections().testFlag(Qt::Horizontal);
}

/// @p controls in as few rows as hold them.
std::vector<Row> rowsOf(const Row& controls, int available, int gap)
{
    std::vector<Row> rows;
    int x = 0;
    for (QWidget* control : controls) {
        const int wanted = wantedWidth(*control, available);
        if (rows.empty() || x + wanted > available) {
            rows.emplace_back();
            x = 0;
        }
        rows.back().push_back(control);
        x += wanted + gap;
    }
    return rows;
}

void place(const Row& row, int y, int height, int available, int gap)
{
    int spare = available - int(row.size() - 1) * gap;
    for (const QWidget* control : row)
        spare -= wantedWidth(*control, available);
    auto expanding = int(std::ranges::count_if(row, [](const QWidget* control) { return expands(*control); }));
    int x = 0;
    for (QWidget* control : row) {
        int width = wantedWidth(*control, available);
        if (expands(*control)) {
            const int share = spare / expanding;
            width += share;
            spare -= share;
            --expanding;
        }
        control->setGeometry(x, y, width, height);
        x += width + gap;
    }
}

} // namespace

FlowRow::FlowRow(int gapPx, int rowPx, QWidget* parent) : QWidget(parent), m_gapPx(gapPx), m_rowPx(rowPx)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void FlowRow::arrange()
{
    Row controls;
    for (QObject* child : children()) {
        auto* control = qobject_cast<QWidget*>(child);
        if (control != nullptr && !control->isHidden())
            controls.push_back(control);
    }
    const int height = theme::scaled(m_rowPx);
    int y = 0;
    for (const Row& row : rowsOf(controls, width(), m_gapPx)) {
        place(row, y, height, width(), m_gapPx);
        y += height + m_gapPx;
    }
    setFixedHeight(std::max(0, y - m_gapPx));
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

} // namespace kobai::widgets
