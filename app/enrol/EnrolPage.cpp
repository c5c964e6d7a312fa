// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/EnrolPage.h"

#include "app/Keys.h"
#include "app/PersonList.h"
#include "app/enrol/ConsentView.h"
#include "app/enrol/DoneView.h"
#include "app/enrol/DuplicateView.h"
#include "app/enrol/FaceRecordView.h"
#include "app/enrol/FaceView.h"
#include "app/enrol/PersonForm.h"
#include "app/enrol/PinSetter.h"
#include "app/enrol/StudentSayView.h"
#include "widgets/Controls.h"
#include "widgets/SearchField.h"
#include "widgets/StepBar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;
using Step = EnrolFlow::Step;

namespace {

/// Narrower than this at 100 % a form beside the list would be cut off.
constexpr int oneColumnBelowPx = 940;

} // namespace

EnrolPage::EnrolPage(Services& services, QWidget* parent)
    : Page(parent), m_services(services), m_enrolment(services, m_flow), m_record(services)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * theme::unit(), 2 * theme::unit(), 3 * theme::unit(), 2 * theme::unit());
    layout->setSpacing(3 * theme::unit());
    layout->addWidget(m_left = makeLeft());
    layout->addWidget(makeRight(), 1);
    connectParts();
    retranslate();
    followFlow();
}

QWidget* EnrolPage::makeLeft()
{
    auto* card = new Card(this);
    m_search = new SearchField(card);
    m_search->setObjectName(u"personSearch"_s);
    m_search->setMinimumHeight(theme::scaled(theme::targetPx));
    m_search->installEventFilter(this);
    m_filter = new QComboBox(card);
    m_filter->setObjectName(u"personFilter"_s);
    m_filter->setMinimumHeight(theme::scaled(theme::targetPx));
    for (int i = 0; i < 4; ++i)
        m_filter->addItem(QString());
    m_list = new PersonList(card);
    m_list->setObjectName(u"personList"_s);
    m_empty = new EmptyState(u"people"_s, card);
    m_listStack = new QStackedWidget(card);
    m_listStack->addWidget(m_list);
    m_listStack->addWidget(m_empty);
    m_add = new Button(Button::Weight::Plain, Button::Size::Normal, card);
    m_add->setObjectName(u"addPerson"_s);
    m_add->setIconName(u"plus"_s);
    m_add->setAutoDefault(true);
    card->body()->addWidget(m_search);
    card->body()->addWidget(m_filter);
    card->body()->addWidget(m_listStack, 1);
    card->body()->addWidget(m_add);
    return card;
}

QWidget* EnrolPage::makeRight()
{
    auto* right = new QWidget(this);
    m_banner = new Banner(right);
    m_banner->setObjectName(u"enrolBanner"_s);
    m_steps = new StepBar(right);
    m_steps->setObjectName(u"enrolSteps"_s);
    m_steps->setRevisitable(true);
    m_stack = new QStackedWidget(right);

    const auto scrolled = [this](QWidget* page) {
        auto* scroll = new QScrollArea(m_stack);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setWidgetResizable(true);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setWidget(page);
        scroll->viewport()->setAutoFillBackground(false);
        page->setAutoFillBackground(false);
        m_stack->addWidget(scroll);
        m_scrolls.push_back(scroll);
        return scroll;
    };
    m_stack->addWidget(m_welcome = new EmptyState(u"enrol"_s, m_stack));
    scrolled(m_form = new PersonForm([this] { return m_services.newId<GuardianId>(); }));
    scrolled(m_consent = new ConsentView);
    m_stack->addWidget(m_face = new FaceView(m_flow, m_stack));
    scrolled(m_done = new DoneView(m_flow));
    m_duplicatePage = scrolled(m_duplicate = new DuplicateView);
    m_recordPage = scrolled(m_recordView = new FaceRecordView(m_record));
    m_stack->addWidget(m_say = new StudentSayView(m_stack));
    m_stack->addWidget(m_pin = new PinSetter(m_stack));

    m_toList = new Button(Button::Weight::Quiet, Button::Size::Normal, right);
    m_toList->setObjectName(u"toPeople"_s);
    m_toList->setIconName(u"back"_s);
    m_toList->setAutoDefault(true);

    auto* layout = new QVBoxLayout(right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * theme::unit());
    layout->addWidget(m_toList, 0, Qt::AlignLeft);
    layout->addWidget(m_steps);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    return right;
}

void EnrolPage::connectParts()
{
    connect(m_search, &SearchField::searchRequested, this, &EnrolPage::search);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &EnrolPage::showFound);
    connect(m_list, &PersonList::personChosen, this, &EnrolPage::load);
    connect(m_add, &QAbstractButton::clicked, this, &EnrolPage::startNew);
    connect(m_empty, &EmptyState::actionChosen, this, &EnrolPage::startNew);
    connect(m_welcome, &EmptyState::actionChosen, this, &EnrolPage::startNew);
    connect(m_toList, &QAbstractButton::clicked, this, &EnrolPage::closePerson);
    connect(m_steps, &StepBar::stepChosen, this, [this](int step) { m_flow.go(Step(step)); });

    connect(m_form, &PersonForm::saveAsked, this, &EnrolPage::savePerson);
    connect(m_form, &PersonForm::guardianAsked, this, &EnrolPage::saveGuardian);
    connect(m_form, &PersonForm::consentAsked, this, [this] { m_flow.go(Step::Consent); });
    connect(m_form, &PersonForm::pinAsked, this, &EnrolPage::startPin);
    connect(m_form, &PersonForm::faceRecordAsked, this, &EnrolPage::openFaceRecord);
    connect(m_consent, &ConsentView::eventAsked, this, &EnrolPage::record);
    connect(m_consent, &ConsentView::studentAsked, this, &EnrolPage::askStudent);
    connect(m_consent, &ConsentView::guardianAsked, this, [this] { m_flow.go(Step::Person); });
    connect(m_consent, &ConsentView::faceAsked, this, [this] { m_flow.go(Step::Face); });
    connect(m_face, &FaceView::startAsked, &m_flow, &EnrolFlow::startLooking);
    connect(m_face, &FaceView::stopAsked, &m_flow, &EnrolFlow::stopLooking);
    connect(m_face, &FaceView::saveAsked, &m_enrolment, &FaceEnrolment::saveAgain);
    connect(m_face, &FaceView::consentAsked, this, [this] { m_flow.go(Step::Consent); });
    connect(m_done, &DoneView::nextAsked, this, &EnrolPage::closePerson);
    connect(m_done, &DoneView::pinAsked, this, &EnrolPage::startPin);
    connect(m_done, &DoneView::faceRecordAsked, this, &EnrolPage::openFaceRecord);
    connect(m_duplicate, &DuplicateView::samePersonChosen, this, [this] {
        const std::optional<PersonId> other = m_flow.lookAlike();
        m_flow.samePerson();
        if (other)
            load(*other);
    });
    connect(m_duplicate, &DuplicateView::twoPersonsChosen, &m_enrolment, &FaceEnrolment::saveAsLookAlike);
    connect(m_duplicate, &DuplicateView::backChosen, &m_flow, &EnrolFlow::back);
    connect(m_recordView, &FaceRecordView::closeAsked, this, &EnrolPage::closeOverlay);
    connect(&m_record, &FaceRecord::failed, this, &EnrolPage::complain);
    connect(m_say, &StudentSayView::answered, this, [this](bool agreed) {
        consent::Event event;
        event.kind = agreed ? consent::EventKind::StudentAgreed : consent::EventKind::StudentRefused;
        event.means = consent::Means::OnScreen;
        closeOverlay();
        record(event);
    });
    connect(m_say, &StudentSayView::cancelled, this, &EnrolPage::closeOverlay);
    connect(m_pin, &PinSetter::chosen, this, &EnrolPage::setPin);
    connect(m_pin, &PinSetter::cancelled, this, &EnrolPage::closeOverlay);

    connect(&m_enrolment, &FaceEnrolment::cameraFrame, m_face, &FaceView::showFrame);
    connect(&m_enrolment, &FaceEnrolment::observed, m_face, &FaceView::showObservation);
    connect(&m_flow, &EnrolFlow::changed, this, &EnrolPage::followFlow);
    connect(&m_services, &Services::personChanged, this, [this](const PersonId& person) {
        if (person == m_flow.person())
            reload();
        search();
    });
    connect(new QShortcut(keySequence(Key::FindHere), this), &QShortcut::activated, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(new QShortcut(keySequence(Key::NewEntry), this), &QShortcut::activated, this, &EnrolPage::startNew);
}

QString EnrolPage::title() const
{
    return tr("Enrol");
}

QString EnrolPage::iconName() const
{
    return u"enrol"_s;
}

QList<KeyHint> EnrolPage::keys() const
{
    return keyHints({Key::FindHere, Key::NewEntry});
}

void EnrolPage::enter()
{
    search();
    if (m_flow.file())
        reload();
    m_search->setFocus();
}

void EnrolPage::leave()
{
    m_flow.stopLooking();
    m_flow.samePerson(); // nobody stays to say who it was: the captures must not wait
    closeOverlay();
    m_banner->clear();
}

bool EnrolPage::stepBack()
{
    if (m_stack->currentWidget() == m_recordPage && m_recordView->stepBack())
        return true;
    if (hasOverlay()) {
        closeOverlay();
        return true;
    }
    if (m_flow.step() == Step::Consent && m_consent->stepBack())
        return true;
    if (m_isNew) {
        // What was typed stays until another person is chosen or a new one is begun.
        m_isNew = false;
        followFlow();
        m_search->setFocus();
        return true;
    }
    if (m_flow.back())
        return true;
    if (!m_search->text().isEmpty()) {
        m_search->clearSearch();
        return true;
    }
    return false;
}

void EnrolPage::closePerson()
{
    if (m_flow.camera() == EnrolFlow::Camera::Saving)
        return;
    m_isNew = false;
    m_flow.close();
    m_list->clearSelection();
    m_search->clearSearch();
    m_search->setFocus();
}

bool EnrolPage::showPerson(PersonId person)
{
    load(person);
    return true;
}

void EnrolPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_left->setFixedWidth(std::clamp(width() * 26 / 100, theme::scaled(220), theme::scaled(340)));
    showStep();
}

bool EnrolPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return Page::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        m_list->step(1);
        return true;
    case Qt::Key_Up:
        m_list->step(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // The list may still answer shorter words: then the answer on its way is chosen from.
        if (m_answered == m_search->text().trimmed())
            m_list->chooseCurrent();
        else
            m_chooseWhenFound = true;
        return false;
    default:
        m_chooseWhenFound = false;
        return false;
    }
}

void EnrolPage::followFlow()
{
    askAboutLookAlike();
    showStep();
    m_form->setBusy(m_flow.camera() == EnrolFlow::Camera::Saving);
    m_face->refresh();
    m_done->refresh();
}

void EnrolPage::showStep()
{
    const bool overlay = hasOverlay();
    const Step step = m_flow.step();
    const bool somebody = m_flow.file().has_value() || m_isNew;
    m_steps->setVisible(somebody && !overlay);
    m_steps->setCurrent(step == Step::Done ? 4 : int(step));
    // Where large letters leave no room for two columns, the list and the person take turns.
    const bool oneColumn = width() < theme::scaled(oneColumnBelowPx);
    m_left->setVisible(!overlay && !(oneColumn && somebody));
    m_toList->setVisible(!overlay && oneColumn && somebody);
    if (overlay)
        return;
    QWidget* const before = m_stack->currentWidget();
    const std::size_t scroll = step == Step::Done ? 2 : std::size_t(step);
    if (!somebody)
        m_stack->setCurrentWidget(m_welcome);
    else if (m_flow.lookAlike())
        m_stack->setCurrentWidget(m_duplicatePage);
    else if (step == Step::Face)
        m_stack->setCurrentWidget(m_face);
    else
        m_stack->setCurrentWidget(m_scrolls.at(scroll));
    if (before == m_stack->currentWidget() || !isVisible() || !somebody)
        return;
    m_banner->clear();
    if (m_flow.lookAlike())
        return;
    switch (step) {
    case Step::Person:
        m_form->focusFirst();
        return;
    case Step::Consent:
        m_consent->focusFirst();
        return;
    case Step::Face:
        m_face->focusFirst();
        return;
    case Step::Done:
        m_done->focusFirst();
        return;
    }
}

void EnrolPage::retranslate()
{
    m_search->setPlaceholderText(tr("Name, reading or number"));
    m_search->setAccessibleName(tr("Search for a person"));
    const QStringList filters{tr("Everybody"), tr("Not enrolled"), tr("Consent missing"), tr("Enrolled")};
    for (int i = 0; i < m_filter->count(); ++i)
        m_filter->setItemText(i, filters.at(i));
    m_filter->setAccessibleName(tr("Who is listed"));
    m_list->setAccessibleName(tr("People"));
    m_add->setText(tr("Add person"));
    m_toList->setText(tr("People"));
    m_steps->setSteps({tr("Person", "step"), tr("Consent", "step"), tr("Face", "step"), tr("Done", "step")});
    m_welcome->setWords(
        tr("Who is to be enrolled?"),
        tr("Choose a person on the left, or add one. The path leads from the person over the consent to the face."),
        tr("Add person"));
    m_form->retranslate();
    m_consent->retranslate();
    m_face->retranslate();
    m_done->retranslate();
    m_duplicate->retranslate();
    m_recordView->retranslate();
    m_say->retranslate();
    m_pin->retranslate();
    showFound();
}

} // namespace kobai::app
