// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Services.h"
#include "catalogue/Product.h"
#include "ledger/Sale.h"
#include "people/Person.h"
#include "support/MockClock.h"
#include "support/SeededRandom.h"

#include <QEventLoop>
#include <QTemporaryDir>

#include <optional>

namespace kobai::test {

using namespace Qt::Literals::StringLiterals;

/// The application's services with a real, fresh store open, for tests of one page. Its helpers wait until the store's thread has
/// answered; only for tests that link kobai_testwindow.
class OpenServices final {
public:
    /// The store is made on @p day, or on the clock's first.
    explicit OpenServices(const QString& currency = u"JPY"_s, QDate day = {});

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

    catalogue::Category addCategory(const QString& name, const QString& nameJa = {});
    catalogue::Product addProduct(const QString& name, CategoryId category, std::int64_t price,
                                  const QStringList& barcodes = {});
    /// A student with @p money on the account.
    people::Person addStudent(const QString& number, const QString& name, std::int64_t money);
    /// Sold at the clock's time.
    ledger::Sale sell(const people::Person& to, const catalogue::Product& product, int quantity = 1,
                      ledger::PaymentMethod method = ledger::PaymentMethod::Pin);

    MockClock clock;
    SeededRandom random;

private:
    QTemporaryDir m_directory;

public:
    app::Services services{clock, random, QString()};
};

} // namespace kobai::test
