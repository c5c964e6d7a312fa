// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <span>

namespace kobai::test {

/// 64 bytes from the middle of @p vector, by which nothing else is found, so masked that they are no copy of it.
/// Precondition: 16 numbers and more.
[[nodiscard]] QByteArray maskedPattern(std::span<const float> vector);

/// How often any of @p patterns lies unmasked in this process's writable memory: heap, stacks and all.
[[nodiscard]] int copiesInMemory(const QList<QByteArray>& patterns);

} // namespace kobai::test
