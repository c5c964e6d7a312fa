// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/Recognition.h"

#include "audit/Audit.h"
#include "enrolment/FaceWork.h"
#include "face/ModelFolder.h"

namespace kobai::enrolment {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestModelName = 200;

/// What is neither yes nor no is damage: read as a default it could switch off what the school switched on.
Result<bool> flag(store::Tx& tx, QStringView key)
{
    KOBAI_ASSIGN(const QString text, tx.settings().text(key.toString(), u"0"_s));
    if (text != u"0" && text != u"1")
        return fail(FaultCode::StoreDamaged, u"setting %1"_s.arg(key));
    return text == u"1";
}

Result<RecognitionSettings> read(store::Tx& tx)
{
    RecognitionSettings settings;
    KOBAI_ASSIGN(settings.claimFirst, flag(tx, store::setting::claimFirst));
    KOBAI_ASSIGN(settings.challenge, flag(tx, store::setting::challenge));
    KOBAI_ASSIGN(settings.model,
                 tx.settings().text(QStringView(store::setting::faceModel).toString(), face::dlibModelName.toString()));
    return settings;
}

/// Writes one setting and a line about it.
Status change(store::Tx& tx, QStringView key, const QString& value, Instant at, OperatorId by)
{
    KOBAI_TRY(tx.settings().setText(key.toString(), value));
    return tx.audit().append(audit::entry(audit::Action::SettingChanged, key.toString(), at, by, value));
}

QString yesOrNo(bool yes)
{
    return yes ? u"1"_s : u"0"_s;
}

bool isPlainFileName(const QString& name)
{
    return !name.isEmpty() && name.size() <= longestModelName && !name.contains(u'/') && !name.startsWith(u'.');
}

} // namespace

Result<RecognitionSettings> recognitionSettings(store::Store& store)
{
    return store.read([](store::Tx& tx) { return read(tx); });
}

Status changeRecognition(store::Store& store, const RecognitionSettings& settings, OperatorId by)
{
    if (!isPlainFileName(settings.model))
        return fail(FaultCode::ModelMissing, settings.model.left(longestModelName));
    const Instant at = store.now();
    return store.write([&](store::Tx& tx) -> Status {
        KOBAI_ASSIGN(const RecognitionSettings before, read(tx));
        if (settings.claimFirst != before.claimFirst)
            KOBAI_TRY(change(tx, store::setting::claimFirst, yesOrNo(settings.claimFirst), at, by));
        if (settings.challenge != before.challenge)
            KOBAI_TRY(change(tx, store::setting::challenge, yesOrNo(settings.challenge), at, by));
        if (settings.model == before.model)
            return {};
        // Until useModel() has read the file nobody knows whose templates fit.
        KOBAI_TRY(tx.settings().setText(QStringView(store::setting::faceModelId).toString(), {}));
        return change(tx, store::setting::faceModel, settings.model, at, by);
    });
}

Status useModel(store::Store& store, const QString& modelId, OperatorId by)
{
    const Instant at = store.now();
    return store.write([&](store::Tx& tx) -> Status {
        KOBAI_ASSIGN(const QString before, modelInUse(tx));
        if (before == modelId)
            return {};
        return change(tx, store::setting::faceModelId, modelId, at, by);
    });
}

bool claimsFirst(const RecognitionSettings& settings, const GalleryState& state)
{
    return settings.claimFirst || (state.ownScale && state.enrolled < calibrationPersons);
}

Result<QVector<PersonId>> withoutChallenge(store::Store& store)
{
    return store.read([](store::Tx& tx) -> Result<QVector<PersonId>> {
        KOBAI_ASSIGN(const auto people, tx.exemptions().all());
        return QVector<PersonId>(people.begin(), people.end());
    });
}

Status exemptFromChallenge(store::Store& store, PersonId person, bool exempt, OperatorId by)
{
    const Instant at = store.now();
    return store.write([&](store::Tx& tx) -> Status {
        KOBAI_TRY(tx.people().find(person));
        KOBAI_ASSIGN(const auto before, tx.exemptions().all());
        const bool wasExempt = std::ranges::find(before, person) != before.end();
        if (exempt == wasExempt)
            return {};
        KOBAI_TRY(exempt ? tx.exemptions().add(person, at, by) : tx.exemptions().remove(person));
        return tx.audit().append(audit::entry(audit::Action::ChallengeExemption, person.toHex(), at, by,
                                              exempt ? u"exempt"_s : u"asked again"_s));
    });
}

Result<FaceReport> keepReport(store::Store& store, ReportKind kind, const QByteArray& json, OperatorId by)
{
    if (json.size() > store::FaceReportTable::longestJson)
        return fail(FaultCode::TextTooLong);
    FaceReport report{0, kind, store.now(), by, json};
    return store.write([&](store::Tx& tx) -> Result<FaceReport> {
        KOBAI_ASSIGN(report.number, tx.faceReports().append({0, int(kind), report.at, by, json}));
        KOBAI_TRY(tx.audit().append(audit::entry(audit::Action::FaceReportKept, QString::number(report.number),
                                                 report.at, by, u"kind %1"_s.arg(int(kind)))));
        return report;
    });
}

Result<std::vector<FaceReport>> reports(store::Store& store, ReportKind kind, int most)
{
    return store.read([&](store::Tx& tx) -> Result<std::vector<FaceReport>> {
        KOBAI_ASSIGN(const auto rows, tx.faceReports().latest(int(kind), most));
        std::vector<FaceReport> found;
        for (const auto& row : rows)
            found.push_back({row.number, kind, row.at, row.by, row.json});
        return found;
    });
}

} // namespace kobai::enrolment
