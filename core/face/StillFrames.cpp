// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/StillFrames.h"

#include "face/CapturedFrame.h"
#include "face/Pixels.h"

#include <QFileInfo>
#include <QImageReader>

#include <opencv2/videoio.hpp>

#include <algorithm>

namespace kobai::face {

Result<std::vector<QImage>> stillFrames(const QString& file, int most)
{
    std::vector<QImage> frames;
    QImageReader reader(file);
    reader.setAutoTransform(true);
    if (reader.canRead() && !reader.supportsAnimation()) {
        auto picture = normalisedPicture(reader.read());
        if (!picture)
            return fail(FaultCode::ClipUnreadable, QFileInfo(file).fileName());
        frames.push_back(std::move(*picture));
        return frames;
    }
    try {
        cv::VideoCapture film;
        cv::Mat picture;
        if (!film.open(file.toStdString(), cv::CAP_FFMPEG))
            return fail(FaultCode::ClipUnreadable, QFileInfo(file).fileName());
        const int step = std::max(1, int(film.get(cv::CAP_PROP_FRAME_COUNT)) / std::max(1, most));
        for (int number = 0; int(frames.size()) < most && film.grab(); ++number) {
            if (number % step == 0 && film.retrieve(picture) && !picture.empty()) {
                auto frame = normalisedPicture(toImage(picture));
                if (frame)
                    frames.push_back(std::move(*frame));
            }
        }
    } catch (const cv::Exception&) {
        return fail(FaultCode::ClipUnreadable, QFileInfo(file).fileName());
    }
    if (frames.empty())
        return fail(FaultCode::ClipUnreadable, QFileInfo(file).fileName());
    return frames;
}

} // namespace kobai::face
