// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <span>

namespace kobai::demo {

/// A product of the demo store as its table has it; the tax rate is the category's.
struct DemoProduct {
    QStringView name;
    QStringView nameJa;
    int yen;
    QStringView picture; ///< name of an icon in resources/icons, "product-" before it
};

struct DemoCategory {
    QStringView name;
    QStringView nameJa;
    int taxPermille;
    int appetite; ///< how often it is chosen, relative to the others
    std::span<const DemoProduct> products;
};

/// Six categories of twenty products each.
[[nodiscard]] std::span<const DemoCategory> demoCategories();

/// An EAN-13 of the range that shops number themselves (prefix 20 to 29), with its check digit.
[[nodiscard]] QString demoBarcode(int category, int product);

} // namespace kobai::demo
