// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/ProductIndex.h"

#include "base/Text.h"
#include "catalogue/Barcode.h"

#include <algorithm>

namespace kobai::catalogue {

namespace {

constexpr qsizetype fewestLastDigits = 4;

QString withoutLeadingZeros(const QString& digits)
{
    const auto first = std::ranges::find_if(digits, [](QChar digit) { return digit != u'0'; });
    return digits.sliced(first - digits.begin());
}

/// What is typed of a code: as far as it is known, in whatever way it is printed.
class CodePart final {
public:
    explicit CodePart(const QString& typed)
        : m_written(narrowed(withoutSymbology(narrowed(typed).trimmed()))),
          m_whole(canonicalBarcode(typed).value_or(QString()))
    {
        QString digits = m_written;
        digits.removeIf([](QChar sign) { return sign == u' ' || sign == u'-'; });
        if (isNumber(digits))
            m_digits = digits;
    }

    [[nodiscard]] bool isOf(const QString& code) const
    {
        if (m_written.isEmpty())
            return false;
        if (code == m_whole || code.startsWith(m_written, Qt::CaseInsensitive))
            return true;
        if (m_digits.isEmpty() || !isNumber(code))
            return false;
        const QString leading = withoutLeadingZeros(m_digits);
        return (!leading.isEmpty() && withoutLeadingZeros(code).startsWith(leading))
               || (m_digits.size() >= fewestLastDigits && code.endsWith(m_digits));
    }

private:
    QString m_written;
    QString m_whole;  ///< empty unless it is a code
    QString m_digits; ///< empty unless all is digits
};

} // namespace

ProductIndex::ProductIndex(const std::vector<Product>& products)
{
    std::vector<QStringList> names;
    names.reserve(products.size());
    m_codes.reserve(products.size());
    for (const Product& product : products) {
        for (const QString& code : product.barcodes)
            m_byCode.insert(code, m_codes.size());
        m_codes.push_back(product.barcodes);
        names.push_back({product.name, product.nameJa});
    }
    m_names = search::TextIndex(names);
}

std::vector<std::size_t> ProductIndex::find(const QString& typed) const
{
    std::vector<std::size_t> places = m_names.find(typed);
    const CodePart part(typed);
    for (std::size_t place = 0; place < m_codes.size(); ++place) {
        const bool coded =
            std::ranges::any_of(m_codes[place], [&part](const QString& code) { return part.isOf(code); });
        if (coded && std::ranges::find(places, place) == places.end())
            places.push_back(place);
    }
    return places;
}

Result<std::size_t> ProductIndex::byBarcode(const QString& scanned) const
{
    const auto canonical = canonicalBarcode(scanned);
    // A number that an earlier version took without asking for its check digit is found as it is.
    const auto at = m_byCode.constFind(canonical.value_or(scanned.trimmed()));
    if (at == m_byCode.constEnd())
        return fail(canonical ? FaultCode::BarcodeUnknown : canonical.error().code);
    return *at;
}

} // namespace kobai::catalogue
