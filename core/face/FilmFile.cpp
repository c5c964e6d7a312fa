// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/FilmFile.h"

#include "face/CapturedFrame.h"
#include "face/FilmMark.h"
#include "face/WholeFrame.h"

#include <QFile>

#include <opencv2/core.hpp>
#include <opencv2/videoio.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace kobai::face {

namespace {

constexpr double usualRate = 25;

/// OpenCV 4.6 tells the mark's angle against the clock and then turns by it with the clock, so that a portrait film stands on its head
/// (its issue 22088), and no version tells of mirroring. So it is told not to turn, and asked only for films of other kinds than MP4 and QuickTime.
constexpr bool tellsAgainstTheClock = CV_VERSION_MAJOR == 4 && CV_VERSION_MINOR == 6;

/// How the frames of an opened film have to be turned.
Orientation markOf(cv::VideoCapture& capture, const QString& path)
{
    const double degrees = capture.get(cv::CAP_PROP_ORIENTATION_META);
    if (!capture.set(cv::CAP_PROP_ORIENTATION_AUTO, 0))
        return 1;
    if (const Orientation mark = filmOrientation(path); mark != 0)
        return mark;
    if (!std::isfinite(degrees))
        return 1;
    constexpr std::array<Orientation, 4> quarters{1, 6, 3, 8};
    const int turn = int(std::lround(std::fmod(degrees, 360.0) / 90)) % 4;
    return quarters[std::size_t(((tellsAgainstTheClock ? -turn : turn) + 4) % 4)];
}

} // namespace

struct FilmFile::Film {
    cv::VideoCapture capture;
    Orientation mark = 1;
    double rate = usualRate;
    int count = 1;
    std::int64_t place = -1;

    /// OpenCV says of a damaged frame what it says at the end, and gives the next one when it is asked again.
    [[nodiscard]] bool grab()
    {
        for (int broken = 0; broken < mostBrokenFrames; ++broken) {
            ++place;
            if (capture.grab())
                return true;
        }
        return false;
    }
};

FilmFile::FilmFile() : m_film(std::make_unique<Film>()) {}
FilmFile::~FilmFile() = default;

bool FilmFile::open(const QString& file)
{
    try {
        if (!m_film->capture.open(QFile::encodeName(file).toStdString(), cv::CAP_FFMPEG))
            return false;
        m_film->place = -1;
        m_film->mark = markOf(m_film->capture, file);
        const double rate = m_film->capture.get(cv::CAP_PROP_FPS);
        m_film->rate = rate >= 1 && rate <= 120 ? rate : usualRate; // some files name none, or nonsense
        m_film->count = std::max(1, int(m_film->capture.get(cv::CAP_PROP_FRAME_COUNT)));
        return true;
    } catch (const cv::Exception&) {
        return false;
    }
}

std::optional<QImage> FilmFile::read()
{
    if (!m_film->capture.isOpened())
        return std::nullopt;
    return nextWholeFrame([this] { return m_film->grab(); },
                          [this] {
                              cv::Mat frame;
                              if (!m_film->capture.retrieve(frame) || frame.empty())
                                  return QImage();
                              return upright(toImage(frame), m_film->mark);
                          });
}

bool FilmFile::skip()
{
    try {
        return m_film->capture.isOpened() && m_film->grab();
    } catch (const cv::Exception&) {
        return false;
    }
}

std::int64_t FilmFile::place() const
{
    return m_film->place;
}

double FilmFile::framesPerSecond() const
{
    return m_film->rate;
}

int FilmFile::frameCount() const
{
    return m_film->count;
}

} // namespace kobai::face
