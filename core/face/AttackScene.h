// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>

#include <memory>
#include <vector>

namespace kobai::face {

/// The kinds of artefacts that can be rendered (presentation attack instrument species of ISO/IEC 30107-3).
enum class AttackSpecies {
    PrintPlain,   ///< a still on a tilted sheet and nothing else: perfect ink, no light of its own
    PrintMatte,   ///< little contrast, halftone dots, white border, slightly bent
    PrintGlossy,  ///< strong colours, a highlight that wanders with the tilt
    PrintCutOut,  ///< cut out along the head, no border
    PrintNear,    ///< so near that the sheet's edges are outside the picture
    PhonePhoto,   ///< a still on a phone
    PhoneReplay,  ///< the clip on a phone
    TabletReplay, ///< the clip on a tablet
    LaptopReplay, ///< the clip on a laptop that stands still
    ScreenNear,   ///< the clip on a screen whose frame is outside the picture
    BonaFide,     ///< no attack: the clip as it is, through the same camera
};

/// Folder name of a species' presentations.
[[nodiscard]] QString speciesName(AttackSpecies species);
[[nodiscard]] std::vector<AttackSpecies> attackSpecies(); ///< all but BonaFide
/// Does the artefact show a moving picture?
[[nodiscard]] bool isReplay(AttackSpecies species);

/// Renders one presentation of an artefact as a camera of 640x480 pixels would see it (the live as large as their film is,
/// up to that): the sheet or screen moves as if
/// held by hand, bends, is sampled by the camera's pixels (so that a screen shows moire), is lit, and gets the camera's
/// blur and noise. Seeded: the same seed gives the same presentation. For building test sets; belongs to one thread.
class AttackScene final {
public:
    /// @p background: what is behind the artefact. RGB888, any size, as all pictures here.
    AttackScene(AttackSpecies species, const QImage& background, unsigned seed);
    ~AttackScene();
    Q_DISABLE_COPY_MOVE(AttackScene)

    /// @p content: the picture that is shown at @p seconds; @p face: where the face is in it (pixels), the same for all
    /// frames of a presentation.
    [[nodiscard]] QImage frame(const QImage& content, const QRectF& face, double seconds);

private:
    struct Scene;
    std::unique_ptr<Scene> m_scene;
};

} // namespace kobai::face
