// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace kobai::widgets {
class Card;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

/// One subject of the settings, here and in the workplaces that have settings of their own: a card with its heading. GUI thread.
class SettingsCard : public QWidget {
    Q_OBJECT

public:
    explicit SettingsCard(QWidget* parent = nullptr);
    virtual void retranslate() = 0;

protected:
    void setHeading(const QString& words);
    [[nodiscard]] QVBoxLayout* body() const;

private:
    widgets::Card* m_card;
    widgets::Text* m_heading;
};

} // namespace kobai::app
