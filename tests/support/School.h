// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/Accounts.h"
#include "checkout/Assortment.h"
#include "checkout/Checkout.h"
#include "enrolment/Enrolment.h"
#include "store/FaceKeys.h"
#include "store/Store.h"
#include "store/Verify.h"
#include "support/MockClock.h"
#include "support/SeededRandom.h"

#include <QDir>
#include <QTemporaryDir>

#include <cmath>
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

    [[nodiscard]] Result<std::unique_ptr<store::Store>> open(const QString& folder)
    {
        return store::Store::open(folder, passphrase(), environment());
    }
    void reopen()
    {
        m_store.reset();
        m_store = must(open(folder()));
    }
    /// Every file of the store as it is on the disk at this moment, also in the midst of a unit of work: what is left
    /// when the power goes.
    [[nodiscard]] QString copyOfFiles()
    {
        const QString target = m_directory.filePath(u"copy%1"_s.arg(++m_copies));
        QDir().mkpath(target);
        for (const QString& name : QDir(folder()).entryList(QDir::Files | QDir::Hidden))
            (void)QFile::copy(folder() + u'/' + name, target + u'/' + name);
        return target;
    }

    people::Person addStudent(const QString& name = u"佐藤 芽依"_s, QDate born = QDate(2012, 5, 4))
    {
        people::Person draft;
        draft.number = QString::number(2026000 + ++m_numbers);
        draft.name = name;
        draft.birthDate = born;
        draft.schoolYear = 8;
        draft.group = u"8-B"_s;
        return must(enrolment::addPerson(store(), draft, clerk()));
    }
    people::Guardian addGuardian(PersonId student, const QString& name = u"佐藤 愛子"_s)
    {
        people::Guardian draft;
        draft.student = student;
        draft.name = name;
        draft.relation = people::Relation::Mother;
        return must(enrolment::addGuardian(store(), draft, clerk()));
    }
    consent::State consent(PersonId person, consent::EventKind kind, GuardianId guardian = {})
    {
        clock.advance(std::chrono::seconds(1));
        return must(enrolment::recordConsent(store(), consentEvent(person, kind, guardian), clerk()));
    }
    [[nodiscard]] static consent::Event consentEvent(PersonId person, consent::EventKind kind, GuardianId guardian = {})
    {
        consent::Event event;
        event.person = person;
        event.kind = kind;
        event.guardian = guardian;
        return event;
    }
    /// Notices to @p guardians, the first one's consent, the student's yes.
    consent::State consentFully(PersonId person, const std::vector<GuardianId>& guardians)
    {
        for (const GuardianId guardian : guardians)
            (void)consent(person, consent::EventKind::NoticeSent, guardian);
        (void)consent(person, consent::EventKind::ConsentGiven, guardians.front());
        return consent(person, consent::EventKind::StudentAgreed);
    }
    /// A student whose face may be used.
    people::Person addConsentingStudent(const QString& name = u"佐藤 芽依"_s)
    {
        const people::Person student = addStudent(name);
        (void)consentFully(student.id, {addGuardian(student.id).id});
        return student;
    }

    catalogue::Product addProduct(const QString& name, std::int64_t price, int tax = 80,
                                  const QStringList& barcodes = {})
    {
        if (m_category.isNull())
            m_category = must(checkout::addCategory(store(), {{}, u"Food"_s, u"食べ物"_s, 0}, clerk())).id;
        catalogue::Product draft;
        draft.name = name;
        draft.category = m_category;
        draft.price = Money(price);
        draft.tax = {tax};
        draft.barcodes = barcodes;
        return must(checkout::saveProduct(store(), draft, clerk()));
    }
    accounts::TopUpReceipt topUp(PersonId person, std::int64_t amount)
    {
        return must(accounts::topUpCash(store(), {store().makeId<TransferId>(), person, Money(amount), clerk()}));
    }
    [[nodiscard]] static checkout::Basket basketOf(const std::vector<std::pair<catalogue::Product, int>>& items)
    {
        checkout::Basket basket;
        for (const auto& [product, quantity] : items)
            must(basket.add(product, quantity));
        return basket;
    }
    [[nodiscard]] checkout::SaleRequest sale(PersonId person, const checkout::Basket& basket,
                                             ledger::PaymentMethod method = ledger::PaymentMethod::Pin)
    {
        checkout::SaleRequest request;
        request.id = store().makeId<SaleId>();
        request.person = person;
        request.basket = basket;
        request.method = method;
        if (method == ledger::PaymentMethod::Face)
            request.evidence = ledger::FaceEvidence{7.5F, 4.0F, 4.5F, 0.75F, 5};
        request.by = clerk();
        return request;
    }
    [[nodiscard]] Money balance(PersonId person) { return must(checkout::customerCard(store(), person)).balance; }

    /// Captures of one invented face: unit vectors around a direction that @p face picks.
    [[nodiscard]] static QVector<face::Capture> captures(unsigned face, int count = 3, float spread = 0.2F)
    {
        std::mt19937 engine(face);
        const face::Embedding direction = around(engine, {}, 1);
        QVector<face::Capture> all;
        for (int i = 0; i < count; ++i) {
            face::Capture capture;
            capture.embedding = around(engine, direction, spread);
            capture.quality = {0.9F, 0.8F, 0.9F, 0.7F, 1, 1};
            capture.weight = 1.0F + float(i) / 10;
            all.append(capture);
        }
        return all;
    }
    /// A later look at the same face.
    [[nodiscard]] static face::Embedding probe(unsigned face) { return captures(face, 4).last().embedding; }

    [[nodiscard]] int audited(audit::Action action)
    {
        const auto records = must(store().read([](store::Tx& tx) { return tx.audit().latest(10'000); }));
        return int(std::count_if(records.begin(), records.end(), [&](const auto& r) { return r.action == action; }));
    }
    /// What verify finds wrong, as text; empty when all is well.
    [[nodiscard]] QString findings()
    {
        QStringList found;
        for (const store::Finding& finding : must(store::verify(store())).findings)
            found += finding.kind + u' ' + finding.where + u' ' + finding.detail;
        return found.join(u"; "_s);
    }

    MockClock clock;
    SeededRandom random;

private:
    [[nodiscard]] store::Environment environment() { return {clock, random}; }
    [[nodiscard]] static SecureBytes passphrase() { return SecureBytes(QByteArrayView("correct horse battery")); }
    [[nodiscard]] store::Creation creation() const
    {
        store::Creation creation;
        creation.folder = folder();
        creation.schoolName = u"Kobai Academy"_s;
        creation.currency = Currency::fromCode(u"JPY"_s).value();
        creation.operatorName = u"Office"_s;
        creation.passphrase = passphrase();
        creation.cost = security::openCost;
        return creation;
    }
    [[nodiscard]] static face::Embedding around(std::mt19937& engine, face::Embedding centre, float spread)
    {
        const auto move = [&](auto& half) {
            std::normal_distribution<float> normal(0, spread / std::sqrt(float(half.size())));
            for (float& value : half)
                value += normal(engine);
            if (!face::normalise(half))
                qFatal("no direction");
        };
        move(centre.dlib);
        move(centre.second);
        return centre;
    }

    QTemporaryDir m_directory;
    std::unique_ptr<store::Store> m_store;
    CategoryId m_category;
    int m_numbers = 0;
    int m_copies = 0;
};

} // namespace kobai::test
