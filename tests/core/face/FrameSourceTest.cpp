// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/FrameSource.h"

#include "Models.h"
#include "face/DeviceSource.h"
#include "support/MarkedPicture.h"
#include "support/PlayedClock.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cerrno>
#include <cmath>

using namespace kobai;
using namespace kobai::face;
using namespace Qt::Literals::StringLiterals;

namespace {

FaultCode codeOf(const CameraChoice& choice)
{
    const auto source = openFrameSource(choice);
    return source ? FaultCode::Internal : source.error().code;
}

void writePicture(const QTemporaryDir& folder, const QString& name, QColor colour)
{
    QImage picture(32, 24, QImage::Format_RGB32);
    picture.fill(colour);
    QVERIFY(picture.save(folder.filePath(name)));
}

} // namespace

class FrameSourceTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void absentCamerasAreSaidToBe()
    {
        QCOMPARE(codeOf({.kind = CameraChoice::Kind::Device, .where = u"97"_s}), FaultCode::CameraAbsent);
        QCOMPARE(codeOf({.kind = CameraChoice::Kind::Device, .where = u"/dev/null"_s}), FaultCode::CameraAbsent);
        QCOMPARE(codeOf({.kind = CameraChoice::Kind::Device, .where = u""_s}), FaultCode::CameraAbsent);
    }

    void whyACameraDoesNotOpenIsSaid()
    {
        for (const int error : {ENOENT, ENODEV, ENXIO, EIO, 0})
            QCOMPARE(deviceFault(error), FaultCode::CameraAbsent);
        QCOMPARE(deviceFault(EBUSY), FaultCode::CameraBusy);
        for (const int error : {EACCES, EPERM})
            QCOMPARE(deviceFault(error), FaultCode::CameraDenied);
    }

    void whatIsNoClipIsRefused()
    {
        const QTemporaryDir folder;
        const QString text = folder.filePath(u"clip.mp4"_s);
        QFile file(text);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no film at all");
        file.close();
        for (const QString& where : {text, folder.filePath(u"missing.mp4"_s), folder.path(), QString()})
            QCOMPARE(codeOf({.kind = CameraChoice::Kind::Clip, .where = where}), FaultCode::ClipUnreadable);
        QCOMPARE(codeOf({.kind = CameraChoice::Kind::Folder, .where = folder.path()}), FaultCode::ClipUnreadable);
        QCOMPARE(codeOf({.kind = CameraChoice::Kind::Folder, .where = folder.filePath(u"none"_s)}),
                 FaultCode::ClipUnreadable);
    }

    void aClipKeepsToItsRate()
    {
        KOBAI_NEED_MODELS();
        const test::PlayedClock clock;
        const auto source = openFrameSource(
            {.kind = CameraChoice::Kind::Clip, .where = QDir(test::modelFolder()).filePath(u"clips/cap13_edit2.mp4"_s)},
            clock);
        QVERIFY(source.has_value());
        const MonotonicClock::Time begun = clock.now();
        for (int i = 0; i < 26; ++i) {
            const auto frame = (*source)->next();
            QVERIFY(frame.has_value());
            QCOMPARE(frame->taken, clock.now());
            QCOMPARE(frame->number, std::int64_t(i));
            QCOMPARE(frame->image.format(), QImage::Format_RGB888);
            QVERIFY(frame->image.width() > 100);
        }
        const std::chrono::duration<double> played = clock.now() - begun;
        QCOMPARE(std::round(25 / played.count()), 25.0); // frames a second, as the file says
    }

    void aFolderEndsOrStartsOver()
    {
        const QTemporaryDir folder;
        writePicture(folder, u"b.png"_s, Qt::green);
        writePicture(folder, u"a.png"_s, Qt::red);
        QFile(folder.filePath(u"notes.txt"_s)).open(QIODevice::WriteOnly);

        const test::PlayedClock clock;
        const auto once =
            openFrameSource({.kind = CameraChoice::Kind::Folder, .where = folder.path(), .loop = false}, clock);
        QVERIFY(once.has_value());
        QCOMPARE((*once)->next()->image.pixelColor(3, 3), QColor(Qt::red));
        QCOMPARE((*once)->next()->image.pixelColor(3, 3), QColor(Qt::green));
        QCOMPARE((*once)->next().error().code, FaultCode::ClipEnded);

        const auto again =
            openFrameSource({.kind = CameraChoice::Kind::Folder, .where = folder.path(), .loop = true}, clock);
        QVERIFY(again.has_value());
        (void)(*again)->next();
        (void)(*again)->next();
        const auto third = (*again)->next();
        QCOMPARE(third->image.pixelColor(3, 3), QColor(Qt::red));
        QCOMPARE(third->number, std::int64_t(2));
    }

    void onePictureIsACameraToo()
    {
        const QTemporaryDir folder;
        QImage upright(60, 40, QImage::Format_RGB888);
        upright.fill(Qt::blue);
        QFile file(folder.filePath(u"a.jpg"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(test::markedJpeg(upright, 6)) > 0);
        file.close();
        writePicture(folder, u"b.png"_s, Qt::red); // beside it, and none of its business
        const test::PlayedClock clock;
        const auto camera =
            openFrameSource({.kind = CameraChoice::Kind::Clip, .where = file.fileName(), .loop = true}, clock);
        QVERIFY(camera.has_value());
        for (int i = 0; i < 3; ++i) {
            const auto frame = (*camera)->next();
            QVERIFY(frame.has_value());
            QCOMPARE(frame->image.size(), QSize(60, 40));
            QVERIFY(frame->image.pixelColor(30, 20).blue() > 200);
        }
        QVERIFY(file.resize(file.size() / 2));
        const auto broken = openFrameSource({.kind = CameraChoice::Kind::Clip, .where = file.fileName()}, clock);
        QCOMPARE(broken.error(), (Fault{FaultCode::ClipUnreadable, u"a.jpg"_s}));
    }

    // Each broken one is said once, by its place: a name may be somebody's, and the log is no place for it.
    void brokenPicturesAreLeftOut()
    {
        const QTemporaryDir folder;
        writePicture(folder, u"b.png"_s, Qt::red);
        writePicture(folder, u"d.jpg"_s, Qt::blue);
        QVERIFY(QFile::resize(folder.filePath(u"d.jpg"_s), 500));
        writePicture(folder, u"f.png"_s, Qt::green);
        for (const QString& name : {u"a.jpg"_s, u"c.png"_s, u"g.heic"_s})
            QVERIFY(QFile(folder.filePath(name)).open(QIODevice::WriteOnly));
        QVERIFY(QDir(folder.path()).mkdir(u"e.jpg"_s));
        for (const int place : {1, 3, 4, 5, 7}) {
            const QByteArray line =
                "of the folder's 7 pictures number " + QByteArray::number(place) + " cannot be read and is left out";
            QTest::ignoreMessage(QtWarningMsg, line.constData());
        }
        const test::PlayedClock clock;
        const auto source = openFrameSource({.kind = CameraChoice::Kind::Folder, .where = folder.path()}, clock);
        QVERIFY(source.has_value());
        for (int round = 0; round < 3; ++round) {
            for (const Qt::GlobalColor colour : {Qt::red, Qt::green}) {
                const auto frame = (*source)->next();
                QVERIFY(frame.has_value());
                QCOMPARE(frame->image.pixelColor(3, 3), QColor(colour));
            }
        }
    }

    void aFolderOfNothingButBrokenPicturesIsAFault()
    {
        const QTemporaryDir folder;
        for (const QString& name : {u"a.png"_s, u"b.heic"_s})
            QVERIFY(QFile(folder.filePath(name)).open(QIODevice::WriteOnly));
        for (const bool loop : {true, false}) {
            const auto source =
                openFrameSource({.kind = CameraChoice::Kind::Folder, .where = folder.path(), .loop = loop});
            QVERIFY(source.has_value());
            const Fault fault{FaultCode::ClipUnreadable, QDir(folder.path()).dirName()};
            QCOMPARE((*source)->next().error(), fault);
            QCOMPARE((*source)->next().error(), fault);
        }
    }

    void aFoldersPicturesAreUpright()
    {
        const QTemporaryDir folder;
        QImage upright(32, 24, QImage::Format_RGB32);
        upright.fill(Qt::red);
        for (int row = 12; row < 24; ++row) {
            for (int column = 0; column < 32; ++column)
                upright.setPixelColor(column, row, Qt::blue);
        }
        QFile file(folder.filePath(u"a.jpg"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(test::markedJpeg(upright, 6));
        file.close();
        const test::PlayedClock clock;
        const auto source = openFrameSource({.kind = CameraChoice::Kind::Folder, .where = folder.path()}, clock);
        QVERIFY(source.has_value());
        const QImage seen = (*source)->next()->image;
        QCOMPARE(seen.size(), upright.size());
        QVERIFY(seen.pixelColor(16, 4).red() > 200 && seen.pixelColor(16, 20).blue() > 200);
    }
};

KOBAI_TEST(FrameSourceTest, QCoreApplication)
#include "FrameSourceTest.moc"
