// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/till/TillFlow.h"
#include "money/Currency.h"

#include <QWidget>

namespace kobai::widgets {
class Card;
class IconView;
class PhotoView;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

/// The customer before the charge: name, number, year, house, the reference photo where there is a consent to it, and what the charge does
/// to the balance. After it, the same card with a tick. No consent, no history, no score. GUI thread.
class CustomerCardView final : public QWidget {
    Q_OBJECT

public:
    explicit CustomerCardView(QWidget* parent = nullptr);
    /// Empty when the flow knows no customer.
    void show(const TillFlow& flow, const Currency& currency);

private:
    widgets::Card* m_card;
    widgets::IconView* m_icon;
    widgets::PhotoView* m_photo;
    widgets::Text* m_name;
    widgets::Text* m_line;
    widgets::Text* m_beforeWord;
    widgets::Text* m_before;
    widgets::Text* m_afterWord;
    widgets::Text* m_after;
};

} // namespace kobai::app
