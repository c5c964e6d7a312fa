// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QJsonObject>

class QCommandLineParser;

namespace kobai::cli {

void addSearchOptions(QCommandLineParser& parser);

/// `kobai bench search`: Gallery::search() over synthetic galleries of several sizes against faiss' IndexFlatIP over the
/// same vectors in the same run, one thread each, in turns. For each size an object
/// {"ms":median of Kobai's search,"ratio":to faiss' median,"mib":resident memory of the gallery,"agree":share of the
/// probes with the same best person}. Fault: Usage for numbers that make no sense.
[[nodiscard]] Result<QJsonObject> benchSearch(const QCommandLineParser& options);

} // namespace kobai::cli
