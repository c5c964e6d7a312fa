// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.h"
#include "base/Result.h"
#include "money/Money.h"

#include <QString>
#include <QStringList>

namespace kobai::catalogue {

struct Category {
    CategoryId id;
    QString name;
    QString nameJa;     ///< shown in Japanese; the other name when empty
    int position = 0;   ///< order of the tabs
    CatalogueKey key{}; ///< of a new one, made when its form opens: a retry with it adds once. Not read back.
};

/// Tax-inclusive rates of Japan's consumption tax since 2019; other regions choose their own at creation.
struct TaxRate {
    int permille = 0; ///< 80 = 8 %
    friend auto operator<=>(TaxRate, TaxRate) = default;
};

struct Product {
    ProductId id;
    QString name;
    QString nameJa; ///< shown in Japanese; the other name when empty
    CategoryId category;
    Money price; ///< tax included, > 0
    TaxRate tax;
    QStringList barcodes; ///< as by canonicalBarcode(); unique in the store
    QString picture;      ///< name of an icon drawn for it, e.g. "onigiri"; may be empty
    bool favourite = false;
    bool active = true; ///< false: no longer sold, stays in the history
    int position = 0;
    CatalogueKey key{}; ///< of a new one, made when its form opens: a retry with it adds once. Not read back.
};

inline constexpr Money highestPrice{100'000'000};

/// Faults: TextEmpty, TextTooLong, AmountZero, AmountNegative, AmountTooLarge, BarcodeMalformed, Duplicate (a barcode twice),
/// QuantityOutOfRange (tax rate outside 0..1000 permille).
/// @p kept: codes that it has already, from a version that asked less of them; they may stay.
[[nodiscard]] Result<Product> checked(Product product, const QStringList& kept = {});
/// Faults: TextEmpty, TextTooLong.
[[nodiscard]] Result<Category> checked(Category category);

} // namespace kobai::catalogue

Q_DECLARE_METATYPE(kobai::catalogue::Product)
