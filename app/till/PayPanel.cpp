// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/PayPanel.h"

#include "app/FaultText.h"
#include "app/PersonList.h"
#include "app/till/CustomerCardView.h"
#include "app/till/FlowRow.h"
#include "app/till/PayWords.h"
#include "app/till/ScannerFilter.h"
#include "money/MoneyText.h"
#include "widgets/CameraView.h"
#include "widgets/Controls.h"
#include "widgets/Fields.h"
#include "widgets/SearchField.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;
using Step = TillFlow::Step;
using Refusal = TillFlow::Refusal;

PayPanel::PayPanel(const TillFlow& flow, QWidget* parent) : QWidget(parent), m_flow(flow)
{
    setFocusPolicy(Qt::StrongFocus);
    auto* card = new Card(this);
    m_mark = new IconView(u"person"_s, 40, card);
    m_message = new Text(theme::Text::Title, card, true);
    m_message->setObjectName(u"payMessage"_s);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_detail = new Text(theme::Text::Body, card);
    m_detail->setObjectName(u"payDetail"_s);
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setRole(theme::Role::Quiet);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme::unit() / 2);
    words->addWidget(m_message);
    words->addWidget(m_detail);
    auto* head = new QHBoxLayout;
    head->setSpacing(2 * theme::unit());
    head->addWidget(m_mark, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    m_cancel = new Button(Button::Weight::Quiet, Button::Size::Normal, card);
    m_cancel->setObjectName(u"cancelPay"_s);
    m_cancel->setIconName(u"close"_s);
    m_cancel->setAutoDefault(true);
    m_cancel->setMinimumHeight(theme::scaled(theme::tillTargetPx));
    connect(m_cancel, &QAbstractButton::clicked, this, &PayPanel::backChosen);
    head->addWidget(m_cancel, 0, Qt::AlignTop);
    card->body()->addLayout(head);

    m_camera = new CameraView(this);
    m_camera->setObjectName(u"tillCamera"_s);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_camera);
    m_pages->addWidget(m_numberPage = makeNumberPage());
    m_pages->addWidget(m_pinPage = makePinPage());
    m_pages->addWidget(m_lookUpPage = makeLookUpPage());
    m_pages->addWidget(m_confirmPage = makeConfirmPage());

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * theme::unit());
    layout->addWidget(card);
    layout->addWidget(m_pages);
    makeWays(*layout);
    layout->addStretch(1);

    m_done.setSingleShot(true);
    m_done.setInterval(doneMs);
    connect(&m_done, &QTimer::timeout, this, &PayPanel::finished);
}

QWidget* PayPanel::makeNumberPage()
{
    auto* page = new QWidget(this);
    m_numberWord = new Text(theme::Text::Body, page, true);
    m_number = new QLineEdit(page);
    m_number->setObjectName(u"pinNumber"_s);
    m_number->setFont(theme::font(theme::Text::Title));
    m_number->setMinimumHeight(theme::scaled(theme::tillTargetPx));
    m_number->setMaxLength(people::longestNumberChars);
    m_numberWord->setBuddy(m_number);
    ScannerFilter::expectDigits(*m_number);
    m_numberNext = new Button(Button::Weight::Primary, Button::Size::Till, page);
    m_numberNext->setObjectName(u"pinNumberNext"_s);
    const auto enter = [this] { Q_EMIT numberEntered(m_number->text()); };
    connect(m_number, &QLineEdit::returnPressed, this, enter);
    connect(m_numberNext, &QAbstractButton::clicked, this, enter);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::unit());
    layout->addWidget(m_numberWord);
    layout->addWidget(m_number);
    layout->addWidget(m_numberNext, 0, Qt::AlignLeft);
    return page;
}

QWidget* PayPanel::makePinPage()
{
    auto* page = new QWidget(this);
    m_pinOwner = new Text(theme::Text::Section, page, true);
    m_pinOwner->setObjectName(u"pinOwner"_s);
    m_pinOwner->setAlignment(Qt::AlignHCenter);
    m_pinPad = new PinPad(page);
    m_pinPad->setObjectName(u"pinPad"_s);
    m_pinPad->setMaximumWidth(theme::scaled(360));
    ScannerFilter::expectDigits(*m_pinPad);
    connect(m_pinPad, &PinPad::entered, this, &PayPanel::pinEntered);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::unit());
    layout->addWidget(m_pinOwner);
    layout->addWidget(m_pinPad, 0, Qt::AlignHCenter);
    return page;
}

QWidget* PayPanel::makeLookUpPage()
{
    auto* page = new QWidget(this);
    m_search = new SearchField(page);
    m_search->setObjectName(u"lookUpField"_s);
    m_search->setMinimumHeight(theme::scaled(theme::tillTargetPx));
    m_search->installEventFilter(this);
    ScannerFilter::expectDigits(*m_search);
    m_found = new PersonList(page);
    m_found->setObjectName(u"lookUpList"_s);
    connect(m_search, &SearchField::searchRequested, this, &PayPanel::searched);
    connect(m_found, &PersonList::personChosen, this, &PayPanel::personPicked);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::unit());
    layout->addWidget(m_search);
    layout->addWidget(m_found, 1);
    return page;
}

QWidget* PayPanel::makeConfirmPage()
{
    auto* page = new QWidget(this);
    m_card = new CustomerCardView(page);
    m_confirm = new Button(Button::Weight::Primary, Button::Size::Till, page);
    m_confirm->setObjectName(u"confirmCharge"_s);
    m_confirm->setIconName(u"check"_s);
    m_confirm->setAutoDefault(true);
    m_confirm->installEventFilter(this);
    connect(m_confirm, &QAbstractButton::clicked, this, &PayPanel::confirmed);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * theme::unit());
    layout->addWidget(m_card);
    layout->addWidget(m_confirm);
    return page;
}

void PayPanel::makeWays(QVBoxLayout& layout)
{
    m_ways = new FlowRow(theme::unit(), this);
    const auto add = [this](QWidget* parent, Button::Weight weight, const QString& name, const QString& icon) {
        auto* button = new Button(weight, Button::Size::Till, parent);
        button->setObjectName(name);
        button->setIconName(icon);
        button->setAutoDefault(true);
        return button;
    };
    m_byPin = add(m_ways, Button::Weight::Plain, u"otherPin"_s, u"pin"_s);
    m_byLookUp = add(m_ways, Button::Weight::Plain, u"otherLookUp"_s, u"lookup"_s);
    m_retryFace = add(m_ways, Button::Weight::Plain, u"retryFace"_s, u"face"_s);
    connect(m_byPin, &QAbstractButton::clicked, this, [this] { Q_EMIT wayChosen(ledger::PaymentMethod::Pin); });
    connect(m_byLookUp, &QAbstractButton::clicked, this, [this] { Q_EMIT wayChosen(ledger::PaymentMethod::LookUp); });
    connect(m_retryFace, &QAbstractButton::clicked, this, [this] { Q_EMIT wayChosen(ledger::PaymentMethod::Face); });
    layout.addWidget(m_ways);
}

void PayPanel::refresh()
{
    const bool stepChanged = m_shownTurn != m_flow.turn();
    m_shownTurn = m_flow.turn();
    if (stepChanged)
        showStep();
    showWords();
    showWays();
    m_card->show(m_flow, m_currency);
    fitPage();
    if (stepChanged)
        focusStep();
}

void PayPanel::fitPage()
{
    // The camera and the list take all the room there is; a card or a question is as tall as it is, with the ways to go on under it.
    const bool fills = m_flow.step() == Step::Looking || m_flow.step() == Step::LookUp;
    auto* box = static_cast<QVBoxLayout*>(layout());
    box->setStretchFactor(m_pages, fills ? 1 : 0);
    box->setStretch(box->count() - 1, fills ? 0 : 1);
    m_pages->setVisible(m_flow.step() != Step::Refused || m_flow.card().has_value());
    m_pages->setMaximumHeight(fills ? QWIDGETSIZE_MAX : m_pages->currentWidget()->minimumSizeHint().height());
}

void PayPanel::showStep()
{
    m_done.stop();
    if (m_flow.step() != Step::Looking) {
        m_camera->setImage(QImage());
        m_camera->setFace(std::nullopt, false);
        m_camera->setRing(0);
    }
    if (m_flow.step() != Step::Checking)
        m_pinPad->clear();
    switch (m_flow.step()) {
    case Step::Closed:
        m_number->clear();
        m_found->setRows({});
        return;
    case Step::Looking:
        m_camera->setWords(QString());
        m_pages->setCurrentWidget(m_camera);
        return;
    case Step::Number:
    case Step::Finding:
        m_pages->setCurrentWidget(m_numberPage);
        return;
    case Step::Pin:
    case Step::Checking:
        m_pages->setCurrentWidget(m_pinPage);
        return;
    case Step::LookUp:
        m_search->clear();
        m_answered.clear();
        m_chooseWhenFound = false;
        m_found->setRows({});
        m_pages->setCurrentWidget(m_lookUpPage);
        return;
    case Step::Loading:
    case Step::Confirm:
    case Step::Charging:
        m_pages->setCurrentWidget(m_confirmPage);
        return;
    case Step::Refused:
        m_pages->setCurrentWidget(m_confirmPage);
        return;
    case Step::Done:
        m_pages->setCurrentWidget(m_confirmPage);
        m_done.start();
        return;
    }
}

void PayPanel::showWords()
{
    const PayWords words = payWords(m_flow, m_currency);
    m_mark->setIconName(words.iconName);
    m_mark->setRole(words.role);
    m_message->setText(words.message);
    m_detail->setText(words.detail);
    m_detail->setVisible(!words.detail.isEmpty());
    QAccessibleEvent alert(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);

    const QString amount = moneyText(m_flow.total(), m_currency, QLocale());
    m_confirm->setText(m_flow.fault() ? tr("Try again: charge %1").arg(amount) : tr("Charge %1").arg(amount));
    m_pinOwner->setText(m_flow.claimed() ? tr("Number %1").arg(m_flow.claimed()->number) : QString());
}

void PayPanel::showWays()
{
    const Step step = m_flow.step();
    const bool face = m_flow.method() == ledger::PaymentMethod::Face;
    const bool low = step == Step::Refused && m_flow.refusal() == Refusal::LowBalance;
    const bool refused = step == Step::Refused && !low;
    const bool busy = step == Step::Charging || step == Step::Done;
    m_confirm->setVisible(step == Step::Confirm || step == Step::Charging);
    m_confirm->setEnabled(step == Step::Confirm);
    m_byPin->setVisible(refused || step == Step::Looking || step == Step::LookUp);
    m_byLookUp->setVisible(refused || step == Step::Looking || step == Step::Number || step == Step::Pin);
    m_retryFace->setVisible((refused || low) && face && m_flow.faceAttemptsLeft() > 0);
    m_cancel->setVisible(!busy);
    m_ways->setVisible(!m_byPin->isHidden() || !m_byLookUp->isHidden() || !m_retryFace->isHidden());
    m_ways->arrange();
    m_number->setEnabled(step != Step::Finding);
    m_numberNext->setEnabled(step != Step::Finding);
    m_pinPad->setEnabled(step != Step::Checking);
}

void PayPanel::focusStep()
{
    if (!isVisible())
        return;
    switch (m_flow.step()) {
    case Step::Closed:
        return;
    case Step::Number:
        m_number->setFocus();
        m_number->selectAll();
        return;
    case Step::Pin:
        m_pinPad->setFocus();
        return;
    case Step::LookUp:
        m_search->setFocus();
        return;
    case Step::Confirm:
        m_confirm->setFocus();
        return;
    case Step::Refused:
        if (m_flow.refusal() == Refusal::LowBalance)
            m_cancel->setFocus();
        else if (m_flow.refusal() == Refusal::TimedOut && m_retryFace->isVisibleTo(this))
            m_retryFace->setFocus();
        else
            m_byPin->setFocus();
        return;
    case Step::Looking:
    case Step::Finding:
    case Step::Checking:
    case Step::Loading:
    case Step::Charging:
    case Step::Done:
        setFocus();
        return;
    }
}

void PayPanel::showFrame(const QImage& image)
{
    if (m_flow.step() == Step::Looking)
        m_camera->setImage(image);
}

void PayPanel::showObservation(const face::Observation& observation)
{
    if (m_flow.step() != Step::Looking)
        return;
    const QString words = guidanceText(observation.guidance);
    m_camera->setFace(observation.face, observation.guidance == face::Guidance::Good);
    m_camera->setRing(observation.framesWanted > 0 ? float(observation.framesGathered) / float(observation.framesWanted) : 0.F);
    m_camera->setWords(words);
    m_message->setText(words);
}

void PayPanel::showFound(const QString& text, const std::vector<people::Person>& persons)
{
    m_answered = text;
    std::vector<PersonRow> rows;
    rows.reserve(persons.size());
    for (const people::Person& person : persons)
        rows.push_back({person, theme::Role::Quiet, QString(), QString()});
    m_found->setRows(std::move(rows));
    const QString typed = m_search->text().trimmed();
    if (persons.empty() && !typed.isEmpty())
        m_detail->setText(tr("Nobody is found for “%1”. Check the spelling or try the number.").arg(typed.left(40)));
    else
        m_detail->setText(payWords(m_flow, m_currency).detail);
    // Enter came before the answer. Only a single person is taken unseen; among several the clerk chooses.
    if (std::exchange(m_chooseWhenFound, false) && persons.size() == 1 && typed == text)
        m_found->chooseCurrent();
}

void PayPanel::retranslate()
{
    m_numberWord->setText(tr("Student or staff number"));
    m_number->setAccessibleName(m_numberWord->text());
    m_numberNext->setText(tr("Go on to the PIN"));
    m_search->setPlaceholderText(tr("Name, reading or number"));
    m_search->setAccessibleName(tr("Search for the customer"));
    m_found->setAccessibleName(tr("Customers found"));
    m_camera->setIdleWords(tr("The camera is opening …"));
    m_camera->setAccessibleName(tr("Camera"));
    m_byPin->setText(tr("PIN"));
    m_byLookUp->setText(tr("Look up"));
    m_retryFace->setText(tr("Try again"));
    m_cancel->setText(tr("Cancel"));
    m_ways->arrange();
    showWords();
    m_card->show(m_flow, m_currency);
}

void PayPanel::keyPressEvent(QKeyEvent* event)
{
    if (m_flow.step() == Step::Done) {
        Q_EMIT finished();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !event->isAutoRepeat() && m_flow.step() == Step::Confirm) {
        Q_EMIT confirmed();
        return;
    }
    QWidget::keyPressEvent(event);
}

void PayPanel::mousePressEvent(QMouseEvent* event)
{
    if (m_flow.step() == Step::Done)
        Q_EMIT finished();
    QWidget::mousePressEvent(event);
}

bool PayPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    // Enter held down from the PIN must not run on into the charge.
    if (watched == m_confirm)
        return key.isAutoRepeat();
    switch (key.key()) {
    case Qt::Key_Down:
        m_found->step(1);
        return true;
    case Qt::Key_Up:
        m_found->step(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // What is listed may still belong to shorter words: only a list that answers the field is chosen from.
        if (m_found->count() > 0 && m_answered == m_search->text().trimmed()) {
            m_found->chooseCurrent();
            return true;
        }
        m_chooseWhenFound = !m_search->text().trimmed().isEmpty();
        return false;
    default:
        m_chooseWhenFound = false;
        return false;
    }
}

} // namespace kobai::app
