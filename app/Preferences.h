// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scanner/ScannerDevice.h"
#include "face/FrameSource.h"
#include "widgets/Theme.h"

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

#include <optional>

namespace kobai::app {

/// What belongs to this machine and its user, not to the school: language, look, camera, scanner, window, stores opened lately.
/// Never a name of a person or a secret. GUI thread.
class Preferences final {
public:
    Preferences() = default;
    Q_DISABLE_COPY_MOVE(Preferences)

    /// "en", "ja"; empty follows the system.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& code);

    [[nodiscard]] widgets::theme::Mode appearance() const;
    void setAppearance(widgets::theme::Mode mode);

    /// The demo school remembers a camera of its own, so that trying it does not change the till's. Nothing until one was chosen.
    [[nodiscard]] std::optional<face::CameraChoice> camera(bool demo) const;
    void setCamera(const face::CameraChoice& camera, bool demo);

    /// Read from its own device. Nothing: scanners are keyboards. Its path is not remembered.
    [[nodiscard]] std::optional<ScannerDevice> scanner() const;
    void setScanner(const std::optional<ScannerDevice>& scanner);

    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);

    /// Folders, the latest first.
    [[nodiscard]] QStringList recentStores() const;
    void rememberStore(const QString& folder);

private:
    mutable QSettings m_settings;
};

} // namespace kobai::app
