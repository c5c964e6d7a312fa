// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace kobai::widgets {

/// The path at the top of a page: "Person - Consent - Face - Done", with what is done, where one is, what is to come. Done steps
/// can be chosen when setRevisitable() allows it. Each state has its own mark, not only its colour. GUI thread.
class StepBar final : public QWidget {
    Q_OBJECT

public:
    explicit StepBar(QWidget* parent = nullptr);

    void setSteps(const QStringList& names);
    /// Steps before @p index are done. As many as there are steps: all done.
    void setCurrent(int index);
    [[nodiscard]] int current() const { return m_current; }
    void setRevisitable(bool on); ///< done steps are clickable and have the focus by Tab; off at first

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void stepChosen(int index); ///< a step before the current one

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QRect stepRect(int index) const;
    [[nodiscard]] int stepAt(QPoint position) const;
    void paintStep(QPainter& painter, int index) const;
    void describe();

    QStringList m_steps;
    int m_current = 0;
    int m_hovered = -1;
    int m_focused = -1;
    bool m_revisitable = false;
};

} // namespace kobai::widgets
