// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/FolderSource.h"

#include "face/Pixels.h"

#include <QDir>
#include <QFileInfo>
#include <QImageReader>

using namespace Qt::Literals::StringLiterals;

namespace kobai::face {

namespace {
constexpr std::chrono::milliseconds interval(200);
}

FolderSource::FolderSource(QStringList files, bool loop, const MonotonicClock& clock)
    : m_clock(clock), m_files(std::move(files)), m_loop(loop), m_due(clock.now())
{
}

Result<std::unique_ptr<FrameSource>> FolderSource::open(const QString& folder, bool loop, const MonotonicClock& clock)
{
    const QDir dir(folder);
    QStringList files;
    for (const QFileInfo& file : dir.entryInfoList(QDir::Files, QDir::Name)) {
        if (QImageReader::supportedImageFormats().contains(file.suffix().toLower().toLatin1()))
            files.push_back(file.filePath());
    }
    if (files.isEmpty())
        return fail(FaultCode::ClipUnreadable, dir.dirName());
    return std::unique_ptr<FrameSource>(new FolderSource(std::move(files), loop, clock));
}

Result<Frame> FolderSource::next()
{
    if (m_next == m_files.size()) {
        if (!m_loop)
            return fail(FaultCode::ClipEnded, QFileInfo(m_files.front()).dir().dirName());
        m_next = 0;
    }
    const QString& file = m_files[m_next++];
    QImageReader reader(file);
    reader.setAutoTransform(true);
    auto image = normalisedPicture(reader.read());
    if (!image)
        return fail(FaultCode::ClipUnreadable, QFileInfo(file).fileName());
    m_clock.sleepUntil(m_due);
    const MonotonicClock::Time now = m_clock.now();
    m_due = now + interval;
    return Frame{.image = std::move(*image), .number = m_number++, .taken = now};
}

} // namespace kobai::face
