// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/AttackScene.h"

#include <opencv2/calib3d.hpp>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <array>
#include <cmath>
#include <numbers>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace kobai::face {

namespace {

/// An artefact flat on the table: what it shows and where it ends.
struct ArtefactPicture {
    cv::Mat picture;   ///< RGB
    cv::Mat cover;     ///< 255 where there is artefact, 0 where the background shows
    cv::Point2d face;  ///< the middle of the face
    double pixels = 1; ///< of the surface for one of the camera
};

/// What an artefact is made of: ink on paper or pixels of a screen, with what is around.
class ArtefactSurface final {
public:
    ArtefactSurface(AttackSpecies species, std::mt19937& random);

    /// @p scale: camera pixels for one pixel of @p content.
    [[nodiscard]] ArtefactPicture render(const cv::Mat& content, const QRectF& face, double scale) const;
    /// Highlights, reflections and flicker over the artefact as the camera sees it; the highlight is about (@p x, @p y).
    void light(cv::Mat& drawn, double x, double y, double faceWidth, double seconds) const;

private:
    [[nodiscard]] bool isScreen() const;
    [[nodiscard]] cv::Rect2d shownPart(const cv::Mat& content, const QRectF& face) const;
    void print(cv::Mat& picture) const;
    void shine(cv::Mat& picture) const;
    [[nodiscard]] ArtefactPicture framed(cv::Mat picture, cv::Point2d face, double pixels, double faceWidth) const;

    AttackSpecies m_species;
    double m_width = 0;  ///< of what is shown, in widths of the face
    double m_height = 0; ///< likewise, in widths of the face
    double m_low = 0;    ///< brightness of black, 0..255
    double m_high = 0;   ///< brightness of white
    double m_warm = 0;   ///< red against blue, -1..1
    double m_dots = 0;   ///< contrast of halftone dots or of a screen's gaps, 0..1
    double m_pitch = 0;  ///< halftone: camera pixels between dots; screen: its pixels for one of the camera
    double m_border = 0; ///< in widths of the face
    double m_bend = 0;   ///< how far the sheet's middle stands out
    double m_glare = 0;  ///< brightness added in the highlight
    double m_flicker = 0;
    double m_soft = 0; ///< what the lens blurs of a screen's pixels, in pixels of the camera
    double m_grey = 0; ///< brightness of a device's frame
};

/// A sheet bent about its upright axis: its sides come nearer to its middle and its edges bow.
void bend(ArtefactPicture& sheet, double amount)
{
    if (amount < 0.01)
        return;
    const cv::Size size = sheet.picture.size();
    cv::Mat x(size, CV_32F);
    cv::Mat y(size, CV_32F);
    for (int row = 0; row < size.height; ++row) {
        for (int column = 0; column < size.width; ++column) {
            const double u = 2.0 * column / size.width - 1;
            x.at<float>(row, column) = float(column + amount * size.width * 0.5 * (u * u * u - u));
            y.at<float>(row, column) = float(row + amount * size.height * 0.25 * (u * u - 0.5));
        }
    }
    cv::remap(sheet.picture, sheet.picture, x, y, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::remap(sheet.cover, sheet.cover, x, y, cv::INTER_LINEAR, cv::BORDER_CONSTANT);
    for (int column = 0; column < size.width; ++column) {
        const double u = 2.0 * column / size.width - 1;
        sheet.picture.col(column) *= 1 - amount * (0.5 + 0.5 * u);
    }
}

ArtefactSurface::ArtefactSurface(AttackSpecies species, std::mt19937& random) : m_species(species)
{
    const auto between = [&](double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(random);
    };
    m_width = between(1.8, 3.4);
    m_height = m_width * between(1.0, 1.4);
    m_warm = between(-0.15, 0.15);
    m_border = between(0.0, 0.3);
    switch (species) {
    case AttackSpecies::PrintPlain:
        m_high = 255;
        m_warm = 0;
        break;
    case AttackSpecies::PrintMatte:
        m_low = between(25, 60);
        m_high = between(175, 225);
        m_dots = between(0.05, 0.3);
        m_pitch = between(1.2, 3);
        m_bend = between(0, 0.2);
        break;
    case AttackSpecies::PrintGlossy:
        m_low = between(5, 30);
        m_high = between(210, 255);
        m_dots = between(0, 0.1);
        m_pitch = between(1.1, 2);
        m_bend = between(0, 0.15);
        m_glare = between(40, 170);
        break;
    case AttackSpecies::PrintCutOut:
        m_low = between(10, 45);
        m_high = between(190, 245);
        m_dots = between(0, 0.2);
        m_pitch = between(1.1, 3);
        m_bend = between(0, 0.2);
        m_border = 0;
        break;
    case AttackSpecies::PrintNear:
        m_low = between(10, 50);
        m_high = between(190, 240);
        m_dots = between(0.05, 0.25);
        m_pitch = between(1.2, 3);
        m_width = m_height = 20;
        break;
    case AttackSpecies::PhonePhoto:
    case AttackSpecies::PhoneReplay:
        m_height = m_width * between(1.6, 2.1);
        m_pitch = between(1.6, 3);
        m_border = between(0.04, 0.12);
        break;
    case AttackSpecies::TabletReplay:
        m_width = between(2.4, 3.8);
        m_height = m_width * between(0.65, 1.35);
        m_pitch = between(1.2, 2.2);
        m_border = between(0.1, 0.25);
        break;
    case AttackSpecies::LaptopReplay:
        m_width = between(3, 5);
        m_height = m_width * 0.6;
        m_pitch = between(1.0, 1.6);
        m_border = between(0.1, 0.3);
        break;
    case AttackSpecies::ScreenNear:
        m_width = m_height = 20;
        m_pitch = between(0.7, 1.3);
        break;
    case AttackSpecies::BonaFide:
        break;
    }
    if (!isScreen())
        return;
    m_low = between(5, 30);
    m_high = between(200, 255);
    m_warm = between(-0.3, 0.05);
    m_dots = between(0.15, 0.6);
    m_glare = between(0, 1) < 0.5 ? between(30, 120) : 0;
    m_flicker = between(0, 0.08);
    m_soft = between(0.15, 0.5);
    m_grey = between(5, 60);
}

bool ArtefactSurface::isScreen() const
{
    return m_species == AttackSpecies::PhonePhoto || (isReplay(m_species) && m_species != AttackSpecies::BonaFide);
}

cv::Rect2d ArtefactSurface::shownPart(const cv::Mat& content, const QRectF& face) const
{
    const double width = m_width * face.width();
    const double height = m_height * face.width();
    const cv::Rect2d wanted(face.center().x() - width / 2, face.center().y() - height * 0.48, width, height);
    return wanted & cv::Rect2d(0, 0, content.cols, content.rows);
}

ArtefactPicture ArtefactSurface::render(const cv::Mat& content, const QRectF& face, double scale) const
{
    const cv::Rect2d part = shownPart(content, face);
    // A screen has a picture with its own pixels, three stripes each; paper needs room for the dots.
    const double pixels = isScreen() ? m_pitch : m_dots > 0 ? 2.0 : 1.5;
    cv::Mat picture;
    const double zoom = scale * pixels;
    cv::resize(content(cv::Rect(part)), picture, {}, zoom, zoom, zoom < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    cv::Point2d middle((face.center().x() - part.x) * zoom, (face.center().y() - part.y) * zoom);
    double surfacePixels = pixels;
    picture.convertTo(picture, CV_8U, (m_high - m_low) / 255, m_low);
    std::vector<cv::Mat> channels;
    cv::split(picture, channels);
    channels[0] *= 1 + m_warm * 0.4;
    channels[2] *= 1 - m_warm * 0.4;
    cv::merge(channels, picture);
    if (isScreen()) {
        constexpr int stripes = 3;
        cv::resize(picture, picture, {}, stripes, stripes, cv::INTER_NEAREST);
        shine(picture);
        cv::GaussianBlur(picture, picture, {}, m_soft * pixels * stripes);
        middle *= double(stripes);
        surfacePixels *= stripes;
    } else if (m_dots > 0) {
        print(picture);
    }
    ArtefactPicture result = framed(std::move(picture), middle, surfacePixels, face.width() * scale);
    bend(result, m_bend);
    return result;
}

/// Halftone dots of each ink at its own angle: darker places get larger dots, seen as a ripple of the brightness.
void ArtefactSurface::print(cv::Mat& picture) const
{
    constexpr std::array angles{0.26, 1.31, 0.79}; // 15, 75 and 45 degrees: the usual ones
    const double wave = 2 * std::numbers::pi / (m_pitch * 2.0);
    std::array<double, 3> cosine{};
    std::array<double, 3> sine{};
    for (std::size_t ink = 0; ink < 3; ++ink) {
        cosine[ink] = std::cos(angles[ink]) * wave;
        sine[ink] = std::sin(angles[ink]) * wave;
    }
    picture.forEach<cv::Vec3b>([&](cv::Vec3b& pixel, const int* place) {
        for (std::size_t ink = 0; ink < 3; ++ink) {
            const double u = place[1] * cosine[ink] + place[0] * sine[ink];
            const double v = place[0] * cosine[ink] - place[1] * sine[ink];
            const double value = pixel[int(ink)];
            const double room = std::min(value, 255 - value);
            pixel[int(ink)] = cv::saturate_cast<uchar>(value + m_dots * room * std::cos(u) * std::cos(v) * 1.5);
        }
    });
}

/// The stripes of red, green and blue and the dark gap between two pixels, at three samples a pixel.
void ArtefactSurface::shine(cv::Mat& picture) const
{
    const double lit = 1 + m_dots * 0.9;
    const double dim = 1 - m_dots;
    const double gap = 1 - m_dots * 0.7;
    picture.forEach<cv::Vec3b>([&](cv::Vec3b& pixel, const int* place) {
        const int stripe = place[1] % 3;
        const double row = place[0] % 3 == 2 ? gap : 1;
        for (int channel = 0; channel < 3; ++channel)
            pixel[channel] = cv::saturate_cast<uchar>(pixel[channel] * row * (channel == stripe ? lit : dim));
    });
}

ArtefactPicture ArtefactSurface::framed(cv::Mat picture, cv::Point2d face, double pixels, double faceWidth) const
{
    ArtefactPicture result{.picture = std::move(picture), .cover = {}, .face = face, .pixels = pixels};
    const double unit = faceWidth * pixels; // one width of the face on the surface
    if (m_species == AttackSpecies::PrintCutOut) {
        result.cover = cv::Mat::zeros(result.picture.size(), CV_8U);
        cv::ellipse(result.cover, face + cv::Point2d(0, -0.1 * unit), cv::Size(int(unit * 0.68), int(unit * 0.95)), 0,
                    0, 360, 255, cv::FILLED, cv::LINE_AA);
        return result;
    }
    const int border = int(m_border * unit);
    const int chin = isScreen() ? border * 2 : border;
    const cv::Scalar colour = isScreen() ? cv::Scalar::all(m_grey) : cv::Scalar::all(std::min(255.0, m_high + 10));
    cv::copyMakeBorder(result.picture, result.picture, chin, chin, border, border, cv::BORDER_CONSTANT, colour);
    result.face += cv::Point2d(border, chin);
    // A ring of nothing, so that the edge is soft when it is warped.
    result.cover = cv::Mat(result.picture.size(), CV_8U, cv::Scalar(255));
    cv::rectangle(result.cover, cv::Rect(cv::Point(), result.cover.size()), 0, 2);
    return result;
}

void ArtefactSurface::light(cv::Mat& drawn, double x, double y, double faceWidth, double seconds) const
{
    if (m_glare > 0) {
        cv::Mat patch(drawn.size(), CV_8UC3, cv::Scalar::all(0));
        const cv::Point place(int(x + faceWidth * 0.45), int(y - faceWidth * 0.4));
        cv::ellipse(patch, place, cv::Size(int(faceWidth * 0.25), int(faceWidth * 0.6)), 25, 0, 360,
                    cv::Scalar::all(m_glare), cv::FILLED);
        cv::GaussianBlur(patch, patch, {}, faceWidth * 0.12);
        drawn += patch;
    }
    if (m_flicker > 0) {
        for (int row = 0; row < drawn.rows; ++row) {
            const double band = std::sin(2 * std::numbers::pi * (double(row) / drawn.rows * 1.5 + seconds * 3.7));
            drawn.row(row) *= 1 + m_flicker * band;
        }
    }
}

const cv::Size cameraSize(640, 480);
/// Each camera pixel is the mean of so many samples squared; more would hide the moire that real sensors show.
constexpr int samples = 2;

cv::Mat view(const QImage& picture)
{
    return {picture.height(), picture.width(), CV_8UC3, const_cast<uchar*>(picture.constBits()),
            std::size_t(picture.bytesPerLine())};
}

/// A hand that holds something still: slow sway and a quick tremor.
class Sway final {
public:
    Sway(std::mt19937& random, double reach, double tremor)
    {
        std::uniform_real_distribution<double> unit(0, 1);
        for (Wave& wave : m_waves)
            wave = {reach * (0.3 + 0.7 * unit(random)) / 2, 0.15 + 0.65 * unit(random),
                    2 * std::numbers::pi * unit(random)};
        m_waves.back() = {tremor, 4 + 4 * unit(random), 2 * std::numbers::pi * unit(random)};
    }
    [[nodiscard]] double at(double seconds) const
    {
        double sum = 0;
        for (const Wave& wave : m_waves)
            sum += wave.reach * std::sin(2 * std::numbers::pi * wave.rate * seconds + wave.phase);
        return sum;
    }

private:
    struct Wave {
        double reach = 0;
        double rate = 0;
        double phase = 0;
    };
    std::array<Wave, 3> m_waves;
};

struct Motion {
    Sway x;
    Sway y;
    Sway yaw;
    Sway pitch;
    Sway roll;
    Sway size;
};

Motion motionOf(AttackSpecies species, std::mt19937& random)
{
    std::uniform_real_distribution<double> unit(0, 1);
    const bool stands = species == AttackSpecies::LaptopReplay;
    const double hand = species == AttackSpecies::BonaFide ? 0.0 : stands ? 0.02 : 0.3 + 0.9 * unit(random);
    const double tilt = hand * 0.25;
    return {Sway(random, 40 * hand, 0.4 * hand),     Sway(random, 25 * hand, 0.4 * hand),
            Sway(random, tilt, 0.002 * hand),        Sway(random, tilt, 0.002 * hand),
            Sway(random, 0.12 * hand, 0.002 * hand), Sway(random, 0.08 * hand, 0)};
}

/// Where a point of the artefact's plane (pixels of its surface, its middle at 0) appears: a sheet turned about its middle
/// before a pinhole camera.
cv::Matx33d projection(const Motion& motion, double seconds, double scale, cv::Point2d middle, cv::Vec2d lean)
{
    constexpr double focal = 700;
    const cv::Vec3d turn(motion.pitch.at(seconds) + lean[0], motion.yaw.at(seconds) + lean[1], motion.roll.at(seconds));
    cv::Matx33d rotation;
    cv::Rodrigues(turn, rotation);
    const double size = scale * (1 + motion.size.at(seconds));
    const cv::Matx33d plane(rotation(0, 0) * size, rotation(0, 1) * size, 0, rotation(1, 0) * size,
                            rotation(1, 1) * size, 0, rotation(2, 0) * size / focal, rotation(2, 1) * size / focal, 1);
    const cv::Matx33d shift(1, 0, middle.x + motion.x.at(seconds), 0, 1, middle.y + motion.y.at(seconds), 0, 0, 1);
    return shift * plane;
}

cv::Mat fitted(const cv::Mat& picture, double blur)
{
    const double scale = std::max(double(cameraSize.width) / picture.cols, double(cameraSize.height) / picture.rows);
    cv::Mat large;
    cv::resize(picture, large, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    const cv::Rect middle((large.cols - cameraSize.width) / 2, (large.rows - cameraSize.height) / 2, cameraSize.width,
                          cameraSize.height);
    cv::Mat cut = large(middle).clone();
    if (blur > 0)
        cv::GaussianBlur(cut, cut, {}, blur);
    return cut;
}

/// Exposure, blur and noise of a cheap camera.
struct CameraLook {
    double gain = 1;
    double blur = 0;
    double noise = 0;
};

QImage photographed(cv::Mat picture, const CameraLook& look, cv::RNG& noise)
{
    if (look.blur > 0.2)
        cv::GaussianBlur(picture, picture, {}, look.blur);
    cv::Mat wide;
    picture.convertTo(wide, CV_16S, look.gain);
    cv::Mat grain(wide.size(), CV_16SC3);
    noise.fill(grain, cv::RNG::NORMAL, 0, look.noise);
    wide += grain;
    QImage result(picture.cols, picture.rows, QImage::Format_RGB888);
    cv::Mat target(result.height(), result.width(), CV_8UC3, result.bits(), std::size_t(result.bytesPerLine()));
    wide.convertTo(target, CV_8U);
    return result;
}

} // namespace

struct AttackScene::Scene {
    AttackSpecies species;
    std::mt19937 random;
    cv::RNG noise;
    cv::Mat background;
    Motion motion;
    ArtefactSurface surface;
    CameraLook camera;
    double faceWidth = 0; ///< in the camera's picture, pixels
    cv::Point2d middle;
    cv::Vec2d lean;
    ArtefactPicture still; ///< of a sheet that always shows the same
    qint64 shown = 0;      ///< whose picture @c still is of
    double zoom = 0;       ///< without an artefact: 0 = the content as it is, 1 = as wide as the camera's picture

    Scene(AttackSpecies kind, const QImage& behind, unsigned seed)
        : species(kind), random(seed), noise(seed + 1), motion(motionOf(kind, random)), surface(kind, random)
    {
        const auto between = [&](double low, double high) {
            return std::uniform_real_distribution<double>(low, high)(random);
        };
        background = fitted(view(behind), between(0, 1) < 0.5 ? between(3, 14) : 0);
        background *= between(0.6, 1.0);
        camera = {between(0.8, 1.15), between(0, 0.9), between(0.5, 4)};
        const bool isNear = kind == AttackSpecies::PrintNear || kind == AttackSpecies::ScreenNear;
        faceWidth = isNear ? between(150, 230) : between(105, kind == AttackSpecies::LaptopReplay ? 150 : 210);
        middle = {cameraSize.width * between(0.42, 0.58), cameraSize.height * between(0.45, 0.58)};
        lean = {between(-0.15, 0.15), between(-0.25, 0.25)};
        zoom = between(0, 1);
    }

    QImage passThrough(const QImage& content)
    {
        const double room = std::max(1.0, double(cameraSize.width) / content.width());
        cv::Mat seen;
        cv::resize(view(content), seen, {}, std::pow(room, zoom), std::pow(room, zoom), cv::INTER_LINEAR);
        return photographed(seen, {camera.gain, camera.blur * 0.7, camera.noise}, noise);
    }
};

QString speciesName(AttackSpecies species)
{
    switch (species) {
    case AttackSpecies::PrintPlain:
        return u"print_plain"_s;
    case AttackSpecies::PrintMatte:
        return u"print_matte"_s;
    case AttackSpecies::PrintGlossy:
        return u"print_glossy"_s;
    case AttackSpecies::PrintCutOut:
        return u"print_cut_out"_s;
    case AttackSpecies::PrintNear:
        return u"print_near"_s;
    case AttackSpecies::PhonePhoto:
        return u"phone_photo"_s;
    case AttackSpecies::PhoneReplay:
        return u"phone_replay"_s;
    case AttackSpecies::TabletReplay:
        return u"tablet_replay"_s;
    case AttackSpecies::LaptopReplay:
        return u"laptop_replay"_s;
    case AttackSpecies::ScreenNear:
        return u"screen_near"_s;
    case AttackSpecies::BonaFide:
        return u"bona_fide"_s;
    }
    Q_UNREACHABLE();
}

std::vector<AttackSpecies> attackSpecies()
{
    return {AttackSpecies::PrintPlain,  AttackSpecies::PrintMatte,   AttackSpecies::PrintGlossy,
            AttackSpecies::PrintCutOut, AttackSpecies::PrintNear,    AttackSpecies::PhonePhoto,
            AttackSpecies::PhoneReplay, AttackSpecies::TabletReplay, AttackSpecies::LaptopReplay,
            AttackSpecies::ScreenNear};
}

bool isReplay(AttackSpecies species)
{
    return species == AttackSpecies::PhoneReplay || species == AttackSpecies::TabletReplay
           || species == AttackSpecies::LaptopReplay || species == AttackSpecies::ScreenNear
           || species == AttackSpecies::BonaFide;
}

AttackScene::AttackScene(AttackSpecies species, const QImage& background, unsigned seed)
    : m_scene(std::make_unique<Scene>(species, background, seed))
{
}
AttackScene::~AttackScene() = default;

QImage AttackScene::frame(const QImage& content, const QRectF& face, double seconds)
{
    Scene& scene = *m_scene;
    if (scene.species == AttackSpecies::BonaFide)
        return scene.passThrough(content);
    const double scale = scene.faceWidth / face.width();
    if (content.cacheKey() != scene.shown) {
        scene.still = scene.surface.render(view(content), face, scale);
        scene.shown = content.cacheKey();
    }
    const ArtefactPicture& artefact = scene.still;

    const cv::Size fine(cameraSize.width * samples, cameraSize.height * samples);
    const cv::Matx33d toMiddle(1, 0, -artefact.face.x, 0, 1, -artefact.face.y, 0, 0, 1);
    const cv::Matx33d toFine(samples, 0, 0, 0, samples, 0, 0, 0, 1);
    const cv::Matx33d map =
        toFine * projection(scene.motion, seconds, 1 / artefact.pixels, scene.middle, scene.lean) * toMiddle;
    cv::Mat drawn;
    cv::Mat cover;
    cv::warpPerspective(artefact.picture, drawn, map, fine, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::warpPerspective(artefact.cover, cover, map, fine, cv::INTER_LINEAR, cv::BORDER_CONSTANT);
    cv::resize(drawn, drawn, cameraSize, 0, 0, cv::INTER_AREA);
    cv::resize(cover, cover, cameraSize, 0, 0, cv::INTER_AREA);
    scene.surface.light(drawn, scene.middle.x + scene.motion.yaw.at(seconds) * 900,
                        scene.middle.y + scene.motion.pitch.at(seconds) * 900, scene.faceWidth, seconds);

    cv::Mat share;
    cover.convertTo(share, CV_32F, 1 / 255.0);
    cv::merge(std::vector{share, share, share}, share);
    cv::Mat front;
    cv::Mat back;
    drawn.convertTo(front, CV_32F);
    scene.background.convertTo(back, CV_32F);
    cv::Mat mixed = back + share.mul(front - back);
    mixed.convertTo(mixed, CV_8U);
    return photographed(mixed, scene.camera, scene.noise);
}

} // namespace kobai::face
