// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestProgram.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>

namespace kobai::test {

namespace {

using TestClasses = std::map<std::string, TestClass::Run>;

TestClasses& testClasses()
{
    static TestClasses classes;
    return classes;
}

} // namespace

TestClass::TestClass(const char* name, Run run)
{
    testClasses().emplace(name, run);
}

} // namespace kobai::test

int main(int argc, char** argv)
{
    const auto& classes = kobai::test::testClasses();
    const auto wanted = argc < 2 ? classes.end() : classes.find(argv[1]);
    if (wanted == classes.end()) {
        std::fprintf(stderr, "usage: %s CLASS [QT TEST'S ARGUMENTS]\n", argv[0]);
        for (const auto& [name, run] : classes)
            std::fprintf(stderr, "  %s\n", name.c_str());
        return 2;
    }
    // The class's name is taken out, up to and with the null at the end: what is left is what a program of one class gets.
    std::copy(argv + 2, argv + argc + 1, argv + 1);
    return wanted->second(argc - 1, argv);
}
