// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

#include "support/ChildRun.h"
#include "support/ScratchHome.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace kobai;
using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The command line without the dynamic linker, which takes longer than all that is tested here.
Run runKobai(const QStringList& arguments)
{
    return runInChild(arguments, cli::run);
}

} // namespace

/// The program as a script calls it: exit codes, one JSON object, no secret in an argument.
class CommandLineTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(QDir().mkpath(m_home.path(u"config"_s))); }

    void init()
    {
        m_scratch = std::make_unique<QTemporaryDir>();
        QVERIFY(m_scratch->isValid());
        QFile file(passphraseFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("correct horse battery\n");
    }

    void wrongUseIsTwoAndNamesTheWay_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no such command") << QStringList{u"paint"_s};
        QTest::newRow("no such option") << QStringList{u"--paint"_s};
        QTest::newRow("create without folder") << QStringList{u"create"_s};
        QTest::newRow("create without name") << QStringList{u"create"_s, u"here"_s};
        QTest::newRow("unknown currency")
            << QStringList{u"create"_s, u"here"_s, u"--name"_s, u"S"_s, u"--currency"_s, u"XYZ"_s};
        QTest::newRow("no passphrase") << QStringList{u"create"_s, u"here"_s, u"--name"_s, u"S"_s};
        QTest::newRow("passphrase as argument")
            << QStringList{u"create"_s, u"here"_s, u"--passphrase"_s, u"secret words"_s};
        QTest::newRow("no such passphrase file")
            << QStringList{u"create"_s, u"here"_s, u"--name"_s, u"S"_s, u"--passphrase-file"_s, u"/nowhere"_s};
        QTest::newRow("no students") << QStringList{u"create"_s, u"here"_s, u"--demo"_s, u"--students"_s, u"none"_s};
        QTest::newRow("verify without folder") << QStringList{u"verify"_s};
        QTest::newRow("two stores") << QStringList{u"--store"_s, u"a"_s, u"--demo"_s};
        QTest::newRow("shots without folder") << QStringList{u"shots"_s};
        QTest::newRow("shots too large") << QStringList{u"shots"_s, u"here"_s, u"--scale"_s, u"9"_s};
        QTest::newRow("evaluate nothing") << QStringList{u"evaluate"_s};
        QTest::newRow("evaluate two things")
            << QStringList{u"evaluate"_s, u"till"_s, u"verification"_s, u"--faces"_s, u"here"_s};
        QTest::newRow("evaluate without faces") << QStringList{u"evaluate"_s, u"identification"_s};
        QTest::newRow("a gallery of none")
            << QStringList{u"evaluate"_s, u"identification"_s, u"--faces"_s, u"here"_s, u"--gallery"_s, u"0"_s};
        QTest::newRow("half a draw") << QStringList{u"evaluate"_s, u"identification"_s, u"--faces"_s,
                                                    u"here"_s,     u"--draws"_s,        u"0.5"_s};
        QTest::newRow("draws without end")
            << QStringList{u"evaluate"_s, u"identification"_s, u"--faces"_s, u"here"_s, u"--draws"_s, u"2000000000"_s};
        QTest::newRow("attempts in words")
            << QStringList{u"evaluate"_s, u"till"_s, u"--faces"_s, u"here"_s, u"--attempts"_s, u"many"_s};
        QTest::newRow("another gallery of no faces") << QStringList{
            u"evaluate"_s, u"identification"_s, u"--faces"_s, u"here"_s, u"--threshold-gallery"_s, u"400"_s};
        QTest::newRow("a word behind the window's options") << QStringList{u"--demo"_s, u"now"_s};
        QTest::newRow("a window in Klingon") << QStringList{u"--language"_s, u"tlh"_s};
        QTest::newRow("a demo school's name") << QStringList{u"create"_s, u"here"_s, u"--demo"_s, u"--name"_s, u"S"_s};
        QTest::newRow("students without a demo")
            << QStringList{u"create"_s, u"here"_s, u"--name"_s, u"S"_s, u"--students"_s, u"20"_s};
        QTest::newRow("no such passphrase file for a demo")
            << QStringList{u"create"_s, u"here"_s, u"--demo"_s, u"--passphrase-file"_s, u"/nowhere"_s};
        QTest::newRow("verify two folders") << QStringList{u"verify"_s, u"here"_s, u"there"_s};
        QTest::newRow("an option of another evaluation")
            << QStringList{u"evaluate"_s, u"till"_s, u"--faces"_s, u"here"_s, u"--pairs"_s, u"list"_s};
        QTest::newRow("bench nothing known") << QStringList{u"bench"_s, u"paint"_s};
        QTest::newRow("an option of another bench") << QStringList{u"bench"_s, u"search"_s, u"--frames"_s, u"60"_s};
        QTest::newRow("attacks of nobody") << QStringList{u"make-attacks"_s, u"here"_s};
        QTest::newRow("a seed in words") << QStringList{u"make-attacks"_s, u"here"_s,   u"--from"_s,
                                                        u"a.mp4"_s,        u"--seed"_s, u"x"_s};
        QTest::newRow("no seconds") << QStringList{u"make-attacks"_s, u"here"_s,      u"--from"_s,
                                                   u"a.mp4"_s,        u"--seconds"_s, u"nan"_s};
        QTest::newRow("a passphrase file without a name")
            << QStringList{u"create"_s, u"here"_s, u"--demo"_s, u"--passphrase-file"_s, u""_s};
        QTest::newRow("verified by a passphrase file without a name")
            << QStringList{u"verify"_s, u"here"_s, u"--passphrase-file"_s, u""_s};
        QTest::newRow("shots into somebody's data") << QStringList{u"shots"_s, u"here"_s, u"--data"_s, u"/etc"_s};
        QTest::newRow("models of nowhere") << QStringList{u"convert-models"_s};
        QTest::newRow("models of two folders") << QStringList{u"convert-models"_s, u"a"_s, u"b"_s};
        for (const QString& command : commands())
            QTest::addRow("%s --paint", qPrintable(command)) << QStringList{command, u"--paint"_s};
        QTest::newRow("shots in Klingon") << QStringList{u"shots"_s, u"here"_s, u"--language"_s, u"tlh"_s};
    }

    void wrongUseIsTwoAndNamesTheWay()
    {
        QFETCH(const QStringList, arguments);
        const Run run = runKobai(arguments);
        QCOMPARE(run.code, 2);
        QVERIFY(run.out.isEmpty());
        QVERIFY2(run.err.contains("Usage: kobai"), run.err.constData());
    }

    // On standard output, even among other words: somebody asked for it.
    void everyCommandHasHelp()
    {
        for (const QString& command : commands()) {
            for (const QString& word : {u"--help"_s, u"-h"_s}) {
                const Run run = runKobai({command, u"here"_s, word});
                QCOMPARE(run.code, 0);
                QVERIFY2(run.out.startsWith("Usage: kobai " + command.toUtf8()), run.out.constData());
                QCOMPARE(run.err, QByteArray());
            }
        }
        QVERIFY(!QFile::exists(u"here"_s)); // nothing was done
    }

    void helpNamesEveryCommand()
    {
        const QByteArray help = runKobai({u"--help"_s}).out;
        for (const QString& command : commands())
            QVERIFY2(help.contains("kobai " + command.toUtf8()), qPrintable(command));
    }

    void theProgramItselfIsTheSame()
    {
        for (const QString& word : {u"--help"_s, u"--version"_s, u"paint"_s}) {
            const Run started = startKobai({word});
            const Run called = runKobai({word});
            QCOMPARE(started.code, word == u"paint"_s ? 2 : 0);
            QCOMPARE(started.code, called.code);
            QCOMPARE(started.out, called.out);
            QCOMPARE(started.err, called.err);
        }
        QVERIFY(startKobai({u"--version"_s}).out.startsWith("kobai "));
    }

    void aNewStoreVerifies()
    {
        const Run created = create();
        QCOMPARE(created.code, 0);
        QCOMPARE(object(created)[u"ok"_s].toBool(), true);
        const Run verified = verify(passphraseFile());
        QCOMPARE(verified.code, 0);
        const QJsonObject report = object(verified);
        QCOMPARE(report[u"ok"_s].toBool(), true);
        QCOMPARE(report[u"findings"_s].toArray().size(), 0);
        QCOMPARE(report[u"transfers"_s].toInt(-1), 0);
        QVERIFY(report[u"seconds"_s].isDouble());
    }

    void aPassphraseFileOpensHoweverItsLettersAreComposed()
    {
        const QString composed = file(u"composed"_s, "r\xc3\xa9sum\xc3\xa9 caf\xc3\xa9 \xc3\xa9"
                                                     "cole\n");
        const QString decomposed = file(u"decomposed"_s, "re\xcc\x81sume\xcc\x81 cafe\xcc\x81 e\xcc\x81"
                                                         "cole\n");
        const QString latin = file(u"latin"_s, "r\xe9sum\xe9 caf\xe9 \xe9"
                                               "cole\n");
        QCOMPARE(
            runKobai({u"create"_s, store(), u"--name"_s, u"S"_s, u"--passphrase-file"_s, composed, u"--json"_s}).code,
            0);
        QCOMPARE(verify(decomposed).code, 0);
        const Run refused = verify(latin);
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("neither UTF-8 nor UTF-16"), refused.err.constData());
    }

    void aStoreIsMadeInAFolderThatIsNotThereYet()
    {
        const QString deep = m_scratch->filePath(u"schools/north/store"_s);
        const Run run = runKobai(
            {u"create"_s, deep, u"--name"_s, u"見本学園"_s, u"--passphrase-file"_s, passphraseFile(), u"--json"_s});
        QVERIFY2(run.code == 0, run.out.constData());
        QVERIFY(QFile::exists(deep + u"/store.db"_s));
    }

    void aFolderIsNotOverwritten()
    {
        QCOMPARE(create().code, 0);
        const Run again = create();
        QCOMPARE(again.code, 1);
        QCOMPARE(object(again)[u"ok"_s].toBool(true), false);
        QCOMPARE(verify(passphraseFile()).code, 0);
    }

    void aWrongPassphraseIsAFinding()
    {
        QCOMPARE(create().code, 0);
        QFile wrong(m_scratch->filePath(u"wrong"_s));
        QVERIFY(wrong.open(QIODevice::WriteOnly));
        wrong.write("another horse battery\n");
        wrong.close();
        const Run run = verify(wrong.fileName());
        QCOMPARE(run.code, 1);
        QCOMPARE(object(run)[u"ok"_s].toBool(true), false);
        QCOMPARE(object(run)[u"findings"_s].toArray().first()[u"kind"_s].toString(), u"open"_s);
    }

    void aFlippedByteIsAFinding()
    {
        QCOMPARE(create().code, 0);
        QFile database(store() + u"/store.db"_s);
        QVERIFY(database.open(QIODevice::ReadWrite));
        QVERIFY(database.seek(database.size() / 2));
        const QByteArray byte = database.read(1);
        QVERIFY(database.seek(database.size() / 2));
        database.write(QByteArray(1, char(byte.at(0) ^ 0x10)));
        database.close();
        const Run run = verify(passphraseFile());
        QCOMPARE(run.code, 1);
        QCOMPARE(run.err, QByteArray()); // the engine's own log lines are not for the clerk
        QCOMPARE(object(run)[u"ok"_s].toBool(true), false);
    }

    void facesThatAreNotThereAreNamed_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("identification") << QStringList{u"identification"_s};
        QTest::newRow("till") << QStringList{u"till"_s};
        QTest::newRow("verification") << QStringList{u"verification"_s, u"--pairs"_s, u"nowhere.txt"_s};
    }

    // A missing folder, an empty one and one with persons but no pictures: one object, the folder named, exit code 1.
    void facesThatAreNotThereAreNamed()
    {
        QFETCH(const QStringList, arguments);
        const QString empty = m_scratch->filePath(u"empty"_s);
        const QString bare = m_scratch->filePath(u"bare"_s);
        QVERIFY(QDir().mkpath(empty) && QDir().mkpath(bare + u"/somebody"_s));
        for (const QString& folder : {m_scratch->filePath(u"nowhere"_s), empty, bare}) {
            const Run run =
                runKobai(QStringList{u"evaluate"_s} + arguments + QStringList{u"--faces"_s, folder, u"--json"_s});
            QCOMPARE(run.code, 1);
            QCOMPARE(object(run)[u"ok"_s].toBool(true), false);
            QVERIFY2(run.err.contains(folder.toUtf8()), run.err.constData());
        }
    }

    void picturesWithoutFacesAreTooFewPersons()
    {
        QImage wall(160, 120, QImage::Format_RGB32);
        wall.fill(Qt::lightGray);
        for (const QString& person : {u"a"_s, u"b"_s, u"c"_s}) {
            QVERIFY(QDir().mkpath(m_scratch->filePath(u"walls/"_s + person)));
            QVERIFY(wall.save(m_scratch->filePath(u"walls/%1/%1_0001.png"_s.arg(person))));
        }
        const Run run = runKobai({u"evaluate"_s, u"identification"_s, u"--faces"_s, m_scratch->filePath(u"walls"_s),
                                  u"--gallery"_s, u"1"_s, u"--enrol"_s, u"1"_s, u"--json"_s});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains("too few persons"), run.err.constData());
    }

    void aDemoSchoolNeedsNoPassphrase()
    {
        const Run created = runKobai({u"create"_s, store(), u"--demo"_s, u"--students"_s, u"20"_s, u"--days"_s, u"3"_s,
                                      u"--seed"_s, u"7"_s, u"--json"_s});
        QCOMPARE(created.code, 0);
        QCOMPARE(object(created)[u"demo"_s].toBool(), true);
        const Run verified = runKobai({u"verify"_s, store(), u"--json"_s});
        QVERIFY2(verified.code == 0, verified.out.constData());
        QVERIFY(object(verified)[u"transfers"_s].toInt() > 0);
        QVERIFY(!QFile::exists(store() + u".part"_s));
    }

    void aDemoSchoolOpensByThePassphraseItWasGiven()
    {
        QCOMPARE(runKobai({u"create"_s, store(), u"--demo"_s, u"--students"_s, u"5"_s, u"--days"_s, u"1"_s,
                           u"--passphrase-file"_s, passphraseFile()})
                     .code,
                 0);
        QCOMPARE(verify(passphraseFile()).code, 0);
        QFile wrong(m_scratch->filePath(u"wrong"_s));
        QVERIFY(wrong.open(QIODevice::WriteOnly));
        wrong.write("another horse battery\n");
        wrong.close();
        QCOMPARE(verify(wrong.fileName()).code, 1);
        const Run bare = runKobai({u"verify"_s, store()}); // by the public one it does not open any more
        QCOMPARE(bare.code, 2);
        QVERIFY2(bare.err.contains("--passphrase-file"), bare.err.constData());
    }

    void whatFailedIsInTheLog()
    {
        QCOMPARE(create().code, 0);
        QCOMPARE(create().code, 1);
        QFile log(m_home.path(u"config/Kobai/kobai.log"_s));
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray lines = log.readAll();
        QVERIFY2(lines.contains(" warning kobai.app command failed: StoreExists\n"), lines.constData());
        QVERIFY(!lines.contains("correct horse battery"));
        QVERIFY(!lines.contains(m_scratch->path().toUtf8()));
    }

    // A passphrase that is given is the one in force: a wrong one does not say that all is well.
    void aPublicDemoSchoolIsNotVerifiedByAWrongPassphrase()
    {
        QCOMPARE(runKobai({u"create"_s, store(), u"--demo"_s, u"--students"_s, u"5"_s, u"--days"_s, u"1"_s}).code, 0);
        QCOMPARE(runKobai({u"verify"_s, store()}).code, 0);
        QCOMPARE(verify(passphraseFile()).code, 1);
    }

private:
    static QStringList commands()
    {
        return {u"create"_s, u"verify"_s,       u"evaluate"_s,      u"bench"_s,
                u"shots"_s,  u"make-attacks"_s, u"convert-models"_s};
    }

    [[nodiscard]] QString store() const { return m_scratch->filePath(u"store"_s); }
    [[nodiscard]] QString passphraseFile() const { return m_scratch->filePath(u"passphrase"_s); }
    [[nodiscard]] QString file(const QString& name, const QByteArray& bytes) const
    {
        QFile written(m_scratch->filePath(name));
        if (!written.open(QIODevice::WriteOnly) || written.write(bytes) != bytes.size())
            qFatal("not written: %s", qPrintable(name));
        return written.fileName();
    }
    [[nodiscard]] Run create() const
    {
        return runKobai(
            {u"create"_s, store(), u"--name"_s, u"見本学園"_s, u"--passphrase-file"_s, passphraseFile(), u"--json"_s});
    }
    [[nodiscard]] Run verify(const QString& passphrase) const
    {
        return runKobai({u"verify"_s, store(), u"--passphrase-file"_s, passphrase, u"--json"_s});
    }

    test::ScratchHome m_home; // the program's log goes there
    std::unique_ptr<QTemporaryDir> m_scratch;
};

KOBAI_TEST(CommandLineTest, NoApplication)
#include "CommandLineTest.moc"
