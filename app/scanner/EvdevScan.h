// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scanner/EvdevKeys.h"
#include "app/scanner/Scan.h"
#include "app/scanner/ScanGate.h"

#include <optional>
#include <vector>

namespace kobai::app {

/// Makes codes of the events of a device that is a scanner and nothing else: all up to Enter, Tab or a pause, however slow. A code of
/// which something was lost is never told. Pure.
class EvdevScan final {
public:
    /// As long as a scanner that is set to be slow may wait between two keys.
    static constexpr qint64 pauseMs = ScanGate::slowestGapMs;
    static constexpr std::size_t mostStrokes = 8192; ///< of one code: the largest QR code has 7,089 digits

    struct Outcome {
        std::optional<Scan> scan;
        bool spoiled = false;
    };

    explicit EvdevScan(KeyMap layout) : m_keys(std::move(layout)) {}

    /// The outcome of a pause before @p event and that of the event itself are never both something.
    [[nodiscard]] Outcome take(const input_event& event);
    [[nodiscard]] Outcome settle(); ///< pauseMs have passed since the last event
    [[nodiscard]] Outcome drop();   ///< nothing more will come
    [[nodiscard]] bool isWaiting() const { return m_isSpoilt || !m_strokes.empty(); }

private:
    [[nodiscard]] Outcome end();
    [[nodiscard]] Outcome spoil();

    EvdevKeys m_keys;
    std::vector<KeyStroke> m_strokes; ///< of the code that is coming
    bool m_isSpoilt = false;          ///< what comes up to the next end belongs to a code that is not whole
    qint64 m_lastMs = 0;
};

/// The same of a device that may be a keyboard under somebody's hands: only what no hand can have typed, and is like a code. Pure.
class EvdevListener final {
public:
    [[nodiscard]] std::optional<Scan> take(const input_event& event);
    [[nodiscard]] std::optional<Scan> settle(); ///< ScanGate::longestGapMs have passed since the last event
    [[nodiscard]] bool isWaiting() const { return m_gate.isHolding(); }

private:
    [[nodiscard]] static std::optional<Scan> fast(const ScanGate::Verdict& verdict);

    EvdevKeys m_keys{KeyMap::us()};
    ScanGate m_gate;
};

} // namespace kobai::app
