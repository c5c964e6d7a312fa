// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/Overlay.h"

#include "app/Keys.h"
#include "widgets/Controls.h"
#include "widgets/Theme.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace kobai::app {

namespace theme = widgets::theme;

namespace {

constexpr int dimAlpha = 110; // of 255: the page stays recognisable, the card stands out

/// The next widget of the focus chain inside @p frame that Tab may enter.
QWidget* neighbour(QWidget* frame, QWidget* from, bool next)
{
    QWidget* each = from;
    do {
        each = next ? each->nextInFocusChain() : each->previousInFocusChain();
        if (frame->isAncestorOf(each) && each->isVisible() && each->isEnabled()
            && (each->focusPolicy() & Qt::TabFocus) != 0)
            return each;
    } while (each != from);
    return nullptr;
}

} // namespace

Overlay::Overlay(QWidget* window) : QWidget(window), m_card(new widgets::Card(this))
{
    window->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, &Overlay::keepFocus);
    hide();
}

QVBoxLayout* Overlay::body() const
{
    return m_card->body();
}

void Overlay::setCardWidth(int px)
{
    m_cardWidthPx = px;
}

void Overlay::openOver()
{
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    opened();
    placeCard();
    raise();
    show();
}

void Overlay::closeOver()
{
    if (!isVisible())
        return;
    hide();
    if (m_focusBefore != nullptr)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

/// A page below that goes on with its work moves its focus: that is for later, and no key reaches it meanwhile.
void Overlay::keepFocus(QWidget* before, QWidget* now)
{
    if (!isVisible() || now == nullptr || isAncestorOf(now) || !parentWidget()->isAncestorOf(now))
        return;
    m_focusBefore = now;
    if (before != nullptr && isAncestorOf(before))
        before->setFocus(Qt::OtherFocusReason);
}

/// The page's shortcuts are the window's, so that they reach it whatever has the focus: nobody books money that is covered.
bool Overlay::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const QKeySequence pressed(static_cast<QKeyEvent*>(event)->keyCombination());
        if (std::ranges::find(pageKeys(), pressed, keySequence) != pageKeys().end())
            event->accept();
    }
    return QWidget::event(event);
}

bool Overlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void Overlay::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, dimAlpha));
}

void Overlay::mousePressEvent(QMouseEvent* event)
{
    if (!m_card->geometry().contains(event->position().toPoint()))
        closeOver();
}

void Overlay::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeCard();
}

bool Overlay::focusNextPrevChild(bool next)
{
    QWidget* focus = QApplication::focusWidget();
    QWidget* to = neighbour(this, focus != nullptr && isAncestorOf(focus) ? focus : this, next);
    if (to != nullptr)
        to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void Overlay::placeCard()
{
    const int edge = 3 * theme::unit();
    const int cardWidth = std::min(theme::scaled(m_cardWidthPx), width() - 2 * edge);
    const int most = height() - 2 * edge;
    int wanted = m_card->sizeHint().height();
    if (m_card->layout() != nullptr && m_card->layout()->hasHeightForWidth())
        wanted = m_card->layout()->heightForWidth(cardWidth);
    const int cardHeight = std::min(wanted, most);
    // A little above the middle: the eye rests there.
    m_card->setGeometry((width() - cardWidth) / 2, std::max(edge, (height() - cardHeight) / 3), cardWidth, cardHeight);
}

} // namespace kobai::app
