// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/FrameSource.h"

#include <QList>
#include <QMediaDevices>
#include <QObject>
#include <QString>

namespace kobai::app {

/// The cameras to choose from: the devices that are plugged in, by their names, and the films that came with the models. Follows
/// plugging and unplugging. GUI thread.
class CameraList final : public QObject {
    Q_OBJECT

public:
    struct Entry {
        QString name; ///< in the current language
        face::CameraChoice choice;
    };

    /// @p clips are full paths.
    explicit CameraList(QStringList clips, QObject* parent = nullptr);
    /// @p current is always among them, also when it is not plugged in.
    [[nodiscard]] QList<Entry> entries(const face::CameraChoice& current) const;

Q_SIGNALS:
    void changed();

private:
    QStringList m_clips;
    QMediaDevices m_devices;
};

} // namespace kobai::app
