// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/SourceFolder.h"

namespace kobai::test {

QString sourceFile(const QString& name)
{
    const QString root = QStringLiteral(KOBAI_SOURCE_DIR);
    return name.isEmpty() ? root : root + QLatin1Char('/') + name;
}

} // namespace kobai::test
