// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Theme.h"

#include "widgets/FieldManners.h"
#include "widgets/HouseStyle.h"
#include "widgets/Scheme.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPixmapCache>
#include <QWidget>
#include <QtMath>

#include <algorithm>

namespace kobai::widgets::theme {

namespace {

using namespace Qt::Literals::StringLiterals;

struct State {
    Mode mode = Mode::System;
    bool systemDark = false;
};

State& state()
{
    static State state;
    return state;
}

// Qt 6.4 has no colour scheme hint: without a palette of ours in force, the window colour is the platform theme's.
bool platformIsDark()
{
    const QPalette ours = QApplication::palette();
    QApplication::setPalette(QPalette());
    const bool dark = QApplication::palette().color(QPalette::Window).lightnessF() < 0.5F;
    QApplication::setPalette(ours);
    return dark;
}

void show()
{
    QPixmapCache::clear();
    QApplication::setPalette(scheme().palette());
    // Qt tells only the windows, and these pass on nothing to what has colours of its own.
    QEvent changed(QEvent::ApplicationPaletteChange);
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget* widget : all) {
        if (!widget->isWindow())
            QCoreApplication::sendEvent(widget, &changed);
    }
}

/// Notices when the desktop turns dark or light while Kobai runs.
class SystemWatch final : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::ThemeChange && !m_busy && state().mode == Mode::System) {
            m_busy = true;
            const bool dark = platformIsDark();
            if (std::exchange(state().systemDark, dark) != dark)
                show();
            m_busy = false;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_busy = false;
};

bool hasTabularFigures(const QFont& font)
{
    const QFontMetricsF metrics(font);
    const qreal first = metrics.horizontalAdvance(u'0');
    return std::ranges::all_of(u"123456789"_s,
                               [&](QChar digit) { return qFuzzyCompare(metrics.horizontalAdvance(digit), first); });
}

// Columns of money must align, and Qt 6.4 cannot ask a font for its tabular figures: take a font whose figures are. The
// Japanese face is named, because the one found by fallback may be the Chinese one, or another weight.
QFont bodyFont(QFont font)
{
    if (QFontInfo(font).pixelSize() < bodyPx)
        font.setPixelSize(bodyPx);
    QStringList families{QFontInfo(font).family(), u"Noto Sans"_s, u"DejaVu Sans"_s, u"Liberation Sans"_s};
    const auto tabular = std::ranges::find_if(families, [&](const QString& family) {
        QFont candidate = font;
        candidate.setFamilies({family});
        return QFontInfo(candidate).family() == family && hasTabularFigures(candidate);
    });
    font.setFamilies({tabular == families.end() ? families.front() : *tabular, u"Noto Sans CJK JP"_s});
    return font;
}

qreal factor(Text text)
{
    switch (text) {
    case Text::Body:
        return 1.0;
    case Text::Secondary:
        return 0.9;
    case Text::Section:
        return 1.25;
    case Text::Title:
        return 1.6;
    case Text::TillMoney:
        return 2.6;
    case Text::Display:
        return 4.0;
    }
    Q_UNREACHABLE();
}

int bodyPixels()
{
    return QFontInfo(QApplication::font()).pixelSize();
}

} // namespace

void apply(QApplication& application)
{
    state().systemDark = platformIsDark();
    QApplication::setStyle(new HouseStyle);
    QApplication::setFont(bodyFont(QApplication::font()));
    show();
    application.installEventFilter(new SystemWatch(&application));
    application.installEventFilter(new FieldManners(&application));
}

void setMode(Mode mode)
{
    if (std::exchange(state().mode, mode) == mode)
        return;
    if (mode == Mode::System)
        state().systemDark = platformIsDark();
    show();
}

bool isDark()
{
    switch (state().mode) {
    case Mode::System:
        return state().systemDark;
    case Mode::Light:
        return false;
    case Mode::Dark:
        return true;
    }
    Q_UNREACHABLE();
}

int scaled(int px)
{
    return qRound(qreal(px) * bodyPixels() / bodyPx);
}

int unit()
{
    return std::max(1, scaled(8));
}

int widthOf(const QFontMetrics& metrics, const QString& text)
{
    return qCeil(QFontMetricsF(metrics).horizontalAdvance(text));
}

QColor color(Role role)
{
    return scheme().role(role).colour;
}

QColor onColor(Role role)
{
    return scheme().role(role).on;
}

QColor tint(Role role)
{
    return scheme().role(role).tint;
}

QColor outline()
{
    return scheme().outline;
}

QColor fieldOutline()
{
    return scheme().fieldOutline;
}

QColor series(int index)
{
    const auto& colours = scheme().series;
    return colours[std::size_t(index) % colours.size()];
}

QFont font(Text text, bool bold)
{
    QFont font = QApplication::font();
    font.setPixelSize(std::max(1, qRound(bodyPixels() * factor(text))));
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    return font;
}

} // namespace kobai::widgets::theme
