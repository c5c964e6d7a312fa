// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/BasketRow.h"

#include "app/scanner/ScanFocus.h"
#include "app/till/Shelf.h"
#include "money/MoneyText.h"
#include "widgets/Controls.h"
#include "widgets/Names.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

namespace {

Button* squareButton(const QString& icon, QWidget* parent)
{
    auto* button = new Button(Button::Weight::Quiet, Button::Size::Normal, parent);
    button->setIconName(icon);
    button->setFixedHeight(theme::scaled(theme::tillTargetPx));
    button->setMinimumWidth(theme::scaled(32)); // less only where very large letters leave no room
    button->setMaximumWidth(theme::scaled(theme::tillTargetPx));
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::NoFocus); // +, - and Delete do the same on the focused row
    return button;
}

} // namespace

BasketRow::BasketRow(QWidget* parent) : QFrame(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    m_name = new Text(theme::Text::Body, this);
    m_name->setWordWrap(true);
    m_name->setMinimumWidth(theme::scaled(56));
    m_count = new Text(theme::Text::Body, this);
    m_count->setRole(theme::Role::Quiet);
    m_total = new Text(theme::Text::Body, this, true);
    m_total->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_total->setMinimumWidth(theme::scaled(48));
    auto* words = new QHBoxLayout;
    words->setSpacing(theme::unit());
    words->addWidget(m_name, 1);
    words->addWidget(m_count);
    words->addWidget(m_total);

    m_controls = new QWidget(this);
    m_fewer = squareButton(u"minus"_s, m_controls);
    m_more = squareButton(u"plus"_s, m_controls);
    m_out = squareButton(u"trash"_s, m_controls);
    m_quantityButton = new Button(Button::Weight::Plain, Button::Size::Normal, m_controls);
    m_quantityButton->setFocusPolicy(Qt::NoFocus);
    m_quantityField = new QLineEdit(m_controls);
    m_quantityField->setObjectName(u"quantityField"_s);
    m_quantityField->setAlignment(Qt::AlignCenter);
    m_quantityField->setMaxLength(4);
    m_quantityField->installEventFilter(this);
    markFigures(*m_quantityField);
    m_quantityStack = new QStackedWidget(m_controls);
    m_quantityStack->addWidget(m_quantityButton);
    m_quantityStack->addWidget(m_quantityField);
    m_quantityStack->setFixedHeight(theme::scaled(theme::tillTargetPx));
    m_quantityStack->setMinimumWidth(theme::scaled(44));
    m_quantityStack->setMaximumWidth(theme::scaled(72));
    m_quantityButton->setMinimumWidth(theme::scaled(44));
    auto* controls = new QHBoxLayout(m_controls);
    controls->setContentsMargins(0, 0, 0, 0);
    controls->setSpacing(theme::unit() / 2);
    controls->addWidget(m_fewer);
    controls->addWidget(m_quantityStack);
    controls->addWidget(m_more);
    controls->addStretch(1);
    controls->addWidget(m_out);
    m_controls->hide();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::unit(), theme::unit(), theme::unit(), theme::unit());
    layout->setSpacing(theme::unit() / 2);
    layout->addLayout(words);
    layout->addWidget(m_controls);

    connect(m_fewer, &QAbstractButton::clicked, this, [this] { Q_EMIT quantityAsked(m_quantity - 1); });
    connect(m_more, &QAbstractButton::clicked, this, [this] { Q_EMIT quantityAsked(m_quantity + 1); });
    connect(m_out, &QAbstractButton::clicked, this, [this] { Q_EMIT quantityAsked(0); });
    connect(m_quantityButton, &QAbstractButton::clicked, this, &BasketRow::edit);
    connect(m_quantityField, &QLineEdit::returnPressed, this, &BasketRow::finishEditing);
}

void BasketRow::show(const checkout::Basket::Line& line, const Currency& currency)
{
    m_product = line.product.id;
    m_quantity = line.quantity;
    const QString name = shownName(line.product);
    m_name->setText(name);
    m_count->setText(line.quantity > 1 ? tr("%1 × %2", "quantity, then price of one")
                                             .arg(QLocale().toString(line.quantity),
                                                  moneyText(line.product.price, currency, QLocale()))
                                       : QString());
    m_quantityButton->setText(QLocale().toString(line.quantity));
    m_total->setText(moneyText(line.total(), currency, QLocale()));
    setAccessibleName(tr("%1, %2 of them, %3").arg(isolated(name), QLocale().toString(line.quantity), m_total->text()));
    m_fewer->setAccessibleName(tr("One %1 fewer").arg(name));
    m_more->setAccessibleName(tr("One %1 more").arg(name));
    m_out->setAccessibleName(tr("Take %1 out of the basket").arg(name));
    m_quantityButton->setAccessibleName(tr("Type the quantity of %1").arg(name));
    m_quantityField->setAccessibleName(tr("Quantity of %1").arg(name));
    m_fewer->setObjectName(u"fewer-%1"_s.arg(m_product.value));
    m_more->setObjectName(u"more-%1"_s.arg(m_product.value));
    m_out->setObjectName(u"remove-%1"_s.arg(m_product.value));
}

void BasketRow::setCurrent(bool current)
{
    m_current = current;
    m_controls->setVisible(current);
    update();
}

void BasketRow::edit()
{
    Q_EMIT touched();
    m_quantityField->setText(QString::number(m_quantity));
    m_quantityStack->setCurrentWidget(m_quantityField);
    m_quantityField->selectAll();
    m_quantityField->setFocus();
}

bool BasketRow::stopEditing()
{
    if (m_quantityStack->currentWidget() != m_quantityField)
        return false;
    m_quantityStack->setCurrentWidget(m_quantityButton);
    Q_EMIT editingEnded();
    return true;
}

void BasketRow::finishEditing()
{
    bool isNumber = false;
    const int quantity =
        QLocale().toInt(m_quantityField->text().normalized(QString::NormalizationForm_KC).trimmed(), &isNumber);
    if (!isNumber || quantity < 0) {
        m_quantityField->selectAll();
        Q_EMIT quantityMalformed();
        return;
    }
    stopEditing();
    Q_EMIT quantityAsked(quantity);
}

void BasketRow::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
        Q_EMIT quantityAsked(m_quantity + 1);
        return;
    case Qt::Key_Minus:
        Q_EMIT quantityAsked(m_quantity - 1);
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        Q_EMIT quantityAsked(0);
        return;
    case Qt::Key_Up:
        focusPreviousChild();
        return;
    case Qt::Key_Down:
        focusNextChild();
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

void BasketRow::mousePressEvent(QMouseEvent* event)
{
    Q_EMIT touched();
    QFrame::mousePressEvent(event);
}

void BasketRow::focusInEvent(QFocusEvent* event)
{
    Q_EMIT touched();
    QFrame::focusInEvent(event);
}

void BasketRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_current) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::tint(theme::Role::Accent));
        painter.drawRoundedRect(rect(), theme::unit() / 2.0, theme::unit() / 2.0);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme::color(theme::Role::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme::unit() / 2.0, theme::unit() / 2.0);
    }
}

bool BasketRow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_quantityField && event->type() == QEvent::FocusOut)
        stopEditing();
    return QFrame::eventFilter(watched, event);
}

} // namespace kobai::app
