// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/EvdevScan.h"

#include <utility>

namespace kobai::app {

EvdevScan::Outcome EvdevScan::take(const input_event& event)
{
    const EvdevKeys::Change change = m_keys.take(event);
    if (change.lost) {
        m_lastMs = change.atMs;
        return spoil();
    }
    if (!change.press)
        return {};
    Outcome outcome;
    if (isWaiting() && change.press->atMs - m_lastMs > pauseMs)
        outcome = end();
    m_lastMs = change.press->atMs;
    if (change.press->kind == KeyStroke::Kind::End)
        return isWaiting() ? end() : outcome;
    if (m_isSpoilt)
        return outcome;
    if (m_strokes.size() >= mostStrokes)
        return spoil();
    m_strokes.push_back(*change.press);
    return outcome;
}

EvdevScan::Outcome EvdevScan::settle()
{
    return end();
}

EvdevScan::Outcome EvdevScan::drop()
{
    const bool wasComing = !std::exchange(m_strokes, {}).empty();
    m_isSpoilt = false;
    return {std::nullopt, wasComing};
}

EvdevScan::Outcome EvdevScan::end()
{
    const std::vector<KeyStroke> strokes = std::exchange(m_strokes, {});
    if (std::exchange(m_isSpoilt, false))
        return {};
    Scan scan = readStrokes(strokes);
    return {scan.readings.isEmpty() ? std::nullopt : std::optional(std::move(scan)), false};
}

/// What comes from now on is the end of a code, or a whole one: nobody knows.
EvdevScan::Outcome EvdevScan::spoil()
{
    m_strokes.clear();
    return {std::nullopt, !std::exchange(m_isSpoilt, true)};
}

std::optional<Scan> EvdevListener::take(const input_event& event)
{
    const EvdevKeys::Change change = m_keys.take(event);
    if (change.lost)
        m_gate = ScanGate();
    if (change.released != 0)
        m_gate.release(change.released, change.atMs);
    return change.press ? fast(m_gate.press(*change.press, ScanGate::Focus::Figures)) : std::nullopt;
}

std::optional<Scan> EvdevListener::settle()
{
    return fast(m_gate.settleSlow()); // of what a hand types nothing stays
}

/// What the gate would take back was slow enough for a hand.
std::optional<Scan> EvdevListener::fast(const ScanGate::Verdict& verdict)
{
    return verdict.scan && !verdict.takeBack && looksLikeCode(*verdict.scan) ? verdict.scan : std::nullopt;
}

} // namespace kobai::app
