// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoSchool.h"

#include "app/demo/DemoConsents.h"
#include "app/demo/DemoPeople.h"
#include "app/demo/DemoSales.h"
#include "app/demo/Timeline.h"

#include <QTime>

#include <algorithm>

namespace kobai::demo {

namespace {

constexpr int fewestStudents = 2; ///< the men of the clips

/// The second wording of the notice came before anybody answered it.
void setNoticeVersion(Timeline& timeline, QDate day, OperatorId by)
{
    const Instant at = fromLocal(QDateTime(day, QTime(7, 0)));
    timeline.add(at, [at, by](store::Tx& tx) -> Status {
        const QString key = QString::fromUtf16(store::setting::noticeVersion);
        KOBAI_TRY(tx.settings().setText(key, QString::number(demoNoticeVersion)));
        audit::Record record;
        record.at = at;
        record.by = by;
        record.action = audit::Action::SettingChanged;
        record.detail = QStringLiteral("%1 %2").arg(key).arg(demoNoticeVersion);
        return tx.audit().append(record);
    });
}

} // namespace

Status makeDemoSchool(store::Store& store, const DemoPlan& wanted, const std::function<bool(int percent)>& progress)
{
    DemoPlan plan = wanted;
    plan.students = std::max(plan.students, fewestStudents);
    plan.staff = std::max(plan.staff, 0);
    plan.days = std::max(plan.days, 1);
    if (!plan.today.isValid())
        plan.today = store.clock().today();

    const OperatorId by = store.info().operatorId;
    const QDate firstDay = plan.today.addDays(1 - plan.days);
    Dice dice(plan.seed);
    Timeline timeline;
    setNoticeVersion(timeline, firstDay.addDays(-31), by);
    auto everybody = invitePeople(timeline, plan, firstDay, dice, by);
    openShop(timeline, everybody, plan, firstDay, dice, store.info().currency, by);

    // Nothing of today that has not happened yet.
    const Instant endOfToday = fromLocal(QDateTime(plan.today, QTime(23, 59)));
    return timeline.run(store, std::min(store.now(), endOfToday), progress);
}

} // namespace kobai::demo
