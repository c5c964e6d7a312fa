// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scanner/CodeReader.h"
#include "app/scanner/LineScan.h"
#include "widgets/PatientTimer.h"

#include <memory>

class QSerialPort;

namespace kobai::app {

/// Reads a scanner that sends lines through a serial port, an adapter's or USB's own. GUI thread.
class SerialReader final : public CodeReader {
    Q_OBJECT

public:
    /// @p port is open.
    SerialReader(std::unique_ptr<QSerialPort> port, Use use);
    ~SerialReader() override;

    void start() override;

private:
    void read();
    void settle();
    void tell(const LineScan::Outcome& outcome);
    void end();

    std::unique_ptr<QSerialPort> m_port;
    Use m_use;
    widgets::PatientTimer m_pause;
    LineScan m_lines;
    bool m_isOver = false;
};

} // namespace kobai::app
