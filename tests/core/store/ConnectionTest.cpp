// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoreFixture.h"

#include "support/TestProgram.h"

#include <sqlite3.h>

#include <dlfcn.h>

using namespace kobai;
using namespace kobai::test;
using store::sqlite::Connection;
using store::sqlite::Error;
using store::sqlite::Statement;

/// The thin layer over the engine, and the proof which engine it is.
class ConnectionTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;
    security::SystemRandom m_random;
    SecureBytes m_key = security::randomSecret(m_random, 32);
    int m_files = 0;

    QString newPath() { return m_directory.filePath(QString::number(++m_files) + u".db"_s); }
    std::unique_ptr<Connection> made()
    {
        auto connection = std::make_unique<Connection>(newPath(), m_key, true);
        connection->execute(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, x INTEGER CHECK (x < 100), s TEXT, b BLOB, r REAL)");
        return connection;
    }
    template <typename Work>
    static int codeOf(Work&& work)
    {
        try {
            work();
            return SQLITE_OK;
        } catch (const Error& error) {
            return error.code();
        }
    }

private Q_SLOTS:
    /// With the system's plain SQLite in the same process (OpenCV brings it), ours stays SQLCipher (trap 1).
    void theEngineIsSqlCipherEvenBesidePlainSqlite()
    {
        void* plain = dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_GLOBAL);
        if (plain != nullptr) {
            const auto version = reinterpret_cast<const char* (*)()>(dlsym(plain, "sqlite3_libversion"));
            QVERIFY(version != nullptr);
            QVERIFY(version != &sqlite3_libversion);
        }
        store::sqlite::checkEngine();
        QCOMPARE(sqlite3_libversion_number(), SQLITE_VERSION_NUMBER);
        QCOMPARE(sqlite3_compileoption_used("HAS_CODEC"), 1);
        auto connection = made();
        QVERIFY(connection->text("PRAGMA cipher_version").startsWith(u"4."_s));
        connection->execute("PRAGMA wal_checkpoint(TRUNCATE)");
        QVERIFY(connection->headerOnDisk() != store::sqlite::plainHeader());
        if (plain != nullptr)
            dlclose(plain);
    }

    /// The engine's symbols are inside this executable and not offered to any library of the process.
    void theEnginesSymbolsStayInside()
    {
        QVERIFY(dlsym(RTLD_DEFAULT, "sqlite3_key") == nullptr);
        QVERIFY(dlsym(RTLD_DEFAULT, "sqlcipher_codec_ctx_set_pass") == nullptr);
    }

    void aPlainFileShowsItsHeader()
    {
        // What headerOnDisk() is compared with: the header that an unencrypted database has.
        const QString path = newPath();
        sqlite3* plain = nullptr;
        QCOMPARE(sqlite3_open(QFile::encodeName(path).constData(), &plain), SQLITE_OK);
        QCOMPARE(sqlite3_exec(plain, "CREATE TABLE t (x)", nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(plain);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(16) == store::sqlite::plainHeader());
        file.close();
        QCOMPARE(codeOf([&] { Connection(path, m_key, false); }), SQLITE_NOTADB);
    }

    void aWrongKeyGivesNoData()
    {
        const QString path = newPath();
        {
            Connection connection(path, m_key, true);
            connection.execute("CREATE TABLE t (x)");
        }
        QCOMPARE(codeOf([&] { Connection(path, security::randomSecret(m_random, 32), false); }), SQLITE_NOTADB);
        QCOMPARE(codeOf([&] { Connection(path, m_key, false); }), SQLITE_OK);
        QCOMPARE(codeOf([&] { Connection(path + u"x"_s, m_key, false); }), SQLITE_CANTOPEN);
    }

    void settingsAreInForce()
    {
        auto connection = made();
        QCOMPARE(connection->text("PRAGMA journal_mode"), u"wal"_s);
        for (const char* pragma :
             {"PRAGMA foreign_keys", "PRAGMA recursive_triggers", "PRAGMA secure_delete", "PRAGMA cell_size_check"})
            QCOMPARE(connection->integer(pragma), std::int64_t(1));
        QCOMPARE(connection->integer("PRAGMA trusted_schema"), std::int64_t(0));
        QCOMPARE(connection->integer("PRAGMA synchronous"), std::int64_t(2));
        QCOMPARE(connection->integer("PRAGMA temp_store"), std::int64_t(2));
        QCOMPARE(codeOf([&] { (void)connection->text("SELECT \"no such column\""); }), SQLITE_ERROR);
    }

    void valuesComeBackAsTheyWent()
    {
        auto connection = made();
        const QString text = u"日本 \U0001F393 'quoted'"_s + QChar(0) + u"after nul"_s;
        const QByteArray blob("\0\1\2", 3);
        connection->prepare("INSERT INTO t VALUES (?, ?, ?, ?, ?)")
            .bind(1)
            .bind(std::optional<int>())
            .bind(text)
            .bind(blob)
            .bind(0.25)
            .run();
        connection->prepare("INSERT INTO t VALUES (?, ?, ?, ?, ?)")
            .bind(2)
            .bind(true)
            .bind(QString())
            .bind(QByteArray())
            .bind(1.0)
            .run();
        Statement row = connection->prepare("SELECT x, s, b, r FROM t ORDER BY id");
        QVERIFY(row.step());
        QVERIFY(row.isNull(0));
        QCOMPARE(row.text(1), text);
        QCOMPARE(row.blob(2), blob);
        QCOMPARE(row.real(3), 0.25);
        QVERIFY(row.step());
        QCOMPARE(row.integer(0), std::int64_t(1));
        QCOMPARE(row.text(1), QString());
        QVERIFY(!row.isNull(1));
        QVERIFY(!row.isNull(2));
        QVERIFY(!row.step());
    }

    void aColumnOfAnotherTypeIsDamageNotZero()
    {
        auto connection = made();
        connection->execute(
            "INSERT INTO t VALUES (1, NULL, 'text', x'00', 0.5); INSERT INTO t VALUES (2, 7, '', x'', 3000000000)");
        Statement row = connection->prepare("SELECT x, s, b, r FROM t");
        QVERIFY(row.step());
        QCOMPARE(codeOf([&] { (void)row.integer(0); }), SQLITE_MISMATCH);
        QCOMPARE(codeOf([&] { (void)row.integer(1); }), SQLITE_MISMATCH);
        QCOMPARE(codeOf([&] { (void)row.text(2); }), SQLITE_MISMATCH);
        QCOMPARE(codeOf([&] { (void)row.blob(1); }), SQLITE_MISMATCH);
        QCOMPARE(codeOf([&] { (void)row.id<PersonId>(2); }), SQLITE_MISMATCH);
        QCOMPARE(codeOf([&] { (void)row.real(1); }), SQLITE_MISMATCH);
        Statement big = connection->prepare("SELECT 3000000000, 7");
        QVERIFY(big.step());
        QCOMPARE(codeOf([&] { (void)big.small(0); }), SQLITE_MISMATCH);
        QCOMPARE(codeOf([&] { (void)big.oneOf(1, people::Kind::Student, people::Kind::Staff); }), SQLITE_MISMATCH);
        QCOMPARE(int(Error(SQLITE_MISMATCH, {}).fault().code), int(FaultCode::StoreDamaged));
    }

    void statementsAreLentAgainClean()
    {
        auto connection = made();
        for (int i = 0; i < 3; ++i)
            connection->prepare("INSERT INTO t (x) VALUES (?)").bind(i).run();
        connection->prepare("INSERT INTO t (x) VALUES (?)").run(); // not the last binding again
        QCOMPARE(connection->integer("SELECT count(*) FROM t WHERE x IS NULL"), std::int64_t(1));
        // The same text within its own loop.
        Statement outer = connection->prepare("SELECT id FROM t ORDER BY id");
        int rows = 0;
        while (outer.step()) {
            Statement inner = connection->prepare("SELECT id FROM t ORDER BY id");
            QVERIFY(inner.step());
            QCOMPARE(inner.integer(0), std::int64_t(1));
            ++rows;
        }
        QCOMPARE(rows, 4);
    }

    void aTransactionIsUndoneUnlessCommitted()
    {
        auto connection = made();
        {
            store::sqlite::Transaction transaction(*connection);
            connection->execute("INSERT INTO t (x) VALUES (1)");
        }
        QCOMPARE(connection->integer("SELECT count(*) FROM t"), std::int64_t(0));
        {
            store::sqlite::Transaction transaction(*connection);
            connection->execute("INSERT INTO t (x) VALUES (1)");
            QCOMPARE(codeOf([&] { store::sqlite::Transaction inner(*connection); }), SQLITE_MISUSE);
            transaction.commit();
            QCOMPARE(codeOf([&] { transaction.commit(); }), SQLITE_ABORT);
        }
        QCOMPARE(connection->integer("SELECT count(*) FROM t"), std::int64_t(1));
    }

    /// Whoever ignores that the engine gave the transaction up must not go on outside of it.
    void nothingIsWrittenAfterTheEngineRolledBack()
    {
        auto connection = made();
        connection->begin(true);
        connection->prepare("INSERT INTO t (x) VALUES (1)").run();
        connection->execute("ROLLBACK"); // as SQLITE_FULL does by itself
        QCOMPARE(codeOf([&] { connection->prepare("INSERT INTO t (x) VALUES (2)").run(); }), SQLITE_ABORT);
        QCOMPARE(codeOf([&] { connection->commit(); }), SQLITE_ABORT);
        QCOMPARE(connection->integer("SELECT count(*) FROM t"), std::int64_t(0));
        connection->prepare("INSERT INTO t (x) VALUES (3)").run();
        QCOMPARE(connection->integer("SELECT count(*) FROM t"), std::int64_t(1));
    }

    void faultsByTheirKind()
    {
        auto connection = made();
        try {
            connection->execute("INSERT INTO t (x) VALUES (100)");
            QFAIL("went through");
        } catch (const Error& error) {
            QCOMPARE(int(error.fault().code), int(FaultCode::StoreConstraint));
            QVERIFY(!error.isUnique());
        }
        const std::map<int, FaultCode> codes{{SQLITE_FULL, FaultCode::StoreFull},
                                             {SQLITE_READONLY_DIRECTORY, FaultCode::StoreReadOnly},
                                             {SQLITE_CORRUPT_INDEX, FaultCode::StoreDamaged},
                                             {SQLITE_NOTADB, FaultCode::StoreDamaged},
                                             {SQLITE_BUSY_SNAPSHOT, FaultCode::StoreLocked},
                                             {SQLITE_IOERR_SHORT_READ, FaultCode::StoreIo},
                                             {SQLITE_MISUSE, FaultCode::Internal}};
        for (const auto& [code, fault] : codes)
            QCOMPARE(int(Error(code, {}).fault().code), int(fault));
    }

    void backingUpOntoAKeyedFileKeepsItEncrypted()
    {
        auto source = made();
        source->execute("INSERT INTO t (s) VALUES ('Wilhelmina Quartermaine')");
        const QString path = newPath();
        {
            Connection target(path, m_key, true);
            source->backupInto(target);
            target.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            QVERIFY(target.headerOnDisk() != store::sqlite::plainHeader());
            QCOMPARE(target.text("SELECT s FROM t"), u"Wilhelmina Quartermaine"_s);
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("Quartermaine"));
    }
};

KOBAI_TEST(ConnectionTest, QCoreApplication)
#include "ConnectionTest.moc"
