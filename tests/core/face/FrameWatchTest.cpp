// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/FrameWatch.h"

#include "support/TestProgram.h"

#include <QTest>

using namespace kobai::face;
using namespace std::chrono_literals;

/// When a camera is said to have fallen silent. [row 25]
class FrameWatchTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCameraHasTenSecondsToStart()
    {
        const FrameWatch watch(m_start);
        QVERIFY(!watch.isSilent(m_start + 10s - 1ms));
        QVERIFY(watch.isSilent(m_start + 10s));
    }

    void fiveSecondsAfterItsLastFrameItIsSilent()
    {
        FrameWatch watch(m_start);
        watch.frameCame(m_start + 9s);
        QVERIFY(!watch.isSilent(m_start + 14s - 1ms));
        QVERIFY(watch.isSilent(m_start + 14s));
        watch.frameCame(m_start + 14s);
        QVERIFY(!watch.isSilent(m_start + 14s));
    }

private:
    const FrameWatch::Time m_start{1h};
};

KOBAI_TEST(FrameWatchTest, QCoreApplication)
#include "FrameWatchTest.moc"
