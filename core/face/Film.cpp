// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Film.h"

#include "face/FilmFile.h"
#include "face/Guarded.h"
#include "face/PictureFile.h"
#include "face/Pixels.h"

#include <QFileInfo>

#include <opencv2/imgproc.hpp>
#include <opencv2/videoio.hpp>

namespace kobai::face {

struct FilmReader::Film {
    FilmFile film;
    QImage still; ///< what a picture holds, until it was given
};

FilmReader::FilmReader(std::unique_ptr<Film> film) : m_film(std::move(film)) {}
FilmReader::~FilmReader() = default;

Result<std::unique_ptr<FilmReader>> FilmReader::open(const QString& file)
{
    auto film = std::make_unique<Film>();
    const QString name = QFileInfo(file).fileName();
    if (isStill(file)) {
        // Never left to OpenCV, which gives a broken picture as if it were a whole one.
        const auto picture = readPicture(file);
        auto normalised = picture ? normalisedPicture(*picture) : Result<QImage>(fail(picture.error()));
        if (!normalised)
            return fail(FaultCode::ClipUnreadable, name);
        film->still = std::move(*normalised);
        return std::unique_ptr<FilmReader>(new FilmReader(std::move(film)));
    }
    if (!QFileInfo(file).isFile() || !film->film.open(file))
        return fail(FaultCode::ClipUnreadable, name);
    return std::unique_ptr<FilmReader>(new FilmReader(std::move(film)));
}

std::optional<Frame> FilmReader::next()
{
    const auto framed = [&](QImage image, std::int64_t place) {
        const std::chrono::duration<double> time(double(place) / m_film->film.framesPerSecond());
        const std::chrono::steady_clock::time_point taken(
            std::chrono::duration_cast<std::chrono::steady_clock::duration>(time));
        return Frame{.image = std::move(image), .number = place, .taken = taken};
    };
    if (!m_film->still.isNull())
        return framed(std::exchange(m_film->still, {}), 0);
    const auto picture = m_film->film.read();
    if (!picture)
        return std::nullopt;
    auto image = normalisedPicture(*picture);
    return image ? std::optional(framed(std::move(*image), m_film->film.place())) : std::nullopt;
}

bool FilmReader::skip()
{
    return m_film->film.skip();
}

double FilmReader::framesPerSecond() const
{
    return m_film->film.framesPerSecond();
}

int FilmReader::frameCount() const
{
    return m_film->film.frameCount();
}

struct FilmWriter::Film {
    cv::VideoWriter writer;
    QSize size;
    QString name;
};

FilmWriter::FilmWriter(std::unique_ptr<Film> film) : m_film(std::move(film)) {}
FilmWriter::~FilmWriter() = default;

Result<std::unique_ptr<FilmWriter>> FilmWriter::create(const QString& file, QSize size, double framesPerSecond,
                                                       int quality)
{
    auto film = std::make_unique<Film>();
    film->size = size;
    film->name = QFileInfo(file).fileName();
    try {
        if (!film->writer.open(file.toStdString(), cv::CAP_OPENCV_MJPEG, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'),
                               framesPerSecond, cv::Size(size.width(), size.height())))
            return fail(FaultCode::StoreIo, film->name);
        film->writer.set(cv::VIDEOWRITER_PROP_QUALITY, quality);
    } catch (const cv::Exception&) {
        return fail(FaultCode::StoreIo, film->name);
    }
    return std::unique_ptr<FilmWriter>(new FilmWriter(std::move(film)));
}

Status FilmWriter::write(const QImage& picture)
{
    if (picture.size() != m_film->size || picture.format() != QImage::Format_RGB888)
        return fail(FaultCode::Internal, QStringLiteral("film picture"));
    return guarded([&]() -> Status {
        const cv::Mat rgb(picture.height(), picture.width(), CV_8UC3, const_cast<uchar*>(picture.constBits()),
                          std::size_t(picture.bytesPerLine()));
        cv::Mat bgr;
        cv::cvtColor(rgb, bgr, cv::COLOR_RGB2BGR);
        m_film->writer.write(bgr);
        return {};
    });
}

} // namespace kobai::face
