// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/enrol/EnrolFlow.h"

#include <QWidget>

namespace kobai::widgets {
class Button;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class CaptureTiles;

/// The last step: enrolled, with what was taken, and what comes next. GUI thread.
class DoneView final : public QWidget {
    Q_OBJECT

public:
    explicit DoneView(const EnrolFlow& flow, QWidget* parent = nullptr);
    void refresh();
    void focusFirst();
    void retranslate();

Q_SIGNALS:
    void nextAsked();
    void pinAsked();
    void faceRecordAsked();

private:
    const EnrolFlow& m_flow;
    widgets::Text* m_done;
    widgets::Text* m_detail;
    CaptureTiles* m_tiles;
    widgets::Button* m_next;
    widgets::Button* m_pin;
    widgets::Button* m_faceRecord;
};

} // namespace kobai::app
