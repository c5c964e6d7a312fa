// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/PictureFile.h"

#include "support/MarkedPicture.h"
#include "support/TestProgram.h"

#include <QBuffer>
#include <QFile>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace kobai;
using namespace kobai::face;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A colour in each quarter, so that every turn and mirroring shows; with grain, so that half of a file is half of the picture.
QImage quarters(QImage::Format format = QImage::Format_RGB32)
{
    QImage picture(64, 48, QImage::Format_RGB32);
    QPainter painter(&picture);
    painter.fillRect(0, 0, 32, 24, Qt::red);
    painter.fillRect(32, 0, 32, 24, Qt::green);
    painter.fillRect(0, 24, 32, 24, Qt::blue);
    painter.fillRect(32, 24, 32, 24, Qt::white);
    for (int i = 0; i < 300; ++i)
        painter.fillRect(i * 37 % 64, i * 23 % 48, 1, 1, QColor(i * 91 % 256, i * 57 % 256, i * 13 % 256));
    painter.end();
    return picture.convertToFormat(format);
}

QByteArray encoded(const QImage& picture, const char* format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return picture.save(&buffer, format) ? bytes : QByteArray();
}

/// Which corners are red, green, blue, white; an encoder's rounding apart.
bool isUpright(const QImage& picture)
{
    const auto near = [&](int x, int y, QColor wanted) {
        int sum = 0;
        for (int i = 0; i < 8; ++i) {
            const QColor found = picture.pixelColor(x + i, y + i);
            sum += std::abs(found.red() - wanted.red()) + std::abs(found.green() - wanted.green())
                   + std::abs(found.blue() - wanted.blue());
        }
        return sum / 8 < 200;
    };
    return picture.size() == QSize(64, 48) && near(8, 6, Qt::red) && near(44, 6, Qt::green) && near(8, 34, Qt::blue)
           && near(44, 34, Qt::white);
}

/// 3 x 2 pixels, black and white, as ffmpeg and GIMP write it.
const QByteArray gif = QByteArray::fromHex("474946383961030002008000"
                                           "00000000ffffff2c00000000030002000002"
                                           "03048e5100"
                                           "3b");

} // namespace

/// Every file that is no picture, or no whole one, is a fault; whatever a picture is made of, it is upright and plain.
class PictureFileTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void marksAreObeyed_data()
    {
        QTest::addColumn<int>("orientation");
        for (int orientation = 1; orientation <= 8; ++orientation)
            QTest::addRow("%d", orientation) << orientation;
    }
    void marksAreObeyed()
    {
        QFETCH(const int, orientation);
        const QString path = written(u"marked.jpg"_s, test::markedJpeg(quarters(), orientation));
        const auto picture = readPicture(path);
        QVERIFY(picture.has_value());
        QVERIFY(isUpright(*picture));
        QCOMPARE(isUpright(QImage(path)), orientation == 1); // the mark was needed
    }

    /// Wherever a mark may stand: a PNG's own chunk, behind what an editor wrote, in XMP alone.
    void marksAreObeyedWhereverTheyStand_data() { marksAreObeyed_data(); }
    void marksAreObeyedWhereverTheyStand()
    {
        QFETCH(const int, orientation);
        QVERIFY(isUpright(*decodedPicture(test::markedPng(quarters(), orientation), u"a"_s)));
        const QByteArray jpeg = test::markedJpeg(quarters(), orientation);
        QVERIFY(isUpright(*decodedPicture(QByteArray(jpeg).insert(2, test::xmpSegment(1)), u"a"_s)));
        const auto exif = jpeg.mid(2, 2 + 256 * uchar(jpeg[4]) + uchar(jpeg[5]));
        QVERIFY(isUpright(*decodedPicture(QByteArray(jpeg).replace(exif, test::xmpSegment(orientation)), u"a"_s)));
    }

    void anImpossibleMarkIsNone()
    {
        for (const int orientation : {0, 9, 77})
            QVERIFY(isUpright(*decodedPicture(test::markedJpeg(quarters(), orientation), u"a"_s)));
    }

    void aFilmOfPicturesIsNoStill()
    {
        const QByteArray jpeg = encoded(quarters(), "JPG");
        QVERIFY(isStill(written(u"a.jpg"_s, jpeg)));
        QVERIFY(isStill(written(u"a"_s, jpeg)));
        QVERIFY(isStill(written(u"broken.png"_s, "no picture")));
        QVERIFY(!isStill(written(u"a.mjpeg"_s, jpeg + jpeg)));
        QVERIFY(!isStill(written(u"a.mp4"_s, "no picture")));
        const QString pipe = m_folder.filePath(u"pipe.jpg"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QVERIFY(!isStill(pipe)); // and nobody waits for it
        QVERIFY(QFile::remove(pipe));
    }

    /// A few bytes that say they are as large as the format can tell are refused at once.
    void aJpegThatSaysItIsHugeIsNone()
    {
        for (const bool progressive : {false, true}) {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            QImageWriter writer(&buffer, "jpeg");
            writer.setProgressiveScanWrite(progressive);
            QVERIFY(writer.write(quarters()));
            const qsizetype frame = bytes.indexOf(progressive ? QByteArray("\xFF\xC2", 2) : QByteArray("\xFF\xC0", 2));
            QVERIFY(frame > 0);
            bytes.replace(frame + 5, 4, QByteArray::fromHex("ffdcffdc"));
            QVERIFY(!decodedPicture(bytes, u"a"_s));
        }
    }

    void aMarkWithoutANumberIsNone()
    {
        QByteArray jpeg = test::markedJpeg(quarters(), 1);
        const QByteArray oneShort = QByteArray::fromHex("0112000300000001");
        QVERIFY(jpeg.contains(oneShort));
        jpeg.replace(oneShort, QByteArray::fromHex("0112000300000000"));
        QVERIFY(isUpright(*decodedPicture(jpeg, u"a"_s)));
    }

    /// Lost on a bad disk or on the way, while the end is there.
    void whatLostItsMiddleIsNoPicture_data()
    {
        QTest::addColumn<bool>("progressive");
        QTest::newRow("in lines") << false;
        QTest::newRow("progressive") << true;
    }
    void whatLostItsMiddleIsNoPicture()
    {
        QFETCH(const bool, progressive);
        QByteArray whole;
        QBuffer buffer(&whole);
        QImageWriter writer(&buffer, "jpeg");
        writer.setProgressiveScanWrite(progressive);
        QVERIFY(writer.write(quarters().scaled(640, 480)));
        QVERIFY(decodedPicture(whole, u"a"_s).has_value());
        for (const qsizetype part : {4, 8, 16}) {
            const qsizetype lost = whole.size() / part;
            const qsizetype from = whole.size() / 2;
            QVERIFY(!decodedPicture(QByteArray(whole).remove(from, lost), u"a"_s));
            QVERIFY(!decodedPicture(QByteArray(whole).replace(from, lost, QByteArray(lost, 0)), u"a"_s));
        }
    }

    /// 48 megapixels, as phones write them.
    void aLargePictureIsHalved()
    {
        QImage large(8000, 6000, QImage::Format_Grayscale8);
        large.fill(90);
        const auto picture = decodedPicture(encoded(large, "JPG"), u"a"_s);
        QVERIFY(picture.has_value());
        QCOMPARE(picture->size(), QSize(4000, 3000));
    }

    void everyKindOfPixelBecomesPlain_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("jpeg") << encoded(quarters(), "JPG");
        QTest::newRow("png") << encoded(quarters(), "PNG");
        QTest::newRow("bmp") << encoded(quarters(), "BMP");
        QTest::newRow("16 bits") << encoded(quarters(QImage::Format_RGBX64), "PNG");
        QTest::newRow("16 bits, alpha") << encoded(quarters(QImage::Format_RGBA64), "PNG");
        QTest::newRow("alpha") << encoded(quarters(QImage::Format_ARGB32), "PNG");
        QTest::newRow("palette") << encoded(quarters(QImage::Format_Indexed8), "PNG");
    }
    void everyKindOfPixelBecomesPlain()
    {
        QFETCH(const QByteArray, bytes);
        const auto picture = decodedPicture(bytes, u"a"_s);
        QVERIFY(picture.has_value());
        QCOMPARE(picture->format(), QImage::Format_RGB888);
        QVERIFY(isUpright(*picture));
    }

    void greyIsPlainAndWhatShowsThroughIsWhite()
    {
        for (const QImage::Format format :
             {QImage::Format_Grayscale8, QImage::Format_Grayscale16, QImage::Format_Mono}) {
            const auto grey = decodedPicture(encoded(quarters(format), "PNG"), u"a"_s);
            QVERIFY(grey.has_value());
            QCOMPARE(grey->format(), QImage::Format_RGB888);
        }
        QImage nothing(10, 10, QImage::Format_ARGB32);
        nothing.fill(Qt::transparent);
        const auto seen = decodedPicture(encoded(nothing, "PNG"), u"a"_s);
        QVERIFY(seen.has_value());
        QCOMPARE(seen->pixelColor(5, 5), QColor(Qt::white));
    }

    // The bytes say what it is, whatever the suffix says.
    void aWrongSuffixIsNoObstacle()
    {
        QVERIFY(isUpright(*readPicture(written(u"a.jpg"_s, encoded(quarters(), "PNG")))));
        QVERIFY(isUpright(*readPicture(written(u"a.png"_s, encoded(quarters(), "JPG")))));
    }

    void whatEndsTooEarlyIsNoPicture_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("jpeg") << encoded(quarters(), "JPG");
        QTest::newRow("jpeg with a mark") << test::markedJpeg(quarters(), 6);
        QTest::newRow("png") << encoded(quarters(), "PNG");
        QTest::newRow("bmp") << encoded(quarters(), "BMP");
        QTest::newRow("gif") << gif.chopped(1);
        QTest::newRow("ppm") << encoded(quarters(), "PPM");
    }
    void whatEndsTooEarlyIsNoPicture()
    {
        QFETCH(const QByteArray, bytes);
        const auto whole = decodedPicture(bytes, u"a"_s);
        QVERIFY(whole.has_value());
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            const auto cut = decodedPicture(bytes.left(size), u"a"_s);
            QVERIFY(!cut || *cut == *whole); // a few bytes behind a PNG's last pixel are not missed
            if (size < bytes.size() - 8)
                QCOMPARE(cut.error(), (Fault{FaultCode::PictureUnreadable, u"a"_s}));
        }
    }

    // A copy that stopped, on a file whose size was laid down before.
    void zerosInPlaceOfTheRestAreNoPicture()
    {
        const QByteArray whole = encoded(quarters(), "JPG");
        const QByteArray half = whole.left(whole.size() / 2);
        QVERIFY(!decodedPicture(half + QByteArray(whole.size() - half.size(), '\0'), u"a"_s));
    }

    // A phone's thumbnail has an end of its own, and what stands behind the picture's end is not the picture's.
    void onlyThePicturesOwnEndCounts()
    {
        const QByteArray thumbnail = encoded(quarters().scaled(16, 12), "JPG");
        const auto length = int(thumbnail.size()) + 2;
        const QByteArray segment = QByteArray("\xFF\xE2", 2) + char(length >> 8) + char(length & 0xFF) + thumbnail;
        QByteArray whole = encoded(quarters(), "JPG");
        whole.insert(2, segment);
        QVERIFY(isUpright(*decodedPicture(whole, u"a"_s)));
        QVERIFY(isUpright(*decodedPicture(whole + "a film of three seconds", u"a"_s)));
        QVERIFY(!decodedPicture(whole.left(segment.size() + 400), u"a"_s));
    }

    void whatIsNoPictureIsNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("no picture at all\n");
        QTest::newRow("the beginning of a jpeg") << QByteArray::fromHex("ffd8");
        QTest::newRow("only markers") << QByteArray::fromHex("ffd8ffd9");
        QTest::newRow("the beginning of a png") << QByteArray::fromHex("89504e470d0a1a0a");
        QTest::newRow("the beginning of a gif") << QByteArray("GIF89a");
        QTest::newRow("the beginning of a bmp") << QByteArray("BM");
        QTest::newRow("heic") << QByteArray::fromHex("0000001c66747970686569630000000068656963") + QByteArray(900, 'x');
        QTest::newRow("svg") << QByteArray(
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>");
        QTest::newRow("xbm") << QByteArray("#define a_width 8\n#define a_height 1\nstatic char a_bits[] = {0x0f};\n");
        QTest::newRow("no pixel") << QByteArray("P6 0 0 255\n");
        QTest::newRow("more pixels than memory") << QByteArray("P6 60000 60000 255\n") + QByteArray(5000, 'x');
        QTest::newRow("more pixels than numbers") << QByteArray("P6 2000000000 2000000000 255\n");
        QByteArray huge = encoded(quarters(), "PNG");
        huge.replace(16, 8, QByteArray::fromHex("0001000000010000"));
        QTest::newRow("a png that says it is large") << huge;
    }
    void whatIsNoPictureIsNamed()
    {
        QFETCH(const QByteArray, bytes);
        const QString path = written(u"broken.jpg"_s, bytes);
        QCOMPARE(readPicture(path).error(), (Fault{FaultCode::PictureUnreadable, path}));
    }

    void whatIsNoFileIsNoPicture()
    {
        const QString folder = m_folder.filePath(u"folder.jpg"_s);
        QVERIFY(QDir().mkpath(folder));
        const QString loop = m_folder.filePath(u"loop.jpg"_s);
        QVERIFY(QFile::link(u"loop.jpg"_s, loop));
        const QString nowhere = m_folder.filePath(u"nowhere.jpg"_s);
        QVERIFY(QFile::link(u"missing"_s, nowhere));
        const QString pipe = m_folder.filePath(u"pipe.jpg"_s); // nobody ever writes into it
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const QString secret = written(u"secret.jpg"_s, encoded(quarters(), "JPG"));
        QVERIFY(QFile::setPermissions(secret, {}));
        QStringList all{folder, loop, nowhere, pipe, m_folder.filePath(u"missing.jpg"_s), QString()};
        if (::geteuid() != 0) // who may read everything
            all.push_back(secret);
        for (const QString& path : all)
            QCOMPARE(readPicture(path).error(), (Fault{FaultCode::PictureUnreadable, path}));
        (void)written(u"whole.png"_s, encoded(quarters(), "PNG"));
        (void)written(u"phone.HEIC"_s, "x");
        (void)written(u"notes.txt"_s, "x");
        const QStringList names = pictureNamesIn(QDir(m_folder.path()));
        for (const QString& name :
             {u"folder.jpg"_s, u"loop.jpg"_s, u"nowhere.jpg"_s, u"pipe.jpg"_s, u"whole.png"_s, u"phone.HEIC"_s})
            QVERIFY2(names.contains(name), qPrintable(name));
        QVERIFY(!names.contains(u"notes.txt"_s));
    }

    void formatsAreToldByTheirSuffix()
    {
        QVERIFY(isPictureName(u"a.JPG"_s) && isReadableFormat(u"a.JPG"_s));
        QVERIFY(isPictureName(u"b/IMG_1.heic"_s));
        QCOMPARE(isReadableFormat(u"a.webp"_s), QImageReader::supportedImageFormats().contains("webp"));
        for (const QString& name : {u"a.txt"_s, u"jpg"_s, u""_s, u"a.mp4"_s, u"a"_s})
            QVERIFY2(!isPictureName(name), qPrintable(name));
    }

private:
    [[nodiscard]] QString written(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    QTemporaryDir m_folder;
};

KOBAI_TEST(PictureFileTest, QCoreApplication)
#include "PictureFileTest.moc"
