// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/LivenessTest.h"

#include "face/Engine.h"
#include "face/FilmCheck.h"
#include "face/Intervals.h"
#include "face/Listing.h"
#include "face/Vision.h"

#include <QDir>
#include <QJsonArray>
#include <QMap>
#include <QStringList>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace kobai::cli {

namespace {

QStringList filesIn(const QString& folder)
{
    QStringList files;
    for (const face::Listed& each : face::listed(folder)) {
        const QString path = QDir(folder).filePath(each.name);
        if (!each.isFolder)
            files.push_back(path);
        else if (!each.isLink) // which may lead in a circle
            files += filesIn(path);
    }
    return files;
}

/// nullopt: the file is neither picture nor clip.
using Findings = std::vector<std::optional<face::AttackFinding>>;

Result<Findings> findingsFor(const QStringList& files, const std::function<void(int done, int all)>& progress)
{
    KOBAI_ASSIGN(const QString models, face::findModelFolder());
    Findings findings(std::size_t(files.size()));
    std::atomic<int> next = 0;
    std::mutex mutex;
    std::optional<Fault> fault;
    int done = 0;
    const auto work = [&] {
        auto engine = face::Engine::load(models);
        for (int i = next++; engine && i < files.size(); i = next++) {
            const auto found = face::checkFilm(**engine, files[i]);
            const std::scoped_lock lock(mutex);
            if (found)
                findings[std::size_t(i)] = found->finding;
            else if (found.error().code != FaultCode::ClipUnreadable)
                fault = found.error();
            if (fault)
                return;
            progress(++done, int(files.size()));
        }
        const std::scoped_lock lock(mutex);
        if (!engine)
            fault = engine.error();
    };
    const auto cores = std::clamp(QThread::idealThreadCount(), 1, 8);
    std::vector<std::jthread> threads;
    for (int i = 0; i < std::min(cores, int(files.size())); ++i)
        threads.emplace_back(work);
    threads.clear();
    if (fault)
        return fail(*fault);
    return findings;
}

/// How the presentations of one folder ended.
struct Tally {
    int presented = 0;
    int live = 0;
    int attack = 0;
    int tooFar = 0;
    int noFace = 0;

    void add(face::AttackFinding finding)
    {
        ++presented;
        switch (finding) {
        case face::AttackFinding::Live:
            ++live;
            break;
        case face::AttackFinding::Attack:
            ++attack;
            break;
        case face::AttackFinding::TooFar:
            ++tooFar;
            break;
        case face::AttackFinding::TooFewFrames:
            ++noFace;
            break;
        }
    }
    [[nodiscard]] QJsonObject json(int errors, int trials) const
    {
        const face::Interval interval = face::clopperPearson(errors, trials);
        return {{u"presented"_s, presented}, {u"live"_s, live},
                {u"attack"_s, attack},       {u"too_far"_s, tooFar},
                {u"no_face"_s, noFace},      {u"interval"_s, QJsonArray{interval.low, interval.high}}};
    }
};

} // namespace

Result<QJsonObject> testLiveness(const QString& liveFolder, const QString& attackFolder,
                                 const std::function<void(int done, int all)>& progress)
{
    const QString bonaFide = u"bona_fide"_s;
    QMap<QString, QStringList> folders;
    const QDir attackDir(attackFolder);
    const QStringList kinds = attackDir.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString& kind : kinds)
        folders[kind] = filesIn(attackDir.filePath(kind));
    if (kinds.isEmpty())
        folders[attackDir.dirName()] = filesIn(attackFolder);
    const QStringList live = filesIn(liveFolder);
    QStringList files = live;
    QStringList owners(live.size(), QString());
    for (auto folder = folders.cbegin(); folder != folders.cend(); ++folder) {
        files += folder.value();
        owners += QStringList(folder.value().size(), folder.key());
    }
    if (live.isEmpty() || files.size() == live.size())
        return fail(FaultCode::PictureUnreadable, live.isEmpty() ? liveFolder : attackFolder);

    KOBAI_ASSIGN(const Findings findings, findingsFor(files, progress));
    Tally people;
    QMap<QString, Tally> attacks;
    QStringList unreadable;
    for (int i = 0; i < int(files.size()); ++i) {
        if (const auto& finding = findings[std::size_t(i)])
            (i < live.size() ? people : attacks[owners[i]]).add(*finding);
        else
            unreadable.push_back(files[i]);
    }
    if (people.presented == 0 || attacks.isEmpty())
        return fail(FaultCode::PictureUnreadable, people.presented == 0 ? liveFolder : attackFolder);
    const int judged = people.presented - people.tooFar;
    QJsonObject counts{{bonaFide, people.json(judged - people.live, judged)}};
    QJsonObject apcer;
    double worst = 0;
    for (auto attack = attacks.cbegin(); attack != attacks.cend(); ++attack) {
        const double share = double(attack->live) / attack->presented;
        apcer[attack.key()] = share;
        counts[attack.key()] = attack->json(attack->live, attack->presented);
        worst = std::max(worst, share);
    }
    return QJsonObject{{bonaFide, judged},
                       {u"bpcer"_s, judged > 0 ? double(judged - people.live) / judged : 0.0},
                       {u"apcer"_s, apcer},
                       {u"worst"_s, worst},
                       {u"too_far"_s, people.tooFar},
                       {u"counts"_s, counts},
                       {u"unreadable"_s, unreadable.size()},
                       {u"unreadable_files"_s, QJsonArray::fromStringList(unreadable)}};
}

} // namespace kobai::cli
