// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/Film.h"

#include "face/CapturedFrame.h"
#include "face/Guarded.h"
#include "face/Pixels.h"

#include <QFileInfo>
#include <QImageReader>

#include <opencv2/imgproc.hpp>
#include <opencv2/videoio.hpp>

#include <algorithm>

namespace kobai::face {

namespace {

constexpr double usualRate = 25;

} // namespace

struct FilmReader::Film {
    cv::VideoCapture capture;
    QImage still; ///< what a picture holds, until it was given
    double rate = usualRate;
    int count = 1;
    std::int64_t number = 0;
};

FilmReader::FilmReader(std::unique_ptr<Film> film) : m_film(std::move(film)) {}
FilmReader::~FilmReader() = default;

Result<std::unique_ptr<FilmReader>> FilmReader::open(const QString& file)
{
    auto film = std::make_unique<Film>();
    const QString name = QFileInfo(file).fileName();
    QImageReader reader(file);
    reader.setAutoTransform(true);
    if (reader.canRead() && !reader.supportsAnimation()) {
        auto picture = normalisedPicture(reader.read());
        if (!picture)
            return fail(FaultCode::ClipUnreadable, name);
        film->still = std::move(*picture);
        return std::unique_ptr<FilmReader>(new FilmReader(std::move(film)));
    }
    try {
        if (!film->capture.open(file.toStdString(), cv::CAP_FFMPEG))
            return fail(FaultCode::ClipUnreadable, name);
        const double rate = film->capture.get(cv::CAP_PROP_FPS);
        film->rate = rate >= 1 && rate <= 120 ? rate : usualRate; // some files name none, or nonsense
        film->count = std::max(1, int(film->capture.get(cv::CAP_PROP_FRAME_COUNT)));
        return std::unique_ptr<FilmReader>(new FilmReader(std::move(film)));
    } catch (const cv::Exception&) {
        return fail(FaultCode::ClipUnreadable, name);
    }
}

std::optional<Frame> FilmReader::next()
{
    const auto framed = [&](QImage image) {
        const std::chrono::duration<double> time(double(m_film->number) / m_film->rate);
        const std::chrono::steady_clock::time_point taken(
            std::chrono::duration_cast<std::chrono::steady_clock::duration>(time));
        return Frame{.image = std::move(image), .number = m_film->number++, .taken = taken};
    };
    if (!m_film->still.isNull())
        return framed(std::exchange(m_film->still, {}));
    try {
        cv::Mat picture;
        if (!m_film->capture.isOpened() || !m_film->capture.read(picture) || picture.empty())
            return std::nullopt;
        auto image = normalisedPicture(toImage(picture));
        return image ? std::optional(framed(std::move(*image))) : std::nullopt;
    } catch (const cv::Exception&) {
        return std::nullopt; // as for a file that ends in the middle of a frame
    }
}

bool FilmReader::skip()
{
    try {
        if (!m_film->capture.isOpened() || !m_film->capture.grab())
            return false;
        ++m_film->number;
        return true;
    } catch (const cv::Exception&) {
        return false;
    }
}

double FilmReader::framesPerSecond() const
{
    return m_film->rate;
}

int FilmReader::frameCount() const
{
    return m_film->count;
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
