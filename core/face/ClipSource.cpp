// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/ClipSource.h"

#include "face/CapturedFrame.h"

#include <QFileInfo>

#include <opencv2/videoio.hpp>

namespace kobai::face {

namespace {

using Time = MonotonicClock::Time;
using namespace std::chrono_literals;

constexpr double usualRate = 25;
/// After a stall the clip goes on from where it is, instead of racing to catch up.
constexpr auto longestDelay = 500ms;

} // namespace

struct ClipSource::Reader {
    const MonotonicClock& clock;
    std::string path;
    QString name;
    bool loop = true;
    cv::VideoCapture capture;
    Time::duration interval{};
    Time due;
    std::int64_t number = 0;
    bool isFresh = true; ///< nothing read since the file was opened

    [[nodiscard]] bool open()
    {
        isFresh = true;
        return capture.open(path, cv::CAP_FFMPEG);
    }
};

ClipSource::ClipSource(std::unique_ptr<Reader> reader) : m_reader(std::move(reader)) {}
ClipSource::~ClipSource() = default;

Result<std::unique_ptr<FrameSource>> ClipSource::open(const QString& file, bool loop, const MonotonicClock& clock)
{
    const QFileInfo info(file);
    auto reader = std::make_unique<Reader>(clock);
    reader->path = file.toStdString();
    reader->name = info.fileName();
    reader->loop = loop;
    try {
        cv::Mat first;
        if (!info.isFile() || !reader->open() || !reader->capture.read(first) || first.empty() || !reader->open())
            return fail(FaultCode::ClipUnreadable, reader->name);
        const double rate = reader->capture.get(cv::CAP_PROP_FPS);
        const double plausible = rate >= 1 && rate <= 120 ? rate : usualRate; // some files name none, or nonsense
        reader->interval = std::chrono::duration_cast<Time::duration>(std::chrono::duration<double>(1.0 / plausible));
        reader->due = clock.now();
        return std::unique_ptr<FrameSource>(new ClipSource(std::move(reader)));
    } catch (const cv::Exception&) {
        return fail(FaultCode::ClipUnreadable, info.fileName());
    }
}

Result<Frame> ClipSource::next()
{
    Reader& reader = *m_reader;
    try {
        cv::Mat picture;
        while (!reader.capture.read(picture) || picture.empty()) {
            if (!reader.loop)
                return fail(FaultCode::ClipEnded, reader.name);
            if (reader.isFresh || !reader.open()) // the file was taken away
                return fail(FaultCode::ClipUnreadable, reader.name);
        }
        reader.isFresh = false;
        reader.clock.sleepUntil(reader.due);
        const Time now = reader.clock.now();
        reader.due = now - reader.due > longestDelay ? now : reader.due + reader.interval;
        return Frame{.image = toImage(picture), .number = reader.number++, .taken = now};
    } catch (const cv::Exception&) {
        return fail(FaultCode::ClipUnreadable, reader.name);
    }
}

} // namespace kobai::face
