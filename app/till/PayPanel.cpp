// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/PayPanel.h"

#include "app/CameraGuide.h"
#include "app/Keys.h"
#include "app/PersonList.h"
#include "app/till/CustomerCardView.h"
#include "app/till/LookAlikeChoice.h"
#include "app/till/PayWords.h"
#include "money/MoneyText.h"
#include "widgets/CameraView.h"
#include "widgets/Controls.h"
#include "widgets/DownScroll.h"
#include "widgets/Fields.h"
#include "widgets/FlowRow.h"
#include "widgets/Names.h"
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

namespace {

/// Narrower than this at 100 % the question needs the room of the word beside the cross.
constexpr int cancelWordFromPx = 380;
/// Lower than this at 100 % a PIN pad needs the room of what is said about it, and of the wider gaps.
constexpr int wordsFromPx = 440;

/// As low as the page in sight may be, whatever the others are.
class PageStack final : public QStackedWidget {
public:
    using QStackedWidget::QStackedWidget;
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const QSize all = QStackedWidget::minimumSizeHint();
        return currentWidget() == nullptr ? all : QSize(all.width(), currentWidget()->minimumSizeHint().height());
    }
};

} // namespace

PayPanel::PayPanel(const TillFlow& flow, QWidget* parent) : QWidget(parent), m_flow(flow), m_settle(settleMs, this)
{
    setFocusPolicy(Qt::StrongFocus);
    auto* card = new Card(this);
    m_mark = new IconView(u"person"_s, 40, card);
    m_message = new Text(theme::Text::Title, card, true);
    m_message->setObjectName(u"payMessage"_s);
    m_message->setWordWrap(true);
    m_detail = new Text(theme::Text::Body, card);
    m_detail->setObjectName(u"payDetail"_s);
    m_detail->setWordWrap(true);
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
    m_pages = new PageStack(this);
    m_pages->addWidget(m_camera);
    // What was asked, the cross and the ways to go on stay in sight: only what is between them scrolls.
    m_pages->addWidget(m_numberPage = scrolled(makeNumberPage(), this));
    m_pages->addWidget(m_pinPage = scrolled(makePinPage(), this));
    m_pages->addWidget(m_lookUpPage = makeLookUpPage());
    m_pages->addWidget(m_choicePage = scrolled(makeChoicePage(), this));
    m_pages->addWidget(m_confirmPage = makeConfirmPage());

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * theme::unit());
    layout->addWidget(m_head = scrolled(card, this));
    m_head->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // it is always whole
    layout->addWidget(m_pages);
    makeWays(*layout);
    layout->addStretch(1);

    m_done.setSingleShot(true);
    m_done.setInterval(doneMs);
    connect(&m_done, &QTimer::timeout, this, &PayPanel::finished);
    m_settle.setObjectName(u"stepSettles"_s);
    connect(&m_settle, &widgets::PatientTimer::ended, this, [this] { m_wasSeen = true; });
}

void PayPanel::refresh()
{
    const bool stepChanged = m_shownTurn != m_flow.turn();
    m_shownTurn = m_flow.turn();
    if (stepChanged)
        showStep();
    showWords();
    placeWays();
    showWays();
    m_card->show(m_flow, m_currency);
    fitPage();
    if (stepChanged)
        focusStep();
}

/// Beside the pad, where there is one; else under what fills the panel.
void PayPanel::placeWays()
{
    const bool beside = m_flow.step() == Step::Pin || m_flow.step() == Step::Checking;
    if (beside == (m_besidePad->indexOf(m_ways) >= 0))
        return;
    auto* box = static_cast<QVBoxLayout*>(layout());
    if (beside)
        m_besidePad->insertWidget(1, m_ways);
    else
        box->insertWidget(box->indexOf(m_pages) + 1, m_ways);
}

/// The whole height of @p part, were there room for it.
int PayPanel::wholeHeight(const QWidget& part) const
{
    if (&part == m_confirmPage)
        return wholeHeight(*m_card)
               + (m_confirm->isHidden() ? 0 : part.layout()->spacing() + m_confirm->sizeHint().height());
    const auto* scroll = qobject_cast<const DownScroll*>(&part);
    const QWidget& content = scroll != nullptr ? *scroll->widget() : part;
    return content.hasHeightForWidth() ? content.heightForWidth(width()) : content.minimumSizeHint().height();
}

/// None of the panel's parts tells the layout its height by its width: a scroll area would give the panel all that it likes to have, not what
/// it needs.
void PayPanel::fitHead()
{
    const bool low = height() < theme::scaled(wordsFromPx);
    const bool pad = m_flow.step() == Step::Pin || m_flow.step() == Step::Checking;
    const int gap = (low ? 1 : 2) * theme::unit();
    layout()->setSpacing(gap);
    static_cast<Card*>(m_head->widget())->body()->setContentsMargins(2 * theme::unit(), gap, 2 * theme::unit(), gap);
    m_detail->setVisible(!m_detail->text().isEmpty() && !(low && pad));
    m_head->setFixedHeight(wholeHeight(*m_head));
}

void PayPanel::fitPage()
{
    // The camera and the list take all the room there is; a card or a question is as tall as it is, with the ways to go on under it.
    const bool fills = m_flow.step() == Step::Looking || m_flow.step() == Step::LookUp;
    auto* box = static_cast<QVBoxLayout*>(layout());
    box->setStretchFactor(m_pages, fills ? 1 : 0);
    box->setStretch(box->count() - 1, fills ? 0 : 1);
    m_pages->setVisible(m_flow.step() != Step::Refused || m_flow.card().has_value());
    // At once, not with the next event: what has just become the main button must be there to be pressed.
    QLayout* inner = m_pages->currentWidget()->layout();
    if (inner != nullptr)
        inner->activate();
    m_pages->updateGeometry();
    m_pages->setMaximumHeight(fills ? QWIDGETSIZE_MAX : wholeHeight(*m_pages->currentWidget()));
    box->activate();
    if (inner != nullptr)
        inner->activate();
}

void PayPanel::showStep()
{
    m_done.stop();
    m_settle.stop();
    m_wasSeen = false;
    if (m_flow.step() != Step::Looking) {
        m_camera->setImage(QImage());
        m_camera->setFace(std::nullopt, false);
        m_camera->setRing(0);
    }
    m_choice->show(m_flow.choices());
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
    case Step::Choose:
        m_pages->setCurrentWidget(m_choicePage);
        return;
    case Step::Confirm:
        m_settle.start();
        [[fallthrough]];
    case Step::Loading:
    case Step::Charging:
    case Step::Refused:
        m_pages->setCurrentWidget(m_confirmPage);
        return;
    case Step::Done:
        m_pages->setCurrentWidget(m_confirmPage);
        m_done.start();
        m_settle.start();
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
    fitHead();
    QAccessibleEvent alert(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);

    const QString amount = moneyText(m_flow.total(), m_currency, QLocale());
    const QString charge = m_flow.fault() ? tr("Try again: charge %1") : tr("Charge %1");
    m_confirm->setText(u"%1  %2"_s.arg(charge.arg(amount), keyText(Key::Money)));
    m_numberNext->setText(m_flow.method() == ledger::PaymentMethod::Face ? tr("Go on to the face")
                                                                         : tr("Go on to the PIN"));
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
    m_byPin->setVisible(refused || step == Step::Looking || step == Step::LookUp || (step == Step::Number && face));
    m_byLookUp->setVisible(refused || step == Step::Looking || step == Step::Number || step == Step::Pin
                           || step == Step::Choose);
    const bool barred = refused && m_flow.refusal() == Refusal::FaceBarred;
    m_retryFace->setVisible((refused || low) && face && !barred && m_flow.looksLeft() > 0);
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
    case Step::Choose:
        m_choice->focusFirst();
        return;
    case Step::Confirm:
        m_confirm->setFocus();
        return;
    case Step::Refused:
        if (m_flow.refusal() == Refusal::LowBalance)
            m_cancel->setFocus();
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
    showGuide(*m_camera, observation);
    m_message->setText(m_camera->words());
    const QString movement = CameraView::iconOf(m_camera->hint());
    m_mark->setIconName(movement.isEmpty() ? u"camera"_s : movement);
    fitHead();
}

void PayPanel::showFound(const QString& text, const std::vector<people::Person>& persons)
{
    m_answered = text;
    std::vector<PersonRow> rows;
    rows.reserve(persons.size());
    for (const people::Person& person : persons)
        rows.push_back({person, theme::Role::Quiet, QString(), QString()});
    m_found->setRows(std::move(rows));
    m_found->scrollToTop();
    const QString typed = m_search->text().trimmed();
    if (persons.empty() && !typed.isEmpty())
        m_detail->setText(
            tr("Nobody is found for “%1”. Check the spelling or try the number.").arg(isolated(shortened(typed))));
    else
        m_detail->setText(payWords(m_flow, m_currency).detail);
    fitHead();
    // Enter came before the answer. Only a single person is taken unseen; among several the clerk chooses.
    if (std::exchange(m_chooseWhenFound, false) && persons.size() == 1 && typed == text)
        m_found->chooseCurrent();
}

void PayPanel::lookUp(const QString& text)
{
    m_search->setText(text);
    m_search->setFocus();
}

void PayPanel::retranslate()
{
    m_numberWord->setText(tr("Student or staff number"));
    m_number->setAccessibleName(m_numberWord->text());
    m_search->setPlaceholderText(tr("Name, reading or number"));
    m_search->setAccessibleName(tr("Search for the customer"));
    m_found->setAccessibleName(tr("Customers found"));
    m_choice->retranslate();
    m_camera->setIdleWords(tr("The camera is opening …"));
    m_camera->setAccessibleName(tr("Camera"));
    m_byPin->setText(tr("PIN"));
    m_byLookUp->setText(tr("Look up"));
    m_retryFace->setText(tr("Try again"));
    m_cancel->setAccessibleName(tr("Cancel"));
    m_cancel->setText(width() < theme::scaled(cancelWordFromPx) ? QString() : tr("Cancel"));
    m_ways->arrange();
    showWords();
    m_card->show(m_flow, m_currency);
}

void PayPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if ((width() < theme::scaled(cancelWordFromPx)) != m_cancel->text().isEmpty())
        retranslate();
    fitHead();
    fitPage();
}

void PayPanel::confirmByKey()
{
    if (m_wasSeen && m_confirm->isEnabled())
        Q_EMIT confirmed();
}

void PayPanel::finishWhenSeen()
{
    if (m_wasSeen)
        Q_EMIT finished();
}

void PayPanel::keyPressEvent(QKeyEvent* event)
{
    if (m_flow.step() == Step::Done) {
        finishWhenSeen();
        return;
    }
    QWidget::keyPressEvent(event);
}

void PayPanel::mousePressEvent(QMouseEvent* event)
{
    if (m_flow.step() == Step::Done)
        finishWhenSeen();
    QWidget::mousePressEvent(event);
}

bool PayPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
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
