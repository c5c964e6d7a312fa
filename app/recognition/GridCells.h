// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QGridLayout;

namespace kobai::widgets {
class Text;
}

namespace kobai::app {

// The tables of figures on the faces' page: grids that are filled anew with each result. GUI thread.

/// Takes all cells out and destroys them.
void clearGrid(QGridLayout& grid);
/// A cell with words; the grid it is put into owns it.
[[nodiscard]] widgets::Text* textCell(const QString& words, bool bold = false);
/// A line below the others: what it is, and the figure.
void addFigure(QGridLayout& grid, const QString& what, const QString& figure);

} // namespace kobai::app
