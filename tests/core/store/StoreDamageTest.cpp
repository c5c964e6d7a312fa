// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoreFixture.h"

#include "store/Verify.h"
#include "support/TestProgram.h"

#include <sys/stat.h>
#include <unistd.h>

using namespace kobai;
using namespace kobai::test;

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void replaceContents(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// File permissions mean nothing to root: act as nobody for a while when the tests run as root.
class WithoutRoot final {
public:
    explicit WithoutRoot(const QString& folder)
    {
        if (::geteuid() != 0)
            return;
        for (const QString& path : QStringList{folder, folder + u"/store.db"_s, folder + u"/keys.kobai"_s,
                                               folder + u"/faces.keys"_s, folder + u"/lock"_s})
            (void)::chown(QFile::encodeName(path).constData(), nobody, nobody);
        (void)::chmod(QFile::encodeName(QFileInfo(folder).path()).constData(), 0755);
        m_changed = ::seteuid(nobody) == 0;
    }
    ~WithoutRoot()
    {
        if (m_changed)
            (void)::seteuid(0);
    }
    Q_DISABLE_COPY_MOVE(WithoutRoot)

private:
    static constexpr uid_t nobody = 65534;
    bool m_changed = false;
};

} // namespace

/// A store whose files were harmed: always a fault or a finding, never wrong data, never a crash.
class StoreDamageTest final : public QObject {
    Q_OBJECT

    static void fill(StoreFixture& school)
    {
        const people::Person person = school.addPerson();
        const ProductId product = school.addProduct();
        school.topUp(person.id, 3000);
        for (int i = 0; i < 10; ++i)
            (void)school.sell(person.id, product);
    }

private Q_SLOTS:
    void wrongPassphrase()
    {
        StoreFixture school;
        school.close();
        KOBAI_COMPARE_FAULT(school.tryOpen("correct horse batterz"), FaultCode::WrongPassphrase);
        KOBAI_COMPARE_FAULT(school.tryOpen(""), FaultCode::WrongPassphrase);
        KOBAI_VERIFY_DONE(school.tryOpen());
    }

    void noStoreThere()
    {
        StoreFixture school(false);
        KOBAI_COMPARE_FAULT(school.tryOpen(), FaultCode::StoreMissing);
        QVERIFY(QDir().mkpath(school.folder()));
        KOBAI_COMPARE_FAULT(school.tryOpen(), FaultCode::StoreMissing);
        QVERIFY(!QFileInfo::exists(school.file(u"lock"_s))); // looking leaves nothing behind
    }

    void halfCopied_data()
    {
        QTest::addColumn<QStringList>("missing");
        const QStringList all{u"store.db"_s, u"keys.kobai"_s, u"faces.keys"_s};
        for (const QString& one : all)
            QTest::newRow(qPrintable(one)) << QStringList{one};
        QTest::newRow("two") << all.first(2);
    }
    void halfCopied()
    {
        QFETCH(const QStringList, missing);
        StoreFixture school;
        school.close();
        for (const QString& name : missing)
            QVERIFY(QFile::remove(school.file(name)));
        KOBAI_COMPARE_FAULT(school.tryOpen(), FaultCode::StoreIncomplete);
    }

    void anotherProgramsFiles()
    {
        StoreFixture school;
        school.close();
        const QByteArray database = contents(school.file(u"store.db"_s));
        const QByteArray keys = contents(school.file(u"keys.kobai"_s));
        const QByteArray faces = contents(school.file(u"faces.keys"_s));

        // A plain SQLite file of somebody else.
        replaceContents(school.file(u"store.db"_s),
                        QByteArray(store::sqlite::plainHeader().toByteArray()) + QByteArray(8176, 'x'));
        KOBAI_COMPARE_FAULT(school.tryOpen(), FaultCode::StoreForeign);
        // Noise, nothing at all, less than a page.
        replaceContents(school.file(u"store.db"_s), security::randomBytes(school.random, 65536));
        KOBAI_COMPARE_FAULT(school.tryOpen(), FaultCode::StoreDamaged);
        replaceContents(school.file(u"store.db"_s), QByteArray("x"));
        KOBAI_COMPARE_FAULT(school.tryOpen(), FaultCode::StoreDamaged);
        replaceContents(school.file(u"store.db"_s), QByteArray());
        KOBAI_COMPARE_FAULT(school.tryOpen(), FaultCode::StoreDamaged);
        replaceContents(school.file(u"store.db"_s), database);

        replaceContents(school.file(u"keys.kobai"_s), QByteArray(1'000'000, 'x'));
        KOBAI_COMPARE_FAULT(school.tryOpen(), FaultCode::StoreDamaged);
        replaceContents(school.file(u"keys.kobai"_s), QByteArray("#!/bin/sh\n"));
        KOBAI_COMPARE_FAULT(school.tryOpen(), FaultCode::StoreForeign);
        replaceContents(school.file(u"keys.kobai"_s), keys);

        replaceContents(school.file(u"faces.keys"_s), QByteArray(200, 'x'));
        KOBAI_COMPARE_FAULT(school.tryOpen(), FaultCode::StoreForeign);
        replaceContents(school.file(u"faces.keys"_s), faces);
        KOBAI_VERIFY_DONE(school.tryOpen());
    }

    /// Each file from another store, whose passphrase is the same.
    void filesOfAnotherStore()
    {
        StoreFixture school;
        StoreFixture other;
        school.close();
        other.close();
        for (const QString& name : {u"store.db"_s, u"keys.kobai"_s, u"faces.keys"_s}) {
            const QByteArray own = contents(school.file(name));
            replaceContents(school.file(name), contents(other.file(name)));
            KOBAI_COMPARE_FAULT(school.tryOpen(), FaultCode::StoreDamaged);
            replaceContents(school.file(name), own);
        }
        KOBAI_VERIFY_DONE(school.tryOpen());
    }

    void truncatedFiles()
    {
        StoreFixture school;
        fill(school);
        school.close();
        for (const QString& name : {u"store.db"_s, u"keys.kobai"_s, u"faces.keys"_s}) {
            const QByteArray whole = contents(school.file(name));
            for (const qsizetype size : {whole.size() - 1, whole.size() / 2, qsizetype(16), qsizetype(1)}) {
                replaceContents(school.file(name), whole.first(size));
                KOBAI_COMPARE_FAULT(school.tryOpen(), FaultCode::StoreDamaged);
            }
            replaceContents(school.file(name), whole);
        }
        const QByteArray database = contents(school.file(u"store.db"_s));
        for (qsizetype pages = 1; pages < database.size() / 4096; pages += 7) {
            replaceContents(school.file(u"store.db"_s), database.first(pages * 4096));
            KOBAI_COMPARE_FAULT(school.tryOpen(), FaultCode::StoreDamaged);
        }
        replaceContents(school.file(u"store.db"_s), database);
        KOBAI_VERIFY_DONE(school.tryOpen());
    }

    /// One byte in each page: the store does not open, or verify names the page and whoever reads it gets StoreDamaged [row 42].
    void aFlippedByteInEachPage()
    {
        StoreFixture school;
        fill(school);
        school.close();
        const QByteArray whole = contents(school.file(u"store.db"_s));
        QCOMPARE(whole.size() % 4096, qsizetype(0));
        int opened = 0;
        for (qsizetype page = 0; page < whole.size() / 4096; ++page) {
            QByteArray flipped = whole;
            const qsizetype at = page * 4096 + (page * 617) % 4096;
            flipped[at] = char(flipped[at] ^ 0x10);
            replaceContents(school.file(u"store.db"_s), flipped);
            const auto store = school.tryOpen();
            if (!store) {
                QCOMPARE(int(store.error().code), int(FaultCode::StoreDamaged));
                continue;
            }
            ++opened;
            const auto report = store::verify(**store);
            if (!report)
                QCOMPARE(int(report.error().code), int(FaultCode::StoreDamaged));
            else
                QVERIFY(std::any_of(report->findings.begin(), report->findings.end(),
                                    [](const auto& f) { return f.kind == u"pages"; }));
            const auto sales = (*store)->read([](store::Tx& tx) { return tx.sales().page({}, std::nullopt, 100); });
            if (sales)
                QCOMPARE(sales->size(), std::size_t(10));
            else
                QCOMPARE(int(sales.error().code), int(FaultCode::StoreDamaged));
        }
        QVERIFY(opened > 0);
        replaceContents(school.file(u"store.db"_s), whole);
        school.reopen();
        QVERIFY(store::verify(school.store())->ok());
    }

    void everyFlippedByteOfTheKeyFiles()
    {
        StoreFixture school;
        school.close();
        for (const QString& name : {u"keys.kobai"_s, u"faces.keys"_s}) {
            const QByteArray whole = contents(school.file(name));
            const qsizetype step = name == u"faces.keys" ? 3 : 1;
            for (qsizetype i = 0; i < whole.size(); i += step) {
                QByteArray flipped = whole;
                flipped[i] = char(flipped[i] ^ 4);
                replaceContents(school.file(name), flipped);
                const auto opened = school.tryOpen();
                QVERIFY(!opened);
                const FaultCode code = opened.error().code;
                QVERIFY(code == FaultCode::StoreDamaged || (i < 8 && code == FaultCode::StoreForeign)
                        || (i < 10 && code == FaultCode::StoreNewer));
            }
            replaceContents(school.file(name), whole);
        }
    }

    void aNewerStoreIsRefused()
    {
        StoreFixture school;
        QVERIFY(!school.rawRefusal("PRAGMA user_version = 1000"));
        KOBAI_COMPARE_FAULT(school.tryOpen(), FaultCode::StoreNewer);
    }

    void aDatabaseOfOtherStepsIsRefused()
    {
        StoreFixture school;
        QVERIFY(!school.rawRefusal("UPDATE schema_step SET hash = randomblob(32)"));
        KOBAI_COMPARE_FAULT(school.tryOpen(), FaultCode::StoreForeign);
        QVERIFY(!school.rawRefusal("PRAGMA application_id = 1"));
        KOBAI_COMPARE_FAULT(school.tryOpen(), FaultCode::StoreForeign);
    }

    void aReadOnlyFolder()
    {
        StoreFixture school;
        school.close();
        const WithoutRoot mortal(school.folder());
        QCOMPARE(::chmod(QFile::encodeName(school.folder()).constData(), 0500), 0);
        QVERIFY(QFile::setPermissions(school.file(u"lock"_s), QFileDevice::ReadOwner));
        const auto opened = school.tryOpen();
        QCOMPARE(::chmod(QFile::encodeName(school.folder()).constData(), 0700), 0);
        KOBAI_COMPARE_FAULT(opened, FaultCode::StoreReadOnly);
        QVERIFY(QFile::setPermissions(school.file(u"lock"_s), QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        KOBAI_VERIFY_DONE(school.tryOpen());
    }

    void aReadOnlyFolderWhoseLockCanBeWritten()
    {
        StoreFixture school;
        school.close();
        const WithoutRoot mortal(school.folder());
        QCOMPARE(::chmod(QFile::encodeName(school.folder()).constData(), 0500), 0);
        const auto opened = school.tryOpen();
        QCOMPARE(::chmod(QFile::encodeName(school.folder()).constData(), 0700), 0);
        KOBAI_COMPARE_FAULT(opened, FaultCode::StoreReadOnly);
    }

    void aReadOnlyDatabase()
    {
        StoreFixture school;
        school.close();
        const WithoutRoot mortal(school.folder());
        QVERIFY(QFile::setPermissions(school.file(u"store.db"_s), QFileDevice::ReadOwner));
        KOBAI_COMPARE_FAULT(school.tryOpen(), FaultCode::StoreReadOnly);
    }

    void creatingWhereNothingCanBeWritten()
    {
        StoreFixture school(false);
        QVERIFY(QDir().mkpath(school.folder()));
        const WithoutRoot mortal(school.folder());
        QCOMPARE(::chmod(QFile::encodeName(school.folder()).constData(), 0500), 0);
        store::Creation creation = school.creation();
        creation.folder += u"/inner"_s;
        KOBAI_COMPARE_FAULT(store::Store::create(creation, school.environment()), FaultCode::StoreReadOnly);
        QCOMPARE(::chmod(QFile::encodeName(school.folder()).constData(), 0700), 0);
        QVERIFY(QDir(school.folder()).isEmpty());
    }
};

KOBAI_TEST(StoreDamageTest, QCoreApplication)
#include "StoreDamageTest.moc"
