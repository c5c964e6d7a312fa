// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace kobai::face {

/// What stands in a folder.
struct Listed {
    QString name;
    bool isFolder = false; ///< or a link to one
    bool isLink = false;
};

/// All in @p folder but what is hidden, by name: also links to nowhere, pipes, and names that are no UTF-8 (from another system's archive), which
/// QDir passes over. Of those the bad signs are replaced, so that they are named though nothing of that name can be opened. Empty when the
/// folder cannot be read.
[[nodiscard]] std::vector<Listed> listed(const QString& folder);

} // namespace kobai::face
