// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Fault.h"

#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;

class FaultTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // They are on record in stores: one that is put between others would rename all behind it.
    void theNumbersOfFaultsStay()
    {
        QCOMPARE(int(FaultCode::ClockDoubtful), 114);
        QCOMPARE(int(FaultCode::PassphraseMalformed), 115);
        QCOMPARE(int(FaultCode::BarcodeMalformed), 211);
        QCOMPARE(int(FaultCode::AmountAmbiguous), 212);
        QCOMPARE(int(FaultCode::PriceChanged), 305);
        QCOMPARE(int(FaultCode::LooksSpent), 410);
        QCOMPARE(int(FaultCode::FacesFull), 411);
        QCOMPARE(int(FaultCode::PinLocked), 503);
    }
};

KOBAI_TEST(FaultTest, QCoreApplication)
#include "FaultTest.moc"
