// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/FaceReportJson.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

namespace {

using face::Interval;
using face::OperatingPoint;
using face::Rate;

QJsonValue valueOf(const std::optional<Rate>& rate)
{
    return rate ? QJsonValue(rate->value) : QJsonValue();
}

QJsonArray intervalOf(const Interval& interval)
{
    return {interval.low, interval.high};
}

QJsonValue intervalOf(const std::optional<Rate>& rate)
{
    return rate ? QJsonValue(intervalOf(rate->interval)) : QJsonValue();
}

QJsonObject valuesOf(const OperatingPoint& point)
{
    return {{u"threshold"_s, double(point.threshold)},
            {u"fpir"_s, point.fpir.value},
            {u"fnir"_s, valueOf(point.fnir)},
            {u"misidentified"_s, valueOf(point.misidentified)}};
}

QJsonObject intervalsOf(const OperatingPoint& point)
{
    return {{u"fpir"_s, intervalOf(point.fpir.interval)},
            {u"fnir"_s, intervalOf(point.fnir)},
            {u"misidentified"_s, intervalOf(point.misidentified)}};
}

QJsonArray curve(const std::vector<face::DetPoint>& points)
{
    QJsonArray array;
    for (const face::DetPoint& point : points)
        array.append(QJsonArray{point.falsePositives, point.misses});
    return array;
}

QJsonArray counts(const face::ScoreHistogram& histogram)
{
    QJsonArray array;
    for (const int count : histogram.counts())
        array.append(count);
    return array;
}

QJsonObject histogramOf(const face::ScoreHistogram& nonMated, const face::ScoreHistogram& mated)
{
    return {{u"from"_s, double(face::ScoreHistogram::from)},
            {u"width"_s, double(face::ScoreHistogram::width)},
            {u"non_mated"_s, counts(nonMated)},
            {u"mated"_s, counts(mated)}};
}

} // namespace

QJsonObject reportJson(const face::OpenSetReport& report, const face::OpenSetPlan& plan)
{
    QJsonObject fnir;
    QJsonObject fnirIntervals;
    for (std::size_t i = 0; i < report.fnir.size(); ++i) {
        const QString fpir = QString::number(face::OpenSetReport::fpirs[i]);
        fnir[fpir] = valueOf(report.fnir[i]);
        fnirIntervals[fpir] = intervalOf(report.fnir[i]);
    }
    QJsonObject result{
        {u"persons"_s, report.persons},
        {u"gallery"_s, report.gallery},
        {u"enrol"_s, plan.enrol},
        {u"probe"_s, plan.probe},
        {u"draws"_s, report.draws},
        {u"strangers"_s, report.strangers},
        {u"searches"_s, QJsonObject{{u"non_mated"_s, report.nonMatedSearches}, {u"mated"_s, report.matedSearches}}},
        {u"rank1"_s, valueOf(report.rank1)},
        {u"fnir"_s, fnir},
        {u"shipped"_s, valuesOf(report.shipped)},
        {u"intervals"_s, QJsonObject{{u"rank1"_s, intervalOf(report.rank1)},
                                     {u"fnir"_s, fnirIntervals},
                                     {u"shipped"_s, intervalsOf(report.shipped)}}},
        {u"resamples"_s, report.resamples},
        {u"det"_s, curve(report.det)},
        {u"histogram"_s, histogramOf(report.nonMatedScores, report.matedScores)},
        {u"failures_to_acquire"_s, report.failuresToAcquire}};
    if (report.elsewhere) {
        QJsonObject elsewhere = valuesOf(*report.elsewhere);
        elsewhere[u"intervals"_s] = intervalsOf(*report.elsewhere);
        result[u"at_other_threshold"_s] = elsewhere;
    }
    return result;
}

QJsonObject reportJson(const face::VerificationReport& report)
{
    const QStringList names{u"1e-2"_s, u"1e-3"_s, u"1e-4"_s};
    QJsonObject fnmr;
    QJsonObject fnmrIntervals;
    for (std::size_t i = 0; i < report.fnmr.size(); ++i) {
        const std::optional<face::Rate>& rate = report.fnmr[i];
        fnmr[names[qsizetype(i)]] = rate ? QJsonValue(rate->value) : QJsonValue(QJsonValue::Null);
        if (rate)
            fnmrIntervals[names[qsizetype(i)]] = intervalOf(rate->interval);
    }
    const QJsonObject atNoError{{u"fnmr"_s, report.fnmrAtNoError.value},
                                {u"interval"_s, intervalOf(report.fnmrAtNoError.interval)},
                                {u"fmr_at_most"_s, report.fmrBoundAtNoError}};
    return {{u"pairs"_s, report.pairs},
            {u"folds"_s, report.folds},
            {u"accuracy"_s, report.accuracy.value},
            {u"fnmr"_s, fnmr},
            {u"at_no_false_match"_s, atNoError},
            {u"intervals"_s,
             QJsonObject{{u"accuracy"_s, intervalOf(report.accuracy.interval)}, {u"fnmr"_s, fnmrIntervals}}},
            {u"resamples"_s, report.resamples},
            {u"det"_s, curve(report.det)},
            {u"histogram"_s, histogramOf(report.nonMatedScores, report.matedScores)},
            {u"failures_to_acquire"_s, report.failuresToAcquire}};
}

QJsonObject reportJson(const face::TillReport& report, const face::TillPlan& plan)
{
    const auto share = [](int part, int whole) { return whole > 0 ? QJsonValue(double(part) / whole) : QJsonValue(); };
    return {{u"attempts"_s, report.attempts},
            {u"seed"_s, double(plan.seed)},
            {u"gallery"_s, report.gallery},
            {u"strangers"_s, report.strangers},
            {u"frames"_s, plan.frames},
            {u"threshold"_s, double(report.threshold)},
            {u"misidentified"_s, report.misidentified},
            {u"strangers_refused"_s, share(report.strangersRefused, report.strangerAttempts)},
            {u"look_alikes_refused"_s, share(report.lookAlikesRefused, report.lookAlikeAttempts)},
            {u"enrolled_accepted"_s, share(report.enrolledAccepted, report.enrolledAttempts)},
            {u"attempts_by"_s, QJsonObject{{u"enrolled"_s, report.enrolledAttempts},
                                           {u"strangers"_s, report.strangerAttempts},
                                           {u"look_alikes"_s, report.lookAlikeAttempts}}}};
}

QJsonObject reportJson(const face::SelfTestReport& report)
{
    QJsonArray closest;
    for (const face::Pair& pair : report.closest)
        closest.append(
            QJsonObject{{u"a"_s, pair.a.toHex()}, {u"b"_s, pair.b.toHex()}, {u"score"_s, double(pair.score)}});
    const auto estimate = [](const std::optional<Rate>& rate) {
        return QJsonObject{{u"value"_s, valueOf(rate)}, {u"interval"_s, intervalOf(rate)}};
    };
    return {{u"persons"_s, report.persons},
            {u"pairs"_s, double(report.pairs)},
            {u"pairs_at_threshold"_s, double(report.pairsAtThreshold())},
            {u"closest"_s, closest},
            {u"threshold"_s, double(report.threshold)},
            {u"proposed_threshold"_s, double(report.proposed.threshold)},
            {u"proposed_interval"_s,
             report.proposedInterval ? QJsonValue(intervalOf(*report.proposedInterval)) : QJsonValue()},
            {u"fmr_bound"_s, report.fmrBound},
            {u"fmr"_s, estimate(report.fmr)},
            {u"fpir"_s, estimate(report.fpir)},
            {u"left_out"_s, QJsonObject{{u"searches"_s, report.leftOutSearches},
                                        {u"identified"_s, report.leftOutIdentified},
                                        {u"interval"_s, intervalOf(report.leftOutFpir.interval)}}},
            {u"too_alike"_s, report.isTooAlike}};
}

} // namespace kobai::app
