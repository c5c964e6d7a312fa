// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/FolderSource.h"

#include "face/Log.h"
#include "face/PictureFile.h"
#include "face/Pixels.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace kobai::face {

namespace {
constexpr std::chrono::milliseconds interval(200);
}

FolderSource::FolderSource(const QString& folder, const QStringList& names, bool loop, const MonotonicClock& clock)
    : m_clock(clock), m_folder(QDir(folder).dirName()), m_loop(loop), m_due(clock.now())
{
    for (const QString& name : names)
        m_pictures.push_back({.path = QDir(folder).filePath(name), .place = int(m_pictures.size()) + 1});
    m_count = m_pictures.size();
}

Result<std::unique_ptr<FrameSource>> FolderSource::open(const QString& folder, bool loop, const MonotonicClock& clock)
{
    const QStringList names = pictureNamesIn(QDir(folder));
    if (names.isEmpty())
        return fail(FaultCode::ClipUnreadable, QDir(folder).dirName());
    return std::unique_ptr<FrameSource>(new FolderSource(folder, names, loop, clock));
}

Result<std::unique_ptr<FrameSource>> FolderSource::openPicture(const QString& file, bool loop,
                                                               const MonotonicClock& clock)
{
    const QFileInfo info(file);
    if (!readPicture(file))
        return fail(FaultCode::ClipUnreadable, info.fileName());
    return std::unique_ptr<FrameSource>(new FolderSource(info.path(), {info.fileName()}, loop, clock));
}

Result<Frame> FolderSource::next()
{
    KOBAI_ASSIGN(QImage image, nextPicture());
    m_clock.sleepUntil(m_due);
    const MonotonicClock::Time now = m_clock.now();
    m_due = now + interval;
    return Frame{.image = std::move(image), .number = m_number++, .taken = now};
}

Result<QImage> FolderSource::nextPicture()
{
    while (!m_pictures.empty()) {
        if (m_next == m_pictures.size()) {
            if (!m_loop)
                return fail(FaultCode::ClipEnded, m_folder);
            m_next = 0;
        }
        const Picture& picture = m_pictures[m_next];
        const auto read = readPicture(picture.path);
        auto image = read ? normalisedPicture(*read) : Result<QImage>(fail(read.error()));
        if (image) {
            ++m_next;
            return image;
        }
        // By its place, not its name, which may be somebody's.
        qCWarning(faceLog) << "of the folder's" << m_count << "pictures number" << picture.place
                           << "cannot be read and is left out";
        m_pictures.erase(m_pictures.begin() + std::ptrdiff_t(m_next));
    }
    return fail(FaultCode::ClipUnreadable, m_folder);
}

} // namespace kobai::face
