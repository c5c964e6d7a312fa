// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace kobai::widgets {
class Card;
}

namespace kobai::app {

/// A card above a dimmed window: the keys (F1), the search (Ctrl+K). Not a dialog: no event loop of its own, a click beside the
/// card or Esc ends it, and the focus goes back to where it was. GUI thread.
class Overlay : public QWidget {
    Q_OBJECT

public:
    /// Covers @p window's whole area and follows its size. Hidden at first.
    explicit Overlay(QWidget* window);

    void openOver();
    void closeOver();

protected:
    [[nodiscard]] QVBoxLayout* body() const;
    virtual void opened() = 0; ///< fill it and put the focus in
    void setCardWidth(int px); ///< at 100 %
    void placeCard();          ///< after its words have changed

    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool focusNextPrevChild(bool next) override; ///< Tab stays inside

private:
    void keepFocus(QWidget* before, QWidget* now);

    widgets::Card* m_card;
    QPointer<QWidget> m_focusBefore;
    int m_cardWidthPx = 560;
};

} // namespace kobai::app
