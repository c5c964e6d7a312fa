// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/FrameSource.h"

#include <QStringList>

#include <vector>

namespace kobai::face {

/// The pictures of a folder, or one picture again and again, five a second, so that the vision keeps up with every one. Used by the reader thread.
class FolderSource final : public FrameSource {
public:
    /// ClipUnreadable when the folder is missing or holds no picture. @p clock must outlive the source.
    [[nodiscard]] static Result<std::unique_ptr<FrameSource>> open(const QString& folder, bool loop,
                                                                   const MonotonicClock& clock);

    /// The same of one picture, which is read to see that it can be: ClipUnreadable with its name.
    [[nodiscard]] static Result<std::unique_ptr<FrameSource>> openPicture(const QString& file, bool loop,
                                                                          const MonotonicClock& clock);

    /// Turned upright by its mark. A picture that cannot be read is left out and told to the log by its place in the order of names.
    /// ClipUnreadable, with the folder's name, when none can be read.
    [[nodiscard]] Result<Frame> next() override;

private:
    struct Picture {
        QString path;
        int place = 0; ///< in the order of names, from 1
    };
    FolderSource(const QString& folder, const QStringList& names, bool loop, const MonotonicClock& clock);
    [[nodiscard]] Result<QImage> nextPicture();

    const MonotonicClock& m_clock;
    QString m_folder;
    std::vector<Picture> m_pictures; ///< without those that could not be read
    std::size_t m_count = 0;         ///< with them
    bool m_loop;
    std::size_t m_next = 0;
    std::int64_t m_number = 0;
    MonotonicClock::Time m_due;
};

} // namespace kobai::face
