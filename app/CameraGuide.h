// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Vision.h"
#include "widgets/CameraView.h"

namespace kobai::app {

/// The movement that @p guidance asks for, to be marked on the ring; None when it asks for something else.
[[nodiscard]] widgets::CameraView::Hint movementOf(face::Guidance guidance);
/// One frame's guide over the picture: the ring around the face and how far it is, one thing to do in words and as a mark on the ring.
void showGuide(widgets::CameraView& camera, const face::Observation& observation);

} // namespace kobai::app
