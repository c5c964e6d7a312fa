// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/FaultyFiles.h"
#include "core/store/StoreFixture.h"

#include "store/Verify.h"
#include "support/TestProgram.h"

#include <sys/resource.h>

#include <csignal>

using namespace kobai;
using namespace kobai::test;

namespace {

/// No file of this process may grow beyond so many bytes: what a full disk is to plain files.
class SmallFiles final {
public:
    explicit SmallFiles(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SmallFiles() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(SmallFiles)

private:
    rlimit m_before{};
};

} // namespace

/// A disk that fills up or breaks, at every single write of a sale: StoreFull or StoreIo, nothing charged, and the store
/// goes on afterwards.
class StoreFullTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void atEveryWriteOfASale_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("fault");
        QTest::newRow("full") << SQLITE_FULL << int(FaultCode::StoreFull);
        QTest::newRow("broken") << SQLITE_IOERR_WRITE << int(FaultCode::StoreIo);
    }
    void atEveryWriteOfASale()
    {
        QFETCH(const int, code);
        QFETCH(const int, fault);
        FaultyFiles disk;
        StoreFixture school;
        const PersonId person = school.addPerson().id;
        const ProductId product = school.addProduct(u"Onigiri"_s, 100);
        school.topUp(person, 100'000);
        Money balance(100'000);
        int failed = 0;
        for (int writes = 0; writes < 200; ++writes) {
            disk.failAfter(writes, code);
            const auto sold = school.trySell(person, product);
            disk.heal();
            if (sold) {
                balance = Money(balance.minor() - 100);
                QVERIFY(failed > 0);
                break; // so many writes suffice
            }
            ++failed;
            QCOMPARE(int(sold.error().code), fault);
            QCOMPARE(school.balanceOf(person), balance);
        }
        QVERIFY2(failed >= 3, qPrintable(QString::number(failed)));
        QCOMPARE(school.balanceOf(person), balance);
        (void)school.sell(person, product);
        school.reopen();
        QCOMPARE(school.balanceOf(person), Money(balance.minor() - 100));
        const auto report = store::verify(school.store());
        QVERIFY2(report->ok(), report->ok() ? "" : qPrintable(report->findings.front().where));
    }

    void creatingOnAFullDiskLeavesNothing()
    {
        FaultyFiles disk;
        int failed = 0;
        for (int writes = 0; writes < 400; writes += 5) {
            StoreFixture school(false);
            disk.failAfter(writes, SQLITE_FULL);
            const auto made = store::Store::create(school.creation(), school.environment());
            disk.heal();
            if (made)
                break;
            ++failed;
            QCOMPARE(int(made.error().code), int(FaultCode::StoreFull));
            QVERIFY(!QFileInfo::exists(school.folder()));
        }
        QVERIFY(failed > 5);
    }

    /// The engine's own limit, without any double.
    void aDatabaseThatMayNotGrow()
    {
        StoreFixture school;
        const PersonId person = school.addPerson().id;
        const ProductId product = school.addProduct(u"Onigiri"_s, 1);
        school.topUp(person, 1'000'000);
        auto raw = school.raw();
        const std::int64_t pages = raw->integer("PRAGMA page_count");
        const QByteArray limit = "PRAGMA max_page_count = " + QByteArray::number(pages + 1);
        raw->execute(limit.constData());
        const std::int64_t before = raw->integer("SELECT count(*) FROM setting");
        int written = 0;
        try {
            for (; written < 10'000; ++written)
                raw->prepare("INSERT INTO setting VALUES (?, ?)")
                    .bind(QString::number(written))
                    .bind(QString(500, u'x'))
                    .run();
            QFAIL("grew without end");
        } catch (const store::sqlite::Error& error) {
            QCOMPARE(int(error.fault().code), int(FaultCode::StoreFull));
        }
        QCOMPARE(raw->integer("SELECT count(*) FROM setting"), before + written);
        raw.reset();
        school.reopen();
        (void)school.sell(person, product);
    }

    void faceKeysOnAFullDiskStayAsTheyWere()
    {
        StoreFixture school;
        const PersonId first = school.id<PersonId>();
        const PersonId second = school.id<PersonId>();
        KOBAI_VERIFY_DONE(school.store().faceKeys().put(first, {QByteArray(16, '1'), SecureBytes(32), 0}));
        {
            const SmallFiles full(20);
            KOBAI_COMPARE_FAULT(school.store().faceKeys().put(second, {QByteArray(16, '2'), SecureBytes(32), 0}),
                                FaultCode::StoreFull);
            KOBAI_COMPARE_FAULT(school.store().faceKeys().remove(first), FaultCode::StoreFull);
        }
        QCOMPARE(school.store().faceKeys().people(), std::vector<PersonId>{first});
        QVERIFY(!QFileInfo::exists(school.file(u"faces.keys.new"_s)));
        school.reopen();
        QCOMPARE(school.store().faceKeys().people(), std::vector<PersonId>{first});
    }

    void creatingWhereNoFileMayGrowLeavesNothing()
    {
        StoreFixture school(false);
        const SmallFiles full(64);
        QVERIFY(!store::Store::create(school.creation(), school.environment()));
        QVERIFY(!QFileInfo::exists(school.folder()));
    }
};

KOBAI_TEST(StoreFullTest, QCoreApplication)
#include "StoreFullTest.moc"
