// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "enrolment/Enrolment.h"
#include "enrolment/ReferencePhoto.h"

#include <QImage>
#include <QWidget>

#include <optional>

namespace kobai::widgets {
class Button;
class CameraView;
class PhotoView;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class AskStrip;

/// The reference photo: first its own question, yes or no; only after a yes the camera, a picture to look at, and the keeping of it.
/// Holds the picture that was taken only until it is kept or taken anew. GUI thread.
class PhotoCard final : public QWidget {
    Q_OBJECT

public:
    explicit PhotoCard(QWidget* parent = nullptr);
    void show(const enrolment::PersonFile& file, const enrolment::PhotoState& state,
              const std::optional<QImage>& picture, bool cameraOpen);
    void showFrame(const QImage& image);
    /// A question, a picture taken or the camera is given up; false when there was none.
    bool stepBack();
    void forget(); ///< another person, or the page goes to the back
    void retranslate();

Q_SIGNALS:
    void answered(bool yes);
    void cameraAsked(bool open);
    void photoTaken(const QImage& photo); ///< to be kept

private:
    /// What the card is about at the moment.
    enum class Stage { NoFace, Question, Empty, Camera, Taken, Kept };
    [[nodiscard]] Stage stage() const;
    void take();
    void focusFirst();
    void askToRemove();
    void showStage();

    std::optional<enrolment::PersonFile> m_file;
    enrolment::PhotoState m_state;
    bool m_cameraOpen = false;
    QImage m_live;
    QImage m_taken;
    widgets::Text* m_title;
    widgets::Text* m_words;
    widgets::CameraView* m_camera;
    widgets::PhotoView* m_photo;
    widgets::Button* m_yes;
    widgets::Button* m_no;
    widgets::Button* m_open;
    widgets::Button* m_take;
    widgets::Button* m_keep;
    widgets::Button* m_again;
    widgets::Button* m_remove;
    AskStrip* m_ask;
};

} // namespace kobai::app
