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
    explicit StoreFixture(bool create = true);

    [[nodiscard]] QString folder() const { return m_directory.filePath(u"store"_s); }
    [[nodiscard]] QString file(const QString& name) const { return folder() + u'/' + name; }
    [[nodiscard]] static SecureBytes secret(const char* text) { return SecureBytes(QByteArrayView(text)); }
    [[nodiscard]] store::Environment environment() { return {clock, random}; }

    [[nodiscard]] store::Creation creation() const;
    void recreate();
    [[nodiscard]] store::Store& store() { return *m_store; }
    void close() { m_store.reset(); }
    [[nodiscard]] Result<std::unique_ptr<store::Store>> tryOpen(const char* with = passphrase);
    void reopen();

    /// The key of store.db, from keys.kobai as any holder of the passphrase could get it.
    [[nodiscard]] SecureBytes databaseKey() const;
    /// Closes the store and hands out a keyed connection to its database, past every table class.
    [[nodiscard]] std::unique_ptr<store::sqlite::Connection> raw();
    /// Runs @p sql raw; the engine's refusal, or nothing when it went through.
    [[nodiscard]] std::optional<store::sqlite::Error> rawRefusal(const QByteArray& sql);

    template <typename Id>
    [[nodiscard]] Id id()
    {
        return security::newId<Id>(random, clock);
    }
    [[nodiscard]] people::Person addPerson(const QString& name = u"佐藤 花子"_s,
                                           const QString& reading = u"サトウ ハナコ"_s,
                                           people::Kind kind = people::Kind::Student);
    [[nodiscard]] ProductId addProduct(const QString& name = u"Onigiri"_s, std::int64_t price = 120,
                                       const QStringList& barcodes = {});
    [[nodiscard]] ledger::Transfer topUpTransfer(store::Tx& tx, PersonId person, std::int64_t amount);
    void topUp(PersonId person, std::int64_t amount);
    /// Sells @p quantity of the product for what it costs, as the till does it.
    [[nodiscard]] Result<ledger::Sale> trySell(PersonId person, ProductId product, int quantity = 1,
                                               ledger::PaymentMethod method = ledger::PaymentMethod::Pin);
    [[nodiscard]] ledger::Sale sell(PersonId person, ProductId product, int quantity = 1,
                                    ledger::PaymentMethod method = ledger::PaymentMethod::Pin);
    [[nodiscard]] Money balanceOf(PersonId person);
    template <typename Work>
    void run(Work&& work)
    {
        if (const Status done = m_store->write(work); !done)
            qFatal("not written: %d %s", int(done.error().code), qPrintable(done.error().detail));
    }

    MockClock clock;
    security::SystemRandom random;

private:
    [[nodiscard]] Status postSale(store::Tx& tx, const ledger::Sale& sale);

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
