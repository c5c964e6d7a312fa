// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/StepBar.h"

#include "widgets/HouseStyle.h"
#include "widgets/Scheme.h"
#include "widgets/Theme.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace kobai::widgets {

using namespace Qt::Literals::StringLiterals;

StepBar::StepBar(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
}

void StepBar::setSteps(const QStringList& names)
{
    m_steps = names;
    describe();
    updateGeometry();
    update();
}

void StepBar::setCurrent(int index)
{
    m_current = std::clamp(index, 0, int(m_steps.size()));
    m_focused = -1;
    describe();
    update();
}

void StepBar::setRevisitable(bool on)
{
    m_revisitable = on;
    setFocusPolicy(on ? Qt::TabFocus : Qt::NoFocus);
    update();
}

void StepBar::describe()
{
    if (m_steps.isEmpty())
        return;
    const int shown = std::min(m_current, int(m_steps.size()) - 1);
    setAccessibleName(
        tr("Step %1 of %2: %3", "progress of a task").arg(shown + 1).arg(m_steps.size()).arg(m_steps.at(shown)));
}

QSize StepBar::sizeHint() const
{
    int width = 0;
    for (const QString& name : m_steps)
        width += fontMetrics().horizontalAdvance(name) + theme::scaled(28 + 64);
    return {width, theme::scaled(44)};
}

QSize StepBar::minimumSizeHint() const
{
    return {theme::scaled(60) * int(m_steps.size()), theme::scaled(44)};
}

QRect StepBar::stepRect(int index) const
{
    const int count = std::max(1, int(m_steps.size()));
    const int left = width() * index / count;
    const QRect rect(left, 0, width() * (index + 1) / count - left, height());
    return QStyle::visualRect(layoutDirection(), this->rect(), rect);
}

int StepBar::stepAt(QPoint position) const
{
    for (int index = 0; index < m_steps.size(); ++index) {
        if (stepRect(index).contains(position))
            return index;
    }
    return -1;
}

void StepBar::paintStep(QPainter& painter, int index) const
{
    const bool done = index < m_current;
    const bool here = index == m_current;
    const QRect cell = stepRect(index);
    const int side = theme::scaled(28);
    const int gap = theme::unit();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRectF disc(mirrored ? cell.right() - side : cell.left() + 1, (cell.height() - side) / 2.0, side, side);
    const theme::Role role = done ? theme::Role::Good : theme::Role::Accent;

    QFont font = theme::font(theme::Text::Body, here);
    const QFontMetrics metrics(font);
    const int room = cell.width() - side - 3 * gap;
    const QString words = metrics.elidedText(m_steps.at(index), Qt::ElideRight, room);
    const int wordsWidth = metrics.horizontalAdvance(words);
    const int wordsLeft = mirrored ? int(disc.left()) - gap - wordsWidth : int(disc.right()) + gap;

    if (done || here) {
        paintBox(painter, disc, side / 2.0, theme::color(role), theme::color(role));
    } else {
        paintBox(painter, disc, side / 2.0, Qt::transparent, theme::fieldOutline(), 1.5);
    }
    if (done) {
        theme::paintIcon(painter, u"check"_s, disc.adjusted(6, 6, -6, -6), theme::onColor(role));
    } else {
        painter.setFont(theme::font(theme::Text::Body, true));
        painter.setPen(here ? theme::onColor(role) : theme::color(theme::Role::Quiet));
        painter.drawText(disc, Qt::AlignCenter, locale().toString(index + 1));
    }
    painter.setFont(font);
    painter.setPen(here ? scheme().text : theme::color(theme::Role::Quiet));
    painter.drawText(QRect(wordsLeft, cell.top(), wordsWidth + 2, cell.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     words);

    if (index + 1 < m_steps.size()) {
        painter.setPen(QPen(done ? theme::color(theme::Role::Good) : theme::outline(), theme::scaled(2)));
        const int middle = cell.center().y();
        const int from = mirrored ? cell.left() + gap : wordsLeft + wordsWidth + gap + gap / 2;
        const int to = mirrored ? wordsLeft - gap - gap / 2 : cell.right() - gap;
        if (to > from)
            painter.drawLine(from, middle, to, middle);
    }
    if (m_revisitable && done && (index == m_hovered || (hasFocus() && index == m_focused)))
        paintFocusRing(painter, disc.adjusted(-3, -3, 3, 3), side / 2.0 + 3);
}

void StepBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int index = 0; index < m_steps.size(); ++index)
        paintStep(painter, index);
}

void StepBar::mousePressEvent(QMouseEvent* event)
{
    const int index = stepAt(event->pos());
    if (m_revisitable && event->button() == Qt::LeftButton && index >= 0 && index < m_current)
        Q_EMIT stepChosen(index);
}

void StepBar::mouseMoveEvent(QMouseEvent* event)
{
    m_hovered = stepAt(event->pos());
    setCursor(m_revisitable && m_hovered >= 0 && m_hovered < m_current ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void StepBar::leaveEvent(QEvent*)
{
    m_hovered = -1;
    update();
}

void StepBar::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_focused = m_current - 1;
    update();
}

void StepBar::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        m_focused = std::clamp(m_focused + (event->key() == Qt::Key_Right ? 1 : -1), 0, std::max(0, m_current - 1));
        update();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_focused >= 0 && m_focused < m_current)
            Q_EMIT stepChosen(m_focused);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace kobai::widgets
