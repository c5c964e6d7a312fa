// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Evaluate.h"

#include "app/FaceReportJson.h"
#include "app/Log.h"
#include "app/cli/Arguments.h"
#include "app/cli/LivenessTest.h"
#include "app/cli/Output.h"
#include "base/LoggedFault.h"
#include "face/EncodedFolder.h"
#include "face/ModelFolder.h"
#include "face/Vision.h"

#include <QCommandLineParser>
#include <QHash>
#include <QJsonArray>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace kobai::cli {

namespace {

constexpr auto usage = uR"(Usage: kobai evaluate verification --faces DIR --pairs FILE
       kobai evaluate identification --faces DIR [--gallery N] [--enrol N] [--probe N] [--draws N] [--seed N]
                                     [--threshold-faces DIR [--threshold-gallery N]]
       kobai evaluate till --faces DIR [--attempts N] [--gallery N] [--enrol N] [--strangers N] [--seed N]
       kobai evaluate liveness --live DIR --attack DIR
       each with [--json], all but the last with [--cache DIR]
--strangers: so many different ones; 0, or without it, all that the folder has beside the gallery.
--threshold-faces judges the same searches also as a gallery of these other faces would, one picture each.
--cache keeps the embeddings of the test pictures in DIR, so that a stopped evaluation goes on from there. They are
not protected: whoever reads the folder can recognise the persons. Do not use it on pictures of your own people.
Pictures that cannot be read are left out, counted and named.)";

constexpr int resamples = 2000;

int wrongUse(const QString& what)
{
    return usageError(what, QStringView(usage).toString());
}

/// The evaluation's own pictures are not the till's: what is wrong is named by its path.
int stopped(const Fault& fault, bool json)
{
    const bool isInput = fault.code == FaultCode::PictureUnreadable || fault.code == FaultCode::ClipUnreadable;
    if (!isInput)
        return failed(fault, json);
    qCWarning(app::appLog).noquote() << "command failed:" << loggedFault(fault);
    const QString sentence = u"this cannot be evaluated, or is no folder, list or picture: %1"_s.arg(fault.detail);
    say(u"kobai: "_s + sentence);
    if (json)
        printJson({{u"ok"_s, false}, {u"code"_s, int(fault.code)}, {u"message"_s, sentence}});
    return foundWrong;
}

/// @p cacheFolder: empty = nothing is kept.
Result<face::EmbeddingCache::Encoded> encodeAll(const std::vector<face::TestPicture>& pictures,
                                                const QString& cacheFolder)
{
    KOBAI_ASSIGN(const QString models, face::findModelFolder());
    const face::EmbeddingCache cache(cacheFolder, face::modelSetHash(models));
    KOBAI_ASSIGN(auto encoded, cache.encode(pictures, models, ProgressLine(u"pictures"_s)));
    say(u"%1 pictures, %2 of them encoded now"_s.arg(pictures.size()).arg(encoded.fresh));
    return encoded;
}

Result<face::EncodedFolder> encodedFolder(const QString& path, const QString& cacheFolder)
{
    KOBAI_ASSIGN(const QString models, face::findModelFolder());
    const face::EmbeddingCache cache(cacheFolder, face::modelSetHash(models));
    KOBAI_ASSIGN(auto encoded, face::EncodedFolder::read(path, cache, models, ProgressLine(u"pictures"_s)));
    say(u"%1 pictures, %2 of them encoded now"_s.arg(encoded.folder.pictures.size()).arg(encoded.fresh));
    return encoded;
}

/// Each file once, though several degraded pictures may come from it.
QJsonObject withUnreadable(QJsonObject report, QStringList files)
{
    files.sort();
    files.removeDuplicates();
    report[u"unreadable"_s] = files.size();
    report[u"unreadable_files"_s] = QJsonArray::fromStringList(files);
    return report;
}

Result<QJsonObject> verification(const QCommandLineParser& options)
{
    KOBAI_ASSIGN(const face::FaceFolder folder, face::FaceFolder::read(options.value(u"faces"_s)));
    KOBAI_ASSIGN(const face::PairList list, face::PairList::read(options.value(u"pairs"_s), folder));
    // Only the pictures that the pairs name: the official list uses about half of LFW.
    std::vector<int> used;
    for (const face::PicturePair& pair : list.pairs) {
        used.push_back(pair.a);
        used.push_back(pair.b);
    }
    std::ranges::sort(used);
    used.erase(std::unique(used.begin(), used.end()), used.end());
    std::vector<face::TestPicture> pictures;
    pictures.reserve(used.size());
    for (const int picture : used)
        pictures.push_back({.path = folder.pictures[picture]});
    KOBAI_ASSIGN(const auto encoded, encodeAll(pictures, options.value(u"cache"_s)));
    std::vector<std::optional<face::Embedding>> all(std::size_t(folder.pictures.size()));
    for (std::size_t i = 0; i < used.size(); ++i)
        all[std::size_t(used[i])] = encoded.embeddings[i];
    std::vector<int> lost;
    QStringList unreadable;
    for (const int i : encoded.unreadable) {
        lost.push_back(used[std::size_t(i)]);
        unreadable.push_back(pictures[std::size_t(i)].path);
    }
    const face::EncodedFaces faces(folder.pictureCount, std::move(all));
    const face::PairList left = list.without(lost);
    KOBAI_ASSIGN(const auto report,
                 face::testVerification(folder, faces, left, resamples, ProgressLine(u"resamples"_s)));
    QJsonObject json = app::reportJson(report);
    json[u"pairs_left_out"_s] = qint64(list.pairs.size() - left.pairs.size());
    return withUnreadable(std::move(json), unreadable);
}

Result<QJsonObject> identification(const QCommandLineParser& options, const face::OpenSetPlan& plan, int draws,
                                   int otherGallery)
{
    const QString cache = options.value(u"cache"_s);
    KOBAI_ASSIGN(const face::EncodedFolder encoded, encodedFolder(options.value(u"faces"_s), cache));
    QStringList unreadable = encoded.unreadable;
    face::OpenSetTest test(encoded.faces, plan, draws, resamples);
    if (options.isSet(u"threshold-faces"_s)) {
        KOBAI_ASSIGN(const face::EncodedFolder others, encodedFolder(options.value(u"threshold-faces"_s), cache));
        unreadable += others.unreadable;
        const face::OpenSetPlan otherPlan{.gallery = otherGallery, .enrol = 1, .probe = 1, .seed = plan.seed};
        KOBAI_ASSIGN(auto policies, face::OpenSetTest::policies(others.faces, otherPlan, draws));
        test.judgeAlsoBy(std::move(policies));
    }
    KOBAI_ASSIGN(const face::OpenSetReport report, test.run(ProgressLine(u"draws and resamples"_s)));
    return withUnreadable(app::reportJson(report, plan), unreadable);
}

Result<QJsonObject> till(const QCommandLineParser& options, const face::TillPlan& plan)
{
    KOBAI_ASSIGN(const face::FaceFolder folder, face::FaceFolder::read(options.value(u"faces"_s)));
    const face::TillSimulation simulation(folder.pictureCount, plan);
    std::vector<face::TestPicture> pictures;
    for (const auto& each : simulation.pictures())
        pictures.push_back({.path = folder.pictures[folder.firstPicture[std::size_t(each.person)] + each.picture],
                            .degradation = each.degradation});
    KOBAI_ASSIGN(const auto encoded, encodeAll(pictures, options.value(u"cache"_s)));
    KOBAI_ASSIGN(const auto report, simulation.run(encoded.embeddings, ProgressLine(u"attempts"_s)));
    QStringList unreadable;
    for (const int i : encoded.unreadable)
        unreadable.push_back(pictures[std::size_t(i)].path);
    return withUnreadable(app::reportJson(report, plan), unreadable);
}

void addOptions(QCommandLineParser& parser)
{
    parser.addOptions({{u"faces"_s, {}, u"DIR"_s},
                       {u"pairs"_s, {}, u"FILE"_s},
                       {u"gallery"_s, {}, u"N"_s},
                       {u"enrol"_s, {}, u"N"_s, u"3"_s},
                       {u"probe"_s, {}, u"N"_s, u"1"_s},
                       {u"draws"_s, {}, u"N"_s, u"5"_s},
                       {u"seed"_s, {}, u"N"_s, u"1"_s},
                       {u"threshold-faces"_s, {}, u"DIR"_s},
                       {u"threshold-gallery"_s, {}, u"N"_s, u"400"_s},
                       {u"attempts"_s, {}, u"N"_s, u"10000"_s},
                       {u"strangers"_s, {}, u"N"_s, u"0"_s},
                       {u"live"_s, {}, u"DIR"_s},
                       {u"attack"_s, {}, u"DIR"_s},
                       {u"json"_s, {}},
                       {u"cache"_s, {}, u"DIR"_s}});
}

/// Reads options that are whole numbers; remembers the first that is none or lies outside its range.
class Numbers final {
public:
    explicit Numbers(const QCommandLineParser& options) : m_options(options) {}

    [[nodiscard]] int read(const QString& name, int least, int most, const QString& usual = {})
    {
        const QString text = m_options.isSet(name) || usual.isEmpty() ? m_options.value(name) : usual;
        bool isNumber = false;
        const int number = text.toInt(&isNumber);
        if ((!isNumber || number < least || number > most) && m_wrong.isEmpty())
            m_wrong = u"--%1 wants a number from %2 to %3, not \"%4\"."_s.arg(name).arg(least).arg(most).arg(text);
        return number;
    }
    [[nodiscard]] const QString& wrong() const { return m_wrong; } ///< empty: all are well

private:
    const QCommandLineParser& m_options;
    QString m_wrong;
};

constexpr int mostPersons = 1'000'000;

/// An option that was given and that this kind of evaluation does not read; empty when there is none.
QString idleOptionOf(const QString& kind, const QCommandLineParser& options)
{
    static const QHash<QString, QStringList> read{
        {u"verification"_s, {u"faces"_s, u"pairs"_s, u"cache"_s}},
        {u"identification"_s,
         {u"faces"_s, u"gallery"_s, u"enrol"_s, u"probe"_s, u"draws"_s, u"seed"_s, u"threshold-faces"_s,
          u"threshold-gallery"_s, u"cache"_s}},
        {u"till"_s, {u"faces"_s, u"attempts"_s, u"gallery"_s, u"enrol"_s, u"strangers"_s, u"seed"_s, u"cache"_s}},
        {u"liveness"_s, {u"live"_s, u"attack"_s}}};
    const auto known = read.constFind(kind);
    for (const QString& name : options.optionNames()) {
        if (known != read.constEnd() && name != "json"_L1 && !known->contains(name))
            return name;
    }
    return {};
}

} // namespace

int evaluate(const QStringList& arguments)
{
    QCommandLineParser options;
    addOptions(options);
    if (const auto ended = readArguments(options, arguments, QStringView(usage).toString()))
        return *ended;
    const QStringList words = options.positionalArguments();
    const QString kind = words.size() == 1 ? words.first() : QString();
    const auto has = [&](const QString& name) { return !options.value(name).isEmpty(); };

    if (const QString idle = idleOptionOf(kind, options); !idle.isEmpty())
        return wrongUse(u"--%1 says nothing to \"%2\"."_s.arg(idle, kind));

    Numbers numbers(options);
    const int enrol = numbers.read(u"enrol"_s, 1, 1000);
    const int seed = numbers.read(u"seed"_s, 0, std::numeric_limits<int>::max());
    Result<QJsonObject> result;
    if (kind == "verification"_L1 && has(u"faces"_s) && has(u"pairs"_s)) {
        result = verification(options);
    } else if (kind == "identification"_L1 && has(u"faces"_s)) {
        const face::OpenSetPlan plan{.gallery = numbers.read(u"gallery"_s, 1, mostPersons, u"600"_s),
                                     .enrol = enrol,
                                     .probe = numbers.read(u"probe"_s, 1, 1000),
                                     .seed = std::uint64_t(seed)};
        const int draws = numbers.read(u"draws"_s, 1, 10'000);
        const int otherGallery = numbers.read(u"threshold-gallery"_s, 1, mostPersons);
        if (!numbers.wrong().isEmpty())
            return wrongUse(numbers.wrong());
        if (options.isSet(u"threshold-gallery"_s) && !has(u"threshold-faces"_s))
            return wrongUse(u"--threshold-gallery says nothing without --threshold-faces."_s);
        result = identification(options, plan, draws, otherGallery);
    } else if (kind == "till"_L1 && has(u"faces"_s)) {
        const face::TillPlan plan{.attempts = numbers.read(u"attempts"_s, 1, 100'000'000),
                                  .gallery = numbers.read(u"gallery"_s, 1, mostPersons, u"290"_s),
                                  .enrol = enrol,
                                  .strangers = numbers.read(u"strangers"_s, 0, mostPersons),
                                  .seed = std::uint64_t(seed)};
        if (!numbers.wrong().isEmpty())
            return wrongUse(numbers.wrong());
        result = till(options, plan);
    } else if (kind == "liveness"_L1 && has(u"live"_s) && has(u"attack"_s)) {
        const ProgressLine progress(u"presentations"_s);
        result = testLiveness(options.value(u"live"_s), options.value(u"attack"_s),
                              [&](int done, int all) { (void)progress(done, all); });
    } else {
        return wrongUse(u"what is to be evaluated, and on which pictures?"_s);
    }
    const bool json = options.isSet(u"json"_s);
    if (!result)
        return stopped(result.error(), json);
    if (json)
        printJson(*result);
    else
        printTable(*result);
    return allWell;
}

} // namespace kobai::cli
