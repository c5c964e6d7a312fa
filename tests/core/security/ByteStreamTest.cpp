// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/ByteStream.h"

#include "security/Random.h"
#include "support/MockClock.h"
#include "support/TestProgram.h"

#include <QTest>

#include <limits>

using namespace kobai;
using namespace kobai::security;
using namespace Qt::Literals::StringLiterals;

class ByteStreamTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAndBytesComeBack()
    {
        ByteWriter writer;
        writer.number(std::numeric_limits<std::int64_t>::min());
        writer.number(std::uint8_t(200));
        writer.fixed("abc");
        writer.number(std::uint16_t(0x1234));
        QCOMPARE(writer.bytes().last(2), QByteArray("\x34\x12", 2));
        ByteReader reader(writer.bytes());
        QCOMPARE(reader.number<std::int64_t>(), std::numeric_limits<std::int64_t>::min());
        QCOMPARE(reader.number<std::uint8_t>(), std::uint8_t(200));
        QVERIFY(reader.fixed(3) == QByteArrayView("abc"));
        QCOMPARE(reader.number<std::uint16_t>(), std::uint16_t(0x1234));
        QVERIFY(reader.atEnd() && !reader.failed());
    }

    void readingPastTheEndFailsForGood()
    {
        ByteReader reader("1234567");
        QCOMPARE(reader.number<std::int64_t>(), std::int64_t(0));
        QVERIFY(reader.failed());
        QCOMPARE(reader.number<std::uint8_t>(), std::uint8_t(0));
        QVERIFY(reader.fixed(1).isEmpty());
        ByteReader negative("1234567");
        QVERIFY(negative.fixed(-1).isEmpty());
        QVERIFY(negative.failed());
    }

    /// Else a hash over them could not tell "ab","c" from "a","bc".
    void movingABoundaryChangesTheBytes()
    {
        ByteWriter one;
        one.text(u"ab"_s);
        one.text(u"c"_s);
        ByteWriter other;
        other.text(u"a"_s);
        other.text(u"bc"_s);
        QVERIFY(one.bytes() != other.bytes());
    }

    void idsSortByTimeAndNeverRepeat()
    {
        SystemRandom random;
        test::MockClock clock;
        const auto early = newId<PersonId>(random, clock);
        const auto sameTime = newId<PersonId>(random, clock);
        clock.advance(std::chrono::milliseconds(1));
        const auto late = newId<PersonId>(random, clock);
        QVERIFY(early != sameTime);
        QVERIFY(early < late && sameTime < late);
        QVERIFY(!early.isNull());
    }
};

KOBAI_TEST(ByteStreamTest, QCoreApplication)
#include "ByteStreamTest.moc"
