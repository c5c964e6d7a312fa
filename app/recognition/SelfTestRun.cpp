// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recognition/SelfTestRun.h"

#include "app/FaceReportJson.h"
#include "store/Tx.h"

#include <QJsonDocument>

#include <algorithm>

namespace kobai::app {

namespace {

bool contains(const std::vector<enrolment::LookAlikePair>& registered, PersonId a, PersonId b)
{
    return std::ranges::any_of(registered, [&](const enrolment::LookAlikePair& pair) {
        return (pair.a == a && pair.b == b) || (pair.a == b && pair.b == a);
    });
}

} // namespace

Result<SelfTestResult> namedAndKept(store::Store& store, const face::SelfTestReport& report, OperatorId by)
{
    KOBAI_ASSIGN(const auto registered, enrolment::lookAlikes(store));
    SelfTestResult result{.report = report, .pairs = {}, .registeredAtThreshold = 0};
    for (const face::Pair& pair : report.reaching)
        result.registeredAtThreshold += contains(registered, pair.a, pair.b) ? 1 : 0;
    KOBAI_TRY(store.read([&](store::Tx& tx) -> Status {
        for (const face::Pair& pair : report.closest) {
            KOBAI_ASSIGN(auto a, tx.people().find(pair.a));
            KOBAI_ASSIGN(auto b, tx.people().find(pair.b));
            result.pairs.push_back({.a = std::move(a),
                                    .b = std::move(b),
                                    .score = pair.score,
                                    .isRegistered = contains(registered, pair.a, pair.b)});
        }
        return {};
    }));
    KOBAI_TRY(enrolment::keepReport(store, enrolment::ReportKind::SelfTest,
                                    QJsonDocument(reportJson(report)).toJson(QJsonDocument::Compact), by));
    return result;
}

} // namespace kobai::app
