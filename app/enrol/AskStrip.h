// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace kobai::widgets {
class Button;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

/// "Remove the face of Sato Haruka?" on the spot, with the deed and the way back: asked before what cannot be undone. GUI thread.
class AskStrip final : public QWidget {
    Q_OBJECT

public:
    /// The parts are named @p name + "Question", "Yes" and "No".
    explicit AskStrip(const QString& name, QWidget* parent = nullptr);
    void ask(const QString& question, const QString& yes, const QString& no);
    void close();
    [[nodiscard]] bool isOpen() const { return !isHidden(); }

Q_SIGNALS:
    void confirmed();
    void cancelled();

private:
    widgets::Text* m_question;
    widgets::Button* m_yes;
    widgets::Button* m_no;
};

} // namespace kobai::app
