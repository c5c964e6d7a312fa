// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/FaceFolder.h"

#include "support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

using namespace kobai;
using namespace kobai::face;
using namespace Qt::Literals::StringLiterals;

/// What of a test set cannot be read leaves no gap: neither a person nor a fold without anything.
class FaceFolderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        for (const auto& name : {u"Ann/Ann_0001.heic"_s, u"Ann/Ann_0001.jpg"_s, u"Ann/Ann_0002.jpg"_s,
                                 u"Ann/notes.txt"_s, u"Bea/Bea_0001.webp"_s, u"Cay/Cay_0001.png"_s, u"empty/a.txt"_s}) {
            QVERIFY(QDir().mkpath(m_folder->filePath(name.section(u'/', 0, 0))));
            QVERIFY(QFile(m_folder->filePath(name)).open(QIODevice::WriteOnly));
        }
        QVERIFY(QFile::link(u"."_s, m_folder->filePath(u"itself"_s)));
        QVERIFY(QFile::link(u"circle"_s, m_folder->filePath(u"circle"_s)));
    }

    void whatIsMeantAsAPictureIsListed()
    {
        const auto all = FaceFolder::read(m_folder->path());
        QVERIFY(all.has_value());
        QCOMPARE(all->persons, (QStringList{u"Ann"_s, u"Bea"_s, u"Cay"_s}));
        QCOMPARE(all->pictureCount, (std::vector<int>{3, 1, 1}));
    }

    void aLinkToSomebodyIsNobodyElse()
    {
        const QTemporaryDir elsewhere;
        QVERIFY(QFile(elsewhere.filePath(u"a.jpg"_s)).open(QIODevice::WriteOnly));
        QVERIFY(QFile::link(u"Bea"_s, m_folder->filePath(u"Abe"_s))); // before the one whom it leads to
        QVERIFY(QFile::link(m_folder->filePath(u"Cay"_s), m_folder->filePath(u"Zoe"_s)));
        QVERIFY(QFile::link(elsewhere.path(), m_folder->filePath(u"Dan"_s)));
        QVERIFY(QFile::link(elsewhere.path(), m_folder->filePath(u"Eve"_s)));
        const auto all = FaceFolder::read(m_folder->path());
        QVERIFY(all.has_value());
        QCOMPARE(all->persons, (QStringList{u"Ann"_s, u"Bea"_s, u"Cay"_s, u"Dan"_s}));
    }

    /// As an archive of another system leaves them: named and counted, never passed over.
    void namesThatAreNoUtf8AreNamed()
    {
        const std::string root = QFile::encodeName(m_folder->path()).toStdString();
        const std::string shiftJis = "\x8eR\x93\x63";
        QVERIFY(std::filesystem::create_directory(root + '/' + shiftJis));
        std::ofstream(root + '/' + shiftJis + "/a.jpg") << "a";
        std::ofstream(root + "/Ann/" + shiftJis + ".jpg") << "a";
        const auto all = FaceFolder::read(m_folder->path());
        QVERIFY(all.has_value());
        QCOMPARE(all->persons.size(), 4);
        QCOMPARE(all->pictureCount, (std::vector<int>{4, 1, 1, 1}));
        QVERIFY(all->pictures[3].endsWith(u".jpg"_s) && all->pictures[3].contains(QChar::ReplacementCharacter));
        QVERIFY(all->pictures.last().contains(QChar::ReplacementCharacter));
    }

    void whatIsLostLeavesNoPersonWithoutAPicture()
    {
        const auto all = FaceFolder::read(m_folder->path());
        QVERIFY(all.has_value());
        const FaceFolder left = all->without(std::vector<int>{0, 3});
        QCOMPARE(left.persons, (QStringList{u"Ann"_s, u"Cay"_s}));
        QCOMPARE(left.firstPicture, (std::vector<int>{0, 2}));
        QCOMPARE(left.pictureCount, (std::vector<int>{2, 1}));
        QVERIFY(left.pictures[0].endsWith(u"Ann_0001.jpg"_s) && left.pictures[2].endsWith(u"Cay_0001.png"_s));
        QVERIFY(all->without(std::vector<int>{0, 1, 2, 3, 4}).persons.isEmpty());
    }

    void aPairNamesThePictureThatIsRead()
    {
        const auto all = FaceFolder::read(m_folder->path());
        QVERIFY(all.has_value());
        QFile list(m_folder->filePath(u"pairs.txt"_s));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("2\t1\nAnn\t1\t2\nAnn\t1\tBea\t1\nAnn\t2\t1\nAnn\t2\tCay\t1\n");
        list.close();
        const auto pairs = PairList::read(list.fileName(), *all);
        QVERIFY(pairs.has_value());
        QCOMPARE(pairs->folds, 2);
        QCOMPARE(pairs->pairs.front().a, 1); // the JPEG, not the HEIC beside it
        const PairList left = pairs->without(std::vector<int>{3});
        QCOMPARE(left.folds, 2);
        QCOMPARE(left.pairs.size(), std::size_t(3));
        // A fold in which nothing is left would be one of no accuracy.
        const PairList lone{.folds = 2, .pairs = {{0, 3, false, 0}, {1, 2, true, 1}}};
        QCOMPARE(lone.without(std::vector<int>{3}).folds, 1);
        QCOMPARE(lone.without(std::vector<int>{3}).pairs.front().fold, 0);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

KOBAI_TEST(FaceFolderTest, QCoreApplication)
#include "FaceFolderTest.moc"
