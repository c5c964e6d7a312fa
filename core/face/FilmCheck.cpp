// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/FilmCheck.h"

#include "face/Engine.h"
#include "face/Film.h"

#include <QFileInfo>

#include <optional>

namespace kobai::face {

namespace {

using namespace std::chrono_literals;

constexpr auto framePace = 60ms;
constexpr auto lookPace = 100ms;
constexpr auto patience = 8s;
constexpr auto lostAfter = 500ms;

} // namespace

Result<FilmFinding> checkFilm(Engine& engine, const QString& file)
{
    KOBAI_ASSIGN(const auto film, FilmReader::open(file));
    AttackCheck check;
    std::optional<AttackCheck::Time> firstFace;
    std::optional<AttackCheck::Time> lastFace;
    std::optional<AttackCheck::Time> lastFrame;
    std::optional<AttackCheck::Time> lastLook;
    AttackFinding finding = AttackFinding::TooFewFrames;
    bool isEmpty = true;
    while (auto frame = film->next()) {
        isEmpty = false;
        if (lastFrame && frame->taken - *lastFrame < framePace)
            continue;
        lastFrame = frame->taken;
        if (firstFace && frame->taken - *firstFace > patience)
            break;
        KOBAI_ASSIGN(const auto faces, engine.detect(frame->image));
        if (faces.empty())
            continue;
        const QRectF& box = faces.front().box;
        if (!firstFace)
            firstFace = frame->taken;
        if (lastFace && frame->taken - *lastFace > lostAfter)
            check.startOver();
        lastFace = frame->taken;
        check.follow(frame->image, box, frame->taken);
        if (lastLook && frame->taken - *lastLook < lookPace)
            continue;
        lastLook = frame->taken;
        KOBAI_ASSIGN(const LocatedFace face, engine.locate(frame->image, box));
        KOBAI_TRY(check.look(engine, frame->image, face, frame->taken));
        finding = check.finding();
        if (finding == AttackFinding::Live || finding == AttackFinding::Attack)
            break;
    }
    if (isEmpty)
        return fail(FaultCode::ClipUnreadable, QFileInfo(file).fileName());
    if (finding == AttackFinding::TooFewFrames)
        finding = check.conclusion();
    FilmFinding result{.finding = finding, .score = check.score(), .evidence = check.evidence()};
    if (firstFace && lastFace)
        result.seconds = std::chrono::duration<double>(*lastFace - *firstFace).count();
    return result;
}

} // namespace kobai::face
