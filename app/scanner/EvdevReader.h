// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scanner/CodeReader.h"
#include "app/scanner/EvdevScan.h"
#include "widgets/PatientTimer.h"

#include <QByteArray>
#include <QSocketNotifier>

#include <memory>
#include <optional>

namespace kobai::app {

/// An open device of the kernel's input events, and what only a real one can do. Closes it at its end.
class KeySource {
public:
    KeySource() = default;
    virtual ~KeySource() = default;
    Q_DISABLE_COPY_MOVE(KeySource)

    [[nodiscard]] virtual int descriptor() const = 0; ///< does not block
    /// A key that is down when others stop hearing of the device would stay down for them.
    [[nodiscard]] virtual bool isAnyKeyDown() const = 0;
    /// Its keys reach nobody else from now on. False: another program has done so before.
    [[nodiscard]] virtual bool grab() = 0;
};

/// Reads a scanner that types from its own device. With Use::Own its keys are left to the window system until none is down. GUI thread.
class EvdevReader final : public CodeReader {
    Q_OBJECT

public:
    /// @p layout: see EvdevKeys.
    EvdevReader(std::unique_ptr<KeySource> source, const KeyMap& layout, Use use);
    ~EvdevReader() override;

    void start() override;

private:
    bool read();
    void take(const input_event& event);
    void settle();
    void tell(const EvdevScan::Outcome& outcome);
    void grab();
    void end(End how);

    std::unique_ptr<KeySource> m_source;
    Use m_use;
    QSocketNotifier m_notifier; ///< goes before the source closes
    widgets::PatientTimer m_pause;
    EvdevScan m_scan;
    EvdevListener m_listener;
    QByteArray m_bytes; ///< less than one event
    bool m_isGrabbed = false;
    bool m_isOver = false;
};

} // namespace kobai::app
