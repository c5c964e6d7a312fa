// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/FrameAnalyst.h"

#include "face/Pixels.h"

namespace kobai::face {

namespace {

/// Cameras begin with a few dark frames while the exposure settles.
constexpr std::chrono::milliseconds blackPatience(1000);

QRectF relative(const QRectF& box, QSize picture)
{
    return {box.x() / picture.width(), box.y() / picture.height(), box.width() / picture.width(),
            box.height() / picture.height()};
}

} // namespace

Result<FrameFinding> FrameAnalyst::look(const Frame& frame)
{
    FrameFinding finding;
    finding.taken = frame.taken;
    finding.observation.guidance = Guidance::NoFace;
    const auto picture = normalisedPicture(frame.image);
    if (!picture)
        return finding;
    if (meanBrightness(*picture) < blackBrightness) {
        if (isBlackForLong(frame))
            finding.observation.guidance = Guidance::CameraBlack;
        return finding;
    }
    m_hasSeenLight = true;
    m_blackSince.reset();
    KOBAI_TRY(lookAtFaces(*picture, finding));
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
    KOBAI_ASSIGN(const std::vector<FaceBox> faces, m_engine.detect(picture));
    if (faces.empty())
        return {};
    std::vector<double> areas;
    for (const FaceBox& face : faces)
        areas.push_back(face.box.width() * face.box.height());
    Observation& observation = finding.observation;
    if (!isAlone(areas, m_purpose)) {
        observation.guidance = Guidance::SeveralFaces;
        return {};
    }
    KOBAI_ASSIGN(const LocatedFace face, m_engine.locate(picture, faces.front().box));
    observation.face = relative(faces.front().box, picture.size());
    observation.guidance = judge(face.measures, m_purpose);
    observation.quality = qualityBars(face.measures, true);
    observation.yaw = face.measures.pose.yaw;
    observation.pitch = face.measures.pose.pitch;
    finding.pose = face.measures.pose;
    if (observation.guidance != Guidance::Good)
        return {};
    return encode(picture, face, finding);
}

Status FrameAnalyst::encode(const QImage& picture, const LocatedFace& face, FrameFinding& finding)
{
    KOBAI_ASSIGN(finding.embedding, m_engine.encode(picture, face));
    finding.weight = captureWeight(finding.observation.quality);
    if (m_purpose == Purpose::Identify) {
        KOBAI_ASSIGN(finding.live, m_engine.liveProbability(picture, face.measures.box));
    }
    return {};
}

} // namespace kobai::face
