// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/LivenessTest.h"

#include "face/Engine.h"
#include "face/LivenessNetwork.h"
#include "face/Pixels.h"
#include "face/StillFrames.h"
#include "face/Vision.h"

#include <QDirIterator>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace kobai::cli {

namespace {

QStringList filesIn(const QString& folder)
{
    QStringList files;
    QDirIterator all(folder, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext())
        files.push_back(all.next());
    files.sort();
    return files;
}

/// Mean live probability over the frames with a face near enough; nullopt when there is none.
Result<std::optional<float>> meanLive(face::Engine& engine, const QString& file)
{
    constexpr int mostFrames = 25;
    KOBAI_ASSIGN(const std::vector<QImage> frames, face::stillFrames(file, mostFrames));
    float sum = 0;
    int count = 0;
    for (const QImage& frame : frames) {
        KOBAI_ASSIGN(const auto faces, engine.detect(frame));
        if (faces.empty())
            continue;
        KOBAI_ASSIGN(const face::LocatedFace located, engine.locate(frame, faces.front().box));
        if (located.measures.eyeDistance < face::livenessEyeDistance)
            continue;
        KOBAI_ASSIGN(const float live, engine.liveProbability(frame, faces.front().box));
        sum += live;
        ++count;
    }
    return count > 0 ? std::optional(sum / float(count)) : std::nullopt;
}

/// Share of @p files that are taken for live. Files that are neither picture nor clip are left out of @p count.
Result<double> acceptedShare(face::Engine& engine, const QStringList& files, float threshold, int& count,
                             const std::function<void()>& step)
{
    int accepted = 0;
    count = 0;
    for (const QString& file : files) {
        const auto live = meanLive(engine, file);
        step();
        if (!live && live.error().code == FaultCode::ClipUnreadable)
            continue;
        if (!live)
            return fail(live.error());
        ++count;
        accepted += *live && **live >= threshold ? 1 : 0;
    }
    return count > 0 ? double(accepted) / count : 0.0;
}

} // namespace

Result<QJsonObject> testLiveness(const QString& liveFolder, const QString& attackFolder,
                                 const std::function<void(int done, int all)>& progress)
{
    const QStringList live = filesIn(liveFolder);
    QMap<QString, QStringList> attacks;
    const QDir attackDir(attackFolder);
    const QStringList kinds = attackDir.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString& kind : kinds)
        attacks[kind] = filesIn(attackDir.filePath(kind));
    if (kinds.isEmpty())
        attacks[attackDir.dirName()] = filesIn(attackFolder);
    int all = int(live.size());
    for (const QStringList& files : attacks)
        all += int(files.size());
    if (live.isEmpty() || all == live.size())
        return fail(FaultCode::PictureUnreadable, live.isEmpty() ? liveFolder : attackFolder);

    KOBAI_ASSIGN(const QString models, face::findModelFolder());
    KOBAI_ASSIGN(const auto engine, face::Engine::load(models));
    const float threshold = face::policyFor({}).liveness;
    int done = 0;
    const auto step = [&] { progress(++done, all); };

    int bonaFide = 0;
    KOBAI_ASSIGN(const double passed, acceptedShare(*engine, live, threshold, bonaFide, step));
    QJsonObject apcer;
    double worst = 0;
    for (auto attack = attacks.cbegin(); attack != attacks.cend(); ++attack) {
        int count = 0;
        KOBAI_ASSIGN(const double share, acceptedShare(*engine, attack.value(), threshold, count, step));
        if (count == 0)
            continue;
        apcer[attack.key()] = share;
        worst = std::max(worst, share);
    }
    return QJsonObject{
        {u"bona_fide"_s, bonaFide}, {u"bpcer"_s, 1.0 - passed}, {u"apcer"_s, apcer}, {u"worst"_s, worst}};
}

} // namespace kobai::cli
