// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/FaceLooks.h"

#include "checkout/Checkout.h"
#include "face/DecisionPolicy.h"
#include "support/School.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::test;
using namespace std::chrono_literals;
using ledger::PaymentMethod;

/// How often a face may be tried: the store counts, whatever a window says. [row 23]
class FaceLooksTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_school = std::make_unique<School>();
        m_student = m_school->addConsentingStudent().id;
        m_product = m_school->addProduct(u"Rice ball"_s, 100);
        (void)m_school->topUp(m_student, 1000);
    }
    void cleanup() { m_school.reset(); }

    void aPaymentHasThreeLooks()
    {
        for (int left = face::looksPerPayment - 1; left >= 0; --left)
            QCOMPARE(must(begin()).left, left);
        m_school->clock.advance(30s);
        const auto spent = begin();
        COMPARE_FAULT(spent, FaultCode::LooksSpent);
        QCOMPARE(spent.error().detail, u"90"_s);
        m_school->reopen(); // nor does a restart
        COMPARE_FAULT(begin(), FaultCode::LooksSpent);
        m_school->clock.advance(90s - 1ms);
        QCOMPARE(begin().error().detail, u"1"_s);
        m_school->clock.advance(1ms);
        QCOMPARE(must(begin()).left, face::looksPerPayment - 1);
    }

    void theyRunOutOneByOne()
    {
        for (int i = 0; i < face::looksPerPayment; ++i) {
            (void)must(begin());
            m_school->clock.advance(30s);
        }
        QCOMPARE(begin().error().detail, u"30"_s);
        m_school->clock.advance(30s);
        QCOMPARE(must(begin()).left, 0);
        COMPARE_FAULT(begin(), FaultCode::LooksSpent);
    }

    void aSaleEndsTheCount_data()
    {
        QTest::addColumn<int>("method");
        for (const auto method : {PaymentMethod::Face, PaymentMethod::Pin, PaymentMethod::LookUp})
            QTest::addRow("%d", int(method)) << int(method);
    }
    void aSaleEndsTheCount()
    {
        QFETCH(int, method);
        const bool byFace = PaymentMethod(method) == PaymentMethod::Face;
        (void)must(begin());
        (void)must(begin());
        const auto sold = must(checkout::commitSale(m_school->store(), request(PaymentMethod(method))));
        QCOMPARE(sold.sale.evidence.has_value(), byFace);
        if (byFace) {
            QCOMPARE(sold.sale.evidence->looks, 3); // the store's own count, not the request's
            const auto kept =
                must(m_school->store().read([&](store::Tx& tx) { return tx.sales().find(sold.sale.id); }));
            QCOMPARE(kept->evidence->looks, 3);
        }
        QCOMPARE(must(begin()).left, face::looksPerPayment - 1);
    }

    void aRefusedSaleEndsNothing()
    {
        (void)must(begin());
        auto tooMuch = request(PaymentMethod::Pin);
        tooMuch.basket = School::basketOf({{m_product, 50}});
        COMPARE_FAULT(checkout::commitSale(m_school->store(), tooMuch), FaultCode::BalanceTooLow);
        QCOMPARE(must(begin()).left, face::looksPerPayment - 2);
    }

    // A face that was never looked at charges nobody, whatever the request says.
    void aFaceWithoutALookChargesNobody()
    {
        auto forged = request(PaymentMethod::Pin);
        forged.method = PaymentMethod::Face;
        forged.evidence = ledger::FaceEvidence{7.5F, 4.0F, 4.5F, 0.75F, 5, false, 1};
        COMPARE_FAULT(checkout::commitSale(m_school->store(), forged), FaultCode::Internal);
        QCOMPARE(m_school->balance(m_student), Money(1000));
    }

    void aCameraThatDidNotOpenIsNoLook()
    {
        const auto look = must(begin());
        must(checkout::takeBackLook(m_school->store(), look.number));
        must(checkout::takeBackLook(m_school->store(), look.number));
        QCOMPARE(must(begin()).left, face::looksPerPayment - 1);
    }

    // A clock that was corrected by five minutes makes the wait no longer.
    void aCorrectedClockMakesNoLongerWait()
    {
        for (int i = 0; i < face::looksPerPayment; ++i)
            (void)must(begin());
        m_school->clock.setWrongly(toLocal(m_school->clock.now()).addSecs(-300));
        QVERIFY(begin().error().detail.toInt() <= 120);
        (void)begin();
        m_school->clock.advance(120s);
        QVERIFY(begin());
    }

private:
    [[nodiscard]] Result<checkout::Look> begin() { return checkout::beginLook(m_school->store(), m_school->clerk()); }
    [[nodiscard]] checkout::SaleRequest request(PaymentMethod method)
    {
        return m_school->sale(m_student, School::basketOf({{m_product, 1}}), method);
    }

    std::unique_ptr<School> m_school;
    PersonId m_student;
    catalogue::Product m_product;
};

KOBAI_TEST(FaceLooksTest, QCoreApplication)
#include "FaceLooksTest.moc"
