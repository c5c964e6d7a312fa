// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/Rail.h"

#include "widgets/Theme.h"

#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
namespace theme = widgets::theme;

namespace {

constexpr int iconPx = 26;
constexpr int widthPx = 96;
constexpr int compactWidthPx = 60;

} // namespace

RailButton::RailButton(const QString& iconName, QWidget* parent) : QAbstractButton(parent), m_iconName(iconName)
{
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
}

void RailButton::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
    update();
}

QSize RailButton::sizeHint() const
{
    const int icon = theme::scaled(iconPx);
    const QFontMetrics metrics(theme::font(theme::Text::Secondary));
    if (m_compact)
        return {theme::scaled(compactWidthPx), icon + 3 * theme::unit()};
    const int word = metrics.horizontalAdvance(text()) + 2 * theme::unit();
    return {std::max(theme::scaled(widthPx), word), icon + metrics.height() + 3 * theme::unit()};
}

void RailButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int unit = theme::unit();
    const QRectF plate = QRectF(rect()).adjusted(unit, unit / 4.0, -unit, -unit / 4.0);
    const QColor accent = theme::color(theme::Role::Accent);
    if (isChecked() || underMouse()) {
        QColor fill = theme::tint(theme::Role::Accent);
        if (!isChecked())
            fill.setAlphaF(0.5F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawRoundedRect(plate, unit, unit);
    }
    if (hasFocus()) {
        painter.setPen(QPen(accent, std::max(2, unit / 4)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(plate.adjusted(1, 1, -1, -1), unit, unit);
    }

    const int icon = theme::scaled(iconPx);
    const QFont font = theme::font(theme::Text::Secondary, isChecked());
    const int wordHeight = m_compact ? 0 : QFontMetrics(font).height() + unit / 2;
    QRect iconBox(0, 0, icon, icon);
    iconBox.moveCenter(rect().center());
    iconBox.moveTop((height() - icon - wordHeight) / 2);
    theme::icon(m_iconName).paint(&painter, iconBox, Qt::AlignCenter, isChecked() ? QIcon::Selected : QIcon::Normal);
    if (m_compact)
        return;
    painter.setFont(font);
    painter.setPen(isChecked() ? accent : palette().color(QPalette::WindowText));
    painter.drawText(QRect(0, iconBox.bottom() + unit / 2, width(), wordHeight), Qt::AlignHCenter | Qt::AlignVCenter,
                     text());
}

void RailButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void RailButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

Rail::Rail(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)), m_group(new QButtonGroup(this))
{
    setObjectName(u"rail"_s);
    m_column->setContentsMargins(0, theme::unit(), 1, theme::unit());
    m_column->setSpacing(theme::unit() / 2);
    m_column->addStretch(1);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idClicked, this, &Rail::chosen);
}

void Rail::addWorkplace(const QString& iconName, const QString& word, const QString& keys)
{
    const int index = int(m_buttons.size());
    auto* button = new RailButton(iconName, this);
    button->setObjectName(u"rail%1"_s.arg(index + 1));
    button->setCompact(m_compact);
    m_buttons.append(button);
    m_group->addButton(button, index);
    m_column->insertWidget(index, button);
    setWord(index, word, keys);
}

void Rail::setWord(int index, const QString& word, const QString& keys)
{
    RailButton* button = m_buttons.at(index);
    button->setText(word);
    button->setAccessibleName(word);
    button->setToolTip(u"%1 (%2)"_s.arg(word, keys));
    button->updateGeometry();
}

void Rail::removeAll()
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
}

void Rail::setCurrent(int index)
{
    if (index >= 0 && index < m_buttons.size())
        m_buttons.at(index)->setChecked(true);
}

void Rail::setCompact(bool compact)
{
    if (m_compact == compact)
        return;
    m_compact = compact;
    for (RailButton* button : std::as_const(m_buttons))
        button->setCompact(compact);
}

void Rail::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(width() - 1, 0, 1, height(), theme::outline());
}

} // namespace kobai::app
