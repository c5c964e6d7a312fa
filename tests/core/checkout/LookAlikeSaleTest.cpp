// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/Checkout.h"

#include "enrolment/Enrolment.h"
#include "enrolment/LookAlikes.h"
#include "support/School.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::test;
using checkout::FaceConfirmation;

/// Of two whom no threshold tells apart none is charged on a face alone [row 21].
class LookAlikeSaleTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_school = std::make_unique<School>();
        m_mei = m_school->addConsentingStudent(u"Mei"_s);
        m_rin = m_school->addConsentingStudent(u"Rin"_s);
        m_pen = m_school->addProduct(u"Pen"_s, 100);
        m_school->topUp(m_mei.id, 1000);
        must(enrolment::enrolFace(m_school->store(), m_mei.id, School::captures(1), m_school->clerk()));
        must(enrolment::enrolFace(m_school->store(), m_rin.id, School::captures(1), m_school->clerk(), {m_mei.id}));
    }
    void cleanup() { m_school.reset(); }

    void theCardNamesTheOther()
    {
        const auto card = must(checkout::customerCard(m_school->store(), m_mei.id));
        QCOMPARE(card.lookAlikes.size(), std::size_t(1));
        QCOMPARE(card.lookAlikes.front().id, m_rin.id);
        QCOMPARE(card.lookAlikes.front().name, u"Rin"_s);
        QCOMPARE(must(checkout::customerCard(m_school->store(), m_rin.id)).lookAlikes.front().id, m_mei.id);
        QVERIFY(must(checkout::customerCard(m_school->store(), m_school->addStudent().id)).lookAlikes.empty());
    }

    void aFaceAloneChargesNobody()
    {
        COMPARE_FAULT(pay(FaceConfirmation::None), FaultCode::LookAlikeUnsettled);
        QCOMPARE(m_school->balance(m_mei.id), Money(1000));
        QCOMPARE(m_school->audited(audit::Action::Sale), 0);
    }

    void aPinOrTheClerkSettlesItAndIsOnRecord()
    {
        must(pay(FaceConfirmation::Pin));
        QVERIFY(lastAudit().endsWith(u" confirmed by PIN"_s));
        must(pay(FaceConfirmation::ClerkChoice));
        QVERIFY(lastAudit().endsWith(u" confirmed by the clerk's choice"_s));
        QCOMPARE(m_school->balance(m_mei.id), Money(800));
        QCOMPARE(m_school->findings(), QString());
    }

    void otherWaysToPayNeedNothing()
    {
        must(checkout::commitSale(m_school->store(), request(ledger::PaymentMethod::Pin)));
        QVERIFY(lastAudit().endsWith(u"method 2"_s));
    }

    void aRetryIsTheSameSale()
    {
        auto sale = request(ledger::PaymentMethod::Face);
        sale.confirmation = FaceConfirmation::Pin;
        must(checkout::commitSale(m_school->store(), sale));
        QVERIFY(must(checkout::commitSale(m_school->store(), sale)).repeated);
        QCOMPARE(m_school->balance(m_mei.id), Money(900));
    }

    // The twin whose face was never enrolled, or is not any more, may be the one at the till: the gallery cannot know.
    void theOtherCountsWithoutAFaceToo()
    {
        must(enrolment::removeFace(m_school->store(), m_rin.id, m_school->clerk()));
        QCOMPARE(must(checkout::customerCard(m_school->store(), m_mei.id)).lookAlikes.size(), std::size_t(1));
        COMPARE_FAULT(pay(FaceConfirmation::None), FaultCode::LookAlikeUnsettled);
    }

    void whoHasLeftIsNoLookAlikeAnyMore()
    {
        m_rin.leftOn = m_school->clock.today();
        must(enrolment::changePerson(m_school->store(), m_rin, m_school->clerk()));
        QVERIFY(must(checkout::customerCard(m_school->store(), m_mei.id)).lookAlikes.empty());
        must(pay(FaceConfirmation::None));
    }

    void aPairThatWasForgottenIsNone()
    {
        must(enrolment::forgetLookAlikes(m_school->store(), m_mei.id, m_rin.id, m_school->clerk()));
        must(pay(FaceConfirmation::None));
        QVERIFY(lastAudit().endsWith(u"method 1"_s));
    }

private:
    [[nodiscard]] checkout::SaleRequest request(ledger::PaymentMethod method)
    {
        return m_school->sale(m_mei.id, School::basketOf({{m_pen, 1}}), method);
    }
    [[nodiscard]] Result<checkout::SaleResult> pay(FaceConfirmation confirmation)
    {
        auto sale = request(ledger::PaymentMethod::Face);
        sale.confirmation = confirmation;
        return checkout::commitSale(m_school->store(), sale);
    }
    [[nodiscard]] QString lastAudit()
    {
        return must(m_school->store().read([](store::Tx& tx) { return tx.audit().latest(1); })).front().detail;
    }

    std::unique_ptr<School> m_school;
    people::Person m_mei;
    people::Person m_rin;
    catalogue::Product m_pen;
};

KOBAI_TEST(LookAlikeSaleTest, QCoreApplication)
#include "LookAlikeSaleTest.moc"
