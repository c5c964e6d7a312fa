// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scanner/Scan.h"

#include <QObject>

namespace kobai::app {

/// Reads one open device and tells each whole code; what is not whole is never told as a code. GUI thread.
class CodeReader : public QObject {
    Q_OBJECT

public:
    enum class Use {
        Own,    ///< nobody else hears of its keys, and all that comes is a code
        Listen, ///< others hear them too, and only what no hand can have typed is a code
    };
    enum class End {
        Unplugged,
        Busy, ///< another program keeps it to itself
    };

    using QObject::QObject;
    /// Begins to read; whoever wants to hear of it has connected.
    virtual void start() = 0;

Q_SIGNALS:
    void scanned(const kobai::app::Scan& scan);
    void spoiled();                              ///< a part of a code is missing: what there was of it is dropped
    void ended(kobai::app::CodeReader::End end); ///< nothing more will come
};

} // namespace kobai::app
