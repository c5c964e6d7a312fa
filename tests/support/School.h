// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/Accounts.h"
#include "catalogue/Product.h"
#include "checkout/Checkout.h"
#include "face/Vision.h"
#include "store/Store.h"
#include "support/MockClock.h"
#include "support/SeededRandom.h"

#include <QTemporaryDir>
#include <memory>
#include <vector>

#include <random>
#include <utility>

namespace kobai::test {

using namespace Qt::Literals::StringLiterals;

/// The value, or the end of the test program with the fault's number: for steps that are not under test.
template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("fault %d %s", int(result.error().code), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// The fault's code, 0 for success.
template <typename T>
int faultOf(const Result<T>& result)
{
    return result ? 0 : int(result.error().code);
}
#define COMPARE_FAULT(result, expected) QCOMPARE(kobai::test::faultOf(result), int(expected))

/// A real store in a temporary folder, used through the use cases as the application does.
class School final {
public:
    School() { m_store = must(store::Store::create(creation(), environment())); }

    [[nodiscard]] store::Store& store() { return *m_store; }
    [[nodiscard]] OperatorId clerk() const { return m_store->info().operatorId; }
    [[nodiscard]] QString folder() const { return m_directory.filePath(u"store"_s); }

    [[nodiscard]] Result<std::unique_ptr<store::Store>> open(const QString& folder);
    void reopen();
    /// Every file of the store as it is on the disk at this moment, also in the midst of a unit of work: what is left
    /// when the power goes.
    [[nodiscard]] QString copyOfFiles();

    people::Person addStudent(const QString& name = u"佐藤 芽依"_s, QDate born = QDate(2012, 5, 4));
    people::Guardian addGuardian(PersonId student, const QString& name = u"佐藤 愛子"_s);
    consent::State consent(PersonId person, consent::EventKind kind, GuardianId guardian = {});
    [[nodiscard]] static consent::Event consentEvent(PersonId person, consent::EventKind kind,
                                                     GuardianId guardian = {});
    /// Notices to @p guardians, the first one's consent, the student's yes.
    consent::State consentFully(PersonId person, const std::vector<GuardianId>& guardians);
    /// A student whose face may be used.
    people::Person addConsentingStudent(const QString& name = u"佐藤 芽依"_s);

    catalogue::Product addProduct(const QString& name, std::int64_t price, int tax = 80,
                                  const QStringList& barcodes = {});
    accounts::TopUpReceipt topUp(PersonId person, std::int64_t amount);
    [[nodiscard]] static checkout::Basket basketOf(const std::vector<std::pair<catalogue::Product, int>>& items);
    [[nodiscard]] checkout::SaleRequest sale(PersonId person, const checkout::Basket& basket,
                                             ledger::PaymentMethod method = ledger::PaymentMethod::Pin);
    [[nodiscard]] Money balance(PersonId person) { return must(checkout::customerCard(store(), person)).balance; }

    /// Captures of one invented face: unit vectors around a direction that @p face picks.
    [[nodiscard]] static QVector<face::Capture> captures(unsigned face, int count = 3, float spread = 0.2F);
    /// One of the person's templates does not open any more.
    static Status damageFace(store::Store& store, PersonId person);
    /// A later look at the same face.
    [[nodiscard]] static face::Embedding probe(unsigned face) { return captures(face, 4).last().embedding; }

    void set(const char16_t* key, const QString& value); ///< a setting of the store, past every use case
    /// Neither template nor key of anybody, and nobody in the gallery.
    [[nodiscard]] bool holdsNoFaces();

    [[nodiscard]] int audited(audit::Action action);
    /// What verify finds wrong, as text; empty when all is well.
    [[nodiscard]] QString findings();

    MockClock clock;
    SeededRandom random;

private:
    [[nodiscard]] store::Environment environment() { return {clock, random}; }
    [[nodiscard]] static SecureBytes passphrase() { return SecureBytes(QByteArrayView("correct horse battery")); }
    [[nodiscard]] store::Creation creation() const;
    [[nodiscard]] static face::Embedding around(std::mt19937& engine, face::Embedding centre, float spread);

    QTemporaryDir m_directory;
    std::unique_ptr<store::Store> m_store;
    CategoryId m_category;
    int m_numbers = 0;
    int m_copies = 0;
};

} // namespace kobai::test
