// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTest>

namespace kobai::test {

/// A program of tests holds the test classes of one folder and runs the one that its first argument names, the way a program of that class
/// alone would; the other arguments are Qt Test's.
class TestClass final {
public:
    /// As main() has them, without the class's name. The result is the program's.
    using Run = int (*)(int argc, char** argv);

    /// @p name must outlive the program's main().
    TestClass(const char* name, Run run);
};

/// A test object with the application object that it needs; QTEST_MAIN's work.
template <typename Test, typename Application>
int runTest(int argc, char** argv)
{
    Application application(argc, argv);
    application.setAttribute(Qt::AA_Use96Dpi, true);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace kobai::test

/// At the end of a test's file, once: @p Application is QApplication for a test that shows widgets, QCoreApplication for any other.
#define KOBAI_TEST(Class, Application)                                                                                 \
    static const kobai::test::TestClass registered##Class(#Class, kobai::test::runTest<Class, Application>);
