// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kobai::app {

/// One key that went down, before any input method or widget has made something of it.
struct KeyStroke {
    enum class Kind {
        Sign,  ///< it writes something
        End,   ///< Enter or Tab: what a scanner sends after a code
        Other, ///< a function key, Escape, an arrow, a shortcut
    };

    int code = 0; ///< of the key itself, as in linux/input-event-codes.h; 0: not known
    Kind kind = Kind::Other;
    QString typed;   ///< what the machine's keyboard layout makes of it
    QString printed; ///< what a US keyboard would: the layout that scanners are delivered with
    int altHold =
        0; ///< which holding down of Alt it belongs to; 0: none. Scanners can type each sign by its number that way
    qint64 atMs = 0; ///< by the window system's clock
};

} // namespace kobai::app
