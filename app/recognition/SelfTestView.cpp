// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recognition/SelfTestView.h"

#include "app/FaultText.h"
#include "app/Services.h"
#include "app/TaskBar.h"
#include "app/recognition/GridCells.h"
#include "app/recognition/RateWords.h"
#include "enrolment/Enrolment.h"
#include "widgets/Controls.h"
#include "widgets/Names.h"

#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using widgets::Button;
using widgets::Card;
using widgets::Text;
namespace theme = widgets::theme;

namespace {

/// What the test starts from.
struct Enrolled {
    enrolment::GalleryState state;
    face::GalleryPtr gallery;
};

Result<Enrolled> readEnrolled(store::Store& store)
{
    Enrolled enrolled;
    KOBAI_ASSIGN(enrolled.state, enrolment::galleryState(store));
    KOBAI_ASSIGN(const enrolment::LoadedGallery loaded, enrolment::loadGallery(store));
    enrolled.gallery = loaded.gallery;
    return enrolled;
}

} // namespace

SelfTestView::SelfTestView(Services& services, QWidget* parent)
    : QWidget(parent), m_services(services), m_task(u"self-test"_s),
      m_enrolled(new Text(theme::Text::Section, nullptr, true)), m_unreadable(new Text(theme::Text::Body)),
      m_explanation(new Text(theme::Text::Body)), m_start(new Button(Button::Weight::Primary)),
      m_bar(new TaskBar(m_task)), m_banner(new widgets::Banner), m_results(new QWidget), m_verdict(new widgets::Chip),
      m_advice(new Text(theme::Text::Body)), m_figures(new QGridLayout),
      m_pairsTitle(new Text(theme::Text::Section, nullptr, true)), m_pairsNote(new Text(theme::Text::Secondary)),
      m_pairs(new QGridLayout)
{
    m_start->setObjectName(u"startSelfTest"_s);
    m_enrolled->setObjectName(u"enrolledFaces"_s);
    m_unreadable->setObjectName(u"unreadableFaces"_s);
    m_unreadable->setWordWrap(true);
    m_unreadable->setRole(theme::Role::Warn);
    m_advice->setObjectName(u"selfTestAdvice"_s);
    for (Text* text : {m_explanation, m_advice, m_pairsNote})
        text->setWordWrap(true);
    m_explanation->setRole(theme::Role::Quiet);
    m_pairsNote->setRole(theme::Role::Quiet);
    m_banner->clear();
    layOut();
    connect(m_start, &Button::clicked, this, &SelfTestView::start);
    connect(&m_services, &Services::galleryRefreshed, this, [this] { load(); });
    connect(&m_services, &Services::storeClosed, this, [this] {
        m_result.reset();
        m_results->hide();
        m_task.cancel();
    });
}

void SelfTestView::layOut()
{
    const int unit = theme::unit();
    auto* head = new Card;
    head->body()->addWidget(m_enrolled);
    head->body()->addWidget(m_unreadable);
    head->body()->addWidget(m_explanation);
    auto* row = new QHBoxLayout;
    row->addWidget(m_start);
    row->addStretch(1);
    head->body()->addLayout(row);
    head->body()->addWidget(m_bar);

    auto* figures = new Card;
    auto* verdict = new QHBoxLayout;
    verdict->addWidget(m_verdict);
    verdict->addStretch(1);
    figures->body()->addLayout(verdict);
    figures->body()->addWidget(m_advice);
    m_figures->setHorizontalSpacing(3 * unit);
    m_figures->setVerticalSpacing(unit);
    m_figures->setColumnStretch(1, 1);
    figures->body()->addLayout(m_figures);

    auto* pairs = new Card;
    pairs->body()->addWidget(m_pairsTitle);
    pairs->body()->addWidget(m_pairsNote);
    m_pairs->setHorizontalSpacing(3 * unit);
    m_pairs->setVerticalSpacing(unit);
    m_pairs->setColumnStretch(0, 1);
    m_pairs->setColumnStretch(1, 1);
    pairs->body()->addLayout(m_pairs);

    auto* results = new QVBoxLayout(m_results);
    results->setContentsMargins({});
    results->setSpacing(2 * unit);
    results->addWidget(figures);
    results->addWidget(pairs);
    m_results->hide();

    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->setSpacing(2 * unit);
    whole->addWidget(head);
    whole->addWidget(m_banner);
    whole->addWidget(m_results);
}

void SelfTestView::load()
{
    if (!m_services.isOpen())
        return;
    m_services.withStore(enrolment::galleryState, this, [this](const Result<enrolment::GalleryState>& state) {
        if (!state)
            return sayFault(state.error());
        m_state = *state;
        showState();
    });
}

void SelfTestView::start()
{
    if (m_task.isRunning() || !m_start->isEnabled())
        return;
    m_start->setEnabled(false);
    m_banner->clear();
    m_services.withStore(readEnrolled, this, [this](const Result<Enrolled>& enrolled) {
        if (!enrolled)
            return sayFault(enrolled.error());
        m_state = enrolled->state;
        test(enrolled->gallery);
    });
}

void SelfTestView::test(const face::GalleryPtr& gallery)
{
    m_bar->begin(tr("Comparing every face with every other ..."));
    m_task.start(
        [gallery](const LongTask::Progress& progress) {
            return face::testGallery(*gallery, face::policyFor(*gallery), {}, progress);
        },
        [this](const Result<face::SelfTestReport>& report) {
            if (report)
                nameAndKeep(*report);
            else
                sayFault(report.error());
        });
}

void SelfTestView::nameAndKeep(const face::SelfTestReport& report)
{
    m_services.withStore(
        [report, by = m_services.operatorId()](store::Store& store) { return namedAndKept(store, report, by); }, this,
        [this](const Result<SelfTestResult>& result) { take(result); });
}

void SelfTestView::take(const Result<SelfTestResult>& result)
{
    if (!result)
        return sayFault(result.error());
    rest();
    m_result = *result;
    showResult();
    Q_EMIT tested();
}

void SelfTestView::sayFault(const Fault& fault)
{
    rest();
    if (fault.code == FaultCode::Cancelled)
        m_banner->say(theme::Role::Quiet, tr("Stopped. Nothing was changed."));
    else
        m_banner->say(theme::Role::Bad, faultText(fault));
}

void SelfTestView::rest()
{
    m_bar->end();
    showState();
}

void SelfTestView::showState()
{
    m_start->setEnabled(!m_task.isRunning() && m_state.enrolled > 1);
    QString words = tr("%n face(s) enrolled", nullptr, m_state.enrolled);
    if (m_state.ofOtherModels > 0)
        words += tr(", %n more to be enrolled anew for the network in use", nullptr, m_state.ofOtherModels);
    m_enrolled->setText(words);
    QStringList unreadable = m_services.unreadableFaces();
    for (QString& name : unreadable)
        name = widgets::isolated(name);
    m_unreadable->setVisible(!unreadable.isEmpty());
    m_unreadable->setText(
        tr("Cannot be opened, so that they pay by PIN until they are enrolled anew: %1").arg(unreadable.join(u", "_s)));
}

void SelfTestView::showResult()
{
    const face::SelfTestReport& report = m_result->report;
    if (report.isTooAlike) {
        m_verdict->say(theme::Role::Warn, u"warning"_s, tr("Too alike to search among all"));
        m_advice->setText(tr(
            "A threshold that keeps strangers out would refuse too many of the enrolled. Kobai therefore asks for the "
            "number or card first and compares the face with that one person. Nothing needs to be done."));
    } else if (report.pairsAtThreshold() > m_result->registeredAtThreshold) {
        m_verdict->say(theme::Role::Warn, u"warning"_s, tr("Some pairs are too close"));
        m_advice->setText(tr(
            "The first pairs below reach the threshold. Look whether they are one person enrolled twice; if they are "
            "two, register them as look-alikes."));
    } else if (report.pairsAtThreshold() > 0) {
        m_verdict->say(theme::Role::Good, u"check"_s, tr("Told apart, but for look-alikes"));
        m_advice->setText(tr("Every pair that reaches the threshold is registered: for these the till asks for the PIN "
                             "or lets the clerk choose. All others may be searched among all enrolled faces."));
    } else {
        m_verdict->say(theme::Role::Good, u"check"_s, tr("The faces can be told apart"));
        m_advice->setText(tr("The till may search among all enrolled faces. The threshold follows the gallery by "
                             "itself after each enrolment."));
    }
    clearGrid(*m_figures);
    const QLocale locale;
    addFigure(*m_figures, tr("Threshold in force"), locale.toString(report.threshold, 'f', 2));
    QString proposed = locale.toString(report.proposed.threshold, 'f', 2);
    if (report.proposedInterval)
        proposed = tr("%1 (%2 to %3)", "a figure and its interval")
                       .arg(proposed, locale.toString(report.proposedInterval->low, 'f', 2),
                            locale.toString(report.proposedInterval->high, 'f', 2));
    addFigure(*m_figures, tr("Threshold that these faces ask for"), proposed);
    addFigure(*m_figures, tr("Pairs of different persons that reach the threshold"),
              m_result->registeredAtThreshold > 0
                  ? tr("%1 of %2, %3 of them registered as look-alikes")
                        .arg(locale.toString(qlonglong(report.pairsAtThreshold())),
                             locale.toString(qlonglong(report.pairs)), locale.toString(m_result->registeredAtThreshold))
                  : tr("%1 of %2")
                        .arg(locale.toString(qlonglong(report.pairsAtThreshold())),
                             locale.toString(qlonglong(report.pairs))));
    addFigure(*m_figures, tr("A stranger's face matches one given person"), rateText(report.fmr));
    addFigure(*m_figures, tr("A stranger's face matches anybody"), rateText(report.fpir));
    addFigure(*m_figures, tr("Enrolled persons who were taken for somebody else when left out"),
              tr("%1 of %2").arg(locale.toString(report.leftOutIdentified), locale.toString(report.leftOutSearches)));
    showPairs();
    m_results->show();
}

void SelfTestView::showPairs()
{
    clearGrid(*m_pairs);
    const QLocale locale;
    for (std::size_t row = 0; row < m_result->pairs.size(); ++row) {
        const ClosePair& pair = m_result->pairs[row];
        const int line = int(row);
        int column = 0;
        for (const people::Person& person : {pair.a, pair.b}) {
            auto* who = textCell(tr("%1, %2", "a name and a number")
                                     .arg(widgets::isolated(person.name), widgets::isolated(person.number)));
            who->setWordWrap(true);
            m_pairs->addWidget(who, line, column++);
        }
        m_pairs->addWidget(textCell(locale.toString(pair.score, 'f', 1)), line, column++);
        if (pair.isRegistered) {
            auto* chip = new widgets::Chip;
            chip->say(theme::Role::Accent, u"check"_s, tr("Look-alikes"));
            m_pairs->addWidget(chip, line, column);
            continue;
        }
        auto* button = new Button(Button::Weight::Quiet);
        button->setObjectName(u"registerPair%1"_s.arg(row));
        button->setText(tr("Register as look-alikes"));
        button->setAccessibleName(tr("Register %1 and %2 as look-alikes").arg(pair.a.name, pair.b.name));
        connect(button, &Button::clicked, this, [this, row] { registerPair(row); });
        m_pairs->addWidget(button, line, column);
    }
}

void SelfTestView::registerPair(std::size_t row)
{
    const ClosePair& pair = m_result->pairs[row];
    m_services.withStore([a = pair.a.id, b = pair.b.id, by = m_services.operatorId()](
                             store::Store& store) { return enrolment::registerLookAlikes(store, a, b, by); },
                         this,
                         [this, row](const Status& registered) {
                             if (!registered)
                                 return sayFault(registered.error());
                             ClosePair& known = m_result->pairs[row];
                             if (!known.isRegistered && known.score >= m_result->report.threshold)
                                 ++m_result->registeredAtThreshold;
                             known.isRegistered = true;
                             showResult();
                             Q_EMIT m_services.personChanged(m_result->pairs[row].a.id);
                         });
}

bool SelfTestView::stepBack()
{
    if (!m_task.isRunning())
        return false;
    m_task.cancel();
    return true;
}

void SelfTestView::retranslate()
{
    m_explanation->setText(
        tr("Compares every enrolled face with every other: how likely the school's own faces are taken for each other, "
           "and "
           "which pairs are closest. The figures are kept for the impact assessment, without any face."));
    m_start->setText(tr("Test the faces enrolled here"));
    m_pairsTitle->setText(tr("The closest pairs"));
    m_pairsNote->setText(tr("Twins and look-alikes belong into the register: the till then asks for the PIN or lets "
                            "the clerk choose. The number is "
                            "the score; the threshold is what a stranger would have to reach."));
    m_bar->retranslate();
    showState();
    if (m_result)
        showResult();
}

} // namespace kobai::app
