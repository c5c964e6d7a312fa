// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace kobai {

/// Room for one letter between two threads: a newer one replaces what was not yet taken, so the reader
/// always works on the latest camera frame and memory stays bounded. Thread-safe.
template <typename T>
class Mailbox final {
public:
    Mailbox() = default;
    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;

    /// Puts a letter in; true if one that nobody had read was dropped.
    bool put(T letter)
    {
        bool dropped = false;
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed)
                return false;
            dropped = m_letter.has_value();
            m_letter = std::move(letter);
        }
        m_changed.notify_one();
        return dropped;
    }

    /// Waits for a letter; nullopt when the box was closed or @p patience ran out.
    [[nodiscard]] std::optional<T> take(std::chrono::milliseconds patience)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, patience, [this] { return m_letter.has_value() || m_closed; });
        return std::exchange(m_letter, std::nullopt);
    }

    /// No more letters; what lies in the box is thrown away and readers wake up.
    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
            m_letter.reset();
        }
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<T> m_letter;
    bool m_closed = false;
};

} // namespace kobai
