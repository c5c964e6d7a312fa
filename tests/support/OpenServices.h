// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/Accounts.h"
#include "app/Services.h"
#include "checkout/Assortment.h"
#include "checkout/Checkout.h"
#include "enrolment/Enrolment.h"
#include "support/MockClock.h"
#include "support/SeededRandom.h"

#include <QEventLoop>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <optional>

namespace kobai::test {

using namespace Qt::Literals::StringLiterals;

/// The application's services with a real, fresh store open, for tests of one page. Its helpers wait until the store's thread has
/// answered; only for tests that link kobai_app.
class OpenServices final {
public:
    explicit OpenServices(const QString& currency = u"JPY"_s)
    {
        QStandardPaths::setTestModeEnabled(true);
        store::Creation creation;
        creation.folder = m_directory.filePath(u"store"_s);
        creation.schoolName = u"North School"_s;
        creation.currency = Currency::fromCode(currency).value();
        creation.operatorName = u"Office"_s;
        creation.passphrase = SecureBytes(QByteArrayView("correct horse battery"));
        QEventLoop loop;
        QObject::connect(&services, &app::Services::storeOpened, &loop, &QEventLoop::quit);
        QObject::connect(&services, &app::Services::openFailed, &loop,
                         [](const Fault& fault) { qFatal("fault %d", int(fault.code)); });
        services.createStore(std::move(creation));
        loop.exec();
    }

    /// use(store) on the store's thread; its value, or the end of the test program.
    template <typename Use>
    auto run(Use use)
    {
        using R = std::invoke_result_t<Use&, store::Store&>;
        std::optional<R> result;
        QEventLoop loop;
        services.withStore(std::move(use), &loop, [&](R given) {
            result = std::move(given);
            loop.quit();
        });
        loop.exec();
        if (!*result)
            qFatal("fault %d %s", int(result->error().code), qPrintable(result->error().detail));
        if constexpr (!std::is_void_v<typename R::value_type>)
            return std::move(**result);
    }

    catalogue::Category addCategory(const QString& name, const QString& nameJa = {})
    {
        return run([category = catalogue::Category{{}, name, nameJa, 0}, by = services.operatorId()](
                       store::Store& store) { return checkout::addCategory(store, category, by); });
    }
    catalogue::Product addProduct(const QString& name, CategoryId category, std::int64_t price,
                                  const QStringList& barcodes = {})
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
    /// A student with @p money on the account.
    people::Person addStudent(const QString& number, const QString& name, std::int64_t money)
    {
        people::Person draft;
        draft.number = number;
        draft.name = name;
        draft.birthDate = QDate(2012, 5, 4);
        draft.schoolYear = 8;
        const people::Person person = run([draft, by = services.operatorId()](store::Store& store) {
            return enrolment::addPerson(store, draft, by);
        });
        (void)run([&](store::Store& store) {
            return accounts::topUpCash(store,
                                       {store.makeId<TransferId>(), person.id, Money(money), services.operatorId()});
        });
        return person;
    }
    /// Sold at the clock's time.
    ledger::Sale sell(const people::Person& to, const catalogue::Product& product, int quantity = 1,
                      ledger::PaymentMethod method = ledger::PaymentMethod::Pin)
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

    MockClock clock;
    SeededRandom random;

private:
    QTemporaryDir m_directory;

public:
    app::Services services{clock, random, QString()};
};

} // namespace kobai::test
