// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/HistoryChart.h"

#include "money/MoneyText.h"
#include "widgets/HouseStyle.h"
#include "widgets/Names.h"
#include "widgets/Scheme.h"
#include "widgets/Theme.h"

#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>
#include <QtCharts/QBarSet>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QLegend>
#include <QtCharts/QStackedBarSeries>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using namespace widgets;

namespace {

constexpr int widestLegendPx = 160;
constexpr int mostLabels = 8;
constexpr int amountSteps = 3;
constexpr double barShare = 0.72; // of a bar's place; the rest is the gap

double major(Money amount, const Currency& currency)
{
    return double(amount.minor()) / std::pow(10.0, currency.decimals);
}

// 1, 2, 2.5 or 5 times a power of ten: the least that brings the highest bar under amountSteps of it.
std::int64_t roundStep(std::span<const HistoryBar> bars)
{
    std::int64_t highest = 0;
    for (const HistoryBar& bar : bars)
        highest = std::max(highest, bar.total.minor());
    constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max() / 100;
    for (std::int64_t power = 1; power < largest; power *= 10) {
        for (const std::int64_t tenths : {10, 20, 25, 50}) {
            const std::int64_t step = power * tenths / 10;
            if (step * 10 == power * tenths && amountSteps * step >= highest)
                return step;
        }
    }
    return largest;
}

QString dayWords(QDate day)
{
    const QLocale locale;
    return locale.language() == QLocale::Japanese ? locale.toString(day, u"M/d"_s) : locale.toString(day, u"d MMM"_s);
}

/// A legend takes its words for HTML, and for as long as they are.
QString legendWords(const QString& name)
{
    const QFontMetrics metrics(theme::font(theme::Text::Secondary));
    return metrics.elidedText(name, Qt::ElideRight, theme::scaled(widestLegendPx)).toHtmlEscaped();
}

} // namespace

HistoryChart::HistoryChart(QWidget* parent) : QChartView(parent)
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize HistoryChart::sizeHint() const
{
    return {theme::scaled(480), theme::scaled(196)};
}

void HistoryChart::setBars(HistoryBars bars, QStringList names, const Currency& currency)
{
    m_bars = std::move(bars);
    m_names = std::move(names);
    m_currency = currency;
    m_current = -1;
    rebuild();
}

void HistoryChart::addSeries(QChart& chart)
{
    auto* series = new QStackedBarSeries(&chart);
    series->setBarWidth(barShare);
    for (std::size_t category = 0; category < m_bars.categories.size(); ++category) {
        auto* set = new QBarSet(legendWords(m_names.value(qsizetype(category))), series);
        for (const HistoryBar& bar : m_bars.bars)
            set->append(major(bar.totals[category], m_currency));
        set->setColor(theme::series(int(category)));
        set->setBorderColor(Qt::transparent);
        set->setPen(Qt::NoPen);
        series->append(set);
    }
    chart.addSeries(series);
}

void HistoryChart::addAxes(QChart& chart)
{
    const QColor ink = theme::color(theme::Role::Quiet);
    const QFont font = theme::font(theme::Text::Secondary);
    const int count = int(m_bars.bars.size());
    // A bar axis would want a label for each of sixty bars and cut them all to dots.
    auto* days = new QCategoryAxis(&chart);
    days->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    days->setRange(-0.5, count - 0.5);
    days->setStartValue(-0.5);
    const int step = std::max(1, (count + mostLabels - 1) / mostLabels);
    for (int bar = 0; bar < count; bar += step) {
        QString words = dayWords(m_bars.bars[std::size_t(bar)].from);
        // Labels must differ, and days of two years may not.
        if (days->categoriesLabels().contains(words))
            words = QLocale().toString(m_bars.bars[std::size_t(bar)].from, QLocale::ShortFormat);
        days->append(words, bar);
    }
    days->setGridLineVisible(false);
    // Labels of our own here too: a value axis cannot write money.
    auto* amounts = new QCategoryAxis(&chart);
    amounts->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    const std::int64_t amountStep = roundStep(m_bars.bars);
    amounts->setRange(0, major(Money(amountSteps * amountStep), m_currency));
    for (int line = 0; line <= amountSteps; ++line) {
        const Money amount(line * amountStep);
        amounts->append(moneyText(amount, m_currency, QLocale()), major(amount, m_currency));
    }
    amounts->setGridLinePen(QPen(theme::outline(), 1));
    amounts->setLineVisible(false);
    days->setLinePen(QPen(theme::fieldOutline(), 1));
    for (QAbstractAxis* axis : {static_cast<QAbstractAxis*>(days), static_cast<QAbstractAxis*>(amounts)}) {
        axis->setLabelsColor(ink);
        axis->setLabelsFont(font);
    }
    chart.addAxis(days, Qt::AlignBottom);
    chart.addAxis(amounts, Qt::AlignLeft);
    for (QAbstractSeries* series : chart.series()) {
        series->attachAxis(days);
        series->attachAxis(amounts);
    }
}

void HistoryChart::rebuild()
{
    auto* fresh = new QChart;
    fresh->setBackgroundVisible(false);
    fresh->setLocalizeNumbers(true);
    fresh->setLocale(QLocale());
    fresh->setMargins({});
    fresh->setAnimationOptions(QChart::NoAnimation);
    fresh->layout()->setContentsMargins(0, 0, 0, 0);
    if (!m_bars.bars.empty()) {
        addSeries(*fresh);
        addAxes(*fresh);
    }
    fresh->legend()->setAlignment(Qt::AlignTop);
    fresh->legend()->setFont(theme::font(theme::Text::Secondary));
    fresh->legend()->setLabelColor(scheme().text);
    fresh->legend()->setMarkerShape(QLegend::MarkerShapeCircle);
    QChart* const old = chart();
    setChart(fresh);
    delete old;
    setAccessibleName(tr("Sales by day"));
}

int HistoryChart::barAt(QPoint position) const
{
    if (m_bars.bars.empty() || chart()->series().isEmpty())
        return -1;
    const QPointF inChart = chart()->mapFromScene(mapToScene(position));
    if (!chart()->plotArea().contains(inChart))
        return -1;
    const int bar = int(std::lround(chart()->mapToValue(inChart, chart()->series().front()).x()));
    return bar >= 0 && bar < int(m_bars.bars.size()) ? bar : -1;
}

QRect HistoryChart::barRect(int bar) const
{
    if (bar < 0 || bar >= int(m_bars.bars.size()))
        return {};
    const QRectF plot = chart()->plotArea();
    const double width = plot.width() / double(m_bars.bars.size());
    const QRectF place(plot.left() + bar * width, plot.top(), width, plot.height());
    return mapFromScene(chart()->mapToScene(place)).boundingRect();
}

QString HistoryChart::barWords(int bar) const
{
    const HistoryBar& shown = m_bars.bars[std::size_t(bar)];
    const QLocale locale;
    const QString first = locale.toString(shown.from, QLocale::ShortFormat);
    const QString days = shown.from == shown.to
                             ? first
                             : tr("%1 to %2", "two dates").arg(first, locale.toString(shown.to, QLocale::ShortFormat));
    QStringList lines{tr("%1: %2", "days and the total sold").arg(days, moneyText(shown.total, m_currency, locale))};
    for (std::size_t category = 0; category < shown.totals.size(); ++category) {
        if (!shown.totals[category].isZero())
            lines += tr("%1: %2", "a category and its total")
                         .arg(isolated(m_names.value(qsizetype(category))),
                              moneyText(shown.totals[category], m_currency, locale));
    }
    return lines.join(u'\n');
}

void HistoryChart::setCurrent(int bar)
{
    if (std::exchange(m_current, bar) == bar)
        return;
    if (bar >= 0)
        setAccessibleDescription(barWords(bar));
    viewport()->update();
}

void HistoryChart::choose(int bar)
{
    if (bar >= 0)
        Q_EMIT daysChosen(m_bars.bars[std::size_t(bar)].from, m_bars.bars[std::size_t(bar)].to);
}

void HistoryChart::mouseMoveEvent(QMouseEvent* event)
{
    const int bar = barAt(event->pos());
    viewport()->setCursor(bar >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (bar >= 0 && bar != m_current)
        QToolTip::showText(event->globalPosition().toPoint(), asToolTip(barWords(bar)), this);
    setCurrent(bar);
}

void HistoryChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        choose(barAt(event->pos()));
}

void HistoryChart::leaveEvent(QEvent* event)
{
    QChartView::leaveEvent(event);
    setCurrent(-1);
}

void HistoryChart::keyPressEvent(QKeyEvent* event)
{
    const int last = int(m_bars.bars.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (last >= 0) {
            const int start = m_current < 0 ? last + (event->key() == Qt::Key_Left ? 1 : 0) : m_current;
            setCurrent(std::clamp(start + (event->key() == Qt::Key_Left ? -1 : 1), 0, last));
            QToolTip::showText(mapToGlobal(barRect(m_current).topLeft()), asToolTip(barWords(m_current)), this);
        }
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_current);
        return;
    default:
        QChartView::keyPressEvent(event);
    }
}

void HistoryChart::drawForeground(QPainter* painter, const QRectF& rect)
{
    QChartView::drawForeground(painter, rect);
    if (m_current >= 0) {
        QColor shade = scheme().text;
        shade.setAlphaF(0.08F);
        painter->fillRect(mapToScene(barRect(m_current)).boundingRect(), shade);
    }
    if (hasFocus())
        paintFocusRing(*painter, mapToScene(viewport()->rect()).boundingRect(), theme::unit());
}

bool HistoryChart::event(QEvent* event)
{
    const bool taken = QChartView::event(event);
    switch (event->type()) {
    case QEvent::ApplicationPaletteChange:
    case QEvent::ApplicationFontChange:
    case QEvent::LanguageChange:
        rebuild();
        break;
    default:
        break;
    }
    return taken;
}

} // namespace kobai::app
