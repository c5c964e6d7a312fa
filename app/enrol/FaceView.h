// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/enrol/EnrolFlow.h"

#include <QWidget>

class QGridLayout;

namespace kobai::widgets {
class Button;
class CameraView;
class IconView;
class QualityBarsView;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class CaptureTiles;

/// The third step: the camera with its guide, one instruction, six bars, a tile for each picture taken. Without consent it says why and
/// offers no camera. GUI thread.
class FaceView final : public QWidget {
    Q_OBJECT

public:
    explicit FaceView(const EnrolFlow& flow, QWidget* parent = nullptr);
    void refresh();
    void showFrame(const QImage& image);
    void showObservation(const face::Observation& observation);
    void focusFirst();
    void retranslate();

Q_SIGNALS:
    void startAsked();
    void stopAsked();
    void saveAsked(); ///< the same captures again
    void consentAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    const EnrolFlow& m_flow;
    QWidget* m_head;
    QWidget* m_foot;
    QGridLayout* m_grid;
    widgets::CameraView* m_camera;
    widgets::IconView* m_mark;
    widgets::Text* m_instruction;
    widgets::Text* m_detail;
    widgets::QualityBarsView* m_bars;
    CaptureTiles* m_tiles;
    widgets::Button* m_start;
    widgets::Button* m_stop;
    widgets::Button* m_saveAgain;
    widgets::Button* m_toConsent;
};

} // namespace kobai::app
