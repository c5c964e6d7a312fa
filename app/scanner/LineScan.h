// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scanner/Scan.h"

#include <QByteArray>
#include <QList>

namespace kobai::app {

/// Makes codes of what a scanner sends through a serial port: all up to CR, LF, Tab, ETX or a pause, without STX before it. What is no UTF-8 is Latin-1. Pure.
class LineScan final {
public:
    static constexpr qsizetype mostBytes = 8192; ///< of one code: the largest QR code has 7,089 digits

    struct Outcome {
        QList<Scan> scans;
        bool spoiled = false;
    };

    [[nodiscard]] Outcome take(QByteArrayView bytes);
    [[nodiscard]] Outcome settle(); ///< nothing has come for a while
    [[nodiscard]] Outcome drop();   ///< nothing more will come
    [[nodiscard]] bool isWaiting() const { return m_isTooLong || !m_line.isEmpty(); }

private:
    void end(Outcome& outcome);

    QByteArray m_line;
    bool m_isTooLong = false;
};

} // namespace kobai::app
