// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Fault.h"

#include <QWidget>

namespace kobai::widgets {
class Button;
class PinPad;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

/// The student types a PIN twice. Holds it only between the two. GUI thread.
class PinSetter final : public QWidget {
    Q_OBJECT

public:
    explicit PinSetter(QWidget* parent = nullptr);
    void start(const QString& name);
    void forget();                      ///< also when the page goes to the back
    void refused(const QString& words); ///< from the beginning, with the reason
    void retranslate();

Q_SIGNALS:
    void chosen(const QString& pin);
    void cancelled();

private:
    void take(const QString& pin);
    void showWords();

    QString m_name;
    QString m_first;
    QString m_complaint;
    widgets::Text* m_title;
    widgets::Text* m_words;
    widgets::PinPad* m_pad;
    widgets::Button* m_cancel;
};

} // namespace kobai::app
