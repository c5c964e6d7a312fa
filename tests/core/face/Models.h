// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/Vision.h"

#include <QTest>

namespace kobai::test {

/// The model folder, or empty: then the test fails, for set-up fetches the models before anything is tested.
inline QString modelFolder()
{
    return face::findModelFolder().value_or(QString());
}

/// Whether the networks have to run on oneDNN here (OneDnnNetwork::compile).
inline bool isProcessorFit()
{
#ifdef __x86_64__
    return __builtin_cpu_supports("avx2") != 0;
#else
    return false;
#endif
}

} // namespace kobai::test

/// In a test function or initTestCase().
#define KOBAI_NEED_MODELS()                                                                                            \
    do {                                                                                                               \
        if (kobai::test::modelFolder().isEmpty())                                                                      \
            QFAIL("the face models are not here: run the set-up first");                                               \
    } while (false)
