// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/FrameAnalyst.h"

#include "face/Pixels.h"

#include <algorithm>
#include <cmath>

namespace kobai::face {

namespace {

using namespace std::chrono_literals;

/// Cameras begin with a few dark frames while the exposure settles.
constexpr auto blackPatience = 1000ms;
/// How long the landmarks follow a face before the detector looks again, also for a second face.
constexpr auto detectorRest = 180ms;

/// Least time between two encoded frames. Two that are nearer show the same picture twice: at 25 and at 30 frames a
/// second every second frame is encoded.
constexpr std::chrono::milliseconds identifyPace(60);
constexpr std::chrono::milliseconds enrolPace(120);
constexpr std::chrono::milliseconds challengePace(250);
/// The attack check is content with three looks in a fifth of a second: of the first four encoded frames this one is
/// spared it (counted from 0).
constexpr int skippedLook = 1;
/// A frame that is much worse than the best one of its face waits for a better one, but not for long.
constexpr float muchWorse = 0.75F;
constexpr auto longestWait = 200ms;
/// Beyond this a challenge's frames are not compared: a head on its way round looks less like itself.
constexpr float farthestCompared = 20;

QRectF relative(const QRectF& box, QSize picture)
{
    return {box.x() / picture.width(), box.y() / picture.height(), box.width() / picture.width(),
            box.height() / picture.height()};
}

/// Middle and size of a face's points.
struct Spread {
    QPointF centre;
    double size = 0;

    explicit Spread(const Landmarks& landmarks)
    {
        for (const QPointF& point : landmarks)
            centre += point / double(landmarks.size());
        for (const QPointF& point : landmarks)
            size += std::hypot(point.x() - centre.x(), point.y() - centre.y()) / double(landmarks.size());
    }
};

/// @p box moved and scaled as the face's points were.
QRectF movedBox(const QRectF& box, const Landmarks& before, const Landmarks& now)
{
    const Spread old(before);
    const Spread fresh(now);
    const double scale = old.size > 0 ? fresh.size / old.size : 1;
    QRectF moved(QPointF(), box.size() * scale);
    moved.moveCenter(fresh.centre + (box.center() - old.centre) * scale);
    return moved;
}

} // namespace

Result<FrameFinding> FrameAnalyst::look(const Frame& frame)
{
    FrameFinding finding;
    finding.taken = frame.taken;
    finding.observation.guidance = Guidance::NoFace;
    if (const Tracker::Step step = m_tracker.frame(frame.taken); step != Tracker::Step::GoesOn) {
        m_followed.reset();
        note(step, finding);
    }
    const auto picture = normalisedPicture(frame.image);
    if (!picture)
        return finding;
    if (meanBrightness(*picture) < blackBrightness) {
        m_followed.reset();
        if (isBlackForLong(frame))
            finding.observation.guidance = Guidance::CameraBlack;
        return finding;
    }
    m_hasSeenLight = true;
    m_blackSince.reset();
    KOBAI_TRY(lookAtFaces(*picture, finding));
    finding.track = m_tracker.number();
    return finding;
}

bool FrameAnalyst::isBlackForLong(const Frame& frame)
{
    if (!m_blackSince)
        m_blackSince = frame.taken;
    return frame.taken - *m_blackSince >= blackPatience;
}

Status FrameAnalyst::lookAtFaces(const QImage& picture, FrameFinding& finding)
{
    const bool isDue = !m_followed || finding.taken - m_followed->detected >= detectorRest;
    if (isDue)
        KOBAI_TRY(detect(picture, finding));
    if (!m_followed)
        return {};
    // A frame that will be encoded needs dlib's place of the face, the questions before that do not.
    const bool isLikely = m_wasGood && isTimeToEncode(finding.taken);
    KOBAI_ASSIGN(LocatedFace face,
                 isLikely ? m_engine.locate(picture, m_followed->box) : m_engine.glance(picture, m_followed->box));
    if (!isDue) {
        m_followed->box = movedBox(m_followed->box, m_followed->landmarks, face.landmarks);
        face.measures.box = m_followed->box;
    }
    m_followed->landmarks = face.landmarks;
    note(m_tracker.follow(relative(m_followed->box, picture.size()), finding.taken), finding);
    if (m_purpose != Purpose::Enrol)
        m_attack.follow(picture, m_followed->box, finding.taken);
    note(face.measures, finding);
    m_wasGood = finding.observation.guidance == Guidance::Good;
    finding.sample = ChallengeSample{.taken = finding.taken,
                                     .pose = face.measures.pose,
                                     .landmarks = face.landmarks,
                                     .eyeAspect = face.measures.eyeAspect};
    if (m_wasGood && isTimeToEncode(finding.taken) && isWorthEncoding(face.measures, finding.taken)) {
        if (!isLikely) {
            KOBAI_ASSIGN(face, m_engine.locate(picture, m_followed->box));
            note(face.measures, finding);
        }
        if (finding.observation.guidance == Guidance::Good)
            KOBAI_TRY(encode(picture, face, finding));
    }
    finding.attack = m_attack.finding();
    finding.live = m_attack.score();
    if (finding.attack == AttackFinding::TooFar)
        finding.observation.guidance = Guidance::Closer;
    return {};
}

Status FrameAnalyst::detect(const QImage& picture, FrameFinding& finding)
{
    m_followed.reset();
    KOBAI_ASSIGN(const std::vector<FaceBox> faces, m_engine.detect(picture));
    if (faces.empty())
        return {};
    std::vector<double> areas;
    areas.reserve(faces.size());
    for (const FaceBox& face : faces)
        areas.push_back(face.box.width() * face.box.height());
    if (!isAlone(areas, m_purpose)) {
        finding.observation.guidance = Guidance::SeveralFaces;
        return {};
    }
    m_followed = Followed{.box = faces.front().box, .landmarks = {}, .detected = finding.taken};
    return {};
}

void FrameAnalyst::note(const FaceMeasures& measures, FrameFinding& finding)
{
    Observation& observation = finding.observation;
    observation.face = relative(measures.box, measures.picture);
    observation.guidance = judge(measures, m_purpose);
    if (m_purpose != Purpose::Enrol && observation.guidance == Guidance::OpenEyes && m_isAwake) {
        FaceMeasures blink = measures;
        blink.eyesOpen = 1;
        observation.guidance = judge(blink, m_purpose);
    }
    m_isAwake = m_isAwake || observation.guidance == Guidance::Good;
    observation.quality = qualityBars(measures, true);
    observation.yaw = measures.pose.yaw;
    observation.pitch = measures.pose.pitch;
}

void FrameAnalyst::note(Tracker::Step step, FrameFinding& finding)
{
    if (step == Tracker::Step::GoesOn)
        return;
    finding.step = step;
    m_attack.startOver();
    m_encoded.reset();
    m_encodings = 0;
    m_isAwake = false;
    m_bestWeight = 0;
}

bool FrameAnalyst::isTimeToEncode(Tracker::Time taken) const
{
    if (!m_encoded)
        return true;
    const auto pace = m_isChallenging ? challengePace : m_purpose == Purpose::Enrol ? enrolPace : identifyPace;
    return taken - *m_encoded >= pace;
}

bool FrameAnalyst::isWorthEncoding(const FaceMeasures& measures, Tracker::Time taken) const
{
    if (m_isChallenging)
        return std::abs(measures.pose.yaw) <= farthestCompared;
    return !m_encoded || taken - *m_encoded >= longestWait
           || captureWeight(qualityBars(measures, true)) >= muchWorse * m_bestWeight;
}

Status FrameAnalyst::encode(const QImage& picture, const LocatedFace& face, FrameFinding& finding)
{
    const bool isEnrolment = m_purpose == Purpose::Enrol;
    // The probe is a mean over frames: mirroring every other one does what mirroring each would, for half the work.
    const Engine::View alternate = m_encodings % 2 == 0 ? Engine::View::AsSeen : Engine::View::Mirrored;
    if (m_purpose == Purpose::Present) {
        finding.isPresentation = true;
    } else {
        KOBAI_ASSIGN(finding.embedding,
                     m_engine.encode(picture, face, isEnrolment ? Engine::View::BothWays : alternate));
    }
    finding.weight = captureWeight(finding.observation.quality);
    if (!isEnrolment) {
        if (finding.embedding)
            note(m_tracker.recognise(*finding.embedding,
                                     m_isChallenging ? Tracker::Head::Turning : Tracker::Head::Still),
                 finding);
        if (m_encodings != skippedLook)
            KOBAI_TRY(m_attack.look(m_engine, picture, face, finding.taken));
    }
    ++m_encodings;
    m_encoded = finding.taken;
    m_bestWeight = std::max(m_bestWeight, finding.weight);
    return {};
}

} // namespace kobai::face
