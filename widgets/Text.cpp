// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Controls.h"

#include "widgets/Scheme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>
#include <QtMath>

#include <algorithm>
#include <functional>

namespace kobai::widgets {

namespace {

constexpr int longWordLetters = 16; // a longer one may be broken
constexpr int longLineLetters = 80; // what QLabel itself takes for a long line
constexpr int fewLetters = 4;       // what is left of an elided line at the least

/// The lines of @p text at @p width, longer words broken anywhere: each with its place. Returns the height of all.
int layOut(const QString& text, const QFont& font, int width, Qt::Alignment alignment, Qt::LayoutDirection direction,
           const std::function<void(const QTextLine&, int top)>& use)
{
    int top = 0;
    for (const QString& paragraph : text.split(u'\n')) {
        QTextLayout layout(paragraph, font);
        QTextOption option(alignment);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setTextDirection(direction);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::max(1, width));
            if (use)
                use(line, top);
            top += qCeil(line.height());
        }
        layout.endLayout();
    }
    return top;
}

} // namespace

Text::Text(theme::Text size, QWidget* parent, bool bold) : QLabel(parent), m_size(size), m_bold(bold)
{
    setTextFormat(Qt::PlainText);
    // A name written from right to left stands where the others stand; QLabel would move it to the right.
    setAlignment(Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter);
    refresh();
}

void Text::setRole(theme::Role role)
{
    m_hasRole = true;
    m_role = role;
    refresh();
}

void Text::clearRole()
{
    m_hasRole = false;
    refresh();
}

void Text::setElided(bool elided)
{
    m_elided = elided;
    updateGeometry();
    update();
}

int Text::surroundPx() const
{
    const QMargins around = contentsMargins();
    return around.left() + around.right() + 2 * margin();
}

bool Text::isBroken(int width) const
{
    return wordWrap() && !text().isEmpty() && QLabel::minimumSizeHint().width() > width;
}

int Text::brokenHeight(int width) const
{
    const QMargins around = contentsMargins();
    return layOut(text(), font(), width - surroundPx(), alignment(), layoutDirection(), {}) + around.top()
           + around.bottom() + 2 * margin();
}

QSize Text::sizeHint() const
{
    const QSize wanted = QLabel::sizeHint();
    const int most = fontMetrics().averageCharWidth() * longLineLetters + surroundPx();
    if (wanted.width() <= most || !(wordWrap() || m_elided))
        return wanted;
    return {most, wordWrap() ? brokenHeight(most) : wanted.height()};
}

QSize Text::minimumSizeHint() const
{
    const QSize least = QLabel::minimumSizeHint();
    const int letters = wordWrap() ? longWordLetters : m_elided ? fewLetters : 0;
    if (letters == 0)
        return least;
    const int most = fontMetrics().averageCharWidth() * letters + surroundPx();
    return {std::min(least.width(), most), std::min(least.height(), sizeHint().height())};
}

int Text::heightForWidth(int width) const
{
    return isBroken(width) ? brokenHeight(width) : QLabel::heightForWidth(width);
}

void Text::paintEvent(QPaintEvent* event)
{
    const QRect place = contentsRect().marginsRemoved({margin(), margin(), margin(), margin()});
    if (m_elided && fontMetrics().horizontalAdvance(text()) > place.width()) {
        QPainter painter(this);
        style()->drawItemText(&painter, place, int(QStyle::visualAlignment(layoutDirection(), alignment())), palette(),
                              isEnabled(), fontMetrics().elidedText(text(), Qt::ElideRight, place.width()),
                              foregroundRole());
        return;
    }
    if (!isBroken(width())) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, foregroundRole()));
    const Qt::Alignment across = (alignment() & Qt::AlignHorizontal_Mask) | Qt::AlignTop;
    const int height = brokenHeight(width()) - 2 * margin();
    int top = place.top();
    if (alignment().testFlag(Qt::AlignVCenter))
        top += std::max(0, (place.height() - height) / 2);
    else if (alignment().testFlag(Qt::AlignBottom))
        top += std::max(0, place.height() - height);
    layOut(text(), font(), place.width(), across, layoutDirection(),
           [&](const QTextLine& line, int below) { line.draw(&painter, QPointF(place.left(), top + below)); });
}

// Not changeEvent(): a widget with a font and colours of its own is not told there that the application's changed.
bool Text::event(QEvent* event)
{
    const bool taken = QLabel::event(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::ApplicationPaletteChange)
        refresh();
    return taken;
}

void Text::refresh()
{
    if (const QFont wanted = theme::font(m_size, m_bold); wanted != font())
        setFont(wanted);
    QPalette colours = scheme().palette();
    if (m_hasRole)
        colours.setColor(QPalette::WindowText, theme::color(m_role));
    if (colours.color(QPalette::WindowText) != palette().color(QPalette::WindowText))
        setPalette(colours);
}

} // namespace kobai::widgets
