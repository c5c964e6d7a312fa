// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "enrolment/Enrolment.h"
#include "widgets/Theme.h"

#include <QString>

namespace kobai::app {

[[nodiscard]] QString relationText(people::Relation relation);
[[nodiscard]] QString meansText(consent::Means means);
/// "Sato Keiko (mother)"; empty when the file knows no such guardian.
[[nodiscard]] QString guardianText(const enrolment::PersonFile& file, GuardianId guardian);

/// One event of the timeline: what happened, as a sentence, and the mark beside it.
struct EventWords {
    QString sentence;
    QString iconName;
    widgets::theme::Role role = widgets::theme::Role::Quiet;
};
[[nodiscard]] EventWords eventWords(const enrolment::PersonFile& file, const consent::Event& event);

/// The computed consent in one sentence.
[[nodiscard]] QString consentSentence(const enrolment::PersonFile& file);

} // namespace kobai::app
