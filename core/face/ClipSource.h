// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/FrameSource.h"

namespace kobai::face {

/// A film file that stands in for a camera: given at its own rate, upright by its rotation mark. Used by the reader thread.
class ClipSource final : public FrameSource {
public:
    /// ClipUnreadable when the file is missing or shows no picture. @p clock must outlive the source.
    [[nodiscard]] static Result<std::unique_ptr<FrameSource>> open(const QString& file, bool loop,
                                                                   const MonotonicClock& clock);
    ~ClipSource() override;
    Q_DISABLE_COPY_MOVE(ClipSource)

    [[nodiscard]] Result<Frame> next() override;

private:
    struct Reader;
    explicit ClipSource(std::unique_ptr<Reader> reader);
    std::unique_ptr<Reader> m_reader;
};

} // namespace kobai::face
