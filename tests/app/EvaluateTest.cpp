// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Evaluate.h"

#include "face/Film.h"
#include "face/Vision.h"
#include "support/ChildRun.h"
#include "support/MarkedPicture.h"
#include "support/ScratchHome.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace kobai;
using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// `kobai evaluate` on three pictures each of two men, among what folders of pictures hold besides.
const QStringList identification{u"evaluate"_s, u"identification"_s, u"--gallery"_s, u"1"_s, u"--enrol"_s,
                                 u"1"_s,        u"--draws"_s,        u"4"_s};

} // namespace

class EvaluateTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto models = face::findModelFolder();
        QVERIFY2(models, "the face models are not here: run the set-up first");
        for (const auto& [person, clip] : {std::pair{u"Franck"_s, u"franck"_s}, {u"Cap"_s, u"cap12_edit"_s}}) {
            const auto film = face::FilmReader::open(*models + u"/clips/"_s + clip + u".mp4"_s);
            QVERIFY(film.has_value());
            std::vector<QImage>& pictures = m_pictures[person];
            for (int number = 0; number < 41; ++number) {
                const auto frame = (*film)->next();
                QVERIFY(frame.has_value());
                if (number % 20 == 0)
                    pictures.push_back(frame->image);
            }
        }
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        writeFaces(1);
        QFile pairs(m_folder->filePath(u"pairs.txt"_s));
        QVERIFY(pairs.open(QIODevice::WriteOnly));
        pairs.write("2\t2\n"
                    "Cap\t1\t2\nFranck\t1\t2\nCap\t1\tFranck\t1\nCap\t2\tFranck\t2\n"
                    "Cap\t1\t3\nFranck\t1\t3\nCap\t1\tFranck\t3\nCap\t3\tFranck\t2\n");
    }

    // Read as they are stored, half of these pairs would be wrong and no failure counted.
    void picturesThatAreUprightOnlyByTheirMark_data()
    {
        QTest::addColumn<int>("orientation");
        QTest::newRow("upright") << 1;
        QTest::newRow("on its head") << 3;
        QTest::newRow("a quarter") << 6;
        QTest::newRow("three quarters") << 8;
    }
    void picturesThatAreUprightOnlyByTheirMark()
    {
        QFETCH(const int, orientation);
        writeFaces(orientation);
        const QJsonObject report = object(verify());
        QCOMPARE(report[u"accuracy"_s].toDouble(), 1.0);
        QCOMPARE(report[u"failures_to_acquire"_s].toInt(-1), 0);
        QCOMPARE(report[u"unreadable"_s].toInt(-1), 0);
        QCOMPARE(report[u"at_no_false_match"_s][u"fnmr"_s].toDouble(-1), 0.0);
    }

    void brokenPicturesAreLeftOutCountedAndNamed()
    {
        const QStringList broken = breakSome();
        const QJsonObject report = object(startKobai(identification + QStringList{u"--faces"_s, faces(), u"--json"_s}));
        QCOMPARE(report[u"persons"_s].toInt(), 2); // not the one of whom nothing can be read
        QCOMPARE(report[u"failures_to_acquire"_s].toInt(-1), 0);
        QCOMPARE(report[u"rank1"_s].toDouble(), 1.0);
        QCOMPARE(report[u"unreadable"_s].toInt(), broken.size());
        QCOMPARE(QVariant(report[u"unreadable_files"_s].toArray().toVariantList()).toStringList(), broken);
    }

    void theWordsNameThemToo()
    {
        const QStringList broken = breakSome();
        const Run run = startKobai(identification + QStringList{u"--faces"_s, faces()});
        QCOMPARE(run.code, 0);
        for (const QString& path : broken)
            QVERIFY2(run.out.contains(path.toUtf8()), run.out.constData());
    }

    void tillGoesOnBesideThem()
    {
        const QStringList broken = breakSome();
        const QJsonObject report =
            object(startKobai({u"evaluate"_s, u"till"_s, u"--faces"_s, faces(), u"--gallery"_s, u"1"_s, u"--enrol"_s,
                               u"1"_s, u"--attempts"_s, u"20"_s, u"--json"_s}));
        QCOMPARE(report[u"attempts"_s].toInt(), 20);
        QCOMPARE(report[u"misidentified"_s].toInt(-1), 0);
        for (const QJsonValue& path : report[u"unreadable_files"_s].toArray()) // those that were drawn
            QVERIFY(broken.contains(path.toString()));
        QCOMPARE(report[u"unreadable"_s].toInt(-1), report[u"unreadable_files"_s].toArray().size());
    }

    // A pair with a broken picture is no wrong pair.
    void pairsWithABrokenPictureAreLeftOut()
    {
        const QString path = faces() + u"/Cap/Cap_0002.jpg"_s;
        QVERIFY(QFile::resize(path, 3000));
        const QJsonObject report = object(verify());
        QCOMPARE(report[u"pairs"_s].toInt(), 6);
        QCOMPARE(report[u"pairs_left_out"_s].toInt(), 2);
        QCOMPARE(report[u"accuracy"_s].toDouble(), 1.0);
        QCOMPARE(report[u"unreadable_files"_s].toArray(), QJsonArray{path});
    }

    void nothingButBrokenPicturesIsAFault()
    {
        for (const QString& person : {u"Cap"_s, u"Franck"_s}) {
            for (int number = 1; number <= 3; ++number)
                QVERIFY(QFile::resize(pathOf(person, number), 0));
        }
        const QList<QStringList> commands{identification + QStringList{u"--faces"_s, faces(), u"--json"_s},
                                          {u"evaluate"_s, u"till"_s, u"--faces"_s, faces(), u"--gallery"_s, u"1"_s,
                                           u"--enrol"_s, u"1"_s, u"--json"_s}};
        for (const QStringList& command : commands)
            refused(startKobai(command));
        refused(verify());
    }

    void filmsThatCannotBeReadAreCountedAndNamed()
    {
        const QString live = m_folder->filePath(u"live"_s);
        const QString attack = m_folder->filePath(u"attack"_s);
        QVERIFY(QDir().mkpath(live) && QDir().mkpath(attack));
        QVERIFY(QFile::copy(pathOf(u"Cap"_s, 1), live + u"/one.jpg"_s));
        QVERIFY(QFile::copy(pathOf(u"Franck"_s, 1), attack + u"/one.jpg"_s));
        for (const QString& path : {live + u"/cut.jpg"_s, live + u"/empty.mp4"_s, live + u"/phone.heic"_s})
            QVERIFY(QFile::copy(pathOf(u"Cap"_s, 1), path) && QFile::resize(path, 700));
        const QStringList command{u"evaluate"_s, u"liveness"_s, u"--live"_s, live, u"--attack"_s, attack, u"--json"_s};
        const QJsonObject report = object(startKobai(command));
        QCOMPARE(report[u"counts"_s][u"bona_fide"_s][u"presented"_s].toInt(), 1);
        QCOMPARE(report[u"unreadable"_s].toInt(), 3);
        QVERIFY(QFile::resize(live + u"/one.jpg"_s, 700));
        refused(startKobai(command));
    }

    void aBrokenFilmIsNamedAndLeftOutOfATestSet()
    {
        const auto models = face::findModelFolder();
        QVERIFY(models.has_value());
        const QString broken = m_folder->filePath(u"broken.mp4"_s);
        QVERIFY(QFile::copy(m_folder->filePath(u"pairs.txt"_s), broken));
        const auto make = [this](const QStringList& films) {
            return startKobai(QStringList{u"make-attacks"_s, m_folder->filePath(u"set"_s), u"--each"_s, u"1"_s,
                                          u"--seconds"_s, u"0.2"_s}
                              + films);
        };
        const Run run = make({broken, *models + u"/clips/franck.mp4"_s});
        QVERIFY2(run.code == 0, run.err.constData());
        QVERIFY2(run.err.contains("left out, for it cannot be read: broken.mp4"), run.err.constData());
        const QDir live(m_folder->filePath(u"set/live"_s));
        QCOMPARE(live.entryList(QDir::Files), QStringList{u"franck_00.avi"_s});
        QCOMPARE(make({broken}).code, 1);
    }

private:
    [[nodiscard]] QString faces() const { return m_folder->filePath(u"faces"_s); }
    [[nodiscard]] QString pathOf(const QString& person, int number) const
    {
        return u"%1/%2/%2_%3.jpg"_s.arg(faces(), person).arg(number, 4, 10, QLatin1Char('0'));
    }
    void writeFaces(int orientation) const
    {
        for (auto person = m_pictures.cbegin(); person != m_pictures.cend(); ++person) {
            QVERIFY(QDir().mkpath(faces() + u'/' + person.key()));
            int number = 0;
            for (const QImage& picture : person.value()) {
                QFile file(pathOf(person.key(), ++number));
                QVERIFY(file.open(QIODevice::WriteOnly));
                file.write(markedJpeg(picture, orientation));
            }
        }
    }
    /// What a copied folder of photographs may hold; the paths in their order.
    [[nodiscard]] QStringList breakSome() const
    {
        const QString cap = faces() + u"/Cap/"_s;
        const QString cut = cap + u"Cap_0004.jpg"_s;
        QFile::copy(pathOf(u"Cap"_s, 1), cut);
        QFile::resize(cut, 3000);
        (void)QFile(cap + u"Cap_0005.jpg"_s).open(QIODevice::WriteOnly);
        QFile heic(cap + u"Cap_0006.heic"_s);
        (void)heic.open(QIODevice::WriteOnly);
        heic.write("ftypheic");
        QDir().mkpath(cap + u"Cap_0007.jpg"_s);
        QFile::link(u"Cap_0008.jpg"_s, cap + u"Cap_0008.jpg"_s);
        QDir().mkpath(faces() + u"/Nobody"_s);
        QFile text(faces() + u"/Nobody/Nobody_0001.jpg"_s);
        (void)text.open(QIODevice::WriteOnly);
        text.write("no picture");
        return {cut,
                cap + u"Cap_0005.jpg"_s,
                heic.fileName(),
                cap + u"Cap_0007.jpg"_s,
                cap + u"Cap_0008.jpg"_s,
                text.fileName()};
    }
    [[nodiscard]] Run verify() const
    {
        return startKobai({u"evaluate"_s, u"verification"_s, u"--faces"_s, faces(), u"--pairs"_s,
                           m_folder->filePath(u"pairs.txt"_s), u"--json"_s});
    }
    static void refused(const Run& run)
    {
        QCOMPARE(run.code, 1);
        QCOMPARE(object(run)[u"code"_s].toInt(), int(FaultCode::PictureUnreadable));
    }

    ScratchHome m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
    QMap<QString, std::vector<QImage>> m_pictures;
};

KOBAI_TEST(EvaluateTest, QCoreApplication)
#include "EvaluateTest.moc"
