// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recognition/RateChart.h"

#include "app/recognition/RateWords.h"
#include "widgets/HouseStyle.h"
#include "widgets/Scheme.h"
#include "widgets/Theme.h"

#include <QGraphicsLayout>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QLegend>
#include <QtCharts/QLegendMarker>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using namespace widgets;

namespace {

constexpr double leastShare = 1e-4; // face::detShares() begins here

/// An axis with labels of our own, since the charts' value axes know no percent.
QCategoryAxis* labelledAxis(QChart& chart, double from, double to)
{
    auto* axis = new QCategoryAxis(&chart);
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    axis->setRange(from, to);
    axis->setStartValue(from);
    axis->setLabelsColor(theme::color(theme::Role::Quiet));
    axis->setLabelsFont(theme::font(theme::Text::Secondary));
    axis->setTitleFont(theme::font(theme::Text::Secondary));
    axis->setTitleBrush(theme::color(theme::Role::Quiet));
    axis->setGridLinePen(QPen(theme::outline(), 1));
    axis->setLinePen(QPen(theme::fieldOutline(), 1));
    return axis;
}

void attach(QChart& chart, QAbstractAxis* across, QAbstractAxis* up)
{
    chart.addAxis(across, Qt::AlignBottom);
    chart.addAxis(up, Qt::AlignLeft);
    for (QAbstractSeries* series : chart.series()) {
        series->attachAxis(across);
        series->attachAxis(up);
    }
}

double logShare(double share)
{
    return std::log10(std::clamp(share, leastShare, 1.0));
}

/// 0.01 % to 100 %, a label for each factor of ten.
QCategoryAxis* shareAxis(QChart& chart)
{
    QCategoryAxis* axis = labelledAxis(chart, std::log10(leastShare), 0);
    for (double share = leastShare; share < 2; share *= 10)
        axis->append(percentText(share), std::log10(share));
    return axis;
}

std::vector<double> shares(const face::ScoreHistogram& histogram)
{
    const auto& counts = histogram.counts();
    const double all = std::max(1, std::accumulate(counts.begin(), counts.end(), 0));
    std::vector<double> result;
    for (const int count : counts)
        result.push_back(count / all);
    return result;
}

} // namespace

RateChart::RateChart(QWidget* parent) : QChartView(parent)
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RateChart::sizeHint() const
{
    return {theme::scaled(360), theme::scaled(240)};
}

void RateChart::rebuild()
{
    auto* fresh = new QChart;
    fresh->setBackgroundVisible(false);
    fresh->setMargins({});
    fresh->setAnimationOptions(QChart::NoAnimation);
    fresh->layout()->setContentsMargins(0, 0, 0, 0);
    fill(*fresh);
    fresh->legend()->setAlignment(Qt::AlignTop);
    fresh->legend()->setFont(theme::font(theme::Text::Secondary));
    fresh->legend()->setLabelColor(scheme().text);
    fresh->legend()->setMarkerShape(QLegend::MarkerShapeCircle);
    QChart* const old = chart();
    setChart(fresh);
    delete old;
    setAccessibleName(description());
}

bool RateChart::event(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        rebuild();
    return QChartView::event(event);
}

void DetChart::show(const face::OpenSetReport& report)
{
    m_points = report.det;
    m_shipped.reset();
    if (report.shipped.fnir)
        m_shipped = {.falsePositives = report.shipped.fpir.value, .misses = report.shipped.fnir->value};
    rebuild();
}

void DetChart::fill(QChart& chart) const
{
    auto* curve = new QLineSeries(&chart);
    curve->setName(tr("Any threshold"));
    curve->setPen(QPen(theme::color(theme::Role::Accent), std::max(2, theme::unit() / 4)));
    for (const face::DetPoint& point : m_points)
        curve->append(logShare(point.falsePositives), logShare(point.misses));
    chart.addSeries(curve);
    if (m_shipped) {
        auto* here = new QScatterSeries(&chart);
        here->setName(tr("Kobai's threshold"));
        here->setMarkerSize(1.5 * theme::unit());
        here->setColor(theme::color(theme::Role::Good));
        here->setBorderColor(Qt::transparent);
        here->append(logShare(m_shipped->falsePositives), logShare(m_shipped->misses));
        chart.addSeries(here);
    }
    QCategoryAxis* across = shareAxis(chart);
    across->setTitleText(tr("Strangers taken for somebody"));
    QCategoryAxis* up = shareAxis(chart);
    up->setTitleText(tr("Enrolled persons refused"));
    attach(chart, across, up);
}

QString DetChart::description() const
{
    if (!m_shipped)
        return tr("Misses against false positives");
    return tr("Misses against false positives. At Kobai's threshold strangers are taken for somebody in %1 of the "
              "searches, enrolled "
              "persons are refused in %2.")
        .arg(percentText(m_shipped->falsePositives), percentText(m_shipped->misses));
}

void ScoreChart::show(const face::ScoreHistogram& nonMated, const face::ScoreHistogram& mated, float threshold)
{
    m_nonMated = nonMated;
    m_mated = mated;
    m_threshold = threshold;
    rebuild();
}

void ScoreChart::fill(QChart& chart) const
{
    double highest = 0.01;
    const auto add = [&](const face::ScoreHistogram& histogram, const QString& name, theme::Role role) {
        auto* top = new QLineSeries(&chart);
        const std::vector<double> heights = shares(histogram);
        for (std::size_t bin = 0; bin < heights.size(); ++bin) {
            const double left = face::ScoreHistogram::from + double(bin) * face::ScoreHistogram::width;
            top->append(left, heights[bin]);
            top->append(left + face::ScoreHistogram::width, heights[bin]);
            highest = std::max(highest, heights[bin]);
        }
        auto* area = new QAreaSeries(top);
        top->setParent(area);
        area->setName(name);
        QColor inside = theme::color(role);
        inside.setAlphaF(0.25F);
        area->setBrush(inside);
        area->setPen(QPen(theme::color(role), 2));
        chart.addSeries(area);
    };
    add(m_nonMated, tr("Strangers"), theme::Role::Warn);
    add(m_mated, tr("Enrolled persons"), theme::Role::Accent);
    auto* line = new QLineSeries(&chart);
    line->setName(tr("Threshold"));
    line->setPen(QPen(theme::color(theme::Role::Good), 2, Qt::DashLine));
    line->append(double(m_threshold), 0);
    line->append(double(m_threshold), highest);
    chart.addSeries(line);

    constexpr float to = face::ScoreHistogram::from + face::ScoreHistogram::bins * face::ScoreHistogram::width;
    QCategoryAxis* across = labelledAxis(chart, double(face::ScoreHistogram::from), double(to));
    constexpr int labelStep = 2;
    for (int score = int(face::ScoreHistogram::from) + 1; score <= int(to); score += labelStep)
        across->append(QLocale().toString(score), score);
    across->setTitleText(tr("Best score of a search"));
    QCategoryAxis* up = labelledAxis(chart, 0, highest);
    up->append(percentText(0), 0);
    up->append(percentText(highest / 2), highest / 2);
    up->append(percentText(highest), highest);
    up->setTitleText(tr("Share of the searches"));
    attach(chart, across, up);
}

QString ScoreChart::description() const
{
    return tr("How the best scores of strangers and of enrolled persons are spread");
}

} // namespace kobai::app
