// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scanner/DeviceList.h"
#include "support/PipedKeys.h"

#include <map>
#include <optional>
#include <vector>

namespace kobai::test {

/// Scanners that type, each over a pipe of its own for each time that it is opened. The test keeps a pointer to it.
class PlayedDevices final : public app::DeviceList {
public:
    static app::ScannerDevice scanner(const QString& name, const QString& socket = QStringLiteral("1.1"))
    {
        return {app::ScannerDevice::Kind::Keys,         name, 0x0c2e, 0x0b61, {}, socket,
                QStringLiteral("/dev/") + name + socket};
    }

    void plugIn(const app::ScannerDevice& device) { m_plugged[device.path].device = device; }
    void unplug(const app::ScannerDevice& device)
    {
        if (const auto at = m_plugged.find(device.path); at != m_plugged.end()) {
            for (const auto& keys : at->second.opened)
                keys->unplug();
            at->second.device.reset();
        }
    }
    void refuse(const app::ScannerDevice& device, std::optional<Refusal> refusal)
    {
        m_plugged[device.path].refusal = refusal;
    }
    void setTaken(const app::ScannerDevice& device, bool taken) { m_plugged[device.path].isTaken = taken; }

    /// As the kernel does: to each who has it open.
    void play(const app::ScannerDevice& device, const PlayedEvents& events) const
    {
        for (const auto& keys : m_plugged.at(device.path).opened) {
            if (keys->isOpen())
                keys->play(events);
        }
    }
    [[nodiscard]] bool isOpen(const app::ScannerDevice& device) const
    {
        return std::ranges::any_of(m_plugged.at(device.path).opened, [](const auto& keys) { return keys->isOpen(); });
    }
    [[nodiscard]] bool isGrabbed(const app::ScannerDevice& device) const
    {
        return std::ranges::any_of(m_plugged.at(device.path).opened,
                                   [](const auto& keys) { return keys->isGrabbed(); });
    }
    [[nodiscard]] int openings() const { return m_openings; }

    [[nodiscard]] QList<app::ScannerDevice> devices() const override
    {
        QList<app::ScannerDevice> all;
        for (const auto& [path, each] : m_plugged) {
            if (each.device)
                all.append(*each.device);
        }
        return all;
    }
    [[nodiscard]] Opened open(const app::ScannerDevice& device, app::CodeReader::Use use) override
    {
        Plugged& plugged = m_plugged[device.path];
        if (plugged.refusal)
            return tl::unexpected(*plugged.refusal);
        ++m_openings;
        auto& keys = plugged.opened.emplace_back(std::make_unique<PipedKeys>());
        keys->setTaken(plugged.isTaken);
        return std::make_unique<app::EvdevReader>(keys->source(), app::KeyMap::us(), use);
    }

private:
    struct Plugged {
        std::optional<app::ScannerDevice> device;
        std::optional<Refusal> refusal;
        bool isTaken = false;
        std::vector<std::unique_ptr<PipedKeys>> opened;
    };
    std::map<QString, Plugged> m_plugged; ///< by the path
    int m_openings = 0;
};

} // namespace kobai::test
