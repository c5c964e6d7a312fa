// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace kobai::test {

struct Run {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

/// What @p work, which gets main()'s arguments, returns and prints in a child process. No application object may be here.
[[nodiscard]] Run runInChild(const QStringList& arguments, int (*work)(int argc, char** argv));

/// The program itself, beside the test's.
[[nodiscard]] Run startKobai(const QStringList& arguments);

/// The one object on standard output; an empty one when there is anything else.
[[nodiscard]] QJsonObject object(const Run& run);

/// A test without an application object: each command makes its own.
struct NoApplication {
    NoApplication(int& /*argc*/, char** /*argv*/) {}
    static void setAttribute(Qt::ApplicationAttribute /*attribute*/, bool /*on*/) {}
};

} // namespace kobai::test
