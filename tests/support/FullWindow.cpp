// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FullWindow.h"

#include "app/settings/SchoolSettings.h"
#include "checkout/Assortment.h"
#include "checkout/Checkout.h"
#include "enrolment/LookAlikes.h"
#include "support/AwaitStore.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QListWidget>
#include <QTableView>

namespace kobai::test {

namespace {

enum Workplace : std::size_t { Till, Enrol, Accounts, History, Catalogue, Faces, Settings, WorkplaceCount };

constexpr int patienceMs = 20'000;

} // namespace

FullWindow::FullWindow(const TypedNames& names)
{
    fillSchool(names);
    desk.services.language().use(u"en"_s);
    m_window = std::make_unique<app::MainWindow>(desk.services);
    m_window->show();
    m_window->activateWindow();
    desk.services.reloadSchool();
    Q_EMIT desk.services.storeOpened();
    if (!QTest::qWaitFor([this] { return m_window->pages().size() == WorkplaceCount; }, patienceMs))
        qFatal("the workplaces were not made");
}

FullWindow::~FullWindow() = default;

void FullWindow::fillSchool(const TypedNames& names)
{
    const auto by = desk.services.operatorId();
    desk.with([&](store::Store& store) { return app::renameSchool(store, names.school, by); });
    const auto category = desk.with([&](store::Store& store) {
        return checkout::addCategory(store, {{}, names.category, {}, 0}, by);
    });
    catalogue::Product draft;
    draft.name = names.product;
    draft.category = category.id;
    draft.price = Money(480);
    draft.tax = {80};
    draft.favourite = true;
    m_product = desk.with([&](store::Store& store) { return checkout::saveProduct(store, draft, by); });
    people::Person student;
    student.number = u"2026014"_s;
    student.name = names.person;
    student.birthDate = QDate(2012, 5, 4);
    student.schoolYear = 8;
    student.group = names.group;
    m_person = desk.with([&](store::Store& store) { return enrolment::addPerson(store, student, by); });
    student.number = u"2026015"_s;
    const auto other = desk.with([&](store::Store& store) { return enrolment::addPerson(store, student, by); });
    people::Guardian guardian;
    guardian.student = m_person.id;
    guardian.name = names.guardian;
    guardian.contact = names.guardian;
    const GuardianId told =
        desk.with([&](store::Store& store) { return enrolment::addGuardian(store, guardian, by); }).id;
    for (const auto kind :
         {consent::EventKind::NoticeSent, consent::EventKind::ConsentGiven, consent::EventKind::StudentAgreed}) {
        desk.clock.advance(std::chrono::seconds(1));
        const bool own = kind == consent::EventKind::StudentAgreed;
        const auto event = School::consentEvent(m_person.id, kind, own ? GuardianId{} : told);
        desk.with([&](store::Store& store) { return enrolment::recordConsent(store, event, by); });
    }
    desk.enrol(m_person.id, 1);
    desk.with([&](store::Store& store) { return enrolment::registerLookAlikes(store, m_person.id, other.id, by); });
    desk.topUp(m_person.id, 100'000);
    desk.with([&](store::Store& store) -> Result<ledger::Sale> {
        checkout::SaleRequest request;
        request.id = store.makeId<SaleId>();
        request.person = m_person.id;
        KOBAI_TRY(request.basket.add(m_product, 2));
        request.method = ledger::PaymentMethod::LookUp;
        request.by = by;
        KOBAI_ASSIGN(auto result, checkout::commitSale(store, request));
        return result.sale;
    });
}

void FullWindow::use(const QString& language)
{
    desk.services.language().use(language);
}

QWidget* FullWindow::find(const QString& name) const
{
    const auto all = m_window->findChildren<QWidget*>(name);
    for (QWidget* widget : all) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

void FullWindow::walk(const std::function<void(const QString&)>& look)
{
    m_look = look;
    walkTill();
    walkPeople();
    walkGoods();
    walkOverlays();
    walkUnlock();
}

void FullWindow::arrive(const QString& where)
{
    if (desk.services.isOpen())
        awaitStore(desk.services);
    // A layout that changes another one needs a turn of its own.
    for (int turn = 0; turn < 5; ++turn)
        QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_look(where);
}

void FullWindow::press(const QString& button)
{
    auto* pressed = qobject_cast<QAbstractButton*>(find(button));
    if (pressed == nullptr || !pressed->isEnabled())
        qFatal("no button %s to press", qPrintable(button));
    pressed->click();
}

app::Page& FullWindow::go(std::size_t page)
{
    m_window->goTo(int(page));
    awaitStore(desk.services);
    return *m_window->pages().at(page);
}

void FullWindow::chooseFirst(const QString& table)
{
    auto* view = qobject_cast<QTableView*>(find(table));
    if (view == nullptr || view->model()->rowCount() == 0)
        qFatal("nothing in %s", qPrintable(table));
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_Return);
}

void FullWindow::walkTill()
{
    app::Page& till = go(Till);
    arrive(u"till, empty"_s);
    (void)till.showProduct(m_product.id);
    (void)till.showProduct(m_product.id);
    arrive(u"till, basket"_s);
    press(u"payByFace"_s);
    arrive(u"till, face"_s);
    press(u"otherPin"_s);
    arrive(u"till, number"_s);
    auto* number = qobject_cast<QLineEdit*>(find(u"pinNumber"_s));
    if (number == nullptr)
        qFatal("no number is asked for");
    number->setText(m_person.number);
    press(u"pinNumberNext"_s);
    arrive(u"till, PIN"_s);
    press(u"otherLookUp"_s);
    QTest::keyClicks(find(u"lookUpField"_s), m_person.number);
    QTest::keyClick(find(u"lookUpField"_s), Qt::Key_Return);
    arrive(u"till, look up"_s);
    if (find(u"confirmCharge"_s) == nullptr)
        QTest::keyClick(find(u"lookUpField"_s), Qt::Key_Return);
    if (!QTest::qWaitFor([this] { return find(u"confirmCharge"_s) != nullptr; }, patienceMs))
        qFatal("the customer was not found");
    arrive(u"till, confirm"_s);
    press(u"cancelPay"_s);
    m_window->stepBack();
    m_window->stepBack();
}

void FullWindow::walkPeople()
{
    app::Page& enrol = go(Enrol);
    arrive(u"enrol"_s);
    press(u"addPerson"_s);
    arrive(u"enrol, new person"_s);
    (void)enrol.showPerson(m_person.id);
    arrive(u"enrol, person"_s);
    press(u"faceRecord"_s);
    arrive(u"enrol, face record"_s);
    press(u"faceRecordBack"_s);
    arrive(u"enrol, back"_s);
    press(u"toConsent"_s);
    arrive(u"enrol, consent"_s);
    for (const auto& [button, question] :
         {std::pair(u"recordObjection"_s, u"objection"_s), std::pair(u"recordUnreachable"_s, u"cannot be reached"_s),
          std::pair(u"withdraw"_s, u"withdrawal"_s)}) {
        press(button);
        arrive(u"enrol, "_s + question);
    }
    m_window->stepBack();
    press(u"askStudent"_s);
    arrive(u"enrol, the student's say"_s);
    press(u"studentBack"_s);
    press(u"toFace"_s);
    arrive(u"enrol, camera"_s);
    app::Page& accounts = go(Accounts);
    arrive(u"accounts"_s);
    (void)accounts.showPerson(m_person.id);
    arrive(u"accounts, person"_s);
    press(u"topUp"_s);
    press(u"quick-5000"_s);
    arrive(u"accounts, top up"_s);
    m_window->stepBack();
}

void FullWindow::walkGoods()
{
    (void)go(History);
    arrive(u"history"_s);
    chooseFirst(u"historyTable"_s);
    arrive(u"history, receipt"_s);
    if (find(u"receiptPanel"_s) == nullptr)
        qFatal("no receipt is shown");
    (void)go(Catalogue);
    arrive(u"catalogue"_s);
    chooseFirst(u"productTable"_s);
    arrive(u"catalogue, product"_s);
    if (find(u"saveProduct"_s) == nullptr)
        qFatal("no product is opened");
    press(u"addCategory"_s);
    arrive(u"catalogue, category"_s);
    (void)go(Faces);
    arrive(u"faces"_s);
    for (int part = 1; part < 4; ++part) {
        if (auto* button = m_window->pages().at(Faces)->findChild<QAbstractButton*>(u"recognitionPart%1"_s.arg(part)))
            button->click();
        arrive(u"faces, part %1"_s.arg(part + 1));
    }
    (void)go(Settings);
    arrive(u"settings"_s);
}

void FullWindow::walkOverlays()
{
    (void)go(Till);
    m_window->showKeys();
    arrive(u"keys"_s);
    m_window->stepBack();
    m_window->showSearch();
    QTest::keyClicks(find(u"searchEverything"_s), m_person.number);
    const auto* results = m_window->findChild<QListWidget*>(u"searchResults"_s);
    if (!QTest::qWaitFor([results] { return results->count() > 0; }, patienceMs))
        qFatal("the search found nobody");
    arrive(u"search"_s);
    m_window->stepBack();
}

void FullWindow::walkUnlock()
{
    m_window->lock();
    arrive(u"passphrase"_s);
    press(u"otherStore"_s);
    arrive(u"start"_s);
    press(u"createStore"_s);
    arrive(u"create"_s);
}

} // namespace kobai::test
