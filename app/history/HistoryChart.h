// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/HistoryBars.h"
#include "money/Currency.h"

#include <QStringList>
#include <QtCharts/QChartView>

namespace kobai::app {

/// Sales as bars by day, stacked by category. A click, or the arrow keys and Enter, choose a bar's days. Follows theme and
/// language. GUI thread.
class HistoryChart final : public QChartView {
    Q_OBJECT

public:
    explicit HistoryChart(QWidget* parent = nullptr);

    /// @p names: as bars.categories, in the language of the screen.
    void setBars(HistoryBars bars, QStringList names, const Currency& currency);
    [[nodiscard]] const HistoryBars& bars() const { return m_bars; }
    /// The bar under a point of the widget, -1 when there is none.
    [[nodiscard]] int barAt(QPoint position) const;
    /// Where a bar stands in the widget, for tests and tips.
    [[nodiscard]] QRect barRect(int bar) const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void daysChosen(QDate from, QDate to);

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    bool event(QEvent* event) override;

private:
    void rebuild();
    void addSeries(QChart& chart);
    void addAxes(QChart& chart);
    void setCurrent(int bar);
    void choose(int bar);
    [[nodiscard]] QString barWords(int bar) const;

    HistoryBars m_bars;
    QStringList m_names;
    Currency m_currency;
    int m_current = -1; ///< under the mouse or chosen by keys
};

} // namespace kobai::app
