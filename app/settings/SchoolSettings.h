// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "consent/Consent.h"
#include "store/Store.h"

#include <QMetaType>
#include <QString>

namespace kobai::app {

/// The settings that belong to the school and live in the store.
struct SchoolSettings {
    QString name;
    bool facesOn = false;
    int noticeVersion = 1;
    int pauseDays = consent::longestPauseDays; ///< how long a paused face is kept
};

// On the store's thread. Each change is on record (audit SettingChanged) in the same unit of work.
[[nodiscard]] Result<SchoolSettings> schoolSettings(store::Store& store);
/// Faults: TextEmpty, TextTooLong.
[[nodiscard]] Result<SchoolSettings> renameSchool(store::Store& store, const QString& name, OperatorId by);
[[nodiscard]] Result<SchoolSettings> switchFaces(store::Store& store, bool on, OperatorId by);
/// QuantityOutOfRange below 1 and above consent::longestPauseDays.
[[nodiscard]] Result<SchoolSettings> limitPauses(store::Store& store, int days, OperatorId by);
/// Every consent answered the notice before: all of them ask again (product row 5).
[[nodiscard]] Result<SchoolSettings> raiseNotice(store::Store& store, OperatorId by);

} // namespace kobai::app

Q_DECLARE_METATYPE(kobai::app::SchoolSettings)
