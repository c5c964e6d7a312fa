// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

namespace kobai::app {

/// The name of a product or category in the language of the screen: the Japanese one in Japanese, when there is one.
[[nodiscard]] inline QString shownName(const QString& name, const QString& nameJa)
{
    return QLocale().language() == QLocale::Japanese && !nameJa.isEmpty() ? nameJa : name;
}

} // namespace kobai::app
