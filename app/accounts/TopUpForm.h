// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/TopUpFlow.h"
#include "money/Currency.h"

#include <QWidget>

#include <memory>

class QHBoxLayout;

namespace kobai::widgets {
class Button;
class MoneyButton;
class Card;
class IconView;
class MoneyEdit;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

/// The amount, the question and, after it, the receipt number. Shows a TopUpFlow. GUI thread.
class TopUpForm final : public QWidget {
    Q_OBJECT

public:
    TopUpForm(const TopUpFlow& flow, const Currency& currency, QWidget* parent = nullptr);
    /// @p name of the person whose account it is.
    void refresh(const QString& name);
    void focusAmount();
    void clearAmount();
    void retranslate();
    void confirmByKey(); ///< where there is something to confirm

Q_SIGNALS:
    void typed(const kobai::Result<kobai::Money>& amount);
    void confirmed();
    void closed();

private:
    const TopUpFlow& m_flow;
    Currency m_currency;
    QString m_name;
    widgets::Card* m_card;
    widgets::Text* m_label;
    widgets::MoneyEdit* m_amount;
    QWidget* m_entry;
    widgets::IconView* m_mark;
    widgets::Text* m_question;
    widgets::Text* m_complaint;
    widgets::Text* m_receipt;
    widgets::MoneyButton* m_confirm;
    widgets::Button* m_close;
};

} // namespace kobai::app
