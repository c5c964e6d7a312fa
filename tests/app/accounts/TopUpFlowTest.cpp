// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/TopUpFlow.h"

#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::app;
using Step = TopUpFlow::Step;

class TopUpFlowTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_flow = std::make_unique<TopUpFlow>();
        m_flow->open(id(1), PersonId({7}), Money(100'000));
    }
    void cleanup() { m_flow.reset(); }

    void anAmountIsBookedOnceUnderTheFormsId()
    {
        m_flow->type(Money(3000));
        const auto request = m_flow->confirm({1});
        QVERIFY(request);
        QCOMPARE(request->id, id(1));
        QCOMPARE(request->person, PersonId({7}));
        QCOMPARE(request->amount, Money(3000));
        QVERIFY(!m_flow->confirm({1})); // pressed twice
        m_flow->booked(id(1), {});
        QCOMPARE(m_flow->step(), Step::Done);
        QVERIFY(!m_flow->confirm({1}));
    }

    void aRetryKeepsTheIdAndANewFormHasItsOwn()
    {
        m_flow->type(Money(3000));
        QVERIFY(m_flow->confirm({1}));
        m_flow->failed(id(1), {FaultCode::StoreIo, {}});
        QCOMPARE(m_flow->step(), Step::Typing);
        QCOMPARE(m_flow->amount().value(), Money(3000)); // nothing typed is lost
        QCOMPARE(m_flow->confirm({1})->id, id(1));
        m_flow->booked(id(1), {});
        m_flow->open(id(2), PersonId({7}), Money(100'000));
        m_flow->type(Money(500));
        QCOMPARE(m_flow->confirm({1})->id, id(2));
    }

    void badAmountsAreSaidAndNotBooked_data()
    {
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<int>("given");
        QTest::addColumn<int>("said");
        QTest::newRow("zero") << qint64(0) << 0 << int(FaultCode::AmountZero);
        QTest::newRow("over the limit") << qint64(100'001) << 0 << int(FaultCode::AmountTooLarge);
        QTest::newRow("letters") << qint64(0) << int(FaultCode::AmountMalformed) << int(FaultCode::AmountMalformed);
        QTest::newRow("negative") << qint64(0) << int(FaultCode::AmountNegative) << int(FaultCode::AmountNegative);
        QTest::newRow("nothing typed") << qint64(0) << int(FaultCode::TextEmpty) << 0;
    }
    void badAmountsAreSaidAndNotBooked()
    {
        QFETCH(qint64, minor);
        QFETCH(int, given);
        QFETCH(int, said);
        m_flow->type(Money(3000));
        m_flow->type(given == 0 ? Result<Money>(Money(minor)) : Result<Money>(fail(FaultCode(given))));
        QCOMPARE(m_flow->fault() ? int(m_flow->fault()->code) : 0, said);
        QVERIFY(!m_flow->amount());
        QVERIFY(!m_flow->confirm({1}));
    }

    void theLimitItselfIsBooked()
    {
        m_flow->type(Money(100'000));
        QVERIFY(m_flow->confirm({1}));
    }

    void anotherTransfersResultIsIgnored()
    {
        m_flow->type(Money(3000));
        QVERIFY(m_flow->confirm({1}));
        m_flow->booked(id(9), {});
        QCOMPARE(m_flow->step(), Step::Booking);
        m_flow->failed(id(9), {FaultCode::StoreIo, {}});
        QCOMPARE(m_flow->step(), Step::Booking);
        m_flow->close(); // the money is under way: the form stays
        QCOMPARE(m_flow->step(), Step::Booking);
        m_flow->open(id(3), PersonId({8}), Money(1));
        QCOMPARE(m_flow->person(), PersonId({7}));
    }

private:
    static TransferId id(std::uint8_t number) { return TransferId({number}); }
    std::unique_ptr<TopUpFlow> m_flow;
};

KOBAI_TEST(TopUpFlowTest, QCoreApplication)
#include "TopUpFlowTest.moc"
