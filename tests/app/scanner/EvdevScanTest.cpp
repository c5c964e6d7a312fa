// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/EvdevScan.h"

#include "support/PlayedEvents.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::app;
using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;

class EvdevScanTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_scan.emplace(KeyMap::us());
        m_spoiled = 0;
    }

    void aCodeEndsWithEnterOrTab()
    {
        QCOMPARE(play(PlayedEvents().type(u"4901234567894"_s).tap(KEY_ENTER)), QStringList(u"4901234567894"_s));
        QCOMPARE(play(PlayedEvents().type(u"Ab12"_s).tap(KEY_TAB)), QStringList(u"Ab12"_s));
        QCOMPARE(play(PlayedEvents().type(u"77"_s).tap(KEY_KPENTER).tap(KEY_ENTER)), QStringList(u"77"_s));
    }

    void aSlowScannersCodeIsOne()
    {
        QCOMPARE(play(PlayedEvents(400).type(u"490123"_s).tap(KEY_ENTER)), QStringList(u"490123"_s));
    }

    void withoutEnterAPauseEndsIt()
    {
        PlayedEvents events;
        events.type(u"1111"_s).pause(EvdevScan::pauseMs + 1).type(u"2222"_s);
        QCOMPARE(play(events), QStringList(u"1111"_s));
        QVERIFY(m_scan->isWaiting());
        QCOMPARE(m_scan->settle().scan->text(), u"2222"_s);
        QVERIFY(!m_scan->isWaiting());
    }

    void repeatsAreNone()
    {
        PlayedEvents events;
        events.type(u"12"_s).add(EV_KEY, KEY_3, 1).report();
        for (int i = 0; i < 20; ++i)
            events.add(EV_KEY, KEY_3, 2).report();
        events.add(EV_KEY, KEY_3, 0).report().type(u"4"_s).tap(KEY_ENTER);
        QCOMPARE(play(events), QStringList(u"1234"_s));
    }

    void capsLockOfItsOwnTurnsLettersOver()
    {
        QCOMPARE(play(PlayedEvents().tap(KEY_CAPSLOCK).type(u"ab1"_s).tap(KEY_CAPSLOCK).type(u"c"_s).tap(KEY_ENTER)),
                 QStringList(u"AB1c"_s));
    }

    void signsMayBeTypedByTheirNumbers()
    {
        PlayedEvents events;
        for (const auto keys : {std::array{KEY_KP6, KEY_KP5}, std::array{KEY_KP4, KEY_KP9}}) { // A, 1
            events.add(EV_KEY, KEY_LEFTALT, 1).report().tap(keys[0]).tap(keys[1]);
            events.add(EV_KEY, KEY_LEFTALT, 0).report();
        }
        QCOMPARE(play(events.tap(KEY_ENTER)), QStringList(u"A1"_s));
    }

    void afterALossNothingOfTheCodeIsTold()
    {
        PlayedEvents events;
        events.type(u"490123"_s).add(EV_SYN, SYN_DROPPED, 0).add(EV_KEY, KEY_5, 1).report();
        events.type(u"67894"_s).tap(KEY_ENTER);
        QCOMPARE(play(events), QStringList());
        QCOMPARE(m_spoiled, 1);
        QCOMPARE(play(PlayedEvents().type(u"4901234567894"_s).tap(KEY_ENTER)), QStringList(u"4901234567894"_s));
        QCOMPARE(m_spoiled, 1);
    }

    // The events were read so late that what came after the loss is far behind what came before it.
    void theRestOfACodeIsNoneHoweverLateTheLossIs()
    {
        PlayedEvents events;
        events.type(u"490123"_s).pause(2000).add(EV_SYN, SYN_DROPPED, 0).report().type(u"67894"_s).tap(KEY_ENTER);
        QCOMPARE(play(events), QStringList());
        QCOMPARE(m_spoiled, 1);
    }

    void aLossBeforeTheFirstKeyIsOneToo()
    {
        QCOMPARE(play(PlayedEvents().add(EV_SYN, SYN_DROPPED, 0).report().type(u"67894"_s).tap(KEY_ENTER)),
                 QStringList());
        QCOMPARE(m_spoiled, 1);
    }

    void aShiftWhoseEndWasLostDoesNotStay()
    {
        PlayedEvents events;
        events.add(EV_KEY, KEY_LEFTSHIFT, 1).report().add(EV_SYN, SYN_DROPPED, 0).report().tap(KEY_ENTER);
        events.type(u"1234"_s).tap(KEY_ENTER);
        QCOMPARE(play(events), QStringList(u"1234"_s));
    }

    void unpluggedInTheMidstTheHalfIsDropped()
    {
        QCOMPARE(play(PlayedEvents().type(u"4901"_s)), QStringList());
        const auto outcome = m_scan->drop();
        QVERIFY(!outcome.scan);
        QVERIFY(outcome.spoiled);
        QVERIFY(!m_scan->drop().spoiled);
    }

    void aCodeWithoutAnEndDoesNotGrow()
    {
        PlayedEvents events(2);
        for (std::size_t i = 0; i < EvdevScan::mostStrokes + 100; ++i)
            events.tap(KEY_1);
        events.tap(KEY_ENTER).type(u"1234"_s).tap(KEY_ENTER);
        QCOMPARE(play(events), QStringList(u"1234"_s));
        QCOMPARE(m_spoiled, 1);
    }

    // Choosing: of all keyboards only what no hand can type
    void onlyAMachineIsListenedTo()
    {
        EvdevListener listener;
        QCOMPARE(listen(listener, PlayedEvents(130).type(u"4901234567894"_s).tap(KEY_ENTER)), QStringList());
        QCOMPARE(listen(listener, PlayedEvents(130).type(u"correct horse"_s.remove(u' ')).tap(KEY_ENTER)),
                 QStringList());
        QCOMPARE(listen(listener, PlayedEvents().pause(90'000).type(u"4901234567894"_s).tap(KEY_ENTER)),
                 QStringList(u"4901234567894"_s));
    }

    void withoutEnterAMachineIsKnownByThePause()
    {
        EvdevListener listener;
        QCOMPARE(listen(listener, PlayedEvents().type(u"4901234567894"_s)), QStringList());
        QVERIFY(listener.isWaiting());
        QCOMPARE(listener.settle()->text(), u"4901234567894"_s);
    }

    // A roll of fingers: one key is still down when the next goes
    void aRollOfFingersIsNoMachine()
    {
        PlayedEvents events;
        events.add(EV_KEY, KEY_1, 1).report().pause(40).add(EV_KEY, KEY_2, 1).report().pause(40);
        events.add(EV_KEY, KEY_1, 0).report().add(EV_KEY, KEY_3, 1).report().pause(40).add(EV_KEY, KEY_2, 0).report();
        events.add(EV_KEY, KEY_4, 1).report().pause(40).add(EV_KEY, KEY_3, 0).report().tap(KEY_ENTER);
        EvdevListener listener;
        QCOMPARE(listen(listener, events), QStringList());
    }

private:
    QStringList play(const PlayedEvents& events)
    {
        QStringList codes;
        for (const input_event& event : events.events()) {
            const EvdevScan::Outcome outcome = m_scan->take(event);
            if (outcome.scan)
                codes.append(outcome.scan->text());
            m_spoiled += outcome.spoiled ? 1 : 0;
        }
        return codes;
    }
    static QStringList listen(EvdevListener& listener, const PlayedEvents& events)
    {
        QStringList codes;
        for (const input_event& event : events.events()) {
            if (const auto scan = listener.take(event))
                codes.append(scan->text());
        }
        return codes;
    }

    std::optional<EvdevScan> m_scan;
    int m_spoiled = 0;
};

KOBAI_TEST(EvdevScanTest, QCoreApplication)
#include "EvdevScanTest.moc"
