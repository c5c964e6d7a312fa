// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/LivingTemplates.h"

#include <algorithm>

namespace kobai::store {

std::vector<TemplateTable::Row> living(const std::vector<TemplateTable::Row>& rows, const FaceKeys::PersonKeys* keys,
                                       const QString& model)
{
    std::vector<TemplateTable::Row> found;
    if (keys == nullptr)
        return found;
    std::ranges::copy_if(rows, std::back_inserter(found), [&](const auto& row) { return row.model == model; });
    if (std::ranges::none_of(found, [&](const auto& row) { return row.epoch == keys->epoch; }))
        found.clear();
    return found;
}

Result<std::vector<TemplateTable::Row>> livingTemplates(Tx& tx, const FaceKeys& keys, PersonId person,
                                                        const QString& model)
{
    KOBAI_ASSIGN(const auto rows, tx.templates().of(person));
    return living(rows, keys.find(person), model);
}

} // namespace kobai::store
