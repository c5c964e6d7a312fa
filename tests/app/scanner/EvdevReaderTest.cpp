// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/EvdevReader.h"

#include "support/HeldTimer.h"
#include "support/PipedKeys.h"
#include "support/TestProgram.h"

#include <QSignalSpy>
#include <QTest>

using namespace kobai;
using namespace kobai::app;
using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;
using Use = CodeReader::Use;
using End = CodeReader::End;

/// Over real pipes.
class EvdevReaderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_keys = std::make_unique<PipedKeys>();
        m_codes.clear();
        m_ends.clear();
        m_spoiled = 0;
    }
    void cleanup()
    {
        m_reader.reset();
        m_keys.reset();
    }

    void codesAreRead()
    {
        open(Use::Own);
        QVERIFY(m_keys->isGrabbed());
        m_keys->play(PlayedEvents().type(u"4901234567894"_s).tap(KEY_ENTER).type(u"A1b2"_s).tap(KEY_ENTER));
        QTRY_COMPARE(m_codes, QStringList({u"4901234567894"_s, u"A1b2"_s}));
        m_reader.reset();
        QVERIFY(!m_keys->isOpen());
    }

    void aCodeInPiecesIsOne()
    {
        open(Use::Own);
        const HeldTimer pause(m_reader->findChild<QObject*>(u"codePause"_s));
        const QByteArray bytes = PlayedEvents().type(u"4901234567894"_s).tap(KEY_ENTER).bytes();
        for (qsizetype at = 0; at < bytes.size(); at += 100) { // no multiple of an event
            m_keys->write(bytes.mid(at, 100));
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(m_codes, QStringList(u"4901234567894"_s));
    }

    void withoutEnterThePauseEndsIt()
    {
        open(Use::Own);
        HeldTimer pause(m_reader->findChild<QObject*>(u"codePause"_s));
        m_keys->play(PlayedEvents().type(u"490123"_s));
        QTRY_VERIFY(pause.isRunning());
        QCOMPARE(m_codes, QStringList());
        pause.fire();
        QTRY_COMPARE(m_codes, QStringList(u"490123"_s));
    }

    // The thread was busy: the pause is over by the timer, but not by the keys that wait to be read.
    void keysThatAreReadLateBelongToTheirCode()
    {
        open(Use::Own);
        HeldTimer pause(m_reader->findChild<QObject*>(u"codePause"_s));
        PlayedEvents events;
        events.type(u"490123"_s);
        m_keys->play(events);
        QTRY_VERIFY(pause.isRunning());
        const qsizetype read = events.bytes().size();
        events.type(u"4567894"_s).tap(KEY_ENTER);
        m_keys->write(events.bytes().mid(read));
        pause.fire();
        QTRY_COMPARE(m_codes, QStringList(u"4901234567894"_s));
    }

    void unpluggedInTheMidstOfACode()
    {
        open(Use::Own);
        m_keys->play(PlayedEvents().type(u"490123"_s));
        m_keys->unplug();
        QTRY_COMPARE(m_ends, QList<End>{End::Unplugged});
        QCOMPARE(m_spoiled, 1);
        QCOMPARE(m_codes, QStringList());
    }

    void aLossIsSaid()
    {
        open(Use::Own);
        m_keys->play(PlayedEvents().type(u"49"_s).add(EV_SYN, SYN_DROPPED, 0).report().type(u"67894"_s).tap(KEY_ENTER));
        QTRY_COMPARE(m_spoiled, 1);
        m_keys->play(PlayedEvents().type(u"4444"_s).tap(KEY_ENTER));
        QTRY_COMPARE(m_codes, QStringList(u"4444"_s));
    }

    void anotherProgramHasIt()
    {
        m_keys->setTaken(true);
        open(Use::Own);
        QCOMPARE(m_ends, QList<End>{End::Busy});
        m_keys->play(PlayedEvents().type(u"4444"_s).tap(KEY_ENTER));
        QCoreApplication::processEvents();
        QCOMPARE(m_codes, QStringList());
    }

    // The Enter of the code by which it was chosen is still down: grabbed now, it would stay down for all other programs.
    void itIsTakenOnceNoKeyIsDown()
    {
        m_keys->setAnyKeyDown(true);
        open(Use::Own);
        QVERIFY(!m_keys->isGrabbed());
        m_keys->setAnyKeyDown(false);
        m_keys->play(PlayedEvents().add(EV_KEY, KEY_ENTER, 0).report());
        QTRY_VERIFY(m_keys->isGrabbed());
        m_keys->play(PlayedEvents().type(u"4444"_s).tap(KEY_ENTER));
        QTRY_COMPARE(m_codes, QStringList(u"4444"_s));
    }

    // Those keys went to the window system as well, which makes the code of them.
    void aCodeThatOthersHeardIsNotToldTwice()
    {
        m_keys->setAnyKeyDown(true);
        open(Use::Own);
        m_keys->setAnyKeyDown(false);
        m_keys->play(PlayedEvents().type(u"4444"_s).tap(KEY_ENTER));
        QTRY_VERIFY(m_keys->isGrabbed());
        QCOMPARE(m_codes, QStringList());
    }

    void listeningTakesNothingFromOthersAndHearsNoHand()
    {
        open(Use::Listen);
        QVERIFY(!m_keys->isGrabbed());
        m_keys->play(PlayedEvents(130).type(u"4901234567894"_s).tap(KEY_ENTER));
        m_keys->play(PlayedEvents().pause(60'000).type(u"20428"_s).tap(KEY_ENTER));
        QTRY_COMPARE(m_codes, QStringList(u"20428"_s));
        QVERIFY(!m_keys->isGrabbed());
    }

private:
    void open(Use use)
    {
        m_reader = std::make_unique<EvdevReader>(m_keys->source(), KeyMap::us(), use);
        connect(m_reader.get(), &CodeReader::scanned, this, [this](const Scan& scan) { m_codes.append(scan.text()); });
        connect(m_reader.get(), &CodeReader::spoiled, this, [this] { ++m_spoiled; });
        connect(m_reader.get(), &CodeReader::ended, this, [this](End end) { m_ends.append(end); });
        m_reader->start();
    }

    std::unique_ptr<PipedKeys> m_keys;
    std::unique_ptr<EvdevReader> m_reader;
    QStringList m_codes;
    QList<End> m_ends;
    int m_spoiled = 0;
};

KOBAI_TEST(EvdevReaderTest, QCoreApplication)
#include "EvdevReaderTest.moc"
