// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Fields.h"

#include "money/MoneyText.h"
#include "widgets/Scheme.h"
#include "widgets/Theme.h"

#include <QAction>
#include <QEvent>
#include <QFocusEvent>

namespace kobai::widgets {

using namespace Qt::Literals::StringLiterals;

namespace {
// Far more than the largest amount needs; what is longer is cut by the field, not by the eye.
constexpr int longestAmountChars = 64;
} // namespace

MoneyEdit::MoneyEdit(const Currency& currency, QWidget* parent) : QLineEdit(parent), m_currency(currency)
{
    setAlignment(Qt::AlignRight);
    setInputMethodHints(currency.decimals == 0 ? Qt::ImhDigitsOnly : Qt::ImhFormattedNumbersOnly);
    setPlaceholderText(currency.symbol + QChar::Nbsp); // the caret stands behind it, not on it
    m_mark = addAction(theme::icon(u"error"_s), QLineEdit::LeadingPosition);
    m_mark->setVisible(false);
    connect(this, &QLineEdit::textChanged, this, [this] {
        mark();
        Q_EMIT amountChanged();
    });
}

Result<Money> MoneyEdit::amount() const
{
    return text().size() > longestAmountChars ? fail(FaultCode::AmountTooLarge)
                                              : parseMoney(text(), m_currency, locale());
}

void MoneyEdit::setAmount(Money amount)
{
    setText(moneyText(amount, m_currency, locale()));
}

void MoneyEdit::mark()
{
    const auto read = amount();
    const bool wrong = !read && read.error().code != FaultCode::TextEmpty;
    m_mark->setVisible(wrong);
    QPalette colours = scheme().palette();
    if (wrong)
        colours.setColor(QPalette::Text, theme::color(theme::Role::Bad));
    setPalette(colours);
    if (!wrong)
        setAccessibleDescription({});
    else if (read.error().code == FaultCode::AmountAmbiguous)
        setAccessibleDescription(tr("This amount can be read in two ways."));
    else
        setAccessibleDescription(tr("This is not an amount."));
}

bool MoneyEdit::event(QEvent* event)
{
    const bool taken = QLineEdit::event(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        mark();
    return taken;
}

void MoneyEdit::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    // A mouse press would put the cursor and undo the selection; coming by Tab replaces the amount.
    if (event->reason() != Qt::MouseFocusReason)
        selectAll();
}

void MoneyEdit::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    // Grouped once typing is over; what cannot be read stays as it was typed.
    if (const auto read = amount())
        setAmount(*read);
}

} // namespace kobai::widgets
