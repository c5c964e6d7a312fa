// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Listing.h"

#include <QFile>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace kobai::face {

std::vector<Listed> listed(const QString& folder)
{
    namespace fs = std::filesystem;
    std::vector<Listed> all;
    std::error_code failed;
    const fs::directory_iterator end;
    for (fs::directory_iterator entry(QFile::encodeName(folder).toStdString(), failed); !failed && entry != end;
         entry.increment(failed)) {
        std::error_code unknown; // a link in a circle is neither
        const QString name = QFile::decodeName(QByteArray::fromStdString(entry->path().filename().string()));
        if (!name.startsWith(u'.'))
            all.push_back(
                {.name = name, .isFolder = entry->is_directory(unknown), .isLink = entry->is_symlink(unknown)});
    }
    std::ranges::sort(all, {}, &Listed::name);
    return all;
}

} // namespace kobai::face
