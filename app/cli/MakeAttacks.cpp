// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/MakeAttacks.h"

#include "app/cli/Arguments.h"
#include "app/cli/Output.h"
#include "face/AttackScene.h"
#include "face/Detector.h"
#include "face/Film.h"
#include "face/Guarded.h"
#include "face/Pixels.h"
#include "face/Vision.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <random>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace kobai::cli {

namespace {

constexpr auto usage = u"Usage: kobai make-attacks OUT --from CLIP... [--each N] [--seconds S] [--seed N]";
constexpr double framesPerSecond = 15;

/// One film to be made.
struct Presentation {
    face::AttackSpecies species = face::AttackSpecies::BonaFide;
    int clip = 0;
    int number = 0; ///< among those of the species and clip
    unsigned seed = 0;
};

struct Order {
    QString out;
    QStringList clips;
    int each = 4;
    double seconds = 2;
    unsigned seed = 1;
};

/// The frames of @p seconds of a film, from a place in it, at the test set's rate.
Result<std::vector<QImage>> windowOf(const QString& clip, double place, double seconds)
{
    KOBAI_ASSIGN(const auto film, face::FilmReader::open(clip));
    const double rate = film->framesPerSecond();
    const int spare = std::max(0, film->frameCount() - int(seconds * rate) - 1);
    for (int i = 0; i < int(place * spare) && film->skip(); ++i) {
    }
    std::vector<QImage> frames;
    const auto wanted = std::size_t(seconds * framesPerSecond);
    double due = 0;
    for (int number = 0; frames.size() < wanted; ++number) {
        auto frame = film->next();
        if (!frame)
            break;
        while (frames.size() < wanted && due <= number) {
            frames.push_back(frame->image);
            due += rate / framesPerSecond;
        }
    }
    if (frames.empty())
        return fail(FaultCode::ClipUnreadable, QFileInfo(clip).fileName());
    return frames;
}

/// Makes presentations one after another; one for each thread.
class Workshop final {
public:
    Workshop(const Order& order, face::Detector detector) : m_order(order), m_detector(std::move(detector)) {}

    [[nodiscard]] Status make(const Presentation& wanted)
    {
        const QString& clip = m_order.clips[wanted.clip];
        std::mt19937 random(wanted.seed);
        const auto between = [&](double low, double high) {
            return std::uniform_real_distribution<double>(low, high)(random);
        };
        KOBAI_ASSIGN(const std::vector<QImage> frames, windowOf(clip, between(0, 1), m_order.seconds));
        const bool isAttack = wanted.species != face::AttackSpecies::BonaFide;
        QRectF box;
        if (isAttack) {
            KOBAI_ASSIGN(const auto faces, face::guarded([&] { return m_detector.detect(frames.front()); }));
            if (faces.empty())
                return fail(FaultCode::NoFaceFound, QFileInfo(clip).fileName());
            box = faces.front().box;
        }
        const QString& behind = m_order.clips[int(random() % unsigned(m_order.clips.size()))];
        KOBAI_ASSIGN(const std::vector<QImage> background, windowOf(behind, between(0, 1), 0.1));
        face::AttackScene scene(wanted.species, background.front(), wanted.seed);
        const QDir folder(
            QDir(m_order.out).filePath(isAttack ? u"attack/"_s + face::speciesName(wanted.species) : u"live"_s));
        if (!folder.mkpath(u"."_s))
            return fail(FaultCode::StoreIo, folder.path());
        const QString name =
            u"%1_%2.avi"_s.arg(QFileInfo(clip).completeBaseName()).arg(wanted.number, 2, 10, QLatin1Char('0'));
        const bool moves = face::isReplay(wanted.species);
        const auto frameAt = [&](std::size_t i) {
            const QImage& content = frames[moves ? std::min(i, frames.size() - 1) : 0];
            return scene.frame(content, box, double(i) / framesPerSecond);
        };
        const QImage first = frameAt(0);
        KOBAI_ASSIGN(const auto film, face::FilmWriter::create(folder.filePath(name), first.size(), framesPerSecond,
                                                               int(between(70, 98))));
        KOBAI_TRY(film->write(first));
        for (std::size_t i = 1; i < std::size_t(m_order.seconds * framesPerSecond); ++i)
            KOBAI_TRY(film->write(frameAt(i)));
        return {};
    }

private:
    const Order& m_order;
    face::Detector m_detector;
};

std::vector<Presentation> planned(const Order& order)
{
    std::vector<face::AttackSpecies> kinds = face::attackSpecies();
    kinds.push_back(face::AttackSpecies::BonaFide);
    std::vector<Presentation> all;
    std::mt19937 seeds(order.seed);
    for (int clip = 0; clip < int(order.clips.size()); ++clip) {
        for (const face::AttackSpecies species : kinds) {
            for (int number = 0; number < order.each; ++number)
                all.push_back({.species = species, .clip = clip, .number = number, .seed = unsigned(seeds())});
        }
    }
    return all;
}

/// Takes the films that cannot be read out of @p order and says which. ClipUnreadable when none is left.
Status leaveOutUnreadable(Order& order)
{
    order.clips.removeIf([](const QString& clip) {
        const bool isUnreadable = !windowOf(clip, 0, 1 / framesPerSecond);
        if (isUnreadable)
            say(u"kobai: left out, for it cannot be read: %1"_s.arg(QFileInfo(clip).fileName()));
        return isUnreadable;
    });
    if (order.clips.isEmpty())
        return fail(FaultCode::ClipUnreadable);
    return {};
}

Status makeAll(Order order)
{
    KOBAI_ASSIGN(const QString models, face::findModelFolder());
    KOBAI_TRY(leaveOutUnreadable(order));
    const std::vector<Presentation> all = planned(order);
    std::atomic<std::size_t> next = 0;
    std::atomic<std::size_t> done = 0;
    std::mutex mutex;
    std::optional<Fault> fault;
    const auto work = [&] {
        auto detector = face::Detector::load(models);
        if (!detector) {
            const std::scoped_lock lock(mutex);
            fault = detector.error();
            return;
        }
        Workshop workshop(order, std::move(*detector));
        for (std::size_t i = next++; i < all.size(); i = next++) {
            const Status made = workshop.make(all[i]);
            const std::scoped_lock lock(mutex);
            // A window without a face, or out of a damaged part of a film, is left out.
            if (!made && made.error().code != FaultCode::NoFaceFound && made.error().code != FaultCode::ClipUnreadable)
                fault = made.error();
            if (fault)
                return;
            if (++done % 10 == 0 || done == all.size())
                say(u"%1 of %2"_s.arg(done.load()).arg(all.size()));
        }
    };
    std::vector<std::jthread> threads;
    for (int i = 0; i < std::clamp(QThread::idealThreadCount(), 1, 8); ++i)
        threads.emplace_back(work);
    threads.clear();
    if (fault)
        return fail(*fault);
    return {};
}

} // namespace

int makeAttacks(const QStringList& arguments)
{
    QCommandLineParser options;
    options.addOptions({{u"from"_s, u"film of a live person"_s, u"CLIP"_s},
                        {u"each"_s, u"presentations of each kind from each film"_s, u"N"_s, u"4"_s},
                        {u"seconds"_s, u"of each presentation"_s, u"S"_s, u"2"_s},
                        {u"seed"_s, u"the same seed gives the same set"_s, u"N"_s, u"1"_s}});
    const QString help = QStringView(usage).toString();
    if (const auto ended = readArguments(options, arguments, help))
        return *ended;
    // Words after the folder are clips too, so that a shell's *.mp4 works.
    const QStringList words = options.positionalArguments();
    Order order{.out = words.value(0), .clips = options.values(u"from"_s) + words.mid(1)};
    order.each = options.value(u"each"_s).toInt();
    order.seconds = options.value(u"seconds"_s).toDouble();
    bool isSeed = false;
    order.seed = options.value(u"seed"_s).toUInt(&isSeed);
    if (order.out.isEmpty() || order.clips.isEmpty())
        return usageError(u"A folder to write to and films are wanted."_s, help);
    if (!isSeed || order.each < 1 || !(order.seconds >= 0.2 && order.seconds <= 60)) // nor "nan"
        return usageError(u"A number is wrong."_s, help);
    const Status made = makeAll(order);
    return made ? allWell : failed(made.error(), false);
}

} // namespace kobai::cli
