// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Controls.h"

#include "widgets/HouseStyle.h"
#include "widgets/Scheme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

namespace kobai::widgets {

namespace {

QColor mixed(const QColor& a, const QColor& b, float share)
{
    return QColor::fromRgbF(a.redF() + (b.redF() - a.redF()) * share, a.greenF() + (b.greenF() - a.greenF()) * share,
                            a.blueF() + (b.blueF() - a.blueF()) * share);
}

int iconSide(Button::Size size)
{
    return theme::scaled(size == Button::Size::Till ? 26 : 18);
}

int padding(Button::Size size)
{
    return theme::unit() * (size == Button::Size::Till ? 3 : 2);
}

} // namespace

Button::Button(Weight weight, Size size, QWidget* parent) : QPushButton(parent), m_weight(weight), m_size(size)
{
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    refresh();
}

void Button::setIconName(const QString& name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

void Button::refresh()
{
    const QFont wanted =
        theme::font(m_size == Size::Till ? theme::Text::Section : theme::Text::Body, m_weight != Weight::Quiet);
    if (wanted != font())
        setFont(wanted);
    updateGeometry();
    update();
}

QSize Button::sizeHint() const
{
    const int height = theme::scaled(m_size == Size::Till ? theme::tillTargetPx : theme::targetPx);
    if (text().isEmpty())
        return {height, height};
    const QSize words = fontMetrics().size(Qt::TextShowMnemonic, text());
    const int icon = m_iconName.isEmpty() ? 0 : iconSide(m_size) + theme::unit();
    return {words.width() + icon + 2 * padding(m_size), std::max(height, words.height() + 2 * theme::unit())};
}

QColor Button::foreground() const
{
    if (!isEnabled())
        return scheme().disabledText;
    switch (m_weight) {
    case Weight::Primary:
        return theme::onColor(theme::Role::Accent);
    case Weight::Plain:
        return scheme().text;
    case Weight::Quiet:
        return theme::color(theme::Role::Accent);
    case Weight::Danger:
        return theme::color(theme::Role::Bad);
    }
    Q_UNREACHABLE();
}

void Button::paintSurface(QPainter& painter) const
{
    const Scheme& colours = scheme();
    const bool down = isDown() || isChecked();
    const bool hovered = underMouse() && isEnabled();
    const float strength = down ? 0.16F : hovered ? 0.08F : 0.0F;
    const qreal corner = theme::scaled(m_size == Size::Till ? 10 : 8);
    QColor fill = colours.surface;
    QColor line = isEnabled() ? colours.fieldOutline : colours.outline;
    qreal lineWidth = 1;
    switch (m_weight) {
    case Weight::Primary:
        fill = isEnabled() ? mixed(theme::color(theme::Role::Accent), colours.text, strength) : colours.raised;
        line = fill;
        break;
    case Weight::Plain:
        fill = isChecked() ? colours.selection : mixed(colours.surface, colours.text, strength);
        // A chosen one has a thicker line too: never colour alone.
        line = isChecked() ? theme::color(theme::Role::Accent) : line;
        lineWidth = isChecked() ? 2 : 1;
        break;
    case Weight::Quiet:
        fill = down || hovered ? theme::tint(theme::Role::Accent) : QColor(Qt::transparent);
        line = fill;
        break;
    case Weight::Danger:
        fill = down || hovered ? theme::tint(theme::Role::Bad) : colours.surface;
        line = isEnabled() ? theme::color(theme::Role::Bad) : colours.outline;
        break;
    }
    const QRectF all = rect();
    paintBox(painter, all, corner, fill, line, lineWidth);
    if (!hasFocus())
        return;
    if (m_weight == Weight::Primary) {
        // A ring of accent on accent would not be seen: a line of the text's colour inside it is.
        const qreal gap = theme::scaled(3);
        paintBox(painter, all.adjusted(gap, gap, -gap, -gap), corner - gap / 2, Qt::transparent,
                 theme::onColor(theme::Role::Accent), 2);
    } else {
        paintFocusRing(painter, all, corner);
    }
}

void Button::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintSurface(painter);

    const QColor ink = foreground();
    const int side = m_iconName.isEmpty() ? 0 : iconSide(m_size);
    const int gap = side == 0 || text().isEmpty() ? 0 : theme::unit();
    const int room = width() - side - gap - (text().isEmpty() ? 0 : theme::unit());
    const QString words = fontMetrics().elidedText(text(), Qt::ElideRight, room, Qt::TextShowMnemonic);
    const int wordsWidth = words.isEmpty() ? 0 : fontMetrics().size(Qt::TextShowMnemonic, words).width();
    const int start = (width() - side - gap - wordsWidth) / 2;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    if (side > 0)
        theme::paintIcon(painter, m_iconName,
                         QRectF(mirrored ? width() - start - side : start, (height() - side) / 2.0, side, side), ink);
    painter.setPen(ink);
    const QRect place(mirrored ? start : start + side + gap, 0, wordsWidth + 1, height());
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, words);
}

bool Button::event(QEvent* event)
{
    const bool taken = QPushButton::event(event);
    if (event->type() == QEvent::ApplicationFontChange)
        refresh();
    return taken;
}

void Button::enterEvent(QEnterEvent* event)
{
    QPushButton::enterEvent(event);
    update();
}

void Button::leaveEvent(QEvent* event)
{
    QPushButton::leaveEvent(event);
    update();
}

} // namespace kobai::widgets
