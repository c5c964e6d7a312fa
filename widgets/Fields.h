// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "money/Currency.h"
#include "money/Money.h"

#include <QLineEdit>
#include <QWidget>

#include <optional>

class QAction;

namespace kobai::widgets {

class Button;
class PinDots;

/// A field for an amount in one currency: reads it as any locale or keypad writes it, groups it in the locale's way when it is left, marks what it
/// cannot read, never changes the meaning of what was typed.
class MoneyEdit final : public QLineEdit {
    Q_OBJECT

public:
    explicit MoneyEdit(const Currency& currency, QWidget* parent = nullptr);
    [[nodiscard]] Result<Money> amount() const; ///< faults of parseMoney()
    void setAmount(Money amount);

Q_SIGNALS:
    void amountChanged();

protected:
    bool event(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void mark();
    Currency m_currency;
    QAction* m_mark = nullptr;
};

/// Ten large keys and dots for digits typed: 4 to 8 digits, by touch, mouse or keys. Shows no digit.
class PinPad final : public QWidget {
    Q_OBJECT

public:
    explicit PinPad(QWidget* parent = nullptr);
    [[nodiscard]] QString pin() const { return m_pin; }
    void clear();

Q_SIGNALS:
    void changed(int digits);
    void entered(const QString& pin); ///< Enter with at least four digits

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void press(QChar digit);
    void erase();
    void enter();
    void refresh();
    void retranslate();
    QString m_pin;
    PinDots* m_dots;
    Button* m_erase = nullptr;
    Button* m_enter = nullptr;
};

} // namespace kobai::widgets
