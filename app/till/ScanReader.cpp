// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/ScanReader.h"

#include "catalogue/Barcode.h"

#include <utility>

namespace kobai::app {
namespace {

bool isRetailBarcode(const QString& digits)
{
    return (digits.size() == 8 || digits.size() == 13) && catalogue::canonicalBarcode(digits).has_value();
}

} // namespace

QString ScanReader::digit(QChar digit, qint64 atMs)
{
    QString typed;
    if (isHolding() && atMs - m_lastMs > longestGapMs)
        typed = release();
    if (m_held.size() < mostDigits)
        m_held += digit;
    m_lastMs = atMs;
    return typed;
}

ScanReader::End ScanReader::enter(qint64 atMs, bool expectsDigits)
{
    const bool quick = atMs - m_lastMs <= longestGapMs;
    QString held = release();
    if (quick && held.size() >= fewestDigits && (!expectsDigits || isRetailBarcode(held)))
        return {std::move(held), QString()};
    return {QString(), std::move(held)};
}

QString ScanReader::release()
{
    return std::exchange(m_held, QString());
}

} // namespace kobai::app
