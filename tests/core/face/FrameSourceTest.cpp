// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/FrameSource.h"

#include "Models.h"
#include "support/PlayedClock.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

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

    void aBrokenPictureIsNamed()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"a.png"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no picture");
        file.close();
        const auto source = openFrameSource({.kind = CameraChoice::Kind::Folder, .where = folder.path()});
        QVERIFY(source.has_value());
        QCOMPARE((*source)->next().error(), (Fault{FaultCode::ClipUnreadable, u"a.png"_s}));
    }
};

KOBAI_TEST(FrameSourceTest, QCoreApplication)
#include "FrameSourceTest.moc"
