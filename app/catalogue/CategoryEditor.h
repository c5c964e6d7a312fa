// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/Product.h"

#include <QFrame>

class QLabel;
class QLineEdit;

namespace kobai::widgets {
class Button;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

/// The form for a new category, in the place of the product's. GUI thread.
class CategoryEditor final : public QFrame {
    Q_OBJECT

public:
    explicit CategoryEditor(QWidget* parent);
    void clear();
    [[nodiscard]] catalogue::Category typed() const;
    void setBusy(bool busy);
    void retranslate();

Q_SIGNALS:
    void saveAsked();
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    widgets::Text* m_title;
    widgets::Button* m_close;
    QLabel* m_nameLabel;
    QLineEdit* m_name;
    QLabel* m_nameJaLabel;
    QLineEdit* m_nameJa;
    widgets::Button* m_save;
};

} // namespace kobai::app
