// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/ClipSource.h"

#include "face/FilmFile.h"

#include <QFileInfo>

#include <utility>

namespace kobai::face {

namespace {

using Time = MonotonicClock::Time;
using namespace std::chrono_literals;

/// After a stall the clip goes on from where it is, instead of racing to catch up.
constexpr auto longestDelay = 500ms;

} // namespace

struct ClipSource::Reader {
    explicit Reader(const MonotonicClock& time) : clock(time) {}

    const MonotonicClock& clock;
    QString path;
    QString name;
    bool loop = true;
    FilmFile film;
    Time::duration interval{};
    Time due; ///< of the frame that was given last
    std::int64_t number = 0;
    std::int64_t place = -1; ///< in the film, of the frame that was given last
    bool isFresh = true;     ///< nothing read since the file was opened

    [[nodiscard]] bool open()
    {
        isFresh = true;
        place = -1;
        return film.open(path);
    }
};

ClipSource::ClipSource(std::unique_ptr<Reader> reader) : m_reader(std::move(reader)) {}
ClipSource::~ClipSource() = default;

Result<std::unique_ptr<FrameSource>> ClipSource::open(const QString& file, bool loop, const MonotonicClock& clock)
{
    const QFileInfo info(file);
    auto reader = std::make_unique<Reader>(clock);
    reader->path = file;
    reader->name = info.fileName();
    reader->loop = loop;
    if (!info.isFile() || !reader->open() || !reader->film.read() || !reader->open())
        return fail(FaultCode::ClipUnreadable, reader->name);
    reader->interval =
        std::chrono::duration_cast<Time::duration>(std::chrono::duration<double>(1.0 / reader->film.framesPerSecond()));
    reader->due = clock.now() - reader->interval;
    return std::unique_ptr<FrameSource>(new ClipSource(std::move(reader)));
}

Result<Frame> ClipSource::next()
{
    Reader& reader = *m_reader;
    std::optional<QImage> picture;
    while (!(picture = reader.film.read())) {
        if (!reader.loop)
            return fail(FaultCode::ClipEnded, reader.name);
        if (reader.isFresh || !reader.open()) // the file was taken away
            return fail(FaultCode::ClipUnreadable, reader.name);
    }
    reader.isFresh = false;
    reader.due += (reader.film.place() - std::exchange(reader.place, reader.film.place())) * reader.interval;
    reader.clock.sleepUntil(reader.due);
    const Time now = reader.clock.now();
    if (now - reader.due > longestDelay)
        reader.due = now;
    return Frame{.image = std::move(*picture), .number = reader.number++, .taken = now};
}

} // namespace kobai::face
