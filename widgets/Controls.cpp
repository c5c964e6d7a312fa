// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Controls.h"

#include "widgets/HouseStyle.h"
#include "widgets/Scheme.h"

#include <QAccessible>
#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace kobai::widgets {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int widestChipPx = 320;

} // namespace

Card::Card(QWidget* parent) : QFrame(parent), m_body(new QVBoxLayout(this))
{
    const int margin = 2 * theme::unit();
    m_body->setContentsMargins(margin, margin, margin, margin);
    m_body->setSpacing(theme::unit());
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBox(painter, rect(), theme::unit(), scheme().surface, theme::outline());
}

IconView::IconView(const QString& iconName, int px, QWidget* parent) : QWidget(parent), m_iconName(iconName), m_px(px)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconView::setIconName(const QString& name)
{
    m_iconName = name;
    update();
}

void IconView::setRole(theme::Role role)
{
    m_hasRole = true;
    m_role = role;
    update();
}

QSize IconView::sizeHint() const
{
    const int side = theme::scaled(m_px);
    return {side, side};
}

void IconView::paintEvent(QPaintEvent*)
{
    if (m_iconName.isEmpty())
        return;
    QPainter painter(this);
    theme::paintIcon(painter, m_iconName, rect(), m_hasRole ? theme::color(m_role) : scheme().text);
}

Chip::Chip(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::say(theme::Role role, const QString& iconName, const QString& words)
{
    m_role = role;
    m_iconName = iconName;
    m_words = words;
    setAccessibleName(words);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const int icon = m_iconName.isEmpty() ? 0 : theme::scaled(16) + theme::unit() / 2;
    const int words = theme::widthOf(QFontMetrics(theme::font(theme::Text::Secondary, true)), m_words);
    return {std::min(words, theme::scaled(widestChipPx)) + icon + theme::scaled(20), theme::scaled(26)};
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(theme::font(theme::Text::Secondary, true));
    paintBox(painter, rect(), height() / 2.0, theme::tint(m_role), Qt::transparent);
    const QColor ink = theme::color(m_role);
    QRect words = rect().adjusted(theme::scaled(10), 0, -theme::scaled(10), 0);
    if (!m_iconName.isEmpty()) {
        const int side = theme::scaled(16);
        const QRect place(words.left(), (height() - side) / 2, side, side);
        theme::paintIcon(painter, m_iconName, QStyle::visualRect(layoutDirection(), rect(), place), ink);
        words.setLeft(words.left() + side + theme::unit() / 2);
    }
    painter.setPen(ink);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words), Qt::AlignVCenter | Qt::AlignLeading,
                     painter.fontMetrics().elidedText(m_words, Qt::ElideRight, words.width() + 1));
}

namespace {

QString iconOf(theme::Role role)
{
    switch (role) {
    case theme::Role::Accent:
    case theme::Role::Quiet:
        return u"info"_s;
    case theme::Role::Good:
        return u"check"_s;
    case theme::Role::Warn:
        return u"warning"_s;
    case theme::Role::Bad:
        return u"error"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

Banner::Banner(QWidget* parent)
    : QFrame(parent), m_icon(new IconView(u"info"_s, 22, this)), m_words(new Text(theme::Text::Body, this)),
      m_action(new Button(Button::Weight::Plain, Button::Size::Normal, this)),
      m_close(new Button(Button::Weight::Quiet, Button::Size::Normal, this))
{
    auto* row = new QHBoxLayout(this);
    const int unit = theme::unit();
    row->setContentsMargins(2 * unit, unit, unit, unit);
    row->setSpacing(unit + unit / 2);
    row->addWidget(m_icon);
    row->addWidget(m_words, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words->setObjectName(u"bannerWords"_s);
    m_action->setObjectName(u"bannerAction"_s);
    m_close->setObjectName(u"bannerClose"_s);
    m_close->setIconName(u"close"_s);
    for (Button* button : {m_action, m_close})
        button->setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard where it was: the button goes
    connect(m_action, &Button::clicked, this, &Banner::actionChosen);
    connect(m_close, &Button::clicked, this, &Banner::clear);
    retranslate();
    hide();
}

void Banner::say(theme::Role role, const QString& words)
{
    say(role, words, {});
}

void Banner::say(theme::Role role, const QString& words, const QString& action)
{
    m_role = role;
    m_icon->setIconName(iconOf(role));
    m_icon->setRole(role);
    m_words->setText(words);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(words);
    setVisible(!words.isEmpty());
    update();
    if (!words.isEmpty()) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void Banner::clear()
{
    m_words->clear();
    hide();
}

QString Banner::words() const
{
    return m_words->text();
}

void Banner::retranslate()
{
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close this message"));
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBox(painter, rect(), theme::unit(), theme::tint(m_role), theme::color(m_role));
}

void Banner::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

EmptyState::EmptyState(const QString& iconName, QWidget* parent)
    : QWidget(parent), m_icon(new IconView(iconName, 56, this)), m_underIcon(new QSpacerItem(0, theme::unit())),
      m_overAction(new QSpacerItem(0, theme::unit())), m_title(new Text(theme::Text::Section, this, true)),
      m_explanation(new Text(theme::Text::Body, this)),
      m_action(new Button(Button::Weight::Plain, Button::Size::Normal, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::unit(), 0, theme::unit(), 0);
    column->setSpacing(theme::unit());
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addItem(m_underIcon);
    column->addWidget(m_title);
    column->addWidget(m_explanation);
    column->addItem(m_overAction);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    m_icon->setRole(theme::Role::Quiet);
    m_explanation->setRole(theme::Role::Quiet);
    for (Text* line : {m_title, m_explanation}) {
        line->setAlignment(Qt::AlignHCenter);
        line->setWordWrap(true);
    }
    m_action->setObjectName(u"emptyAction"_s);
    m_action->hide();
    connect(m_action, &Button::clicked, this, &EmptyState::actionChosen);
}

QSize EmptyState::minimumSizeHint() const
{
    // The title: the rest gives way.
    return {QWidget::minimumSizeHint().width(), m_title->minimumSizeHint().height()};
}

void EmptyState::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void EmptyState::fit()
{
    const int gap = theme::unit();
    const auto high = [this](QLabel* words) {
        return words->heightForWidth(std::max(1, width())) + layout()->spacing();
    };
    int room = height() - high(m_title);
    if (!m_action->isHidden())
        room -= m_action->sizeHint().height() + 2 * gap;
    const bool explains = !m_explanation->text().isEmpty() && room >= high(m_explanation);
    if (explains)
        room -= high(m_explanation);
    const bool pictured = room >= m_icon->sizeHint().height() + 3 * gap;
    m_explanation->setVisible(explains);
    m_icon->setVisible(pictured);
    m_underIcon->changeSize(0, pictured ? gap : 0);
    m_overAction->changeSize(0, m_action->isHidden() ? 0 : gap);
    layout()->invalidate();
}

void EmptyState::setWords(const QString& title, const QString& explanation, const QString& action)
{
    m_title->setText(title);
    m_explanation->setText(explanation);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    fit();
}

} // namespace kobai::widgets
