// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/OpenSetTest.h"

#include <QtCharts/QChartView>

namespace kobai::app {

/// A chart of a measurement: drawn anew when theme or language change. GUI thread.
class RateChart : public QChartView {
    Q_OBJECT

public:
    explicit RateChart(QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void rebuild();
    virtual void fill(QChart& chart) const = 0;
    [[nodiscard]] virtual QString description() const = 0; ///< for screen readers
    bool event(QEvent* event) override;
};

/// Detection error trade-off: misses against false positives, both on a logarithm from 0.01 % on, and where the application stands. GUI thread.
/// logarithm cannot show.
class DetChart final : public RateChart {
    Q_OBJECT

public:
    using RateChart::RateChart;
    void show(const face::OpenSetReport& report);

protected:
    void fill(QChart& chart) const override;
    [[nodiscard]] QString description() const override;

private:
    std::vector<face::DetPoint> m_points;
    std::optional<face::DetPoint> m_shipped;
};

/// How strangers' and enrolled persons' best scores are spread, each as a share of its own searches, and the threshold between them.
class ScoreChart final : public RateChart {
    Q_OBJECT

public:
    using RateChart::RateChart;
    void show(const face::ScoreHistogram& nonMated, const face::ScoreHistogram& mated, float threshold);

protected:
    void fill(QChart& chart) const override;
    [[nodiscard]] QString description() const override;

private:
    face::ScoreHistogram m_nonMated;
    face::ScoreHistogram m_mated;
    float m_threshold = 0;
};

} // namespace kobai::app
