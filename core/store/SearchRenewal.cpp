// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SearchRenewal.h"

#include "search/SearchFold.h"
#include "store/Tx.h"

namespace kobai::store {

Status renewSearchKeys(sqlite::Connection& connection)
{
    SettingsTable settings(connection);
    const QString setting = QString::fromUtf16(setting::searchFolding);
    KOBAI_ASSIGN(const QString kept, settings.text(setting));
    if (kept == search::foldingName())
        return {};
    sqlite::Transaction transaction(connection);
    KOBAI_TRY(PeopleTable(connection).makeKeysAnew());
    KOBAI_TRY(settings.setText(setting, search::foldingName()));
    transaction.commit();
    return {};
}

} // namespace kobai::store
