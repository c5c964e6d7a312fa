// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Page.h"
#include "app/window/Overlay.h"

class QGridLayout;

namespace kobai::widgets {
class Text;
class Button;
} // namespace kobai::widgets

namespace kobai::app {

/// F1: the keys of the page in front and those of the window, side by side. GUI thread.
class KeysOverlay final : public Overlay {
    Q_OBJECT

public:
    explicit KeysOverlay(QWidget* window);
    void showFor(const QString& pageTitle, const QList<KeyHint>& pageKeys, const QList<KeyHint>& windowKeys);

protected:
    void opened() override;

private:
    void fill(QGridLayout* grid, int column, const QString& heading, const QList<KeyHint>& hints);

    widgets::Text* m_title;
    QWidget* m_columns = nullptr;
    QWidget* m_scroll = nullptr; ///< around the columns
    widgets::Button* m_close;
};

} // namespace kobai::app
