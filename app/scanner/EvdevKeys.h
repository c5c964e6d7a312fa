// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scanner/KeyMap.h"
#include "app/scanner/KeyStroke.h"

#include <optional>
#include <set>

struct input_event;

namespace kobai::app {

/// Makes strokes of the kernel's events of one keyboard. Pure; times are the events' own.
class EvdevKeys final {
public:
    struct Change {
        std::optional<KeyStroke> press; ///< a key that writes, ends or does something went down; repeats are none
        int released = 0;               ///< a key's code; 0: none
        bool lost = false;              ///< the kernel dropped events: which, nobody knows
        qint64 atMs = 0;
    };

    /// @p layout: what the device's keys write, unless it was set to the US one.
    explicit EvdevKeys(KeyMap layout) : m_layout(std::move(layout)) {}

    [[nodiscard]] Change take(const input_event& event);

private:
    [[nodiscard]] std::optional<KeyStroke> press(int code, qint64 atMs);
    [[nodiscard]] unsigned modifiers() const;

    KeyMap m_layout;
    KeyMap m_us = KeyMap::us();
    std::set<int> m_down;
    bool m_capsLock = false;
    int m_altHolds = 0;
    bool m_isLosing = false; ///< until the next report
};

} // namespace kobai::app
