// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CameraGuide.h"

#include "app/FaultText.h"

namespace kobai::app {

using Hint = widgets::CameraView::Hint;

Hint movementOf(face::Guidance guidance)
{
    switch (guidance) {
    case face::Guidance::TurnLeft:
        return Hint::Left;
    case face::Guidance::TurnRight:
        return Hint::Right;
    case face::Guidance::LookUp:
        return Hint::Up;
    case face::Guidance::LookDown:
        return Hint::Down;
    case face::Guidance::Blink:
        return Hint::Blink;
    case face::Guidance::Starting:
    case face::Guidance::CameraBlack:
    case face::Guidance::NoFace:
    case face::Guidance::SeveralFaces:
    case face::Guidance::Closer:
    case face::Guidance::FartherAway:
    case face::Guidance::Centre:
    case face::Guidance::TooDark:
    case face::Guidance::TooBright:
    case face::Guidance::TurnToCamera:
    case face::Guidance::HoldStill:
    case face::Guidance::OpenEyes:
    case face::Guidance::UnevenLight:
    case face::Guidance::Glare:
    case face::Guidance::LevelHead:
    case face::Guidance::CloseMouth:
    case face::Guidance::UncoverFace:
    case face::Guidance::TurnALittle:
    case face::Guidance::Good:
        return Hint::None;
    }
    Q_UNREACHABLE();
}

void showGuide(widgets::CameraView& camera, const face::Observation& observation)
{
    camera.setFace(observation.face, observation.guidance == face::Guidance::Good);
    camera.setRing(observation.ring);
    camera.setHint(movementOf(observation.guidance));
    camera.setWords(guidanceText(observation.guidance));
}

} // namespace kobai::app
