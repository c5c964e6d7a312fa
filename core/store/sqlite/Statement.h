// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Id.h"
#include "money/Money.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <concepts>
#include <optional>

struct sqlite3_stmt;

namespace kobai::store::sqlite {

class Connection;

/// A prepared statement on loan from its Connection: bound in order, stepped, read, and given back clean when it goes out of
/// scope. Every bind says its type; NULL comes only from an empty optional. Reading a column as another type than
/// it holds throws (a damaged file never becomes a zero). Throws Error. Lives on the connection's thread.
class Statement final {
public:
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;

    Statement& bind(std::int64_t value);
    Statement& bind(bool value) { return bind(std::int64_t(value ? 1 : 0)); }
    template <std::integral T>
    Statement& bind(T value)
    {
        return bind(std::int64_t(value));
    }
    template <typename E>
    requires std::is_enum_v<E> Statement& bind(E value) { return bind(std::int64_t(value)); }
    Statement& bind(double value);
    Statement& bind(const char*) = delete;    // it would become a bool
    Statement& bind(const QString& value);    ///< text, '' for a null QString
    Statement& bind(const QByteArray& value); ///< blob, empty for a null QByteArray
    Statement& bind(Money value) { return bind(value.minor()); }
    Statement& bind(Instant value) { return bind(toUnixMs(value)); }
    template <typename Tag>
    Statement& bind(const OpaqueId<Tag>& id)
    {
        return bind(id.toBytes());
    }
    template <typename Tag>
    Statement& bind(RowId<Tag> id)
    {
        return bind(id.value);
    }
    template <typename T>
    Statement& bind(const std::optional<T>& value)
    {
        return value ? bind(*value) : bindNull();
    }

    /// Moves to the next row; false when there is none.
    [[nodiscard]] bool step();
    /// Runs to the end, for statements without rows of interest.
    void run();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] int small(int column) const; ///< an integer that must fit an int
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] Money money(int column) const { return Money(integer(column)); }
    [[nodiscard]] Instant instant(int column) const { return fromUnixMs(integer(column)); }
    template <typename Id>
    [[nodiscard]] Id id(int column) const
    {
        const auto id = Id::fromBytes(blob(column));
        if (!id)
            throwMismatch(column);
        return *id;
    }
    template <typename Id>
    [[nodiscard]] Id row(int column) const
    {
        return Id{integer(column)};
    }
    /// An enum whose stored values are @p first to @p last without a gap.
    template <typename E>
    [[nodiscard]] E oneOf(int column, E first, E last) const
    {
        const std::int64_t value = integer(column);
        if (value < std::int64_t(first) || value > std::int64_t(last))
            throwMismatch(column);
        return static_cast<E>(value);
    }

private:
    friend class Connection;
    Statement(Connection& connection, sqlite3_stmt* statement, bool cached);
    Statement& bindNull();
    void checkBind(int code);
    [[noreturn]] void throwMismatch(int column) const;

    Connection& m_connection;
    sqlite3_stmt* m_statement;
    bool m_cached;
    int m_bound = 0;
};

} // namespace kobai::store::sqlite
