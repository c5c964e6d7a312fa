// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Fault.h"
#include "face/AttackSession.h"
#include "face/Vision.h"

#include <QWidget>

class QGridLayout;

namespace kobai::widgets {
class Banner;
class Button;
class CameraView;
class ChoiceRow;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class Services;

/// A guided attack session in front of the real camera (product row 31): what to hold up, what the check made of it, the error rates for each
/// kind, kept for the impact assessment. Nobody is named: whom a picture shows does not matter here. GUI thread.
class AttackView final : public QWidget {
    Q_OBJECT

public:
    explicit AttackView(Services& services, QWidget* parent = nullptr);
    void retranslate();
    void leave(); ///< closes the camera
    bool stepBack();
    void present(); ///< what is chosen is held up now
    void keep();
    /// For pictures.
    void show(const face::AttackSession& session);

Q_SIGNALS:
    void responded();

private:
    void layOut();
    void connectVision();
    [[nodiscard]] face::PresentedSpecies species() const;
    void take(face::Verdict verdict, float liveness);
    void sayFault(const Fault& fault);
    void closeCamera();
    void refresh();

    Services& m_services;
    face::AttackSession m_session;
    bool m_looking = false;
    widgets::Text* m_explanation;
    widgets::ChoiceRow* m_species;
    widgets::Text* m_instruction;
    widgets::CameraView* m_camera;
    widgets::Button* m_present;
    widgets::Button* m_undo;
    widgets::Button* m_keep;
    widgets::Text* m_answer;
    widgets::Banner* m_banner;
    QWidget* m_resultCard;
    widgets::Text* m_resultTitle;
    QGridLayout* m_results;
    widgets::Text* m_worst;
};

} // namespace kobai::app
