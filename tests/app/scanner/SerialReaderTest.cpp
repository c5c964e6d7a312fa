// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/SerialReader.h"

#include "support/HeldTimer.h"
#include "support/PseudoPort.h"
#include "support/TestProgram.h"

#include <QSerialPort>
#include <QTest>

using namespace kobai;
using namespace kobai::app;
using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;
using Use = CodeReader::Use;

/// Over real pseudoterminals.
class SerialReaderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_port = std::make_unique<PseudoPort>();
        m_codes.clear();
        m_spoiled = 0;
        m_ended = 0;
    }
    void cleanup() { m_reader.reset(); }

    void codesAreRead()
    {
        open(Use::Own);
        m_port->send("\x02"
                     "4901234567894\r\n]C1AB 12\r");
        QTRY_COMPARE(m_codes, QStringList({u"4901234567894"_s, u"AB 12"_s}));
    }

    void withoutAnEndThePauseIsOne()
    {
        open(Use::Own);
        HeldTimer pause(m_reader->findChild<QObject*>(u"codePause"_s));
        for (const QByteArray& code : {"4901"_ba, "2345"_ba}) {
            m_port->send(code);
            QTRY_VERIFY(pause.isRunning());
            pause.fire();
            QTRY_COMPARE(m_codes.size(), 1);
            QCOMPARE(m_codes.takeFirst(), QString::fromLatin1(code));
        }
    }

    void unpluggedInTheMidstOfACode()
    {
        open(Use::Own);
        const HeldTimer pause(m_reader->findChild<QObject*>(u"codePause"_s));
        m_port->send("4901");
        QTRY_VERIFY(pause.isRunning());
        m_port->unplug();
        QTRY_COMPARE(m_ended, 1);
        QCOMPARE(m_spoiled, 1);
        QCOMPARE(m_codes, QStringList());
    }

    void listeningHearsCodesAlone()
    {
        open(Use::Listen);
        m_port->send("ready for use\r20428\r");
        QTRY_COMPARE(m_codes, QStringList(u"20428"_s));
    }

private:
    void open(Use use)
    {
        auto port = std::make_unique<QSerialPort>();
        port->setPortName(m_port->path());
        QVERIFY2(port->open(QIODevice::ReadOnly), qPrintable(port->errorString()));
        m_reader = std::make_unique<SerialReader>(std::move(port), use);
        connect(m_reader.get(), &CodeReader::scanned, this, [this](const Scan& scan) { m_codes.append(scan.text()); });
        connect(m_reader.get(), &CodeReader::spoiled, this, [this] { ++m_spoiled; });
        connect(m_reader.get(), &CodeReader::ended, this, [this] { ++m_ended; });
        m_reader->start();
    }

    std::unique_ptr<PseudoPort> m_port;
    std::unique_ptr<SerialReader> m_reader;
    QStringList m_codes;
    int m_spoiled = 0;
    int m_ended = 0;
};

KOBAI_TEST(SerialReaderTest, QCoreApplication)
#include "SerialReaderTest.moc"
