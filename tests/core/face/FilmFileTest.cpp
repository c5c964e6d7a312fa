// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/FilmFile.h"

#include "Models.h"
#include "face/Film.h"
#include "support/PlayedClock.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTransform>
#include <QtEndian>

#include <array>

using namespace kobai;
using namespace kobai::face;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The film with the mark that its frames have to be turned by so many quarters with the clock: the matrix of its tracks' headers
/// (ISO/IEC 14496-12, 8.3.2).
QByteArray marked(QByteArray film, int quarters)
{
    constexpr std::array<int, 4> cosines{1, 0, -1, 0};
    constexpr std::array<int, 4> sines{0, 1, 0, -1};
    const int cosine = cosines[std::size_t(quarters)] * 0x10000;
    const int sine = sines[std::size_t(quarters)] * 0x10000;
    const std::array<qint32, 9> matrix{cosine, sine, 0, -sine, cosine, 0, 0, 0, 0x40000000};
    for (qsizetype header = film.indexOf("tkhd"); header >= 0; header = film.indexOf("tkhd", header + 4)) {
        const qsizetype begin = header + (film[header + 4] == 0 ? 44 : 56); // version 1 has longer times
        for (std::size_t i = 0; i < matrix.size(); ++i)
            qToBigEndian<qint32>(matrix[i], film.data() + begin + 4 * qsizetype(i));
    }
    return film;
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
        QTest::addColumn<int>("quarters");
        QTest::newRow("none") << 0;
        QTest::newRow("a quarter") << 1;
        QTest::newRow("half") << 2;
        QTest::newRow("three quarters") << 3;
    }
    void marksAreObeyed()
    {
        QFETCH(const int, quarters);
        FilmFile plain;
        QVERIFY(plain.open(written(u"plain.mp4"_s, marked(m_plain, 0))));
        const QImage upright = plain.read().value_or(QImage());
        QVERIFY(!upright.isNull() && upright.width() != upright.height());
        const QImage expected = upright.transformed(QTransform().rotate(90 * quarters));

        const QString path = written(u"marked.mp4"_s, marked(m_plain, quarters));
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
