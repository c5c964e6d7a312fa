// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>

namespace kobai::face {

/// A film's frames one after another, turned upright as the film's mark says (a tag in Matroska or WebM is none);
/// those that are damaged are left out, and the film goes on behind them. Belongs to one thread.
class FilmFile final {
public:
    FilmFile();
    ~FilmFile();
    Q_DISABLE_COPY_MOVE(FilmFile)

    /// Opens @p file, or it again from its beginning. False when it is no film.
    [[nodiscard]] bool open(const QString& file);
    /// The next whole frame, Format_RGB888; nullopt after the last, after mostBrokenFrames in a row, and before open().
    [[nodiscard]] std::optional<QImage> read();
    /// The next frame's pixels are not wanted; false after the last. Quicker than read().
    [[nodiscard]] bool skip();

    /// The place of the frame that read() gave or skip() went over last, from 0: the damaged ones before it count.
    [[nodiscard]] std::int64_t place() const;
    [[nodiscard]] double framesPerSecond() const; ///< as the file says where that is plausible, else 25
    [[nodiscard]] int frameCount() const;         ///< as the file says, at least 1

private:
    struct Film;
    std::unique_ptr<Film> m_film;
};

} // namespace kobai::face
