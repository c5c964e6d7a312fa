// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/FrameSource.h"

#include <QStringList>

namespace kobai::face {

/// The pictures of a folder, five a second, so that the vision keeps up with every one. Used by the reader thread.
class FolderSource final : public FrameSource {
public:
    /// ClipUnreadable when the folder is missing or holds no picture. @p clock must outlive the source.
    [[nodiscard]] static Result<std::unique_ptr<FrameSource>> open(const QString& folder, bool loop,
                                                                   const MonotonicClock& clock);

    /// Turned upright by its EXIF mark. ClipUnreadable, with the file's name, for a picture that cannot be read.
    [[nodiscard]] Result<Frame> next() override;

private:
    FolderSource(QStringList files, bool loop, const MonotonicClock& clock);

    const MonotonicClock& m_clock;
    QStringList m_files;
    bool m_loop;
    qsizetype m_next = 0;
    std::int64_t m_number = 0;
    MonotonicClock::Time m_due;
};

} // namespace kobai::face
