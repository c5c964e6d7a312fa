// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Id.h"
#include "base/Result.h"
#include "catalogue/Product.h"
#include "money/Money.h"
#include "people/Person.h"
#include "store/Store.h"

#include <QString>

#include <optional>
#include <vector>

namespace kobai::app {

/// A sale found by its receipt number.
struct FoundSale {
    SaleId id;
    std::int64_t receipt = 0;
    Money total;
    Instant at;
};

/// What the store knows about a few typed letters.
struct FoundThings {
    std::vector<people::Person> people;
    std::vector<catalogue::Product> products;
    std::optional<FoundSale> sale;
};

/// People by name, reading or number, products by name in either language or barcode, a sale by its receipt number;
/// at most @p mostOfEach. On the store's thread.
[[nodiscard]] Result<FoundThings> findAnywhere(store::Store& store, const QString& text, int mostOfEach);

} // namespace kobai::app
