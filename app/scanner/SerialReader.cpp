// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/SerialReader.h"

#include "app/scanner/ScanGate.h"

#include <QSerialPort>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;

SerialReader::SerialReader(std::unique_ptr<QSerialPort> port, Use use)
    : m_port(std::move(port)), m_use(use), m_pause(int(ScanGate::slowestGapMs), this)
{
    m_pause.setObjectName(u"codePause"_s);
    connect(&m_pause, &widgets::PatientTimer::ended, this, &SerialReader::settle);
}

SerialReader::~SerialReader()
{
    m_port->disconnect(this);
}

void SerialReader::start()
{
    connect(m_port.get(), &QSerialPort::readyRead, this, &SerialReader::read);
    connect(m_port.get(), &QSerialPort::errorOccurred, this, [this](QSerialPort::SerialPortError error) {
        if (error != QSerialPort::NoError)
            end();
    });
    read();
}

void SerialReader::read()
{
    if (m_isOver)
        return;
    tell(m_lines.take(m_port->readAll()));
    if (m_lines.isWaiting())
        m_pause.start();
    else
        m_pause.stop();
}

void SerialReader::settle()
{
    if (!m_isOver)
        tell(m_lines.settle());
}

void SerialReader::tell(const LineScan::Outcome& outcome)
{
    for (const Scan& scan : outcome.scans) {
        if (m_use == Use::Own || looksLikeCode(scan))
            Q_EMIT scanned(scan);
    }
    if (outcome.spoiled)
        Q_EMIT spoiled();
}

void SerialReader::end()
{
    if (std::exchange(m_isOver, true))
        return;
    m_pause.stop();
    tell(m_lines.drop());
    Q_EMIT ended(End::Unplugged);
}

} // namespace kobai::app
