// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Files.h"

#include "core/store/StoreFixture.h"
#include "support/TestProgram.h"

#include <QFile>

using namespace kobai;
using namespace kobai::test;

/// A file is replaced whole or not at all.
class FilesTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString path() const { return m_folder.filePath(u"keys"_s); }
    [[nodiscard]] static Status brokenDisk(const QString& /*folder*/) { return fail(FaultCode::StoreIo); }
    [[nodiscard]] QByteArray contents() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] int files() const { return int(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden).size()); }

private Q_SLOTS:
    void init() { QFile::remove(path()); }

    void aFileIsReplaced()
    {
        for (const QByteArray& bytes : {QByteArray("one"), QByteArray("two, longer"), QByteArray()}) {
            KOBAI_VERIFY_DONE(store::writeDurably(path(), bytes));
            QCOMPARE(contents(), bytes);
            QCOMPARE(files(), 1);
        }
    }

    // It failed after the new file had taken the place of the old one, and the caller went on with the old.
    void aFolderThatCannotBeMadeDurableKeepsTheOldFile()
    {
        KOBAI_VERIFY_DONE(store::writeDurably(path(), "old"));
        KOBAI_COMPARE_FAULT(store::writeDurably(path(), "new", brokenDisk), FaultCode::StoreIo);
        QCOMPARE(contents(), QByteArray("old"));
        QCOMPARE(files(), 1);
    }

    void whereNothingMayBeWrittenTheOldFileStays()
    {
        KOBAI_VERIFY_DONE(store::writeDurably(path(), "old"));
        QVERIFY(QDir().mkdir(path() + u".new"_s));
        QVERIFY(!store::writeDurably(path(), "new"));
        QCOMPARE(contents(), QByteArray("old"));
        QVERIFY(QDir().rmdir(path() + u".new"_s));
    }

    void whatACrashLeftBesideItGoes()
    {
        KOBAI_VERIFY_DONE(store::writeDurably(path(), "new"));
        QVERIFY(QFile::copy(path(), path() + u".new"_s));
        store::removeLeftover(path());
        QCOMPARE(files(), 1);
        store::removeLeftover(path());
        QCOMPARE(contents(), QByteArray("new"));
    }
};

KOBAI_TEST(FilesTest, QCoreApplication)
#include "FilesTest.moc"
