// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/SchoolSettings.h"

#include "people/Person.h"

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;

namespace {

QString keyed(const char16_t* key)
{
    return QStringView(key).toString();
}

Result<SchoolSettings> readAll(store::Tx& tx)
{
    SchoolSettings settings;
    KOBAI_ASSIGN(settings.name, tx.settings().text(keyed(store::setting::schoolName)));
    KOBAI_ASSIGN(settings.facesOn, tx.consents().facesOn());
    KOBAI_ASSIGN(const QString notice, tx.settings().text(keyed(store::setting::noticeVersion), u"1"_s));
    settings.noticeVersion = notice.toInt();
    KOBAI_ASSIGN(settings.pauseDays, tx.consents().pauseDays());
    return settings;
}

/// @p detail says what to in a code: the school's name itself is not repeated in the record.
Result<SchoolSettings> change(store::Store& store, const char16_t* key, const QString& value, const QString& detail,
                              OperatorId by)
{
    const Instant now = store.now();
    const Status changed = store.write([&](store::Tx& tx) -> Status {
        KOBAI_TRY(tx.settings().setText(keyed(key), value));
        audit::Record record;
        record.at = now;
        record.by = by;
        record.action = audit::Action::SettingChanged;
        record.subject = keyed(key);
        record.detail = detail;
        return tx.audit().append(record);
    });
    KOBAI_TRY(changed);
    return schoolSettings(store); // another setting that is damaged does not take this one back
}

} // namespace

Result<SchoolSettings> schoolSettings(store::Store& store)
{
    return store.read(readAll);
}

Result<SchoolSettings> renameSchool(store::Store& store, const QString& name, OperatorId by)
{
    KOBAI_ASSIGN(const QString clean, people::cleanName(name));
    return change(store, store::setting::schoolName, clean, {}, by);
}

Result<SchoolSettings> switchFaces(store::Store& store, bool on, OperatorId by)
{
    const QString value = on ? u"1"_s : u"0"_s;
    return change(store, store::setting::facesOn, value, value, by);
}

Result<SchoolSettings> limitPauses(store::Store& store, int days, OperatorId by)
{
    if (days < 1 || days > consent::longestPauseDays)
        return fail(FaultCode::QuantityOutOfRange);
    const QString value = QString::number(days);
    return change(store, store::setting::pauseDays, value, value, by);
}

Result<SchoolSettings> raiseNotice(store::Store& store, OperatorId by)
{
    KOBAI_ASSIGN(const SchoolSettings before, schoolSettings(store));
    const QString next = QString::number(before.noticeVersion + 1);
    return change(store, store::setting::noticeVersion, next, next, by);
}

} // namespace kobai::app
