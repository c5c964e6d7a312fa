// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Mailbox.h"

#include "support/TestProgram.h"

#include <QTest>

#include <thread>

using namespace kobai;
using namespace std::chrono_literals;

class MailboxTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNewestLetterWins()
    {
        Mailbox<int> box;
        QVERIFY(!box.put(1));
        QVERIFY(box.put(2));
        QCOMPARE(box.take(0ms), std::optional(2));
        QCOMPARE(box.take(0ms), std::nullopt);
    }

    void aWaitingReaderIsWoken()
    {
        Mailbox<int> box;
        std::optional<int> got;
        std::thread reader([&] { got = box.take(5s); });
        box.put(3);
        reader.join();
        QCOMPARE(got, std::optional(3));
    }

    void closingWakesReadersAndRefusesLetters()
    {
        Mailbox<int> box;
        box.put(1);
        std::optional<int> got = 0;
        box.close();
        std::thread reader([&] { got = box.take(5s); });
        reader.join();
        QCOMPARE(got, std::nullopt);
        QVERIFY(!box.put(2));
        QCOMPARE(box.take(0ms), std::nullopt);
    }

    void nothingIsLostOrRepeatedBetweenTwoThreads()
    {
        Mailbox<int> box;
        constexpr int last = 20000;
        int previous = 0;
        bool ascending = true;
        std::thread reader([&] {
            while (previous != last) {
                const auto letter = box.take(5s);
                if (!letter)
                    break;
                ascending = ascending && *letter > previous;
                previous = *letter;
            }
        });
        for (int i = 1; i <= last; ++i)
            box.put(i);
        reader.join();
        QVERIFY(ascending);
        QCOMPARE(previous, last);
    }
};

KOBAI_TEST(MailboxTest, QCoreApplication)
#include "MailboxTest.moc"
