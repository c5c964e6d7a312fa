// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Services.h"

#include <QTest>

namespace kobai::test {

/// Until the store's thread has answered all that was asked of it, and what those answers asked for in turn. Answers come in the order of
/// the questions: what has not happened by then does not happen. Only for tests that link kobai_testwindow.
inline void awaitStore(app::Services& services)
{
    // A page asks, hears, reads anew what has changed, and may look up names for that.
    constexpr int turns = 4;
    for (int turn = 0; turn < turns; ++turn) {
        bool isAnswered = false;
        QObject receiver;
        services.withStore([](store::Store&) -> Status { return {}; }, &receiver,
                           [&isAnswered](const Status&) { isAnswered = true; });
        if (!QTest::qWaitFor([&isAnswered] { return isAnswered; }, 60'000))
            qFatal("the store did not answer");
    }
}

} // namespace kobai::test
