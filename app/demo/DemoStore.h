// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/DemoSchool.h"
#include "base/Result.h"
#include "store/Store.h"

#include <QString>

#include <functional>

namespace kobai::app {

/// Told the percentage done, 0..100; false stops the work.
using DemoProgress = std::function<bool(int percent)>;

/// Makes a demo school in @p folder, which must not exist or be empty. It is built beside and renamed when it is whole, so that a crash or a
/// cancel leaves no half school. Off the GUI thread: it takes seconds. @p passphrase: what opens it from then on; empty, it opens by
/// store::demoPassphrase. Faults: StoreExists, Cancelled, those of Store::create.
[[nodiscard]] Status makeDemoStore(const QString& folder, const demo::DemoPlan& plan, const SecureBytes& passphrase,
                                   store::Environment environment, const DemoProgress& progress);

} // namespace kobai::app
