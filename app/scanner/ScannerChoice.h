// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scanner/DeviceList.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

namespace kobai::app {

/// Listens, from its making to its end, to all devices that may be scanners, also those plugged in meanwhile: the first that delivers
/// what no hand can have typed is the chosen one. Takes no key from anybody and keeps none. GUI thread.
class ScannerChoice final : public QObject {
    Q_OBJECT

public:
    explicit ScannerChoice(DeviceList& list, QObject* parent = nullptr);
    ~ScannerChoice() override;

    [[nodiscard]] bool isListening() const { return !m_readers.empty(); } ///< to any
    [[nodiscard]] const QList<ScannerDevice>& forbidden() const { return m_forbidden; }

Q_SIGNALS:
    void chosen(const kobai::app::ScannerDevice& device, const kobai::app::Scan& scan); ///< once
    void changed();

private:
    void look();
    void listen(const ScannerDevice& device);

    DeviceList& m_list;
    std::map<QString, std::unique_ptr<CodeReader>> m_readers; ///< by the path
    QList<ScannerDevice> m_forbidden;                         ///< for want of permission
    QTimer m_again;
    bool m_isOver = false;
};

} // namespace kobai::app
