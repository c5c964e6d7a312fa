// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Fault.h"
#include "base/Result.h"

#include <QString>

struct sqlite3;

namespace kobai::store::sqlite {

/// What the engine refused. Thrown inside store/ only; guarded() turns it into a Fault at the room's border.
class Error final {
public:
    Error(int extendedCode, QString text) : m_code(extendedCode), m_text(std::move(text)) {}
    /// The connection's latest error.
    [[nodiscard]] static Error of(sqlite3* handle, int extendedCode);

    [[nodiscard]] int code() const { return m_code; }
    /// The engine's words: names of tables and constraints, never values.
    [[nodiscard]] const QString& text() const { return m_text; }
    /// A constraint of ours by its name ("account_floor"), as a CHECK or RAISE reports it.
    [[nodiscard]] bool isConstraint(QStringView name) const;
    [[nodiscard]] bool isUnique() const;
    [[nodiscard]] Fault fault() const;

private:
    int m_code;
    QString m_text;
};

/// Runs @p work, which returns some Result, and turns an Error into its Fault.
template <typename Work>
[[nodiscard]] auto guarded(Work&& work) -> std::invoke_result_t<Work&>
{
    try {
        return work();
    } catch (const Error& error) {
        return fail(error.fault());
    }
}

/// As guarded(), with another fault for a uniqueness that @p work breaks.
template <typename Work>
[[nodiscard]] auto guarded(FaultCode whenNotUnique, Work&& work) -> std::invoke_result_t<Work&>
{
    try {
        return work();
    } catch (const Error& error) {
        return error.isUnique() ? fail(whenNotUnique) : fail(error.fault());
    }
}

} // namespace kobai::store::sqlite
