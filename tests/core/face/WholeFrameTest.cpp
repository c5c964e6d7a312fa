// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/WholeFrame.h"

#include "support/TestProgram.h"

#include <QTest>

#include <new>
#include <stdexcept>

using namespace kobai::face;

namespace {

QImage whole()
{
    QImage image(4, 3, QImage::Format_RGB888);
    image.fill(Qt::gray);
    return image;
}

bool there()
{
    return true;
}

} // namespace

/// One broken frame is one frame; only many in a row, or no more frames, are the end.
class WholeFrameTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBrokenFrameIsPassedOver()
    {
        int tries = 0;
        const auto afterOne = nextWholeFrame(there, [&] { return ++tries == 1 ? QImage() : whole(); });
        QVERIFY(afterOne.has_value());
        QCOMPARE(tries, 2);
    }

    void whatOneFrameThrowsIsABrokenFrame()
    {
        int tries = 0;
        const auto retrieved = nextWholeFrame(there, [&]() -> QImage {
            if (++tries < 3)
                throw std::runtime_error("half a frame");
            return whole();
        });
        QVERIFY(retrieved.has_value());
        tries = 0;
        const auto grabbed = nextWholeFrame(
            [&]() -> bool {
                if (++tries < 3)
                    throw std::runtime_error("no frame");
                return true;
            },
            whole);
        QVERIFY(grabbed.has_value());
    }

    void manyInARowAreTheEnd()
    {
        int tries = 0;
        QVERIFY(!nextWholeFrame(there, [&] {
            ++tries;
            return QImage();
        }));
        QCOMPARE(tries, mostBrokenFrames);
        tries = 0;
        const auto last = nextWholeFrame(there, [&] { return ++tries < mostBrokenFrames ? QImage() : whole(); });
        QVERIFY(last.has_value());
    }

    void noMoreFramesIsTheEndAtOnce()
    {
        int tries = 0;
        const auto none = nextWholeFrame(
            [&] {
                ++tries;
                return false;
            },
            whole);
        QVERIFY(!none.has_value());
        QCOMPARE(tries, 1);
    }

    void noMemoryIsNoBrokenFrame()
    {
        QVERIFY_EXCEPTION_THROWN((void)nextWholeFrame(there, []() -> QImage { throw std::bad_alloc(); }),
                                 std::bad_alloc);
    }
};

KOBAI_TEST(WholeFrameTest, QCoreApplication)
#include "WholeFrameTest.moc"
