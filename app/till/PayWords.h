// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/till/TillFlow.h"
#include "money/Currency.h"
#include "widgets/Theme.h"

#include <QString>

namespace kobai::app {

/// What the payment says at one moment, in the current language.
struct PayWords {
    QString message; ///< the one line
    QString detail;  ///< what was not lost and what to do; may be empty
    QString iconName;
    widgets::theme::Role role = widgets::theme::Role::Accent;
};

/// Why nobody's face may be looked at; empty when faces may be, or when it is about one person only.
[[nodiscard]] QString faceBarText(enrolment::FaceUse use);

[[nodiscard]] PayWords payWords(const TillFlow& flow, const Currency& currency);

} // namespace kobai::app
