// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/EvdevReader.h"

#include <linux/input.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t eventsAtOnce = 64;
constexpr qint64 marginMs = 10; ///< so that the events' own times have the say

int pauseOf(CodeReader::Use use)
{
    return int((use == CodeReader::Use::Own ? EvdevScan::pauseMs : ScanGate::longestGapMs) + marginMs);
}

} // namespace

EvdevReader::EvdevReader(std::unique_ptr<KeySource> source, const KeyMap& layout, Use use)
    : m_source(std::move(source)), m_use(use), m_notifier(m_source->descriptor(), QSocketNotifier::Read),
      m_pause(pauseOf(use), this), m_scan(layout)
{
    m_notifier.setEnabled(false);
    m_pause.setObjectName(u"codePause"_s);
    connect(&m_notifier, &QSocketNotifier::activated, this, &EvdevReader::read);
    connect(&m_pause, &widgets::PatientTimer::ended, this, &EvdevReader::settle);
}

EvdevReader::~EvdevReader()
{
    m_notifier.setEnabled(false);
}

void EvdevReader::start()
{
    m_notifier.setEnabled(true);
    grab();
}

/// False: nothing was there.
bool EvdevReader::read()
{
    if (m_isOver)
        return false;
    std::array<char, eventsAtOnce * sizeof(input_event)> space{};
    const ssize_t count = ::read(m_source->descriptor(), space.data(), space.size());
    if (count <= 0) {
        if (count == 0 || (errno != EAGAIN && errno != EINTR))
            end(End::Unplugged);
        return false;
    }
    m_bytes.append(space.data(), qsizetype(count));
    const QByteArray bytes = std::exchange(m_bytes, {});
    qsizetype at = 0;
    for (; at + qsizetype(sizeof(input_event)) <= bytes.size() && !m_isOver; at += qsizetype(sizeof(input_event))) {
        input_event event{};
        std::memcpy(&event, bytes.constData() + at, sizeof event);
        take(event);
    }
    m_bytes = bytes.mid(at);
    grab();
    if (m_use == Use::Own ? m_scan.isWaiting() : m_listener.isWaiting())
        m_pause.start();
    else
        m_pause.stop();
    return true;
}

void EvdevReader::take(const input_event& event)
{
    if (m_use == Use::Own)
        tell(m_scan.take(event));
    else
        tell({m_listener.take(event), false});
}

void EvdevReader::settle()
{
    if (read() || m_isOver)
        return;
    tell(m_use == Use::Own ? m_scan.settle() : EvdevScan::Outcome{m_listener.settle(), false});
    grab();
}

void EvdevReader::tell(const EvdevScan::Outcome& outcome)
{
    // What others hear too comes by way of the window system.
    if (m_use == Use::Own && !m_isGrabbed)
        return;
    if (outcome.spoiled)
        Q_EMIT spoiled();
    if (outcome.scan)
        Q_EMIT scanned(*outcome.scan);
}

/// Not in the midst of a code: its halves would go two ways.
void EvdevReader::grab()
{
    if (m_use != Use::Own || m_isGrabbed || m_isOver || m_scan.isWaiting() || m_source->isAnyKeyDown())
        return;
    if (m_source->grab())
        m_isGrabbed = true;
    else
        end(End::Busy);
}

void EvdevReader::end(End how)
{
    m_isOver = true;
    m_notifier.setEnabled(false);
    m_pause.stop();
    tell(m_scan.drop());
    Q_EMIT ended(how);
}

} // namespace kobai::app
