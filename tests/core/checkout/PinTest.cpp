// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/Checkout.h"

#include "support/School.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::test;

/// [row 14] the PIN is one of the equal alternatives
class PinTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_school = std::make_unique<School>();
        m_student = m_school->addStudent().id;
    }
    void cleanup() { m_school.reset(); }

    void theRightPinIsAccepted()
    {
        set(u"2580"_s);
        QVERIFY(check(u"2580"_s));
        QVERIFY(check(u"２５８０"_s)); // as a Japanese keyboard types it
        COMPARE_FAULT(check(u"2581"_s), FaultCode::PinWrong);
        QCOMPARE(m_school->audited(audit::Action::PinSet), 1);
    }

    void easyAndMalformedPinsAreRefused_data()
    {
        QTest::addColumn<QString>("pin");
        for (const auto* pin : {u"", u"123", u"123456789", u"12a4", u"25 80", u"1111", u"00000000", u"1234", u"0123",
                                u"8901", u"4321", u"98765432", u"-258", u"१२५८"})
            QTest::newRow(qPrintable(QString::fromUtf16(pin))) << QString::fromUtf16(pin);
        QTest::newRow("10,000 digits") << QString(10'000, u'7');
    }
    void easyAndMalformedPinsAreRefused()
    {
        QFETCH(QString, pin);
        COMPARE_FAULT(checkout::setPin(m_school->store(), m_student, pin, m_school->clerk()), FaultCode::PinMalformed);
        COMPARE_FAULT(check(pin), FaultCode::PinNotSet);
    }

    void withoutAPinNoneIsRight()
    {
        COMPARE_FAULT(check(u"2580"_s), FaultCode::PinNotSet);
        const auto nobody = m_school->store().makeId<PersonId>();
        COMPARE_FAULT(checkout::checkPin(m_school->store(), nobody, u"2580"_s, m_school->clerk()), FaultCode::NotFound);
        COMPARE_FAULT(checkout::setPin(m_school->store(), nobody, u"2580"_s, m_school->clerk()), FaultCode::NotFound);
    }

    void wrongTriesLockThePinLongerAndLonger()
    {
        set(u"2580"_s);
        for (int left = checkout::pinTriesBeforeLock - 1; left > 0; --left) {
            const auto result = check(u"9999"_s);
            COMPARE_FAULT(result, FaultCode::PinWrong);
            QCOMPARE(result.error().detail, QString::number(left));
        }
        // Each round one more wrong try: 30 s, doubling, an hour at most.
        for (const int seconds : {30, 60, 120, 240, 480, 960, 1920, 3600, 3600}) {
            const auto locked = check(u"9999"_s);
            COMPARE_FAULT(locked, FaultCode::PinLocked);
            QCOMPARE(locked.error().detail, QString::number(seconds));
            m_school->clock.advance(std::chrono::seconds(seconds) - std::chrono::milliseconds(1));
            const auto stillLocked = check(u"2580"_s); // even the right one
            COMPARE_FAULT(stillLocked, FaultCode::PinLocked);
            QCOMPARE(stillLocked.error().detail, u"1"_s);
            m_school->clock.advance(std::chrono::milliseconds(1));
        }
        QCOMPARE(m_school->audited(audit::Action::PinLocked), 9);
        QVERIFY(check(u"2580"_s));
        COMPARE_FAULT(check(u"9999"_s), FaultCode::PinWrong); // the count began anew
    }

    void theLockSurvivesARestart()
    {
        set(u"2580"_s);
        for (int i = 0; i < checkout::pinTriesBeforeLock; ++i)
            (void)check(u"9999"_s);
        m_school->reopen();
        COMPARE_FAULT(check(u"2580"_s), FaultCode::PinLocked);
    }

    void aNewPinLiftsTheLock()
    {
        set(u"2580"_s);
        for (int i = 0; i < checkout::pinTriesBeforeLock; ++i)
            (void)check(u"9999"_s);
        set(u"1470"_s);
        COMPARE_FAULT(check(u"2580"_s), FaultCode::PinWrong);
        QVERIFY(check(u"1470"_s));
    }

private:
    void set(const QString& pin) { must(checkout::setPin(m_school->store(), m_student, pin, m_school->clerk())); }
    [[nodiscard]] Status check(const QString& pin)
    {
        return checkout::checkPin(m_school->store(), m_student, pin, m_school->clerk());
    }

    std::unique_ptr<School> m_school;
    PersonId m_student;
};

KOBAI_TEST(PinTest, QCoreApplication)
#include "PinTest.moc"
