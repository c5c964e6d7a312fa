// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/TillPage.h"

#include "app/FaultText.h"
#include "app/Keys.h"
#include "app/till/BasketView.h"
#include "app/till/PayPanel.h"
#include "app/till/PayWords.h"
#include "app/till/ProductGrid.h"
#include "widgets/Controls.h"
#include "widgets/SearchField.h"

#include <QHBoxLayout>
#include <QResizeEvent>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;
using ledger::PaymentMethod;

TillPage::TillPage(Services& services, QWidget* parent)
    : Page(parent), m_services(services), m_payment(services, m_flow)
{
    auto* layout = new QHBoxLayout(this);
    const int margin = 3 * theme::unit();
    layout->setContentsMargins(margin, 2 * theme::unit(), margin, 2 * theme::unit());
    layout->setSpacing(margin);
    layout->addWidget(makeLeft(), 1);
    layout->addWidget(m_right = makeRight());
    connectParts();
    addShortcuts();
    retranslate();
    followFlow();
}

QWidget* TillPage::makeLeft()
{
    auto* left = new QWidget(this);
    m_banner = new Banner(left);
    m_banner->setObjectName(u"tillBanner"_s);
    m_scan = new SearchField(left);
    m_scan->setObjectName(u"scanField"_s);
    m_scan->setMinimumHeight(theme::scaled(theme::tillTargetPx));
    m_grid = new ProductGrid(left);
    m_panel = new PayPanel(m_flow);
    m_panel->setObjectName(u"payPanel"_s);
    m_stack = new QStackedWidget(left);
    m_stack->addWidget(m_grid);
    m_panelScroll = new QScrollArea(left);
    m_panelScroll->setFrameShape(QFrame::NoFrame);
    m_panelScroll->setWidgetResizable(true);
    m_panelScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_panelScroll->setFocusPolicy(Qt::NoFocus);
    m_panelScroll->setWidget(m_panel);
    m_panelScroll->viewport()->setAutoFillBackground(false);
    m_panel->setAutoFillBackground(false);
    m_stack->addWidget(m_panelScroll);
    m_latestText = new Text(theme::Text::Secondary, left);
    m_latestText->setObjectName(u"latestSale"_s);
    m_latestText->setRole(theme::Role::Quiet);

    auto* layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::unit() + theme::unit() / 2);
    layout->addWidget(m_banner);
    layout->addWidget(m_scan);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_latestText);
    return left;
}

QWidget* TillPage::makeRight()
{
    auto* card = new Card(this);
    m_basketView = new BasketView(card);
    m_ways = new QWidget(card);
    m_byFace = new Button(Button::Weight::Primary, Button::Size::Till, m_ways);
    m_byFace->setObjectName(u"payByFace"_s);
    m_byFace->setIconName(u"face"_s);
    m_byPin = new Button(Button::Weight::Plain, Button::Size::Till, m_ways);
    m_byPin->setObjectName(u"payByPin"_s);
    m_byLookUp = new Button(Button::Weight::Plain, Button::Size::Till, m_ways);
    m_byLookUp->setObjectName(u"payByLookUp"_s);
    m_faceBar = new Text(theme::Text::Secondary, m_ways);
    m_faceBar->setObjectName(u"faceBar"_s);
    m_faceBar->setRole(theme::Role::Quiet);
    m_faceBar->setWordWrap(true);
    for (Button* button : {m_byFace, m_byPin, m_byLookUp})
        button->setAutoDefault(true);
    auto* others = new QHBoxLayout;
    others->setSpacing(theme::unit());
    others->addWidget(m_byPin, 1);
    others->addWidget(m_byLookUp, 1);
    card->body()->addWidget(m_basketView, 1);
    auto* ways = new QVBoxLayout(m_ways);
    ways->setContentsMargins(0, 0, 0, 0);
    ways->setSpacing(theme::unit());
    ways->addWidget(m_byFace);
    ways->addWidget(m_faceBar);
    ways->addLayout(others);
    card->body()->addWidget(m_ways);
    return card;
}

void TillPage::connectParts()
{
    connect(m_scan, &QLineEdit::returnPressed, this, &TillPage::takeTyped);
    connect(m_scan, &SearchField::searchRequested, m_grid, &ProductGrid::search);
    connect(m_scan, &QLineEdit::textEdited, m_banner, &Banner::clear);
    connect(m_grid, &ProductGrid::productChosen, this, [this](ProductId id) {
        if (const catalogue::Product* product = m_shelf.find(id))
            add(*product);
    });
    connect(m_grid, &ProductGrid::tabChosen, m_scan, &SearchField::clearSearch);
    connect(m_basketView, &BasketView::quantityAsked, this, &TillPage::setQuantity);
    connect(m_basketView, &BasketView::quantityMalformed, this, [this] {
        m_banner->say(theme::Role::Warn, tr("Type a whole number as the quantity. The basket is unchanged."));
    });
    connect(m_byFace, &QAbstractButton::clicked, this, [this] { pay(PaymentMethod::Face); });
    connect(m_byPin, &QAbstractButton::clicked, this, [this] { pay(PaymentMethod::Pin); });
    connect(m_byLookUp, &QAbstractButton::clicked, this, [this] { pay(PaymentMethod::LookUp); });

    connect(m_panel, &PayPanel::wayChosen, this, &TillPage::pay);
    connect(m_panel, &PayPanel::numberEntered, &m_payment, &Payment::enterNumber);
    connect(m_panel, &PayPanel::pinEntered, &m_payment, &Payment::enterPin);
    connect(m_panel, &PayPanel::searched, &m_payment, &Payment::search);
    connect(m_panel, &PayPanel::personPicked, &m_flow, &TillFlow::personPicked);
    connect(m_panel, &PayPanel::lookAlikeChosen, &m_flow, &TillFlow::chosen);
    connect(m_panel, &PayPanel::lookAlikePinAsked, &m_flow, &TillFlow::choicePinAsked);
    connect(m_panel, &PayPanel::confirmed, this, [this] { m_payment.confirm(m_basket); });
    connect(m_panel, &PayPanel::backChosen, &m_flow, &TillFlow::back);
    connect(m_panel, &PayPanel::finished, &m_flow, &TillFlow::close);
    connect(&m_payment, &Payment::cameraFrame, m_panel, &PayPanel::showFrame);
    connect(&m_payment, &Payment::observed, m_panel, &PayPanel::showObservation);
    connect(&m_payment, &Payment::found, m_panel, &PayPanel::showFound);
    connect(&m_payment, &Payment::storeFailed, this,
            [this](const Fault& fault) { m_banner->say(theme::Role::Bad, faultText(fault)); });

    connect(&m_flow, &TillFlow::changed, this, &TillPage::followFlow);
    connect(&m_flow, &TillFlow::changed, this, [this] {
        if (mayLeave())
            Q_EMIT leavable();
    });
    connect(&m_flow, &TillFlow::sold, this, [this](const checkout::SaleResult& result) {
        m_basket.clear();
        m_banner->clear();
        basketChanged({});
        m_latest = result.sale;
        showLatestSale();
        if (!isVisible())
            m_flow.close();
    });
    connect(&m_services, &Services::galleryRefreshed, this, &TillPage::followFlow);
    connect(&m_services, &Services::galleryFailed, this, &TillPage::followFlow);
    connect(&m_services, &Services::assortmentChanged, this, [this] {
        m_stale = true;
        if (isVisible())
            loadAssortment();
    });
}

void TillPage::addShortcuts()
{
    const auto on = [this](Key key, auto act) {
        auto* shortcut = new QShortcut(keySequence(key), this);
        connect(shortcut, &QShortcut::activated, this, act);
        return shortcut;
    };
    on(Key::FindHere, [this] { focusScan(); });
    on(Key::Quantity, [this] { m_basketView->editQuantity(); });
    on(Key::RemoveLine, [this] { setQuantity(m_basketView->current(), 0); });
    // Held down from the payment's beginning it must not run on into the charge.
    on(Key::Money, [this] {
        if (m_flow.step() == TillFlow::Step::Confirm)
            m_panel->confirmByKey();
        else
            pay(PaymentMethod::Face);
    })->setAutoRepeat(false);
    on(Key::PayByPin, [this] { pay(PaymentMethod::Pin); });
    on(Key::PayByLookUp, [this] { pay(PaymentMethod::LookUp); });
}

QString TillPage::title() const
{
    return tr("Till");
}

QString TillPage::iconName() const
{
    return u"till"_s;
}

QList<KeyHint> TillPage::keys() const
{
    return keyHints({Key::FindHere, Key::Quantity, Key::RemoveLine, Key::Money, Key::PayByPin, Key::PayByLookUp});
}

void TillPage::enter()
{
    m_basketView->setCurrency(m_services.currency());
    m_panel->setCurrency(m_services.currency());
    basketChanged({});
    if (m_stale)
        loadAssortment();
    loadLatestSale();
    focusScan();
}

void TillPage::leave()
{
    m_flow.close(); // a charge under way goes on; the basket stays
    m_banner->clear();
}

bool TillPage::mayLeave() const
{
    return m_flow.step() != TillFlow::Step::Charging;
}

bool TillPage::stepBack()
{
    if (m_basketView->stopEditing()) {
        focusScan();
        return true;
    }
    if (m_flow.isOpen())
        return m_flow.back();
    if (!m_scan->text().isEmpty()) {
        m_scan->clearSearch();
        return true;
    }
    return false;
}

void TillPage::retranslate()
{
    m_scan->setPlaceholderText(tr("Search or scan a product"));
    m_scan->setAccessibleName(tr("Search or scan a product"));
    m_byFace->setText(tr("Pay by face  %1", "with the key").arg(keyText(Key::Money)));
    m_byPin->setText(tr("PIN"));
    m_byPin->setAccessibleName(tr("Pay by PIN"));
    m_byLookUp->setText(tr("Look up"));
    m_byLookUp->setAccessibleName(tr("Look the customer up and charge the account"));
    m_grid->retranslate();
    m_basketView->retranslate();
    m_panel->retranslate();
    m_faceBar->setText(faceBarText(m_services.faceUse()));
    showLatestSale();
}

bool TillPage::showProduct(ProductId product)
{
    const catalogue::Product* found = m_shelf.find(product);
    if (!isVisible() || found == nullptr)
        return false;
    add(*found);
    return true;
}

void TillPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const int right = std::clamp(width() * 36 / 100, theme::scaled(280), theme::scaled(400));
    m_right->setFixedWidth(right);
    // Where it is narrow the words have the room of their icons.
    const bool isNarrow = right < theme::scaled(320);
    m_byPin->setIconName(isNarrow ? QString() : u"pin"_s);
    m_byLookUp->setIconName(isNarrow ? QString() : u"lookup"_s);
}

void TillPage::pay(PaymentMethod method)
{
    if (m_basket.isEmpty() || isLocked())
        return;
    m_basketView->stopEditing();
    m_banner->clear();
    m_payment.open(method, m_basket.total());
}

void TillPage::followFlow()
{
    const bool open = m_flow.isOpen();
    const bool wasOpen = m_stack->currentWidget() == m_panelScroll;
    m_stack->setCurrentWidget(open ? static_cast<QWidget*>(m_panelScroll) : m_grid);
    m_panel->refresh();
    m_scan->setVisible(!open);
    m_basketView->setLocked(isLocked());
    const bool payable = !m_basket.isEmpty() && !isLocked();
    // The panel offers the ways itself, next to the reason for them.
    m_ways->setVisible(!open);
    const enrolment::FaceUse use = m_services.faceUse();
    m_byFace->setEnabled(payable && use == enrolment::FaceUse::Allowed);
    m_faceBar->setText(faceBarText(use));
    m_faceBar->setVisible(!m_faceBar->text().isEmpty());
    m_byPin->setEnabled(payable);
    m_byLookUp->setEnabled(payable);
    if (wasOpen && !open && isVisible())
        focusScan();
    if (!open)
        return;
    // With very large letters the panel is taller than its place; after the layout what Enter presses must be in sight.
    QTimer::singleShot(0, m_panelScroll, [this] {
        if (QWidget* focused = m_panel->focusWidget())
            m_panelScroll->ensureWidgetVisible(focused, 0, theme::unit());
    });
}

void TillPage::focusScan()
{
    if (m_flow.step() == TillFlow::Step::Done)
        m_flow.close();
    m_scan->setFocus(Qt::ShortcutFocusReason);
    m_scan->selectAll();
}

bool TillPage::isLocked() const
{
    return m_flow.step() == TillFlow::Step::Charging || m_flow.step() == TillFlow::Step::Done;
}

} // namespace kobai::app
