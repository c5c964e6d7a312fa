// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Theme.h"

#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

class QSpacerItem;
class QVBoxLayout;

namespace kobai::widgets {

/// A button of the house: Primary is filled with the accent (one per page), Plain is outlined, Quiet is text only, Danger is outlined in red.
class Button : public QPushButton {
    Q_OBJECT

public:
    enum class Weight { Primary, Plain, Quiet, Danger };
    enum class Size { Normal, Till };
    explicit Button(Weight weight, Size size = Size::Normal, QWidget* parent = nullptr);
    void setIconName(const QString& name); ///< painted with the button's text colour
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void refresh();
    [[nodiscard]] QColor foreground() const;
    void paintSurface(QPainter& painter) const;
    Weight m_weight;
    Size m_size;
    QString m_iconName;
};

/// Books money. No key that a barcode scanner types presses it, Enter least of all: a click, a touch, or the page's shortcut, which calls click().
class MoneyButton final : public Button {
    Q_OBJECT

public:
    explicit MoneyButton(Size size, QWidget* parent = nullptr) : Button(Weight::Primary, size, parent) {}

protected:
    void keyPressEvent(QKeyEvent* event) override { event->ignore(); }
};

/// A panel with a one-pixel outline and 1-unit corners.
class Card final : public QFrame {
    Q_OBJECT

public:
    explicit Card(QWidget* parent = nullptr);
    [[nodiscard]] QVBoxLayout* body() const { return m_body; } ///< margins 2 units, spacing 1

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_body;
};

/// A label in one of the theme's sizes, optionally in a role's colour; follows theme and font changes. What it shows is text, never markup. Its
/// words never ask for more width than a long word has: with setWordWrap() a longer one is broken anywhere, with setElided() the line ends in dots.
class Text final : public QLabel {
    Q_OBJECT

public:
    explicit Text(theme::Text size, QWidget* parent = nullptr, bool bold = false);
    void setRole(theme::Role role);
    void clearRole();
    void setElided(bool elided); ///< one line that may be cut; for names beside something that must be seen whole
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    [[nodiscard]] int surroundPx() const;         ///< what margins and frame take of the width
    [[nodiscard]] bool isBroken(int width) const; ///< a word is longer than that
    [[nodiscard]] int brokenHeight(int width) const;
    theme::Text m_size;
    bool m_bold;
    bool m_elided = false;
    bool m_hasRole = false;
    theme::Role m_role = theme::Role::Quiet;
};

/// One of the house's icons in a role's colour, or the text's; follows the theme.
class IconView final : public QWidget {
    Q_OBJECT

public:
    /// @p px: side at 100 %.
    explicit IconView(const QString& iconName, int px = 20, QWidget* parent = nullptr);
    void setIconName(const QString& name);
    void setRole(theme::Role role);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_iconName;
    int m_px;
    bool m_hasRole = false;
    theme::Role m_role = theme::Role::Quiet;
};

/// A small rounded word with an icon: a state ("Consent given", "Enrolled", "Low balance").
class Chip final : public QWidget {
    Q_OBJECT

public:
    explicit Chip(QWidget* parent = nullptr);
    void say(theme::Role role, const QString& iconName, const QString& words);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    theme::Role m_role = theme::Role::Quiet;
    QString m_iconName;
    QString m_words;
};

/// A line across a page that says what happened, what was not lost, what to do; with an icon in its role's colour and an optional button. Hidden when
/// empty. Announced to screen readers. Never a modal box.
class Banner final : public QFrame {
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr);
    void say(theme::Role role, const QString& words);
    void say(theme::Role role, const QString& words, const QString& action); ///< actionChosen() when pressed
    void clear();
    [[nodiscard]] QString words() const;

Q_SIGNALS:
    void actionChosen();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    theme::Role m_role = theme::Role::Quiet;
    IconView* m_icon;
    Text* m_words;
    Button* m_action;
    Button* m_close;
};

/// What a list shows when it is empty: an icon, a sentence and, when set, the action that fills it.
class EmptyState final : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(const QString& iconName, QWidget* parent = nullptr);
    void setWords(const QString& title, const QString& explanation, const QString& action = {});
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void actionChosen();

protected:
    void resizeEvent(QResizeEvent* event) override; ///< where there is no room for it, the icon gives way to the words

private:
    IconView* m_icon;
    void fit();
    QSpacerItem* m_underIcon;
    QSpacerItem* m_overAction;
    Text* m_title;
    Text* m_explanation;
    Button* m_action;
};

} // namespace kobai::widgets
