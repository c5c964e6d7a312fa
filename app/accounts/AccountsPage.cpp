// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/AccountsPage.h"

#include "app/FaultText.h"
#include "app/Keys.h"
#include "app/PersonList.h"
#include "app/accounts/EntriesModel.h"
#include "app/accounts/TopUpForm.h"
#include "money/MoneyText.h"
#include "widgets/Controls.h"
#include "widgets/PagedTableView.h"
#include "widgets/SearchField.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

namespace {

/// A school of a thousand is listed whole; a larger one is searched.
constexpr int mostListed = 1000;

} // namespace

AccountsPage::AccountsPage(Services& services, QWidget* parent) : Page(parent), m_services(services)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * theme::unit(), 2 * theme::unit(), 3 * theme::unit(), 2 * theme::unit());
    layout->setSpacing(3 * theme::unit());
    layout->addWidget(m_left = makeLeft());
    layout->addWidget(makeRight(), 1);
    connectParts();
    retranslate();
    showAccount();
}

QWidget* AccountsPage::makeLeft()
{
    auto* card = new Card(this);
    m_search = new SearchField(card);
    m_search->setObjectName(u"accountSearch"_s);
    m_search->setMinimumHeight(theme::scaled(theme::targetPx));
    m_search->installEventFilter(this);
    m_list = new PersonList(card);
    m_list->setObjectName(u"accountList"_s);
    m_empty = new EmptyState(u"people"_s, card);
    m_listStack = new QStackedWidget(card);
    m_listStack->addWidget(m_list);
    m_listStack->addWidget(m_empty);
    card->body()->addWidget(m_search);
    card->body()->addWidget(m_listStack, 1);
    return card;
}

QWidget* AccountsPage::makeHead()
{
    auto* card = new Card(this);
    m_name = new Text(theme::Text::Title, card, true);
    m_name->setObjectName(u"accountName"_s);
    m_name->setWordWrap(true);
    m_line = new Text(theme::Text::Body, card);
    m_line->setRole(theme::Role::Quiet);
    m_line->setWordWrap(true);
    m_leaver = new Chip(card);
    m_balanceWord = new Text(theme::Text::Secondary, card);
    m_balanceWord->setRole(theme::Role::Quiet);
    m_balance = new Text(theme::Text::TillMoney, card, true);
    m_balance->setObjectName(u"balance"_s);
    m_topUpButton = new Button(Button::Weight::Primary, Button::Size::Normal, card);
    m_topUpButton->setObjectName(u"topUp"_s);
    m_topUpButton->setIconName(u"topup"_s);
    m_topUpButton->setAutoDefault(true);

    auto* who = new QVBoxLayout;
    who->setSpacing(theme::unit() / 2);
    who->addWidget(m_name);
    who->addWidget(m_line);
    who->addWidget(m_leaver);
    who->addSpacing(theme::unit());
    who->addStretch(1);
    who->addWidget(m_topUpButton, 0, Qt::AlignLeft);
    auto* money = new QVBoxLayout;
    money->setSpacing(0);
    money->addWidget(m_balanceWord, 0, Qt::AlignRight);
    money->addWidget(m_balance, 0, Qt::AlignRight);
    money->addStretch(1);
    auto* head = new QHBoxLayout;
    head->setSpacing(2 * theme::unit());
    head->addLayout(who, 1);
    head->addLayout(money);
    card->body()->addLayout(head);
    return card;
}

QWidget* AccountsPage::makeRight()
{
    auto* right = new QWidget(this);
    m_banner = new Banner(right);
    m_banner->setObjectName(u"accountBanner"_s);
    m_welcome = new EmptyState(u"accounts"_s, right);

    auto* account = new QWidget;
    m_form = new TopUpForm(m_topUp, m_services.currency(), account);
    m_entriesWord = new Text(theme::Text::Section, account, true);
    m_entries = new EntriesModel(this);
    m_table = new PagedTableView(account);
    m_table->setObjectName(u"entriesTable"_s);
    m_table->setModel(m_entries);
    m_table->setStretchColumn(EntriesModel::What);
    m_table->setDroppableColumns({EntriesModel::Receipt, EntriesModel::When});
    m_noEntries = new EmptyState(u"receipt"_s, account);
    m_tableStack = new QStackedWidget(account);
    m_tableStack->setMinimumHeight(theme::scaled(160));
    m_tableStack->addWidget(m_table);
    m_tableStack->addWidget(m_noEntries);
    auto* body = new QVBoxLayout(account);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(2 * theme::unit());
    body->addWidget(makeHead());
    body->addWidget(m_form);
    body->addWidget(m_entriesWord);
    body->addWidget(m_tableStack, 1);

    m_stack = new QStackedWidget(right);
    m_stack->addWidget(m_welcome);
    auto* scroll = new QScrollArea(right); // for very large letters; else it does not scroll
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(account);
    scroll->viewport()->setAutoFillBackground(false);
    account->setAutoFillBackground(false);
    m_stack->addWidget(scroll);
    auto* layout = new QVBoxLayout(right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * theme::unit());
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    return right;
}

void AccountsPage::connectParts()
{
    connect(m_search, &SearchField::searchRequested, this, &AccountsPage::search);
    connect(m_list, &PersonList::personChosen, this, &AccountsPage::load);
    connect(m_topUpButton, &QAbstractButton::clicked, this, &AccountsPage::openTopUp);
    connect(m_form, &TopUpForm::typed, &m_topUp, &TopUpFlow::type);
    connect(m_form, &TopUpForm::confirmed, this, &AccountsPage::bookTopUp);
    connect(m_form, &TopUpForm::closed, this, [this] {
        m_topUp.close();
        m_search->setFocus();
    });
    connect(&m_topUp, &TopUpFlow::changed, this, &AccountsPage::showAccount);
    connect(&m_topUp, &TopUpFlow::changed, this, [this] {
        if (mayLeave())
            Q_EMIT leavable();
    });
    connect(m_entries, &EntriesModel::pageAsked, this, &AccountsPage::readPage);
    connect(&m_services, &Services::accountChanged, this, [this](const PersonId& person) { refresh(person); });
    connect(&m_services, &Services::personChanged, this, [this](const PersonId& person) {
        if (isVisible())
            search();
        refresh(person);
    });
    connect(new QShortcut(keySequence(Key::FindHere), this), &QShortcut::activated, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    auto* money = new QShortcut(keySequence(Key::Money), this);
    money->setAutoRepeat(false);
    connect(money, &QShortcut::activated, m_form, &TopUpForm::confirmByKey);
}

QString AccountsPage::title() const
{
    return tr("Accounts");
}

QString AccountsPage::iconName() const
{
    return u"accounts"_s;
}

QList<KeyHint> AccountsPage::keys() const
{
    return keyHints({Key::FindHere, Key::Money});
}

void AccountsPage::enter()
{
    search();
    // A person whom the search (Ctrl+K) chose is on the way already.
    if (m_account && !m_loading)
        load(m_account->person.id);
    m_search->setFocus();
}

void AccountsPage::leave()
{
    m_topUp.close();
    m_banner->clear();
}

bool AccountsPage::mayLeave() const
{
    return m_topUp.step() != TopUpFlow::Step::Booking;
}

bool AccountsPage::stepBack()
{
    if (m_topUp.step() == TopUpFlow::Step::Booking)
        return true;
    if (m_topUp.step() != TopUpFlow::Step::Closed) {
        m_topUp.close();
        m_topUpButton->setFocus();
        return true;
    }
    if (!m_search->text().isEmpty()) {
        m_search->clearSearch();
        return true;
    }
    return false;
}

bool AccountsPage::showPerson(PersonId person)
{
    load(person);
    return true;
}

void AccountsPage::search()
{
    const quint64 asked = ++m_searches;
    const QString text = m_search->text().trimmed();
    m_services.withStore(
        [text](store::Store& store) {
            return store.read([&text](store::Tx& tx) { return tx.people().search(text, mostListed); });
        },
        this,
        [this, asked, text](const Result<std::vector<people::Person>>& people) {
            if (asked != m_searches)
                return;
            if (!people) {
                complain(people.error());
                return;
            }
            std::vector<PersonRow> rows;
            rows.reserve(people->size());
            for (const people::Person& person : *people)
                rows.push_back({person, theme::Role::Quiet, QString(), QString()});
            m_nobodyAtAll = rows.empty() && text.isEmpty();
            m_listStack->setCurrentWidget(rows.empty() ? static_cast<QWidget*>(m_empty) : m_list);
            m_list->setRows(std::move(rows));
            if (m_account)
                m_list->setCurrent(m_account->person.id);
            m_answered = text;
            retranslate();
            if (std::exchange(m_chooseWhenFound, false))
                m_list->chooseCurrent();
        });
}

void AccountsPage::load(PersonId person)
{
    if (!mayLeave())
        return; // the form on the screen belongs to the money under way
    m_loading = true;
    m_services.withStore(
        [person, by = m_services.operatorId()](store::Store& store) {
            return accounts::openAccount(store, person, by);
        },
        this, [this, asked = ++m_loads](const Result<accounts::AccountView>& account) { take(asked, account); });
}

void AccountsPage::refresh(PersonId person)
{
    // What changes behind another page is nobody's look at the account: enter() reads it, on record.
    if (!isVisible() || m_loading || !mayLeave() || !m_account || m_account->person.id != person)
        return;
    m_services.withStore(
        [person](store::Store& store) { return accounts::accountAgain(store, person); }, this,
        [this, asked = ++m_loads](const Result<accounts::AccountView>& account) { take(asked, account); });
}

void AccountsPage::take(quint64 asked, const Result<accounts::AccountView>& account)
{
    if (asked != m_loads)
        return;
    m_loading = false;
    if (!account) {
        complain(account.error());
        return;
    }
    const bool another = !m_account || m_account->person.id != account->person.id;
    m_account = *account;
    if (another) {
        m_topUp.close();
        m_banner->clear();
    }
    m_list->setCurrent(account->person.id);
    m_tableStack->setCurrentWidget(m_table);
    showAccount();
    m_entries->restart(m_services.currency());
}

void AccountsPage::readPage(quint64 ticket, std::optional<std::int64_t> before)
{
    if (!m_account)
        return;
    m_services.withStore(
        [person = m_account->person.id, before](store::Store& store) {
            return accounts::entries(store, person, before, EntriesModel::pageRows);
        },
        this,
        [this, ticket](const Result<std::vector<accounts::AccountEntry>>& page) {
            if (page) {
                m_entries->take(ticket, *page);
                m_tableStack->setCurrentWidget(m_entries->rowCount() > 0 ? static_cast<QWidget*>(m_table)
                                                                         : m_noEntries);
            } else {
                m_entries->fail(ticket);
                complain(page.error());
            }
        });
}

void AccountsPage::openTopUp()
{
    if (!m_account)
        return;
    m_banner->clear();
    m_topUp.open(m_services.newId<TransferId>(), m_account->person.id, accounts::highestTopUp(m_services.currency()));
    m_form->clearAmount();
    m_form->focusAmount();
}

void AccountsPage::bookTopUp()
{
    const std::optional<accounts::TopUpRequest> request = m_topUp.confirm(m_services.operatorId());
    if (!request)
        return;
    m_services.withStore([request = *request](store::Store& store) { return accounts::topUpCash(store, request); },
                         this,
                         [this, id = request->id](const Result<accounts::TopUpReceipt>& receipt) {
                             if (!receipt) {
                                 m_topUp.failed(id, receipt.error());
                                 m_form->focusAmount();
                                 return;
                             }
                             m_topUp.booked(id, *receipt);
                             m_topUpButton->setFocus();
                             Q_EMIT m_services.accountChanged(receipt->person.id);
                         });
}

void AccountsPage::showAccount()
{
    m_stack->setCurrentIndex(m_account ? 1 : 0);
    if (!m_account)
        return;
    const people::Person& person = m_account->person;
    m_name->setText(person.name);
    m_line->setText(personLine(person));
    m_leaver->setVisible(person.hasLeft(m_services.clock().today()));
    if (m_leaver->isVisibleTo(this))
        m_leaver->say(theme::Role::Warn, u"warning"_s,
                      tr("Left the school on %1").arg(QLocale().toString(person.leftOn, QLocale::ShortFormat)));
    m_balance->setText(moneyText(m_account->balance, m_services.currency(), QLocale()));
    m_balance->setAccessibleName(tr("Balance %1").arg(m_balance->text()));
    const TopUpFlow::Step step = m_topUp.step();
    m_topUpButton->setEnabled(step == TopUpFlow::Step::Closed || step == TopUpFlow::Step::Done);
    m_form->refresh(person.name);
}

void AccountsPage::complain(const Fault& fault)
{
    m_banner->say(theme::Role::Bad, faultText(fault));
}

void AccountsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_left->setFixedWidth(std::clamp(width() * 30 / 100, theme::scaled(220), theme::scaled(340)));
}

bool AccountsPage::eventFilter(QObject* watched, QEvent* event)
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

void AccountsPage::retranslate()
{
    m_search->setPlaceholderText(tr("Name, reading or number"));
    m_search->setAccessibleName(tr("Search for an account"));
    m_list->setAccessibleName(tr("People"));
    m_welcome->setWords(tr("Whose account?"),
                        tr("Choose a person on the left to see the balance and the entries, and to top up."));
    if (m_nobodyAtAll)
        m_empty->setWords(tr("Nobody yet"), tr("Add the first student in Enrol; the account opens by itself."));
    else
        m_empty->setWords(tr("Nobody is found"), tr("Check the spelling or try the number."));
    m_balanceWord->setText(tr("Balance"));
    m_topUpButton->setText(tr("Top up"));
    m_entriesWord->setText(tr("Entries"));
    m_table->setAccessibleName(tr("Entries of the account"));
    m_noEntries->setWords(tr("No entries yet"), tr("The first top-up or purchase will stand here."));
    m_entries->retranslate();
    m_form->retranslate();
    showAccount();
}

} // namespace kobai::app
