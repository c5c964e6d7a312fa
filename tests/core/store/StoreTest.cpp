// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoreFixture.h"

#include "store/Verify.h"
#include "support/TestProgram.h"

#include <QDirIterator>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace kobai;
using namespace kobai::test;
using store::Store;

namespace {

QStringList filesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

mode_t modeOf(const QString& path)
{
    struct stat info {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 0777 : 0;
}

} // namespace

/// Creating and opening a store, and the unit of work.
class StoreTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewStoreOpensAgainWithItsPassphrase()
    {
        StoreFixture school;
        const StoreId id = school.store().info().id;
        QVERIFY(!id.isNull());
        school.run([](store::Tx& tx) { return tx.settings().setText(u"school.motto"_s, u"学びて時に之を習う"_s); });
        school.reopen();
        QCOMPARE(school.store().info().id, id);
        QCOMPARE(school.store().info().currency, (Currency{u"JPY"_s, u"¥"_s, 0}));
        QCOMPARE(school.store().info().operatorName, u"Office"_s);
        QCOMPARE(school.store().info().operatorId.value, 1);
        QVERIFY(!school.store().info().demo);
        const auto motto = school.store().read([](store::Tx& tx) { return tx.settings().text(u"school.motto"_s); });
        QCOMPARE(*motto, u"学びて時に之を習う"_s);
        const auto report = store::verify(school.store());
        KOBAI_VERIFY_DONE(report);
        QVERIFY(report->ok());
    }

    void onlyTheOwnerCanReadTheFiles()
    {
        StoreFixture school;
        QCOMPARE(modeOf(school.folder()), mode_t(0700));
        (void)school.addPerson(); // so that the log is there too
        const QStringList names = filesIn(school.folder());
        QVERIFY(names.contains(u"store.db-wal"_s));
        for (const QString& name : names)
            QCOMPARE(modeOf(school.file(name)), mode_t(0600));
    }

    void afterClosingOnlyTheThreeFilesAndTheLockAreThere()
    {
        StoreFixture school;
        (void)school.addPerson();
        school.close();
        QCOMPARE(filesIn(school.folder()), (QStringList{u"faces.keys"_s, u"keys.kobai"_s, u"lock"_s, u"store.db"_s}));
    }

    /// The proof that the engine in this process is SQLCipher and that it works [row 65].
    void theFileIsNotSqlites()
    {
        StoreFixture school;
        (void)school.addPerson();
        school.close();
        QFile database(school.file(u"store.db"_s));
        QVERIFY(database.open(QIODevice::ReadOnly));
        QVERIFY(database.read(16) != store::sqlite::plainHeader());
    }

    /// As `strings` would: no byte of any file tells what is in the store, open or closed.
    void noNamePriceOrPassphraseIsReadableInAnyFile()
    {
        StoreFixture school;
        const people::Person person = school.addPerson(u"Wilhelmina Quartermaine"_s, u"ウィルヘルミナ"_s);
        const ProductId product = school.addProduct(u"Katsudon extraordinaire"_s, 98'765'432);
        school.topUp(person.id, 98'765'432);
        (void)school.sell(person.id, product);
        const QList<QByteArray> secrets = {"Quartermaine",
                                           "Wilhelmina",
                                           u"ウィルヘルミナ"_s.toUtf8(),
                                           u"うぃるへるみな"_s.toUtf8(),
                                           "quartermaine",
                                           "Katsudon",
                                           "98765432",
                                           QByteArray::fromHex("05e30a78"),
                                           passphrase,
                                           u"海陽"_s.toUtf8(),
                                           "CREATE TABLE",
                                           person.id.toBytes()};
        for (const bool open : {true, false}) {
            if (!open)
                school.close();
            int seen = 0;
            for (const QString& name : filesIn(school.folder())) {
                QFile file(school.file(name));
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray bytes = file.readAll();
                for (const QByteArray& secret : secrets)
                    QVERIFY2(!bytes.contains(secret), qPrintable(name + u": "_s + QString::fromUtf8(secret)));
                ++seen;
            }
            QVERIFY(seen >= 4);
        }
    }

    void weakPassphrasesAndEmptyNamesAreRefused()
    {
        StoreFixture school(false);
        store::Creation creation = school.creation();
        creation.passphrase = StoreFixture::secret("九文字です。短い。"); // 9 characters in 27 bytes
        KOBAI_COMPARE_FAULT(Store::create(creation, school.environment()), FaultCode::WeakPassphrase);
        creation.passphrase = StoreFixture::secret("十文字です。長いよ。");
        KOBAI_VERIFY_DONE(Store::create(creation, school.environment()));
        QDir(school.folder()).removeRecursively();
        creation.passphrase = StoreFixture::secret(store::demoPassphrase);
        KOBAI_COMPARE_FAULT(Store::create(creation, school.environment()), FaultCode::WeakPassphrase);
        creation = school.creation();
        creation.schoolName = u"  "_s;
        KOBAI_COMPARE_FAULT(Store::create(creation, school.environment()), FaultCode::TextEmpty);
        creation = school.creation();
        creation.operatorName = QString(10'000, u'x');
        KOBAI_COMPARE_FAULT(Store::create(creation, school.environment()), FaultCode::TextTooLong);
        QVERIFY(!QFileInfo::exists(school.folder()));
    }

    void aFolderWithAnythingInItIsLeftAlone()
    {
        StoreFixture school(false);
        QVERIFY(QDir().mkpath(school.folder()));
        QFile other(school.file(u".hidden"_s));
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.close();
        KOBAI_COMPARE_FAULT(Store::create(school.creation(), school.environment()), FaultCode::StoreExists);
        QCOMPARE(filesIn(school.folder()), QStringList{u".hidden"_s});
        QVERIFY(other.remove());
        KOBAI_VERIFY_DONE(Store::create(school.creation(), school.environment()));
        KOBAI_COMPARE_FAULT(Store::create(school.creation(), school.environment()), FaultCode::StoreExists);
        KOBAI_VERIFY_DONE(school.tryOpen()); // and the store that was there still works
    }

    void aDemoSchoolOpensWithItsPublicPassphrase()
    {
        StoreFixture school(false);
        store::Creation creation = school.creation();
        creation.demo = true;
        creation.passphrase = {};
        KOBAI_VERIFY_DONE(Store::create(creation, school.environment()));
        QVERIFY(Store::isDemo(school.folder()));
        QVERIFY(Store::opensWith(school.folder(), StoreFixture::secret(store::demoPassphrase)));
        KOBAI_COMPARE_FAULT(school.tryOpen(), FaultCode::WrongPassphrase);
        const auto opened = school.tryOpen(store::demoPassphrase);
        KOBAI_VERIFY_DONE(opened);
        QVERIFY((*opened)->info().demo);
        school.recreate();
        QVERIFY(!Store::isDemo(school.folder()));
        QVERIFY(!Store::isDemo(school.folder() + u"/nowhere"_s));
    }

    void aDemoSchoolOpensOnlyByThePassphraseItWasGiven()
    {
        StoreFixture school(false);
        store::Creation creation = school.creation();
        creation.demo = true;
        creation.passphrase = StoreFixture::secret("short");
        KOBAI_COMPARE_FAULT(Store::create(creation, school.environment()), FaultCode::WeakPassphrase);
        creation.passphrase = school.creation().passphrase.clone();
        KOBAI_VERIFY_DONE(Store::create(creation, school.environment()));
        QVERIFY(Store::isDemo(school.folder()));
        QVERIFY(!Store::opensWith(school.folder(), StoreFixture::secret(store::demoPassphrase)));
        KOBAI_COMPARE_FAULT(school.tryOpen(store::demoPassphrase), FaultCode::WrongPassphrase);
        KOBAI_VERIFY_DONE(school.tryOpen());
    }

    void aSecondOpeningIsLockedOut()
    {
        StoreFixture school;
        KOBAI_COMPARE_FAULT(school.tryOpen(), FaultCode::StoreLocked);
        school.close();
        KOBAI_VERIFY_DONE(school.tryOpen());
    }

    void anotherProcessIsLockedOut()
    {
        StoreFixture school;
        const pid_t child = ::fork();
        if (child == 0) {
            const auto opened = school.tryOpen();
            ::_exit(!opened && opened.error().code == FaultCode::StoreLocked ? 0 : 1);
        }
        int status = -1;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QCOMPARE(status, 0);
    }

    /// The lock file stays when its holder dies, but the lock does not.
    void theLockOfADeadProcessLocksNobodyOut()
    {
        StoreFixture school;
        school.close();
        const pid_t child = ::fork();
        if (child == 0) {
            const auto opened = school.tryOpen();
            ::kill(::getpid(), opened ? SIGKILL : SIGTERM);
        }
        int status = -1;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
        QVERIFY(QFileInfo::exists(school.file(u"lock"_s)));
        KOBAI_VERIFY_DONE(school.tryOpen());
    }

    /// Killed in the middle of writing, nothing half done is left [row 39].
    void aKilledWriterLeavesWholeSalesOnly()
    {
        StoreFixture school;
        const people::Person person = school.addPerson();
        const ProductId product = school.addProduct();
        school.topUp(person.id, 1'000'000);
        school.close();
        for (int round = 0; round < 8; ++round) {
            const pid_t child = ::fork();
            if (child == 0) {
                school.reopen();
                for (;;)
                    (void)school.sell(person.id, product);
            }
            ::usleep(useconds_t(30'000 + 7'000 * round));
            ::kill(child, SIGKILL);
            int status = -1;
            QCOMPARE(::waitpid(child, &status, 0), child);
            QVERIFY(WIFSIGNALED(status));
            school.reopen();
            const auto report = store::verify(school.store());
            KOBAI_VERIFY_DONE(report);
            QVERIFY2(report->ok(), report->ok() ? "" : qPrintable(report->findings.front().detail));
            school.close();
        }
        school.reopen();
        const auto latest = school.store().read([](store::Tx& tx) { return tx.sales().latest(); });
        QVERIFY(latest && latest->has_value()); // some sales were made before the kills
    }

    void aFaultUndoesTheWholeUnitOfWork()
    {
        StoreFixture school;
        const Status refused = school.store().write([](store::Tx& tx) -> Status {
            KOBAI_TRY(tx.settings().setText(u"a"_s, u"1"_s));
            return fail(FaultCode::BalanceTooLow);
        });
        KOBAI_COMPARE_FAULT(refused, FaultCode::BalanceTooLow);
        QCOMPARE(*school.store().read([](store::Tx& tx) { return tx.settings().text(u"a"_s, u"none"_s); }), u"none"_s);
    }

    void writingInsideAReadIsRefused()
    {
        StoreFixture school;
        KOBAI_COMPARE_FAULT(school.store().read([](store::Tx& tx) { return tx.settings().setText(u"a"_s, u"1"_s); }),
                            FaultCode::StoreReadOnly);
        school.run([](store::Tx& tx) { return tx.settings().setText(u"a"_s, u"2"_s); });
        QCOMPARE(*school.store().read([](store::Tx& tx) { return tx.settings().text(u"a"_s); }), u"2"_s);
    }

    void aUnitOfWorkInsideAnotherIsABug()
    {
        StoreFixture school;
        const Status outer = school.store().write([&](store::Tx& tx) -> Status {
            KOBAI_TRY(tx.settings().setText(u"a"_s, u"1"_s));
            const Status inner =
                school.store().write([](store::Tx& nested) { return nested.settings().setText(u"a"_s, u"2"_s); });
            return inner ? fail(FaultCode::Internal, u"went through"_s) : Status{};
        });
        KOBAI_VERIFY_DONE(outer);
        QCOMPARE(*school.store().read([](store::Tx& tx) { return tx.settings().text(u"a"_s); }), u"1"_s);
    }
};

KOBAI_TEST(StoreTest, QCoreApplication)
#include "StoreTest.moc"
