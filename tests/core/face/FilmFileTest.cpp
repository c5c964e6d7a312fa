// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/FilmFile.h"

#include "Models.h"
#include "face/Film.h"
#include "face/Orientation.h"
#include "support/MarkedPicture.h"
#include "support/PlayedClock.h"
#include "support/TestProgram.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QTemporaryDir>
#include <QtEndian>

#include <array>

using namespace kobai;
using namespace kobai::face;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The film with the mark of that number (face/Orientation.h): the matrix of its tracks' headers (ISO/IEC 14496-12, 8.3.2), where a step to
/// the right and a step down go to.
QByteArray marked(QByteArray film, Orientation orientation)
{
    using Steps = std::array<int, 4>;
    constexpr std::array<Steps, 8> all{Steps{1, 0, 0, 1}, Steps{-1, 0, 0, 1}, Steps{-1, 0, 0, -1}, Steps{1, 0, 0, -1},
                                       Steps{0, 1, 1, 0}, Steps{0, 1, -1, 0}, Steps{0, -1, -1, 0}, Steps{0, -1, 1, 0}};
    const Steps& steps = all[std::size_t(orientation - 1)];
    constexpr int one = 0x10000;
    const std::array<qint32, 9> matrix{steps[0] * one, steps[1] * one, 0, steps[2] * one, steps[3] * one, 0, 0, 0,
                                       0x40000000};
    for (qsizetype header = film.indexOf("tkhd"); header >= 0; header = film.indexOf("tkhd", header + 4)) {
        const qsizetype begin = header + (film[header + 4] == 0 ? 44 : 56); // version 1 has longer times
        for (std::size_t i = 0; i < matrix.size(); ++i)
            qToBigEndian<qint32>(matrix[i], film.data() + begin + 4 * qsizetype(i));
    }
    return film;
}

int greyAt(int place)
{
    return 20 + 5 * place;
}

/// Motion JPEG at 25 frames a second, each of one grey.
void writeGreys(const QString& path, int frames)
{
    const auto writer = FilmWriter::create(path, {64, 48}, 25, 95);
    QVERIFY(writer.has_value());
    for (int place = 0; place < frames; ++place) {
        QImage picture(64, 48, QImage::Format_RGB888);
        picture.fill(qRgb(greyAt(place), greyAt(place), greyAt(place)));
        QVERIFY((*writer)->write(picture).has_value());
    }
}

/// Overwrites the data of these frames with zeros ("00dc": a frame of the first stream, its size in 4 bytes, its data).
void damage(const QString& path, const QList<int>& frames)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    qsizetype at = bytes.indexOf("movi");
    for (int place = 0; place <= frames.last(); ++place) {
        at = bytes.indexOf("00dc", at + 4);
        QVERIFY(at > 0);
        const auto size = qFromLittleEndian<quint32>(bytes.constData() + at + 4);
        if (frames.contains(place))
            bytes.replace(at + 8, size, QByteArray(size, 0));
        at += 4 + size;
    }
    QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
}

} // namespace

/// Films are upright by their rotation mark wherever they come in, and a broken one is a fault.
class FilmFileTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        KOBAI_NEED_MODELS();
        QFile plain(QDir(test::modelFolder()).filePath(u"clips/franck.mp4"_s));
        QVERIFY(plain.open(QIODevice::ReadOnly));
        m_plain = plain.readAll();
        QVERIFY(m_plain.contains("tkhd"));
    }

    void marksAreObeyed_data()
    {
        QTest::addColumn<int>("orientation");
        for (Orientation orientation = 1; orientation <= 8; ++orientation)
            QTest::addRow("%d", orientation) << orientation;
    }
    void marksAreObeyed()
    {
        QFETCH(const int, orientation);
        FilmFile plain;
        QVERIFY(plain.open(written(u"plain.mp4"_s, marked(m_plain, 1))));
        const QImage image = plain.read().value_or(QImage());
        QVERIFY(!image.isNull() && image.width() != image.height());
        // What Qt makes of the same number in a picture.
        const QByteArray picture = test::markedJpeg(image, orientation);
        QBuffer buffer;
        buffer.setData(picture);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        QImageReader sensor(&buffer, "jpeg");
        const QImage asItIs = sensor.read();
        buffer.seek(0);
        QImageReader turning(&buffer, "jpeg");
        turning.setAutoTransform(true);
        QCOMPARE(upright(asItIs, orientation), turning.read());
        const QImage expected = upright(image, orientation);

        const QString path = written(u"marked.mp4"_s, marked(m_plain, orientation));
        FilmFile film;
        QVERIFY(film.open(path));
        QCOMPARE(film.read().value_or(QImage()), expected);
        QVERIFY(film.open(path)); // over again, as a clip in a loop
        QVERIFY(film.skip());
        QVERIFY(film.open(path));
        QCOMPARE(film.read().value_or(QImage()), expected);

        const test::PlayedClock clock;
        const auto camera = openFrameSource({.kind = CameraChoice::Kind::Clip, .where = path}, clock);
        QVERIFY(camera.has_value());
        QCOMPARE((*camera)->next()->image, expected);
        const auto reader = FilmReader::open(path);
        QVERIFY(reader.has_value());
        QCOMPARE((*reader)->next()->image, expected);
    }

    /// What is damaged in the middle is left out: the film goes on behind it, and at its own time.
    void aFilmGoesOnBehindDamagedFrames()
    {
        constexpr int frames = 40;
        const QList<int> damaged{10, 11, 12, 30};
        const QString path = QDir(m_folder.path()).filePath(u"damaged.avi"_s);
        writeGreys(path, frames);
        damage(path, damaged);
        const auto greyOf = [](const QImage& image) { return qGray(image.pixel(32, 24)); };
        QList<int> places;
        FilmFile film;
        QVERIFY(film.open(path));
        while (const auto frame = film.read()) {
            places.append(int(film.place()));
            QVERIFY(std::abs(greyOf(*frame) - greyAt(places.last())) < 3);
        }
        QList<int> whole;
        for (int place = 0; place < frames; ++place) {
            if (!damaged.contains(place))
                whole.append(place);
        }
        QCOMPARE(places, whole);

        const auto reader = FilmReader::open(path);
        QVERIFY(reader.has_value());
        std::optional<Frame> last;
        while (auto frame = (*reader)->next())
            last = std::move(frame);
        QCOMPARE(last->number, frames - 1);
        QCOMPARE(std::chrono::round<std::chrono::milliseconds>(last->taken.time_since_epoch()).count(),
                 (frames - 1) * 40);

        // A clip that plays as a camera keeps its pace: what is left out is waited for.
        const test::PlayedClock clock;
        const auto camera = openFrameSource({.kind = CameraChoice::Kind::Clip, .where = path}, clock);
        QVERIFY(camera.has_value());
        const auto first = (*camera)->next()->taken;
        for (qsizetype i = 1; i < whole.size(); ++i) {
            const auto frame = (*camera)->next();
            QVERIFY(std::abs(greyOf(frame->image) - greyAt(whole[i])) < 3);
        }
        QCOMPARE(std::chrono::round<std::chrono::milliseconds>(clock.now() - first).count(), (frames - 1) * 40);
    }

    void aBrokenFilmIsAFault_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("the beginning") << m_plain.left(100);
        QTest::newRow("text") << QByteArray("no film at all");
        QTest::newRow("without its frames") << m_plain.left(m_plain.indexOf("mdat") + 4);
    }
    void aBrokenFilmIsAFault()
    {
        QFETCH(const QByteArray, bytes);
        const QString path = written(u"broken.mp4"_s, bytes);
        const auto camera = openFrameSource({.kind = CameraChoice::Kind::Clip, .where = path});
        QVERIFY(!camera.has_value());
        QCOMPARE(camera.error(), (Fault{FaultCode::ClipUnreadable, u"broken.mp4"_s}));
        FilmFile film;
        QVERIFY(!film.open(path) || !film.read());
        QVERIFY(!FilmFile().read() && !FilmFile().skip());
    }

    // Broken pictures are not handed to FFmpeg, which would make half of one up.
    void aBrokenPictureIsNoFilm()
    {
        QImage grey(64, 64, QImage::Format_RGB888);
        grey.fill(Qt::gray);
        const QString path = m_folder.filePath(u"cut.jpg"_s);
        QVERIFY(grey.save(path));
        QVERIFY(FilmReader::open(path).has_value());
        QVERIFY(QFile::resize(path, QFileInfo(path).size() - 20));
        QCOMPARE(FilmReader::open(path).error(), (Fault{FaultCode::ClipUnreadable, u"cut.jpg"_s}));
        for (const auto& [name, bytes] : {std::pair{u"empty.jpg"_s, QByteArray()}, {u"phone.heic"_s, m_plain}})
            QCOMPARE(FilmReader::open(written(name, bytes)).error().code, FaultCode::ClipUnreadable);
    }

private:
    [[nodiscard]] QString written(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    QTemporaryDir m_folder;
    QByteArray m_plain;
};

KOBAI_TEST(FilmFileTest, QCoreApplication)
#include "FilmFileTest.moc"
