// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Evaluate.h"

#include "app/cli/FaceFolder.h"
#include "app/cli/LivenessTest.h"
#include "app/cli/OpenSetTest.h"
#include "face/EmbeddingCache.h"
#include "face/ModelFolder.h"
#include "face/Vision.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTextStream>
#include <QThread>

#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace kobai::cli {

namespace {

constexpr int foundWrong = 1;
constexpr int wrongUsage = 2;

int sayUsage(const QString& what)
{
    QTextStream(stderr)
        << what << u'\n'
        << u"Usage: kobai evaluate verification --faces DIR --pairs FILE\n"
           "       kobai evaluate identification --faces DIR [--gallery N] [--enrol N] [--probe N]\n"
           "                                     [--draws N] [--seed N]\n"
           "       kobai evaluate liveness --live DIR --attack DIR\n"
           "       each with [--json], the first two with [--cache DIR]\n"
           "--cache keeps the embeddings of the test pictures in DIR for the next time, unprotected: whoever\n"
           "reads the folder can recognise the persons. Do not use it on pictures of your own people.\n"_s;
    return wrongUsage;
}

int sayFault(const Fault& fault)
{
    QTextStream errors(stderr);
    switch (fault.code) {
    case FaultCode::ModelMissing:
        errors << u"A face model is missing: %1. Run the set-up again.\n"_s.arg(fault.detail);
        break;
    case FaultCode::ModelDamaged:
        errors << u"A face model is damaged: %1. Delete it and run the set-up again.\n"_s.arg(fault.detail);
        break;
    case FaultCode::PictureUnreadable:
        errors << u"This is no readable picture, or no folder or list of pictures: %1\n"_s.arg(fault.detail);
        break;
    case FaultCode::ClipUnreadable:
        errors << u"Cannot use this: %1\n"_s.arg(fault.detail);
        break;
    default:
        errors << u"Stopped by fault %1: %2\n"_s.arg(int(fault.code)).arg(fault.detail);
    }
    return foundWrong;
}

/// "fnmr 1e-2   0.0123" and so on; nested objects are indented by their key.
void printTable(QTextStream& out, const QJsonObject& object, const QString& prefix)
{
    for (auto field = object.begin(); field != object.end(); ++field) {
        const QString name = prefix.isEmpty() ? field.key() : prefix + u' ' + field.key();
        if (field->isObject())
            printTable(out, field->toObject(), name);
        else
            out << name.leftJustified(28) << (field->isNull() ? u"-"_s : field->toVariant().toString()) << u'\n';
    }
}

int sayResult(const QJsonObject& result, bool asJson)
{
    QTextStream out(stdout);
    if (asJson)
        out << QJsonDocument(result).toJson(QJsonDocument::Compact) << u'\n';
    else
        printTable(out, result, {});
    return 0;
}

/// Overwrites one line of standard error, a hundred times at most.
void sayProgress(int done, int all)
{
    const int step = std::max(1, all / 100);
    if (done % step != 0 && done != all)
        return;
    std::fprintf(stderr, "\r%d of %d", done, all);
    if (done == all)
        std::fputc('\n', stderr);
    std::fflush(stderr);
}

using Embeddings = std::vector<std::optional<face::Embedding>>;

/// @p cacheFolder: empty = nothing is kept.
Result<Embeddings> encodeAll(const QStringList& pictures, const QString& cacheFolder)
{
    KOBAI_ASSIGN(const QString models, face::findModelFolder());
    const face::EmbeddingCache cache(cacheFolder, face::modelSetHash(models));
    return cache.encode(pictures, models, std::clamp(QThread::idealThreadCount(), 1, 8), sayProgress);
}

int failuresAmong(const Embeddings& embeddings)
{
    return int(std::ranges::count_if(embeddings, [](const auto& embedding) { return !embedding; }));
}

Result<QJsonObject> verification(const QCommandLineParser& options)
{
    KOBAI_ASSIGN(const FaceFolder folder, FaceFolder::read(options.value(u"faces"_s)));
    KOBAI_ASSIGN(const PairList list, PairList::read(options.value(u"pairs"_s), folder));
    // Only the pictures that the pairs name: the official list uses about half of LFW.
    std::vector<int> used;
    for (const PicturePair& pair : list.pairs) {
        used.push_back(pair.a);
        used.push_back(pair.b);
    }
    std::ranges::sort(used);
    const auto surplus = std::ranges::unique(used);
    used.erase(surplus.begin(), surplus.end());
    QStringList pictures;
    for (const int picture : used)
        pictures.push_back(folder.pictures[picture]);
    KOBAI_ASSIGN(const Embeddings embeddings, encodeAll(pictures, options.value(u"cache"_s)));
    const auto embedding = [&](int picture) -> const std::optional<face::Embedding>& {
        return embeddings[std::size_t(std::ranges::lower_bound(used, picture) - used.begin())];
    };

    std::vector<face::ScoredPair> scored;
    std::vector<float> mated;
    std::vector<float> impostor;
    for (const PicturePair& pair : list.pairs) {
        const auto& a = embedding(pair.a);
        const auto& b = embedding(pair.b);
        const float score = a && b ? face::fusedScore(face::cosines(*a, *b)) : face::notAcquired;
        scored.push_back({.score = score, .isMated = pair.isMated, .fold = pair.fold});
        (pair.isMated ? mated : impostor).push_back(score);
    }
    QJsonObject fnmr;
    for (const auto& [name, rate] : {std::pair{"1e-2"_L1, 1e-2}, {"1e-3"_L1, 1e-3}, {"1e-4"_L1, 1e-4}})
        fnmr[name] = face::fnmrAtFmr(mated, impostor, rate);
    return QJsonObject{{u"pairs"_s, int(scored.size())},
                       {u"folds"_s, list.folds},
                       {u"accuracy"_s, face::accuracyOverFolds(scored, list.folds)},
                       {u"fnmr"_s, fnmr},
                       {u"failures_to_acquire"_s, failuresAmong(embeddings)}};
}

Result<QJsonObject> identification(const QCommandLineParser& options, const OpenSetTest::Plan& plan)
{
    KOBAI_ASSIGN(const FaceFolder folder, FaceFolder::read(options.value(u"faces"_s)));
    KOBAI_ASSIGN(const Embeddings embeddings, encodeAll(folder.pictures, options.value(u"cache"_s)));
    const OpenSetTest test(folder, embeddings, plan);
    KOBAI_ASSIGN(QJsonObject result, test.run(sayProgress));
    result[u"failures_to_acquire"_s] = failuresAmong(embeddings);
    return result;
}

void addOptions(QCommandLineParser& parser)
{
    parser.addOptions({{u"faces"_s, u"folder of persons"_s, u"DIR"_s},
                       {u"pairs"_s, u"pairs in LFW's format"_s, u"FILE"_s},
                       {u"gallery"_s, u"persons enrolled"_s, u"N"_s, u"600"_s},
                       {u"enrol"_s, u"pictures enrolled of each"_s, u"N"_s, u"3"_s},
                       {u"probe"_s, u"pictures fused into a probe"_s, u"N"_s, u"1"_s},
                       {u"draws"_s, u"random draws"_s, u"N"_s, u"5"_s},
                       {u"seed"_s, u"of the draws"_s, u"N"_s, u"1"_s},
                       {u"live"_s, u"pictures and clips of live people"_s, u"DIR"_s},
                       {u"attack"_s, u"pictures and clips of attacks, a folder for each kind"_s, u"DIR"_s},
                       {u"json"_s, u"one JSON object"_s},
                       {u"cache"_s, u"keep unprotected embeddings of the test pictures here"_s, u"DIR"_s}});
}

} // namespace

int evaluate(const QStringList& arguments)
{
    QCommandLineParser options;
    addOptions(options);
    if (!options.parse(QStringList(u"kobai evaluate"_s) + arguments))
        return sayUsage(options.errorText());
    const QStringList words = options.positionalArguments();
    const QString kind = words.size() == 1 ? words.first() : QString();
    OpenSetTest::Plan plan;
    const auto number = [&](const QString& name, int least) {
        bool isNumber = false;
        const int value = options.value(name).toInt(&isNumber);
        return isNumber && value >= least ? std::optional(value) : std::nullopt;
    };

    Result<QJsonObject> result;
    if (kind == "verification"_L1 && options.isSet(u"faces"_s) && options.isSet(u"pairs"_s)) {
        result = verification(options);
    } else if (kind == "identification"_L1 && options.isSet(u"faces"_s)) {
        const auto gallery = number(u"gallery"_s, 1);
        const auto enrol = number(u"enrol"_s, 1);
        const auto probe = number(u"probe"_s, 1);
        const auto draws = number(u"draws"_s, 1);
        const auto seed = number(u"seed"_s, 0);
        if (!gallery || !enrol || !probe || !draws || !seed)
            return sayUsage(u"A number is wrong."_s);
        plan = {.gallery = *gallery, .enrol = *enrol, .probe = *probe, .draws = *draws, .seed = *seed};
        result = identification(options, plan);
    } else if (kind == "liveness"_L1 && options.isSet(u"live"_s) && options.isSet(u"attack"_s)) {
        result = testLiveness(options.value(u"live"_s), options.value(u"attack"_s), sayProgress);
    } else {
        return sayUsage(u"What is to be evaluated, and on which pictures?"_s);
    }
    return result ? sayResult(*result, options.isSet(u"json"_s)) : sayFault(result.error());
}

} // namespace kobai::cli
