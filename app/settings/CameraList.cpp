// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/CameraList.h"

#include "widgets/Names.h"

#include <QCameraDevice>
#include <QFileInfo>

#include <algorithm>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using face::CameraChoice;

namespace {

/// V4L2's path, by which OpenCV opens it; other back ends give no path, then the order must do.
QString placeOf(const QCameraDevice& device, int index)
{
    const QString id = QString::fromUtf8(device.id());
    return id.startsWith(u"/dev/"_s) ? id : QString::number(index);
}

/// "0" and "/dev/video0" are one camera.
QString normalised(const CameraChoice& choice)
{
    bool isNumber = false;
    const int number = choice.where.toInt(&isNumber);
    return choice.kind == CameraChoice::Kind::Device && isNumber ? u"/dev/video%1"_s.arg(number) : choice.where;
}

} // namespace

CameraList::CameraList(QStringList clips, QObject* parent) : QObject(parent), m_clips(std::move(clips))
{
    connect(&m_devices, &QMediaDevices::videoInputsChanged, this, &CameraList::changed);
}

QList<CameraList::Entry> CameraList::entries(const CameraChoice& current) const
{
    QList<Entry> all;
    const QList<QCameraDevice> devices = QMediaDevices::videoInputs();
    for (int index = 0; index < devices.size(); ++index)
        all.append(
            {devices.at(index).description(), {CameraChoice::Kind::Device, placeOf(devices.at(index), index), true}});
    for (const QString& clip : m_clips)
        all.append({tr("Demo camera: %1", "a film instead of a camera")
                        .arg(widgets::isolated(QFileInfo(clip).completeBaseName())),
                    {CameraChoice::Kind::Clip, clip, true}});

    const bool listed = std::any_of(all.begin(), all.end(), [&current](const Entry& entry) {
        return normalised(entry.choice) == normalised(current);
    });
    if (listed)
        return all;
    switch (current.kind) {
    case CameraChoice::Kind::Device:
        all.prepend({tr("Camera %1, not plugged in").arg(widgets::isolated(current.where)), current});
        break;
    case CameraChoice::Kind::Clip:
        all.append({tr("Film: %1").arg(widgets::isolated(QFileInfo(current.where).fileName())), current});
        break;
    case CameraChoice::Kind::Folder:
        all.append({tr("Folder: %1").arg(widgets::isolated(QFileInfo(current.where).fileName())), current});
        break;
    }
    return all;
}

} // namespace kobai::app
