// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/Product.h"

#include "base/Text.h"

namespace kobai::catalogue {

namespace {

constexpr int shortestBarcodeDigits = 4;
constexpr int longestBarcodeDigits = 18;
constexpr int longestNameChars = 200;
constexpr int highestTaxPermille = 1000;

/// GS1 General Specifications, 7.9: from the right the digits weigh 1 (the check digit), 3, 1, 3 ...; the sum is a multiple of 10.
bool checkDigitRight(const QString& digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const bool evenFromRight = (digits.size() - 1 - i) % 2 == 0;
        sum += (digits[i].unicode() - u'0') * (evenFromRight ? 1 : 3);
    }
    return sum % 10 == 0;
}

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

Result<QString> cleanBarcode(const QString& scanned)
{
    QString digits = narrowed(scanned).trimmed();
    if (digits.size() < shortestBarcodeDigits || digits.size() > longestBarcodeDigits)
        return fail(FaultCode::BarcodeMalformed);
    for (const QChar c : digits) {
        if (c < u'0' || c > u'9')
            return fail(FaultCode::BarcodeMalformed);
    }
    if ((digits.size() == 8 || digits.size() == 13) && !checkDigitRight(digits))
        return fail(FaultCode::BarcodeMalformed);
    return digits;
}

Result<Product> checked(Product product)
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
        KOBAI_ASSIGN(const QString barcode, cleanBarcode(typed));
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
