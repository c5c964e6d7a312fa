// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scanner/EvdevReader.h"
#include "support/PlayedEvents.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <memory>

namespace kobai::test {

/// A keyboard's device that is the reading end of a pipe; the test holds the other.
class PipedKeys final {
public:
    PipedKeys() : m_state(std::make_shared<State>())
    {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
            qFatal("no pipe");
        m_out = ends[0];
        m_in = ends[1];
    }
    ~PipedKeys()
    {
        unplug();
        if (m_out >= 0)
            ::close(m_out);
    }
    Q_DISABLE_COPY_MOVE(PipedKeys)

    [[nodiscard]] std::unique_ptr<app::KeySource> source() // once
    {
        return std::make_unique<Source>(std::exchange(m_out, -1), m_state);
    }
    void play(const PlayedEvents& events) const { write(events.bytes()); }
    void write(const QByteArray& bytes) const
    {
        if (::write(m_in, bytes.constData(), size_t(bytes.size())) != bytes.size())
            qFatal("the pipe is full");
    }
    void unplug()
    {
        if (m_in >= 0)
            ::close(std::exchange(m_in, -1));
    }
    void setAnyKeyDown(bool down) { m_state->isAnyKeyDown = down; }
    void setTaken(bool taken) { m_state->isTaken = taken; }
    [[nodiscard]] bool isGrabbed() const { return m_state->isGrabbed; }
    [[nodiscard]] bool isOpen() const { return m_state->isOpen; }

private:
    struct State {
        bool isAnyKeyDown = false;
        bool isTaken = false; ///< by another program
        bool isGrabbed = false;
        bool isOpen = false;
    };
    class Source final : public app::KeySource {
    public:
        Source(int descriptor, std::shared_ptr<State> state) : m_descriptor(descriptor), m_state(std::move(state))
        {
            m_state->isOpen = true;
        }
        ~Source() override
        {
            ::close(m_descriptor);
            m_state->isOpen = m_state->isGrabbed = false;
        }
        Q_DISABLE_COPY_MOVE(Source)
        [[nodiscard]] int descriptor() const override { return m_descriptor; }
        [[nodiscard]] bool isAnyKeyDown() const override { return m_state->isAnyKeyDown; }
        [[nodiscard]] bool grab() override { return m_state->isGrabbed = !m_state->isTaken; }

    private:
        int m_descriptor;
        std::shared_ptr<State> m_state;
    };

    std::shared_ptr<State> m_state;
    int m_out = -1;
    int m_in = -1;
};

} // namespace kobai::test
