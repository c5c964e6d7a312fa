// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recognition/EvaluationView.h"

#include "app/FaceReportJson.h"
#include "app/FaultText.h"
#include "app/Services.h"
#include "app/TaskBar.h"
#include "app/recognition/GridCells.h"
#include "app/recognition/RateChart.h"
#include "app/recognition/RateWords.h"
#include "enrolment/Recognition.h"
#include "face/EncodedFolder.h"
#include "face/ModelFolder.h"
#include "widgets/Controls.h"
#include "widgets/Names.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using widgets::Button;
using widgets::Card;
using widgets::Text;
namespace theme = widgets::theme;

namespace {

/// Everything off the GUI thread: read, encode, draw, count. Nothing is kept of the pictures.
Result<EvaluationView::Measured> evaluated(const QString& path, const QString& models, const face::OpenSetPlan& plan,
                                           int draws, const LongTask::Progress& progress)
{
    const face::EmbeddingCache cache({}, face::modelSetHash(models));
    KOBAI_ASSIGN(const face::EncodedFolder encoded, face::EncodedFolder::read(path, cache, models, progress));
    KOBAI_ASSIGN(face::OpenSetReport report, face::OpenSetTest(encoded.faces, plan, draws).run(progress));
    return EvaluationView::Measured{.report = std::move(report), .unreadable = encoded.unreadable};
}

} // namespace

EvaluationView::EvaluationView(Services& services, QWidget* parent)
    : QWidget(parent), m_services(services), m_task(u"evaluation"_s), m_explanation(new Text(theme::Text::Body)),
      m_gallery(number(u"evaluateGallery"_s, 1, 100'000, 290)), m_enrol(number(u"evaluateEnrol"_s, 1, 20, 3)),
      m_probe(number(u"evaluateProbe"_s, 1, 20, 1)), m_draws(number(u"evaluateDraws"_s, 1, 100, 5)),
      m_choose(new Button(Button::Weight::Primary)), m_bar(new TaskBar(m_task)), m_banner(new widgets::Banner),
      m_results(new QWidget), m_sentence(new Text(theme::Text::Section, nullptr, true)),
      m_detTitle(new Text(theme::Text::Section, nullptr, true)), m_det(new DetChart),
      m_scoresTitle(new Text(theme::Text::Section, nullptr, true)), m_scores(new ScoreChart), m_rates(new QGridLayout)
{
    m_choose->setObjectName(u"evaluateFolder"_s);
    m_explanation->setWordWrap(true);
    m_explanation->setRole(theme::Role::Quiet);
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(u"evaluationSentence"_s);
    m_banner->clear();
    layOut();
    connect(m_choose, &Button::clicked, this, &EvaluationView::chooseFolder);
}

EvaluationView::Number EvaluationView::number(const QString& name, int least, int most, int value)
{
    auto* box = new QSpinBox;
    box->setObjectName(name);
    box->setRange(least, most);
    box->setValue(value);
    box->setMinimumHeight(theme::scaled(theme::targetPx));
    auto* word = new QLabel;
    word->setBuddy(box);
    return {word, box};
}

void EvaluationView::layOut()
{
    const int unit = theme::unit();
    auto* plan = new Card;
    plan->body()->addWidget(m_explanation);
    auto* numbers = new QGridLayout;
    numbers->setHorizontalSpacing(2 * unit);
    int column = 0;
    for (const Number& one : {m_gallery, m_enrol, m_probe, m_draws}) {
        numbers->addWidget(one.word, 0, column);
        numbers->addWidget(one.box, 1, column++);
    }
    numbers->addWidget(m_choose, 1, column);
    numbers->setColumnStretch(column + 1, 1);
    plan->body()->addLayout(numbers);
    plan->body()->addWidget(m_bar);

    auto* charts = new QHBoxLayout;
    charts->setSpacing(2 * unit);
    for (const auto& [title, chart] : {std::pair<Text*, RateChart*>{m_detTitle, m_det}, {m_scoresTitle, m_scores}}) {
        auto* card = new Card;
        card->body()->addWidget(title);
        card->body()->addWidget(chart);
        charts->addWidget(card, 1);
    }
    auto* table = new Card;
    table->body()->addWidget(m_sentence);
    m_rates->setHorizontalSpacing(3 * unit);
    m_rates->setVerticalSpacing(unit);
    m_rates->setColumnStretch(1, 1);
    table->body()->addLayout(m_rates);
    auto* results = new QVBoxLayout(m_results);
    results->setContentsMargins({});
    results->setSpacing(2 * unit);
    results->addWidget(table);
    results->addLayout(charts);
    m_results->hide();

    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->setSpacing(2 * unit);
    whole->addWidget(plan);
    whole->addWidget(m_banner);
    whole->addWidget(m_results);
    whole->addStretch(1);
}

void EvaluationView::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Folder with a folder of pictures for each person"));
    dialog->setObjectName(u"evaluateFolderDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &EvaluationView::measure);
    dialog->open();
}

void EvaluationView::measure(const QString& folder)
{
    if (m_task.isRunning())
        return;
    m_plan = {.gallery = m_gallery.box->value(), .enrol = m_enrol.box->value(), .probe = m_probe.box->value()};
    m_banner->clear();
    m_choose->setEnabled(false);
    m_bar->begin(tr("Reading the faces and comparing them ..."));
    m_task.start([folder, plan = m_plan, draws = m_draws.box->value(), models = m_services.modelFolder()](
                     const LongTask::Progress& progress) { return evaluated(folder, models, plan, draws, progress); },
                 [this](const Result<Measured>& outcome) { take(outcome); });
}

void EvaluationView::take(const Result<Measured>& outcome)
{
    m_bar->end();
    m_choose->setEnabled(true);
    m_choose->setFocus();
    if (outcome) {
        show(outcome->report);
        sayUnreadable(outcome->unreadable);
        keep(*outcome);
        Q_EMIT measured(outcome->report);
    } else if (outcome.error().code == FaultCode::Cancelled) {
        m_banner->say(theme::Role::Quiet, tr("Stopped. Nothing was measured and nothing was kept."));
    } else {
        m_banner->say(theme::Role::Bad, faultText(outcome.error()));
    }
}

void EvaluationView::sayUnreadable(const QStringList& files)
{
    if (files.isEmpty())
        return;
    constexpr qsizetype named = 5; // all of them are in the command line's report
    QStringList names;
    for (const QString& file : files.first(std::min(named, files.size())))
        names.push_back(widgets::isolated(file.section(u'/', -2))); // with the person's folder
    if (files.size() > named)
        names.push_back(u"…"_s);
    m_banner->say(
        theme::Role::Warn,
        tr("Left out, for they cannot be read (%1): %2").arg(QLocale().toString(files.size()), names.join(u", "_s)));
}

void EvaluationView::keep(const Measured& outcome)
{
    QJsonObject report = reportJson(outcome.report, m_plan);
    report[u"unreadable"_s] = outcome.unreadable.size();
    m_services.withStore(
        [json = QJsonDocument(report).toJson(QJsonDocument::Compact), by = m_services.operatorId()](
            store::Store& store) { return enrolment::keepReport(store, enrolment::ReportKind::Evaluation, json, by); },
        this,
        [this](const Result<enrolment::FaceReport>& kept) {
            if (!kept)
                m_banner->say(theme::Role::Bad, faultText(kept.error()));
        });
}

void EvaluationView::show(const face::OpenSetReport& report)
{
    m_report = report;
    m_det->show(report);
    m_scores->show(report.nonMatedScores, report.matedScores, report.shipped.threshold);
    showRates(report);
    m_results->show();
}

void EvaluationView::showRates(const face::OpenSetReport& report)
{
    clearGrid(*m_rates);
    const QLocale locale;
    m_sentence->setText(tr("%1 persons, %2 of them enrolled, %3 searches by strangers and %4 by enrolled persons")
                            .arg(locale.toString(report.persons), locale.toString(report.gallery),
                                 locale.toString(report.nonMatedSearches), locale.toString(report.matedSearches)));
    addFigure(*m_rates, tr("A stranger is taken for somebody"), rateText(report.shipped.fpir));
    addFigure(*m_rates, tr("An enrolled person is taken for another"), rateText(report.shipped.misidentified));
    addFigure(*m_rates, tr("An enrolled person is refused"), rateText(report.shipped.fnir));
    for (std::size_t at = 0; at < face::OpenSetReport::fpirs.size(); ++at) {
        addFigure(*m_rates,
                  tr("Refused, where %1 of the strangers would be taken for somebody")
                      .arg(percentText(face::OpenSetReport::fpirs[at])),
                  rateText(report.fnir[at]));
    }
    addFigure(*m_rates, tr("The best candidate is the right one"), rateText(report.rank1));
    addFigure(*m_rates, tr("Pictures without a face"), locale.toString(report.failuresToAcquire));
}

bool EvaluationView::stepBack()
{
    if (!m_task.isRunning())
        return false;
    m_task.cancel();
    return true;
}

void EvaluationView::retranslate()
{
    m_explanation->setText(tr("Measures how often Kobai is right on pictures of people who are not in this store: a "
                              "folder for each person, such as a "
                              "public test set. In brackets is what the true rate may be, at 95 % confidence, drawn "
                              "over persons. The pictures are not kept."));
    m_gallery.word->setText(tr("Enrolled persons"));
    m_enrol.word->setText(tr("Pictures each"));
    m_probe.word->setText(tr("Pictures in a search"));
    m_draws.word->setText(tr("Draws"));
    m_choose->setText(tr("Choose a folder and measure ..."));
    m_detTitle->setText(tr("Misses against false positives"));
    m_scoresTitle->setText(tr("Scores"));
    m_bar->retranslate();
    if (m_report)
        show(*m_report);
}

} // namespace kobai::app
