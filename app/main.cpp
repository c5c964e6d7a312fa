// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Bootstrap.h"
#include "app/cli/CommandLine.h"

int main(int argc, char** argv)
{
    kobai::app::hardenProcess();
    return kobai::cli::run(argc, argv);
}
