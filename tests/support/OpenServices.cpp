// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/OpenServices.h"

#include "accounts/Accounts.h"
#include "checkout/Assortment.h"
#include "checkout/Checkout.h"
#include "enrolment/Enrolment.h"

#include <QStandardPaths>

namespace kobai::test {

OpenServices::OpenServices(const QString& currency, QDate day)
{
    if (day.isValid())
        clock.set(QDateTime(day, QTime(8, 0)));
    QStandardPaths::setTestModeEnabled(true);
    store::Creation creation;
    creation.folder = m_directory.filePath(u"store"_s);
    creation.schoolName = u"North School"_s;
    creation.currency = Currency::fromCode(currency).value();
    creation.operatorName = u"Office"_s;
    creation.passphrase = SecureBytes(QByteArrayView("correct horse battery"));
    creation.cost = security::openCost;
    QEventLoop loop;
    QObject::connect(&services, &app::Services::storeOpened, &loop, &QEventLoop::quit);
    QObject::connect(&services, &app::Services::openFailed, &loop,
                     [](const Fault& fault) { qFatal("fault %d", int(fault.code)); });
    services.createStore(std::move(creation));
    loop.exec();
}

catalogue::Category OpenServices::addCategory(const QString& name, const QString& nameJa)
{
    return run([category = catalogue::Category{{}, name, nameJa, 0}, by = services.operatorId()](store::Store& store) {
        return checkout::addCategory(store, category, by);
    });
}

catalogue::Product OpenServices::addProduct(const QString& name, CategoryId category, std::int64_t price,
                                            const QStringList& barcodes)
{
    catalogue::Product product;
    product.name = name;
    product.category = category;
    product.price = Money(price);
    product.tax = {80};
    product.barcodes = barcodes;
    return run([product, by = services.operatorId()](store::Store& store) {
        return checkout::saveProduct(store, product, by);
    });
}

people::Person OpenServices::addStudent(const QString& number, const QString& name, std::int64_t money)
{
    people::Person draft;
    draft.number = number;
    draft.name = name;
    draft.birthDate = QDate(2012, 5, 4);
    draft.schoolYear = 8;
    const people::Person person = run(
        [draft, by = services.operatorId()](store::Store& store) { return enrolment::addPerson(store, draft, by); });
    (void)run([&](store::Store& store) {
        return accounts::topUpCash(store, {store.makeId<TransferId>(), person.id, Money(money), services.operatorId()});
    });
    return person;
}

ledger::Sale OpenServices::sell(const people::Person& to, const catalogue::Product& product, int quantity,
                                ledger::PaymentMethod method)
{
    return run([&](store::Store& store) -> Result<ledger::Sale> {
        checkout::SaleRequest request;
        request.id = store.makeId<SaleId>();
        request.person = to.id;
        KOBAI_TRY(request.basket.add(product, quantity));
        request.method = method;
        request.by = services.operatorId();
        KOBAI_ASSIGN(auto result, checkout::commitSale(store, request));
        return result.sale;
    });
}

} // namespace kobai::test
