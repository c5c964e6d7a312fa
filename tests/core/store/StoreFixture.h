// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "security/KeyDerivation.h"
#include "security/KeyFile.h"
#include "store/FaceKeys.h"
#include "store/Store.h"
#include "store/sqlite/Connection.h"
#include "store/sqlite/Error.h"
#include "support/MockClock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

namespace kobai::test {

using namespace Qt::Literals::StringLiterals;

inline constexpr auto passphrase = "correct horse battery";
inline constexpr OperatorId clerk{1};

/// A real store in a temporary folder, with the means to make a small school's worth of rows and to get at its files.
class StoreFixture final {
public:
    explicit StoreFixture(bool create = true)
    {
        if (create)
            recreate();
    }

    [[nodiscard]] QString folder() const { return m_directory.filePath(u"store"_s); }
    [[nodiscard]] QString file(const QString& name) const { return folder() + u'/' + name; }
    [[nodiscard]] static SecureBytes secret(const char* text) { return SecureBytes(QByteArrayView(text)); }
    [[nodiscard]] store::Environment environment() { return {clock, random}; }

    [[nodiscard]] store::Creation creation() const
    {
        store::Creation creation;
        creation.folder = folder();
        creation.schoolName = u"海陽 Academy"_s;
        creation.currency = {u"JPY"_s, u"¥"_s, 0};
        creation.operatorName = u"Office"_s;
        creation.passphrase = secret(passphrase);
        creation.cost = security::openCost;
        return creation;
    }
    void recreate()
    {
        close();
        QDir(folder()).removeRecursively();
        auto made = store::Store::create(creation(), environment());
        if (!made)
            qFatal("no store: %d %s", int(made.error().code), qPrintable(made.error().detail));
        m_store = std::move(*made);
    }
    [[nodiscard]] store::Store& store() { return *m_store; }
    void close() { m_store.reset(); }
    [[nodiscard]] Result<std::unique_ptr<store::Store>> tryOpen(const char* with = passphrase)
    {
        return store::Store::open(folder(), secret(with), environment());
    }
    void reopen()
    {
        close();
        auto opened = tryOpen();
        if (!opened)
            qFatal("does not open: %d %s", int(opened.error().code), qPrintable(opened.error().detail));
        m_store = std::move(*opened);
    }

    /// The key of store.db, from keys.kobai as any holder of the passphrase could get it.
    [[nodiscard]] SecureBytes databaseKey() const
    {
        QFile keys(file(u"keys.kobai"_s));
        if (!keys.open(QIODevice::ReadOnly))
            qFatal("no keys.kobai");
        const auto unlocked = security::KeyFile::parse(keys.readAll())->unlock(secret(passphrase));
        return security::deriveKey(unlocked->storeKey, security::KeyPurpose::Database);
    }
    /// Closes the store and hands out a keyed connection to its database, past every table class.
    [[nodiscard]] std::unique_ptr<store::sqlite::Connection> raw()
    {
        close();
        return std::make_unique<store::sqlite::Connection>(file(u"store.db"_s), databaseKey(), false);
    }
    /// Runs @p sql raw; the engine's refusal, or nothing when it went through.
    [[nodiscard]] std::optional<store::sqlite::Error> rawRefusal(const QByteArray& sql)
    {
        try {
            raw()->execute(sql.constData());
            return std::nullopt;
        } catch (const store::sqlite::Error& error) {
            return error;
        }
    }

    template <typename Id>
    [[nodiscard]] Id id()
    {
        return security::newId<Id>(random, clock);
    }
    [[nodiscard]] people::Person addPerson(const QString& name = u"佐藤 花子"_s,
                                           const QString& reading = u"サトウ ハナコ"_s,
                                           people::Kind kind = people::Kind::Student)
    {
        people::Person person;
        person.id = id<PersonId>();
        person.kind = kind;
        person.number = QString::number(2026000 + ++m_numbers);
        person.name = name;
        person.reading = reading;
        person.birthDate = QDate(2011, 5, 1);
        person.schoolYear = kind == people::Kind::Student ? 9 : 0;
        person.group = u"3-B"_s;
        run([&](store::Tx& tx) -> Status {
            KOBAI_TRY(tx.people().add(person));
            KOBAI_TRY(tx.ledger().customerAccount(person.id));
            return {};
        });
        return person;
    }
    [[nodiscard]] ProductId addProduct(const QString& name = u"Onigiri"_s, std::int64_t price = 120,
                                       const QStringList& barcodes = {})
    {
        ProductId product;
        run([&](store::Tx& tx) -> Status {
            KOBAI_ASSIGN(std::vector<catalogue::Category> categories, tx.catalogue().categories());
            if (categories.empty()) {
                KOBAI_TRY(tx.catalogue().addCategory({{}, u"Food"_s, u"食べ物"_s, 0}));
                KOBAI_ASSIGN(categories, tx.catalogue().categories());
            }
            catalogue::Product draft;
            draft.name = name;
            draft.category = categories.front().id;
            draft.price = Money(price);
            draft.tax = {80};
            draft.barcodes = barcodes;
            KOBAI_ASSIGN(product, tx.catalogue().add(draft));
            return {};
        });
        return product;
    }
    [[nodiscard]] ledger::Transfer topUpTransfer(store::Tx& tx, PersonId person, std::int64_t amount)
    {
        ledger::Transfer transfer;
        transfer.id = id<TransferId>();
        transfer.debit = *tx.ledger().houseAccount(ledger::AccountKind::CashDrawer);
        transfer.credit = *tx.ledger().customerAccount(person);
        transfer.amount = Money(amount);
        transfer.code = ledger::TransferCode::CashTopUp;
        transfer.at = clock.now();
        transfer.by = clerk;
        return transfer;
    }
    void topUp(PersonId person, std::int64_t amount)
    {
        run([&](store::Tx& tx) -> Status {
            ledger::Transfer transfer = topUpTransfer(tx, person, amount);
            KOBAI_ASSIGN(transfer.receipt, tx.ledger().nextReceipt());
            return tx.ledger().post(transfer);
        });
    }
    /// Sells @p quantity of the product for what it costs, as the till does it.
    [[nodiscard]] Result<ledger::Sale> trySell(PersonId person, ProductId product, int quantity = 1,
                                               ledger::PaymentMethod method = ledger::PaymentMethod::Pin)
    {
        return m_store->write([&](store::Tx& tx) -> Result<ledger::Sale> {
            KOBAI_ASSIGN(const catalogue::Product sold, tx.catalogue().find(product));
            ledger::Sale sale;
            sale.id = id<SaleId>();
            KOBAI_ASSIGN(sale.receipt, tx.ledger().nextReceipt());
            sale.person = person;
            sale.at = clock.now();
            sale.method = method;
            sale.by = clerk;
            if (method == ledger::PaymentMethod::Face)
                sale.evidence = ledger::FaceEvidence{7.25F, 4.5F, 5.0F, 0.75F, 6};
            sale.total = *sold.price.times(quantity);
            sale.lines = {{product, sold.name, sold.nameJa, quantity, sold.price, sale.total, sold.tax.permille}};
            KOBAI_TRY(tx.sales().add(sale));
            KOBAI_TRY(postSale(tx, sale));
            return sale;
        });
    }
    [[nodiscard]] ledger::Sale sell(PersonId person, ProductId product, int quantity = 1,
                                    ledger::PaymentMethod method = ledger::PaymentMethod::Pin)
    {
        auto sold = trySell(person, product, quantity, method);
        if (!sold)
            qFatal("not sold: %d %s", int(sold.error().code), qPrintable(sold.error().detail));
        return *sold;
    }
    [[nodiscard]] Money balanceOf(PersonId person)
    {
        return *m_store->read([&](store::Tx& tx) -> Result<Money> {
            KOBAI_ASSIGN(const AccountId account, tx.ledger().customerAccount(person));
            return tx.ledger().balance(account);
        });
    }
    template <typename Work>
    void run(Work&& work)
    {
        if (const Status done = m_store->write(work); !done)
            qFatal("not written: %d %s", int(done.error().code), qPrintable(done.error().detail));
    }

    MockClock clock;
    security::SystemRandom random;

private:
    [[nodiscard]] Status postSale(store::Tx& tx, const ledger::Sale& sale)
    {
        const int rate = sale.lines.front().taxPermille;
        const Money tax = taxInside(sale.total, rate);
        ledger::Transfer transfer;
        KOBAI_ASSIGN(transfer.debit, tx.ledger().customerAccount(sale.person));
        KOBAI_ASSIGN(transfer.credit, tx.ledger().houseAccount(ledger::AccountKind::Sales, rate));
        transfer.id = id<TransferId>();
        transfer.amount = *sale.total.minus(tax);
        transfer.code = ledger::TransferCode::SaleNet;
        transfer.sale = sale.id;
        transfer.receipt = sale.receipt;
        transfer.at = sale.at;
        transfer.by = sale.by;
        KOBAI_TRY(tx.ledger().post(transfer));
        if (tax.isZero())
            return {};
        KOBAI_ASSIGN(transfer.credit, tx.ledger().houseAccount(ledger::AccountKind::TaxPayable, rate));
        transfer.id = id<TransferId>();
        transfer.amount = tax;
        transfer.code = ledger::TransferCode::SaleTax;
        return tx.ledger().post(transfer);
    }

    QTemporaryDir m_directory;
    std::unique_ptr<store::Store> m_store;
    int m_numbers = 0;
};

} // namespace kobai::test

#define KOBAI_COMPARE_FAULT(result, expected)                                                                          \
    do {                                                                                                               \
        const auto& kobaiOutcome_ = (result);                                                                          \
        QVERIFY2(!kobaiOutcome_, "went through");                                                                      \
        QCOMPARE(int(kobaiOutcome_.error().code), int(expected));                                                      \
    } while (false)

#define KOBAI_VERIFY_DONE(result)                                                                                      \
    do {                                                                                                               \
        const auto& kobaiOutcome_ = (result);                                                                          \
        QVERIFY2(kobaiOutcome_, qPrintable(kobaiOutcome_ ? QString()                                                   \
                                                         : QString::number(int(kobaiOutcome_.error().code)) + u' '     \
                                                               + kobaiOutcome_.error().detail));                       \
    } while (false)
