// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Fault.h"

#include <tl/expected.hpp>

#include <utility>

namespace kobai {

/// A value or the Fault that prevented it. tl::expected, because std::expected needs C++23 and is
/// not seen by clang 14 (clang-tidy, libFuzzer).
template <typename T>
using Result = tl::expected<T, Fault>;

using Status = Result<void>;

/// `return fail(FaultCode::NotFound);`
[[nodiscard]] inline tl::unexpected<Fault> fail(FaultCode code, QString detail = {})
{
    return tl::unexpected<Fault>(Fault{code, std::move(detail)});
}

[[nodiscard]] inline tl::unexpected<Fault> fail(Fault fault)
{
    return tl::unexpected<Fault>(std::move(fault));
}

} // namespace kobai

/// Leaves the calling function with the fault of @p expression, if it has one.
#define KOBAI_TRY(expression)                                                                                          \
    do {                                                                                                               \
        if (auto kobaiTry_ = (expression); !kobaiTry_)                                                                 \
            return ::kobai::fail(std::move(kobaiTry_).error());                                                        \
    } while (false)

#define KOBAI_JOIN_(a, b) a##b
#define KOBAI_JOIN(a, b) KOBAI_JOIN_(a, b)

/// `KOBAI_ASSIGN(const auto person, tx.people().find(id));` declares `person` or leaves with the fault.
#define KOBAI_ASSIGN(declaration, expression)                                                                          \
    auto KOBAI_JOIN(kobaiResult_, __LINE__) = (expression);                                                            \
    if (!KOBAI_JOIN(kobaiResult_, __LINE__))                                                                           \
        return ::kobai::fail(std::move(KOBAI_JOIN(kobaiResult_, __LINE__)).error());                                   \
    declaration = std::move(*KOBAI_JOIN(kobaiResult_, __LINE__))
