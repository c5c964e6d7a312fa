// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recognition/AttackView.h"

#include "app/FaultText.h"
#include "app/Services.h"
#include "app/recognition/AttackWords.h"
#include "app/recognition/GridCells.h"
#include "enrolment/Recognition.h"
#include "widgets/CameraView.h"
#include "widgets/ChoiceRow.h"
#include "widgets/Controls.h"

#include <QGridLayout>
#include <QHBoxLayout>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using widgets::Button;
using widgets::Card;
using widgets::Text;
namespace theme = widgets::theme;

AttackView::AttackView(Services& services, QWidget* parent)
    : QWidget(parent), m_services(services), m_explanation(new Text(theme::Text::Body)),
      m_species(new widgets::ChoiceRow(u"species"_s, int(face::presentedSpecies().size()))),
      m_instruction(new Text(theme::Text::Section, nullptr, true)), m_camera(new widgets::CameraView),
      m_present(new Button(Button::Weight::Primary)), m_undo(new Button(Button::Weight::Quiet)),
      m_keep(new Button(Button::Weight::Plain)), m_answer(new Text(theme::Text::Body, nullptr, true)),
      m_banner(new widgets::Banner), m_resultCard(nullptr),
      m_resultTitle(new Text(theme::Text::Section, nullptr, true)), m_results(new QGridLayout),
      m_worst(new Text(theme::Text::Body))
{
    m_present->setObjectName(u"presentAttack"_s);
    m_undo->setObjectName(u"undoPresentation"_s);
    m_keep->setObjectName(u"keepAttackSession"_s);
    m_answer->setObjectName(u"attackAnswer"_s);
    for (Text* text : {m_explanation, m_instruction, m_answer, m_worst})
        text->setWordWrap(true);
    m_explanation->setRole(theme::Role::Quiet);
    m_banner->clear();
    m_species->setCurrent(0);
    layOut();
    connectVision();
    connect(m_species, &widgets::ChoiceRow::chosen, this, [this] {
        closeCamera();
        refresh();
    });
    connect(m_present, &Button::clicked, this, &AttackView::present);
    connect(m_undo, &Button::clicked, this, [this] {
        m_session.removeLast();
        refresh();
    });
    connect(m_keep, &Button::clicked, this, &AttackView::keep);
    connect(&m_services, &Services::storeClosed, this, [this] {
        closeCamera();
        show({});
    });
}

void AttackView::layOut()
{
    const int unit = theme::unit();
    auto* guide = new Card;
    guide->body()->addWidget(m_explanation);
    guide->body()->addWidget(m_species);
    auto* words = new QVBoxLayout;
    words->setSpacing(2 * unit);
    words->addWidget(m_instruction);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_present);
    buttons->addWidget(m_undo);
    buttons->addStretch(1);
    words->addLayout(buttons);
    words->addWidget(m_answer);
    words->addStretch(1);
    auto* row = new QHBoxLayout;
    row->setSpacing(3 * unit);
    row->addWidget(m_camera, 1);
    row->addLayout(words, 1);
    guide->body()->addLayout(row);

    auto* results = new Card;
    m_resultCard = results;
    results->body()->addWidget(m_resultTitle);
    m_results->setHorizontalSpacing(3 * unit);
    m_results->setVerticalSpacing(unit);
    m_results->setColumnStretch(3, 1);
    results->body()->addLayout(m_results);
    results->body()->addWidget(m_worst);
    auto* last = new QHBoxLayout;
    last->addWidget(m_keep);
    last->addStretch(1);
    results->body()->addLayout(last);

    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->setSpacing(2 * unit);
    whole->addWidget(m_banner);
    whole->addWidget(guide);
    whole->addWidget(results);
}

void AttackView::connectVision()
{
    face::Vision& vision = m_services.vision();
    connect(&vision, &face::Vision::frameShown, this, [this](const QImage& image) {
        if (m_looking)
            m_camera->setImage(image);
    });
    connect(&vision, &face::Vision::observed, this, [this](const face::Observation& observation) {
        if (!m_looking)
            return;
        m_camera->setFace(observation.face, observation.guidance == face::Guidance::Good);
        m_camera->setWords(guidanceText(observation.guidance));
        m_camera->setRing(observation.ring);
    });
    connect(&vision, &face::Vision::identified, this, [this](const face::Identification& identification) {
        if (m_looking)
            take(identification.verdict, identification.liveness);
    });
    connect(&vision, &face::Vision::failed, this, [this](const Fault& fault) {
        if (m_looking)
            sayFault(fault);
    });
}

face::PresentedSpecies AttackView::species() const
{
    return face::presentedSpecies()[std::size_t(std::max(0, m_species->current()))];
}

void AttackView::present()
{
    if (m_looking)
        return closeCamera();
    if (const auto fault = m_services.cameraFault()) {
        m_banner->say(theme::Role::Warn, faultText(*fault));
        return;
    }
    m_looking = true;
    m_banner->clear();
    m_answer->clear();
    m_services.vision().startIdentify(m_services.camera(), {.presentation = true});
    refresh();
}

void AttackView::take(face::Verdict verdict, float liveness)
{
    const face::PresentedResult result = presentedResult(verdict);
    m_session.add({.species = species(), .result = result, .score = liveness});
    closeCamera();
    switch (result) {
    case face::PresentedResult::TakenForLive:
        m_answer->setText(tr("Taken for a live person."));
        break;
    case face::PresentedResult::TakenForAttack:
        m_answer->setText(tr("Taken for a picture or a screen."));
        break;
    case face::PresentedResult::NotJudged:
        m_answer->setText(tr("No clear view of a face in time: it counts for neither side."));
        break;
    }
    const bool isBonaFide = species() == face::PresentedSpecies::BonaFide;
    const bool isWrong =
        result == (isBonaFide ? face::PresentedResult::TakenForAttack : face::PresentedResult::TakenForLive);
    m_answer->setRole(isWrong ? theme::Role::Bad : theme::Role::Good);
    m_present->setFocus();
    Q_EMIT responded();
}

void AttackView::sayFault(const Fault& fault)
{
    closeCamera();
    m_banner->say(theme::Role::Bad, faultText(fault));
}

void AttackView::closeCamera()
{
    if (m_looking) {
        m_looking = false;
        m_services.vision().stop();
    }
    m_camera->setImage({});
    m_camera->setFace({}, false);
    refresh();
}

void AttackView::keep()
{
    m_services.withStore(
        [json = attackSessionJson(m_session), by = m_services.operatorId()](store::Store& store) {
            return enrolment::keepReport(store, enrolment::ReportKind::AttackSession, json, by);
        },
        this,
        [this](const Result<enrolment::FaceReport>& kept) {
            if (kept)
                m_banner->say(theme::Role::Good, tr("Kept as report %1, for the impact assessment.").arg(kept->number));
            else
                m_banner->say(theme::Role::Bad, faultText(kept.error()));
        });
}

void AttackView::leave()
{
    closeCamera();
}

bool AttackView::stepBack()
{
    if (!m_looking)
        return false;
    closeCamera();
    return true;
}

void AttackView::show(const face::AttackSession& session)
{
    m_session = session;
    m_answer->clear();
    refresh();
}

void AttackView::refresh()
{
    m_instruction->setText(speciesInstruction(species()));
    m_present->setText(m_looking ? tr("Stop") : tr("Present now"));
    m_undo->setVisible(!m_session.presentations().empty() && !m_looking);
    m_resultCard->setVisible(!m_session.presentations().empty());
    clearGrid(*m_results);
    int row = 0;
    const auto add = [&](int column, const QString& words, bool bold) {
        m_results->addWidget(textCell(words, bold), row, column);
    };
    for (const face::PresentedSpecies shown : face::presentedSpecies()) {
        const face::ErrorRate rate = errorRate(m_session, shown);
        const int notJudged = m_session.notJudged(shown);
        if (rate.presentations + notJudged == 0)
            continue;
        const QString share = errorRateText(rate);
        add(0, speciesName(shown), true);
        add(1, tr("%n presentation(s)", nullptr, rate.presentations), false);
        if (rate.presentations > 0)
            add(2,
                shown == face::PresentedSpecies::BonaFide ? tr("refused: %1").arg(share) : tr("passed: %1").arg(share),
                false);
        if (notJudged > 0)
            add(3, tr("%n without a clear view", nullptr, notJudged), false);
        ++row;
    }
    const auto worst = m_session.worst();
    m_worst->setVisible(worst.has_value());
    if (worst)
        m_worst->setText(tr("The check is worth what it is against its worst kind: %1, of which %2 passed.")
                             .arg(speciesName(*worst), errorRateText(m_session.apcer(*worst))));
}

void AttackView::retranslate()
{
    m_explanation->setText(tr("Try to deceive the camera, ten times and more with each kind, and with live persons "
                              "between. Choose what you hold "
                              "up, press the button, and hold it still until there is an answer. Nothing is charged "
                              "and no picture is kept."));
    QStringList names;
    for (const face::PresentedSpecies species : face::presentedSpecies())
        names += speciesName(species);
    m_species->setWords(names);
    m_camera->setIdleWords(tr("The camera is off"));
    m_camera->setAccessibleName(tr("Camera"));
    m_undo->setText(tr("Take the last one back"));
    m_keep->setText(tr("Keep this session as a report"));
    m_resultTitle->setText(tr("This session"));
    refresh();
}

} // namespace kobai::app
