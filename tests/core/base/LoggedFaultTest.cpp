// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/LoggedFault.h"

#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace Qt::Literals::StringLiterals;

class LoggedFaultTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMachinesDetailIsWritten_data()
    {
        QTest::addColumn<FaultCode>("code");
        QTest::addColumn<QString>("detail");
        QTest::newRow("a file of the store") << FaultCode::StoreDamaged << u"store.db"_s;
        QTest::newRow("a model") << FaultCode::ModelMissing << u"fr_eye.onnx"_s;
        QTest::newRow("a device") << FaultCode::CameraLost << u"/dev/video0"_s;
        QTest::newRow("a library") << FaultCode::Internal << u"oneDNN: unimplemented"_s;
    }
    void theMachinesDetailIsWritten()
    {
        QFETCH(const FaultCode, code);
        QFETCH(const QString, detail);
        QVERIFY(loggedFault({code, detail}).endsWith(u": "_s + detail));
    }

    // What somebody typed, scanned or called a file may say who somebody is.
    void whatSomebodyWroteIsLeftOut_data()
    {
        QTest::addColumn<FaultCode>("code");
        QTest::newRow("a scanned card") << FaultCode::BarcodeUnknown;
        QTest::newRow("a typed date of birth") << FaultCode::DateImplausible;
        QTest::newRow("a person's picture") << FaultCode::PictureUnreadable;
        QTest::newRow("a person's film") << FaultCode::ClipUnreadable;
        QTest::newRow("a film that stands in for a camera") << FaultCode::CameraLost;
        QTest::newRow("a folder that cannot be written") << FaultCode::StoreReadOnly;
        QTest::newRow("a folder on a full disk") << FaultCode::StoreFull;
        QTest::newRow("a film that cannot be written") << FaultCode::StoreIo;
        QTest::newRow("a folder that is not there") << FaultCode::StoreMissing;
        QTest::newRow("an amount") << FaultCode::BalanceTooLow;
        QTest::newRow("a word of the command line") << FaultCode::Usage;
    }
    void whatSomebodyWroteIsLeftOut()
    {
        QFETCH(const FaultCode, code);
        const QString line = loggedFault({code, u"Sato Haruka 2026114"_s});
        QVERIFY2(!line.isEmpty() && !line.contains(u"Sato"_s) && !line.contains(u"2026"_s), qPrintable(line));
    }

    // A path begins at somebody's home.
    void pathsAreLeftOut()
    {
        for (const FaultCode code : {FaultCode::ModelMissing, FaultCode::ModelDamaged, FaultCode::Internal,
                                     FaultCode::StoreEngine, FaultCode::NetworkOutput})
            QVERIFY(!loggedFault({code, u"/home/sato/models"_s}).contains(u"sato"_s));
    }

    void theCodeIsAWord()
    {
        QCOMPARE(loggedFault({FaultCode::WrongPassphrase, {}}), u"WrongPassphrase"_s);
        QCOMPARE(loggedFault({FaultCode::StoreIncomplete, u"faces.keys"_s}), u"StoreIncomplete: faces.keys"_s);
    }
};

KOBAI_TEST(LoggedFaultTest, QCoreApplication)
#include "LoggedFaultTest.moc"
