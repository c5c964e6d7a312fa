// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scanner/DeviceList.h"
#include "app/scanner/ScannerChoice.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace kobai::app {

class Preferences;

/// The scanner that is read from its own device, so that it is no keyboard to anybody: opened when it is there, looked for when it is
/// not, and chosen by scanning once. Without one, scanners are keyboards, and this does nothing. GUI thread.
class DeviceScanner final : public QObject {
    Q_OBJECT

public:
    enum class State {
        Keyboard, ///< none was chosen
        Connected,
        Missing,      ///< not plugged in
        NoPermission, ///< this user may not read it
        Busy,         ///< another program keeps it to itself
    };

    /// @p preferences remember the choice, and outlive this.
    DeviceScanner(Preferences& preferences, std::unique_ptr<DeviceList> list, QObject* parent = nullptr);
    ~DeviceScanner() override;
    Q_DISABLE_COPY_MOVE(DeviceScanner)

    void start(); ///< opens the chosen one, if there is one

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const std::optional<ScannerDevice>& device() const { return m_device; } ///< nothing: Keyboard
    void useKeyboard();

    /// Listens until one was chosen(), but for a minute at most. Meanwhile the one in use is a keyboard.
    void choose();
    void cancelChoosing();
    [[nodiscard]] const ScannerChoice* choosing() const { return m_choice.get(); } ///< nullptr: it does not

Q_SIGNALS:
    void scanned(const kobai::app::Scan& scan);
    void spoiled();                            ///< a part of a code was lost, the rest is dropped
    void lost();                               ///< it was unplugged
    void chosen(const kobai::app::Scan& scan); ///< and is device() from now on
    void changed();

private:
    void connectDevice();
    void setState(State state);
    void leaveReader(CodeReader::End end);
    void take(const ScannerDevice& device, const Scan& scan);

    Preferences& m_preferences;
    std::unique_ptr<DeviceList> m_list;
    std::optional<ScannerDevice> m_device;
    std::unique_ptr<CodeReader> m_reader;
    std::unique_ptr<ScannerChoice> m_choice;
    State m_state = State::Keyboard;
    QTimer m_again;
    QTimer m_choiceEnd;
};

} // namespace kobai::app
