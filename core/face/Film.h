// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "face/Frame.h"

#include <QSize>
#include <QString>

#include <memory>
#include <optional>

namespace kobai::face {

/// A film or a picture read as fast as it goes, for measuring and for building test sets; ClipSource is the one that
/// stands in for a camera. Frames carry the film's own time. Belongs to one thread.
class FilmReader final {
public:
    /// Both are turned upright by their marks; a picture is a film of one frame. ClipUnreadable when it is neither, or a broken picture.
    [[nodiscard]] static Result<std::unique_ptr<FilmReader>> open(const QString& file);
    ~FilmReader();
    Q_DISABLE_COPY_MOVE(FilmReader)

    /// The next frame as from normalisedPicture(); nullopt after the last.
    [[nodiscard]] std::optional<Frame> next();
    /// The next frame's pixels are not wanted; false after the last. Quicker than next().
    bool skip();
    [[nodiscard]] double framesPerSecond() const;
    [[nodiscard]] int frameCount() const; ///< as the file says; 1 for a picture

private:
    struct Film;
    explicit FilmReader(std::unique_ptr<Film> film);
    std::unique_ptr<Film> m_film;
};

/// Writes a film as Motion JPEG, which leaves fine patterns alone that other codecs smooth away. Belongs to one thread.
class FilmWriter final {
public:
    /// @p quality: of the JPEGs, 1 to 100. StoreIo when the file cannot be written.
    [[nodiscard]] static Result<std::unique_ptr<FilmWriter>> create(const QString& file, QSize size,
                                                                    double framesPerSecond, int quality);
    ~FilmWriter();
    Q_DISABLE_COPY_MOVE(FilmWriter)

    /// @p picture: RGB888, of the film's size.
    [[nodiscard]] Status write(const QImage& picture);

private:
    struct Film;
    explicit FilmWriter(std::unique_ptr<Film> film);
    std::unique_ptr<Film> m_film;
};

} // namespace kobai::face
