// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/Product.h"

#include "base/Text.h"
#include "catalogue/Barcode.h"

namespace kobai::catalogue {

namespace {

constexpr int longestNameChars = 200;
constexpr int highestTaxPermille = 1000;

Result<QString> name(const QString& typed, bool required)
{
    QString text = cleanLine(typed);
    if (required && text.isEmpty())
        return fail(FaultCode::TextEmpty);
    if (codePoints(text) > longestNameChars)
        return fail(FaultCode::TextTooLong, QString::number(longestNameChars));
    return text;
}

} // namespace

Result<Product> checked(Product product, const QStringList& kept)
{
    KOBAI_ASSIGN(product.name, name(product.name, true));
    KOBAI_ASSIGN(product.nameJa, name(product.nameJa, false));
    KOBAI_ASSIGN(product.picture, name(product.picture, false));
    if (product.price.isZero())
        return fail(FaultCode::AmountZero);
    if (product.price.isNegative())
        return fail(FaultCode::AmountNegative);
    if (product.price > highestPrice)
        return fail(FaultCode::AmountTooLarge);
    if (product.tax.permille < 0 || product.tax.permille > highestTaxPermille)
        return fail(FaultCode::QuantityOutOfRange);

    QStringList barcodes;
    for (const QString& typed : product.barcodes) {
        QString barcode = typed;
        if (!kept.contains(typed)) {
            KOBAI_ASSIGN(barcode, canonicalBarcode(typed));
        }
        if (barcodes.contains(barcode))
            return fail(FaultCode::Duplicate);
        barcodes += barcode;
    }
    product.barcodes = barcodes;
    return product;
}

Result<Category> checked(Category category)
{
    KOBAI_ASSIGN(category.name, name(category.name, true));
    KOBAI_ASSIGN(category.nameJa, name(category.nameJa, false));
    return category;
}

} // namespace kobai::catalogue
