// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recognition/GridCells.h"

#include "widgets/Controls.h"

#include <QGridLayout>

namespace kobai::app {

namespace theme = widgets::theme;

void clearGrid(QGridLayout& grid)
{
    while (QLayoutItem* item = grid.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

widgets::Text* textCell(const QString& words, bool bold)
{
    auto* text = new widgets::Text(theme::Text::Body, nullptr, bold);
    text->setText(words);
    return text;
}

void addFigure(QGridLayout& grid, const QString& what, const QString& figure)
{
    const int row = grid.count() / 2; // rowCount() never falls
    auto* words = textCell(what);
    words->setWordWrap(true);
    grid.addWidget(words, row, 0);
    grid.addWidget(textCell(figure, true), row, 1);
}

} // namespace kobai::app
