// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/StockPipeline.h"

#include "face/DlibNetwork.h"
#include "face/Guarded.h"
#include "face/ModelFolder.h"

#include <QDir>

#include <dlib/image_processing/frontal_face_detector.h>
#include <dlib/image_processing/shape_predictor.h>
#include <dlib/image_transforms/interpolation.h>
#include <dlib/opencv.h>
#include <opencv2/core.hpp>

#include <algorithm>
#include <fstream>

namespace kobai::face {

namespace {

dlib::array2d<dlib::rgb_pixel> toDlib(const QImage& picture)
{
    dlib::array2d<dlib::rgb_pixel> pixels;
    const cv::Mat mat(picture.height(), picture.width(), CV_8UC3, const_cast<uchar*>(picture.constBits()),
                      std::size_t(picture.bytesPerLine()));
    dlib::assign_image(pixels, dlib::cv_image<dlib::rgb_pixel>(mat));
    return pixels;
}

QImage toImage(const dlib::array2d<dlib::rgb_pixel>& pixels)
{
    QImage image(int(pixels.nc()), int(pixels.nr()), QImage::Format_RGB888);
    for (int row = 0; row < image.height(); ++row) {
        const dlib::rgb_pixel* line = &pixels[row][0];
        std::copy_n(reinterpret_cast<const uchar*>(line), 3 * image.width(), image.scanLine(row));
    }
    return image;
}

float squaredDistance(const StockPipeline::Vector& a, const StockPipeline::Vector& b)
{
    float sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    return sum;
}

} // namespace

struct StockPipeline::Models {
    dlib::frontal_face_detector detector = dlib::get_frontal_face_detector();
    dlib::shape_predictor predictor;
    DlibNetwork network;
    std::vector<Vector> gallery;
};

StockPipeline::StockPipeline(std::unique_ptr<Models> models) : m_models(std::move(models)) {}
StockPipeline::~StockPipeline() = default;

Result<std::unique_ptr<StockPipeline>> StockPipeline::load(const QString& modelFolder, std::vector<Vector> gallery)
{
    limitBlasThreads();
    const QDir folder(modelFolder);
    const QString landmarkFile = folder.filePath(landmarkModelName.toString());
    if (!QFile::exists(landmarkFile))
        return fail(FaultCode::ModelMissing, landmarkModelName.toString());
    KOBAI_ASSIGN(DlibNetwork folded, DlibNetwork::load(folder.filePath(dlibModelName.toString())));
    KOBAI_ASSIGN(DlibNetwork network, folded.unfolded());
    auto models = std::make_unique<Models>(Models{.predictor = {}, .network = std::move(network), .gallery = {}});
    models->gallery = std::move(gallery);
    try {
        std::ifstream stream(landmarkFile.toStdString(), std::ios::binary);
        dlib::deserialize(models->predictor, stream);
    } catch (const std::exception&) {
        return fail(FaultCode::ModelDamaged, landmarkModelName.toString());
    }
    return std::unique_ptr<StockPipeline>(new StockPipeline(std::move(models)));
}

Result<std::optional<std::size_t>> StockPipeline::nearest(const QImage& picture)
{
    return guarded([&]() -> Result<std::optional<std::size_t>> {
        const dlib::array2d<dlib::rgb_pixel> pixels = toDlib(picture);
        const std::vector<dlib::rectangle> faces = m_models->detector(pixels);
        const auto face = std::ranges::max_element(faces, {}, [](const dlib::rectangle& box) { return box.area(); });
        if (face == faces.end())
            return std::nullopt;
        constexpr double padding = 0.25;
        const dlib::full_object_detection shape = m_models->predictor(pixels, *face);
        dlib::array2d<dlib::rgb_pixel> chip;
        dlib::extract_image_chip(pixels, dlib::get_face_chip_details(shape, DlibNetwork::chipSide, padding), chip);
        KOBAI_ASSIGN(const Vector probe, embed(toImage(chip)));
        const auto best = std::ranges::min_element(
            m_models->gallery, {}, [&](const Vector& person) { return squaredDistance(person, probe); });
        if (best == m_models->gallery.end())
            return std::nullopt;
        return std::size_t(best - m_models->gallery.begin());
    });
}

Result<StockPipeline::Vector> StockPipeline::embed(const QImage& chip)
{
    return m_models->network.embed(chip);
}

Landmarks StockPipeline::landmarks(const QImage& picture, const QRect& box)
{
    const dlib::full_object_detection shape =
        m_models->predictor(toDlib(picture), {box.left(), box.top(), box.right(), box.bottom()});
    Landmarks landmarks;
    for (std::size_t i = 0; i < landmarks.size(); ++i)
        landmarks[i] = QPointF(double(shape.part(i).x()), double(shape.part(i).y()));
    return landmarks;
}

} // namespace kobai::face
