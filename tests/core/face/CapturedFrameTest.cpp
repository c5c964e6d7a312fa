// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/CapturedFrame.h"

#include "support/TestProgram.h"

#include <QBuffer>
#include <QPainter>
#include <QTest>

using namespace kobai::face;

/// A camera's motion JPEG: a whole frame is one, half a frame is none.
class CapturedFrameTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QImage picture(160, 120, QImage::Format_RGB888);
        QPainter painter(&picture);
        painter.fillRect(picture.rect(), QGradient(QGradient::NightFade));
        painter.end();
        QBuffer buffer(&m_frame);
        QVERIFY(picture.save(&buffer, "JPEG", 90));
        m_picture = picture;
    }

    void aWholeFrameIsTaken()
    {
        for (const QByteArray& padding :
             {QByteArray(), QByteArray(4'096, 0)}) { // some drivers hand over the whole buffer
            const QImage image = fromMotionJpeg(m_frame + padding);
            QCOMPARE(image.size(), m_picture.size());
            QCOMPARE(image.format(), QImage::Format_RGB888);
            const QColor there = image.pixelColor(80, 60);
            const QColor drawn = m_picture.pixelColor(80, 60);
            QVERIFY(std::abs(there.red() - drawn.red()) < 8 && std::abs(there.blue() - drawn.blue()) < 8);
        }
    }

    /// [row 25] Whatever is lost on the way, it is a bad frame and no face with a grey half.
    void aFrameCutShortIsNone()
    {
        for (qsizetype kept = 0; kept < m_frame.size() - 8; ++kept)
            QVERIFY2(fromMotionJpeg(m_frame.first(kept)).isNull(), qPrintable(QString::number(kept)));
        QVERIFY(fromMotionJpeg(m_frame.first(m_frame.size() / 2) + QByteArray(m_frame.size() / 2, 0)).isNull());
        QVERIFY(fromMotionJpeg("no picture at all").isNull());
    }

    /// As some cameras send them.
    void aWholeFrameWithoutItsEndMarkIsTaken()
    {
        QCOMPARE(fromMotionJpeg(m_frame.chopped(2)), fromMotionJpeg(m_frame));
    }

    void aFrameThatLostItsMiddleIsNone()
    {
        const qsizetype third = m_frame.size() / 3;
        QVERIFY(fromMotionJpeg(QByteArray(m_frame).remove(m_frame.size() / 2, third)).isNull());
    }

private:
    QImage m_picture;
    QByteArray m_frame;
};

KOBAI_TEST(CapturedFrameTest, QGuiApplication)
#include "CapturedFrameTest.moc"
