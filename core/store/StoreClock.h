// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ClockDoubt.h"
#include "base/Id.h"
#include "base/Result.h"

#include <optional>

namespace kobai::store {

namespace sqlite {
class Connection;
}

/// The clock of an open store, held against the newest time on record. Throws what the connection throws.
class StoreClock final {
public:
    explicit StoreClock(const Clock& clock) : m_clock(clock) {}

    /// The time on record, from the database. StoreDamaged when there is none.
    [[nodiscard]] Status read(sqlite::Connection& connection);
    /// The first time on record, of a new database.
    void begin(sqlite::Connection& connection);

    [[nodiscard]] std::optional<ClockQuestion> question() const;
    /// Puts the time on record, in the unit of work that is open; a clock that was set back by little keeps the newer one.
    void note(sqlite::Connection& connection);
    /// What the clock shows is the time from here on; what that says of earlier records is for the schema's clock_setback.
    void confirm(sqlite::Connection& connection, const ClockQuestion& question, OperatorId by);
    /// The unit of work with the last note() or confirm() is committed, or is not.
    void settle(bool committed);

private:
    void put(sqlite::Connection& connection, const ClockRecord& record);

    const Clock& m_clock;
    ClockRecord m_record;
    std::optional<ClockRecord> m_noted; ///< in the unit of work that is open
};

} // namespace kobai::store
