// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"

namespace kobai::test {

StoreFixture::StoreFixture(bool create)
{
    if (create)
        recreate();
}

store::Creation StoreFixture::creation() const
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

void StoreFixture::recreate()
{
    close();
    QDir(folder()).removeRecursively();
    auto made = store::Store::create(creation(), environment());
    if (!made)
        qFatal("no store: %d %s", int(made.error().code), qPrintable(made.error().detail));
    m_store = std::move(*made);
}

Result<std::unique_ptr<store::Store>> StoreFixture::tryOpen(const char* with)
{
    return store::Store::open(folder(), secret(with), environment());
}

void StoreFixture::reopen()
{
    close();
    auto opened = tryOpen();
    if (!opened)
        qFatal("does not open: %d %s", int(opened.error().code), qPrintable(opened.error().detail));
    m_store = std::move(*opened);
}

SecureBytes StoreFixture::databaseKey() const
{
    QFile keys(file(u"keys.kobai"_s));
    if (!keys.open(QIODevice::ReadOnly))
        qFatal("no keys.kobai");
    const auto unlocked = security::KeyFile::parse(keys.readAll())->unlock(secret(passphrase));
    return security::deriveKey(unlocked->storeKey, security::KeyPurpose::Database);
}

std::unique_ptr<store::sqlite::Connection> StoreFixture::raw()
{
    close();
    return std::make_unique<store::sqlite::Connection>(file(u"store.db"_s), databaseKey(), false);
}

std::optional<store::sqlite::Error> StoreFixture::rawRefusal(const QByteArray& sql)
{
    try {
        raw()->execute(sql.constData());
        return std::nullopt;
    } catch (const store::sqlite::Error& error) {
        return error;
    }
}

people::Person StoreFixture::addPerson(const QString& name, const QString& reading, people::Kind kind)
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

ProductId StoreFixture::addProduct(const QString& name, std::int64_t price, const QStringList& barcodes)
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

ledger::Transfer StoreFixture::topUpTransfer(store::Tx& tx, PersonId person, std::int64_t amount)
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

void StoreFixture::topUp(PersonId person, std::int64_t amount)
{
    run([&](store::Tx& tx) -> Status {
        ledger::Transfer transfer = topUpTransfer(tx, person, amount);
        KOBAI_ASSIGN(transfer.receipt, tx.ledger().nextReceipt());
        return tx.ledger().post(transfer);
    });
}

Result<ledger::Sale> StoreFixture::trySell(PersonId person, ProductId product, int quantity,
                                           ledger::PaymentMethod method)
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

ledger::Sale StoreFixture::sell(PersonId person, ProductId product, int quantity, ledger::PaymentMethod method)
{
    auto sold = trySell(person, product, quantity, method);
    if (!sold)
        qFatal("not sold: %d %s", int(sold.error().code), qPrintable(sold.error().detail));
    return *sold;
}

Money StoreFixture::balanceOf(PersonId person)
{
    return *m_store->read([&](store::Tx& tx) -> Result<Money> {
        KOBAI_ASSIGN(const AccountId account, tx.ledger().customerAccount(person));
        return tx.ledger().balance(account);
    });
}

Status StoreFixture::postSale(store::Tx& tx, const ledger::Sale& sale)
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

} // namespace kobai::test
