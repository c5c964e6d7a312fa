// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ProductTile.h"
#include "widgets/Names.h"

#include "widgets/HouseStyle.h"
#include "widgets/Scheme.h"
#include "widgets/Theme.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

namespace kobai::widgets {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostNameLines = 2;

// At most two lines, the last one cut with an ellipsis; names have blanks in English and none in Japanese.
QStringList wrapped(const QString& text, const QFont& font, int width)
{
    QStringList lines;
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() + 1 == mostNameLines) {
            lines.append(QFontMetrics(font).elidedText(text.sliced(line.textStart()), Qt::ElideRight, width));
            break;
        }
        lines.append(text.sliced(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

} // namespace

ProductTile::ProductTile(QWidget* parent) : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus); // touched, it leaves the focus where the next keys belong
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProductTile::setProduct(const QString& name, const QString& priceText, const QString& picture)
{
    m_name = name;
    m_price = priceText;
    m_picture = picture;
    describe();
    update();
}

void ProductTile::setFavourite(bool favourite)
{
    m_favourite = favourite;
    update();
}

void ProductTile::setMuted(bool muted)
{
    m_muted = muted;
    describe();
    update();
}

void ProductTile::setCount(int count)
{
    m_count = count;
    update();
}

void ProductTile::describe()
{
    const QString words = tr("%1, %2", "a product's name and price").arg(m_name, m_price);
    setAccessibleName(m_muted ? tr("%1, no longer sold").arg(words) : words);
    setToolTip(asToolTip(m_name));
}

QSize ProductTile::sizeHint() const
{
    return {theme::scaled(136), theme::scaled(148)};
}

QSize ProductTile::minimumSizeHint() const
{
    return {theme::scaled(112), theme::scaled(148)};
}

void ProductTile::paintFrame(QPainter& painter) const
{
    const Scheme& colours = scheme();
    const qreal corner = theme::scaled(10);
    const bool lifted = underMouse() && isEnabled();
    const QColor fill = isDown() ? colours.selection : colours.surface;
    const QColor line = m_count > 0 || isChecked() ? theme::color(theme::Role::Accent)
                        : lifted                   ? colours.fieldOutline
                                                   : colours.outline;
    paintBox(painter, rect(), corner, fill, line);
    if (hasFocus() || isChecked())
        paintFocusRing(painter, rect(), corner);
}

void ProductTile::paintMarks(QPainter& painter) const
{
    const int side = theme::scaled(18);
    const int margin = theme::unit();
    if (m_favourite) {
        const QRect star(margin, margin, side, side);
        theme::paintIcon(painter, u"star"_s, QStyle::visualRect(layoutDirection(), rect(), star),
                         theme::color(theme::Role::Warn));
    }
    if (m_count > 0) {
        const int height = theme::scaled(24);
        painter.setFont(theme::font(theme::Text::Secondary, true));
        const QString words = locale().toString(m_count);
        const int width = std::max(height, painter.fontMetrics().horizontalAdvance(words) + theme::scaled(14));
        const QRect badge(this->width() - width - margin + 2, margin - 2, width, height);
        const QRect place = QStyle::visualRect(layoutDirection(), rect(), badge);
        paintBox(painter, place, height / 2.0, theme::color(theme::Role::Accent), theme::color(theme::Role::Accent));
        painter.setPen(theme::onColor(theme::Role::Accent));
        painter.drawText(place, Qt::AlignCenter, words);
    }
}

void ProductTile::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintFrame(painter);
    const int unit = theme::unit();
    const QRect inner = rect().adjusted(unit, unit, -unit, -unit);

    const QFont priceFont = theme::font(theme::Text::Body, true);
    const QFont nameFont = theme::font(theme::Text::Secondary);
    const int priceHeight = QFontMetrics(priceFont).height();
    const int lineHeight = QFontMetrics(nameFont).height();

    const QRect price(inner.left(), inner.bottom() - priceHeight + 1, inner.width(), priceHeight);
    const int namesTop = price.top() - mostNameLines * lineHeight;
    const QRect picture(inner.left(), inner.top(), inner.width(), namesTop - inner.top() - unit / 2);
    theme::paintProduct(painter, m_picture, picture, m_muted);

    const QStringList lines = wrapped(m_name, nameFont, inner.width());
    painter.setFont(nameFont);
    painter.setPen(m_muted ? theme::color(theme::Role::Quiet) : scheme().text);
    int top = namesTop + (mostNameLines - int(lines.size())) * lineHeight / 2;
    for (const QString& line : lines) {
        painter.drawText(QRect(inner.left(), top, inner.width(), lineHeight), Qt::AlignHCenter | Qt::AlignVCenter,
                         line);
        top += lineHeight;
    }
    painter.setFont(m_muted ? nameFont : priceFont);
    painter.drawText(price, Qt::AlignCenter, m_muted ? tr("No longer sold") : m_price);
    paintMarks(painter);
}

void ProductTile::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void ProductTile::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void ProductTile::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace kobai::widgets
