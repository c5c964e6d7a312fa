// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Store.h"

#include "people/Person.h"
#include "search/SearchFold.h"
#include "security/KeyDerivation.h"
#include "security/KeyFile.h"
#include "security/Passphrase.h"
#include "store/Log.h"
#include "store/SchemaSteps.h"
#include "store/SearchRenewal.h"
#include "store/StoreParts.h"
#include "store/sqlite/Error.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

namespace kobai::store {

namespace {

using sqlite::Connection;
using sqlite::guarded;
using sqlite::Statement;

constexpr OperatorId firstOperator{1};
/// SQLCipher's page.
constexpr qint64 smallestDatabase = 4096;
/// A key file of 64 slots is 8 kB.
constexpr qint64 longestKeyFile = 65536;
/// A question about the clock may wait for so long until it is answered.
constexpr auto longestAnswer = std::chrono::hours(1);

QString utcText(Instant at)
{
    return toLocal(at).toUTC().toString(Qt::ISODate);
}

QString path(const QString& folder, const char16_t* name)
{
    return folder + QLatin1Char('/') + QString::fromUtf16(name);
}

SecureBytes demoSecret()
{
    return SecureBytes(QByteArrayView(demoPassphrase));
}

/// Characters of UTF-8 text: the bytes that do not continue one.
int characterCount(const SecureBytes& utf8)
{
    int count = 0;
    for (const unsigned char byte : utf8.span())
        count += (byte & 0xC0) != 0x80 ? 1 : 0;
    return count;
}

/// A demo school that was given no passphrase.
bool isOpenToAll(const Creation& creation)
{
    return creation.demo && creation.passphrase.isEmpty();
}

Status checkPassphrase(const Creation& creation)
{
    if (isOpenToAll(creation))
        return {};
    KOBAI_ASSIGN(const SecureBytes prepared, security::preparedPassphrase(creation.passphrase));
    if (characterCount(prepared) < shortestPassphraseChars)
        return fail(FaultCode::WeakPassphrase);
    // Known to everybody who has read the manual.
    if (prepared.view() == QByteArrayView(demoPassphrase))
        return fail(FaultCode::WeakPassphrase);
    return {};
}

Result<security::KeyFile> readKeyFile(const QString& folder)
{
    KOBAI_ASSIGN(const QByteArray bytes, readWhole(path(folder, file::keys), longestKeyFile));
    return security::KeyFile::parse(bytes);
}

/// Removes a half-made store unless it was finished.
class Scaffold final {
public:
    explicit Scaffold(QString folder) : m_folder(std::move(folder)) {}
    ~Scaffold()
    {
        if (m_finished)
            return;
        for (const auto* name : {file::keys, file::faces, file::database, FolderLock::fileName}) {
            for (const char* suffix : {"", "-wal", "-shm", "-journal", ".new"})
                QFile::remove(path(m_folder, name) + QLatin1String(suffix));
        }
        if (m_folderIsOurs)
            QDir().rmdir(m_folder);
    }
    Q_DISABLE_COPY_MOVE(Scaffold)

    /// The folder there and empty, readable by this user only; the folders above it are made and stay.
    Status prepare()
    {
        // A fresh account may not even have the "Documents" in which a store is proposed.
        if (!QDir().mkpath(QFileInfo(m_folder).absolutePath())) {
            m_finished = true;
            return fail(FaultCode::StoreReadOnly, QFileInfo(m_folder).fileName());
        }
        const QByteArray native = QFile::encodeName(m_folder);
        if (::mkdir(native.constData(), 0700) == 0) {
            m_folderIsOurs = true;
            return {};
        }
        if (errno != EEXIST) {
            m_finished = true; // nothing of ours is there
            return fail(fileFault(errno, m_folder));
        }
        const QDir folder(m_folder);
        if (!folder.exists()
            || !folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
            m_finished = true;
            return fail(FaultCode::StoreExists);
        }
        if (::chmod(native.constData(), 0700) != 0) {
            m_finished = true;
            return fail(fileFault(errno, m_folder));
        }
        return {};
    }
    void finish() { m_finished = true; }

private:
    QString m_folder;
    bool m_folderIsOurs = false;
    bool m_finished = false;
};

void insertFirstRows(Connection& connection, const Creation& creation, const StoreId& id, const QString& schoolName,
                     const QString& operatorName, Instant now)
{
    connection
        .prepare("INSERT INTO store (one, id, currency, currency_symbol, currency_decimals, demo, created_at) "
                 "VALUES (1, ?, ?, ?, ?, ?, ?)")
        .bind(id)
        .bind(creation.currency.code)
        .bind(creation.currency.symbol)
        .bind(creation.currency.decimals)
        .bind(creation.demo)
        .bind(now)
        .run();
    connection.prepare("INSERT INTO operator (id, name) VALUES (?, ?)").bind(firstOperator).bind(operatorName).run();
    for (const auto& [key, value] :
         {std::pair(setting::schoolName, schoolName), std::pair(setting::searchFolding, search::foldingName())})
        connection.prepare("INSERT INTO setting (key, value) VALUES (?, ?)")
            .bind(QString::fromUtf16(key))
            .bind(value)
            .run();
}

/// The file begins with random bytes, not with SQLite's header: else a plain engine wrote it.
Status checkEncrypted(Connection& connection)
{
    if (connection.headerOnDisk() == sqlite::plainHeader())
        return fail(FaultCode::StoreEngine, QStringLiteral("the file is not encrypted"));
    return {};
}

Status checkEngine()
{
    try {
        sqlite::checkEngine();
        return {};
    } catch (const sqlite::Error& error) {
        return fail(FaultCode::StoreEngine, error.text());
    }
}

/// All three files there. Faults: StoreMissing, StoreIncomplete.
Status checkFiles(const QString& folder)
{
    QStringList missing;
    for (const auto* name : {file::database, file::keys, file::faces}) {
        if (!QFileInfo(path(folder, name)).isFile())
            missing.append(QString::fromUtf16(name));
    }
    if (missing.size() == 3)
        return fail(FaultCode::StoreMissing);
    if (!missing.isEmpty())
        return fail(FaultCode::StoreIncomplete, missing.join(QLatin1String(", ")));
    return {};
}

/// Under the lock: closing the file again drops the engine's own locks of this process on it. Faults: StoreDamaged,
/// StoreForeign (a plain database).
Status checkDatabaseFile(const QString& folder)
{
    // The engine would take a file of less than a page for an empty database.
    if (QFileInfo(path(folder, file::database)).size() < smallestDatabase)
        return fail(FaultCode::StoreDamaged, QStringLiteral("store.db"));
    QFile database(path(folder, file::database));
    if (database.open(QIODevice::ReadOnly) && database.read(sqlite::plainHeader().size()) == sqlite::plainHeader())
        return fail(FaultCode::StoreForeign, QStringLiteral("store.db is not encrypted"));
    return {};
}

/// The database is Kobai's and of a version that this program knows.
Status checkIdentity(Connection& connection)
{
    if (connection.integer("PRAGMA application_id") != applicationId)
        return fail(FaultCode::StoreForeign, QStringLiteral("store.db"));
    const int version = schemaVersion(connection);
    if (version > schemaSteps().back().number)
        return fail(FaultCode::StoreNewer, QString::number(version));
    if (!stepsMatch(connection, schemaSteps()))
        return fail(FaultCode::StoreForeign, QStringLiteral("store.db was made by other schema steps"));
    return {};
}

/// The file is as long as it says. The engine itself sees a cut-off page only when it reads it; with a log beside the file that has not been
/// written into it yet, its length says nothing.
Status checkLength(Connection& connection, const QString& folder)
{
    const QString database = path(folder, file::database);
    if (QFileInfo(database + QStringLiteral("-wal")).size() > 0)
        return {};
    // SQLCipher answers in text.
    const std::int64_t pageBytes = connection.text("PRAGMA page_size").toLongLong();
    if (QFileInfo(database).size() != connection.integer("PRAGMA page_count") * pageBytes)
        return fail(FaultCode::StoreDamaged, QStringLiteral("store.db is not as long as it says"));
    return {};
}

/// Older schemas are brought up to date; the file as it was stays beside it, encrypted under the same key.
Status upgrade(Connection& connection, const QString& folder, const SecureBytes& databaseKey, Instant now)
{
    const int version = schemaVersion(connection);
    if (version == schemaSteps().back().number)
        return {};
    KOBAI_TRY(backupBefore(
        connection, path(folder, file::database) + QStringLiteral(".before-step-%1").arg(version + 1), databaseKey));
    applySteps(connection, schemaSteps(), now);
    qCInfo(storeLog) << "upgraded from schema step" << version << "to" << schemaSteps().back().number;
    return {};
}

Status readInfo(Connection& connection, StoreInfo& info)
{
    {
        Statement row = connection.prepare("SELECT id, currency, currency_symbol, currency_decimals, demo FROM store");
        if (!row.step() || row.id<StoreId>(0) != info.id || row.flag(4) != info.demo)
            return fail(FaultCode::StoreForeign, QStringLiteral("store.db belongs to other keys"));
        info.currency = {row.text(1), row.text(2), row.small(3)};
    }
    Statement row = connection.prepare("SELECT name FROM operator WHERE id = ?");
    if (!row.bind(info.operatorId).step())
        return fail(FaultCode::StoreDamaged, QStringLiteral("operator"));
    info.operatorName = row.text(0);
    return {};
}

/// The encrypted database with its first rows, on disk as a whole.
Status createDatabase(Connection& connection, const Creation& creation, StoreInfo& info, StoreClock& clock, Instant now)
{
    KOBAI_ASSIGN(const QString schoolName, people::cleanName(creation.schoolName));
    KOBAI_ASSIGN(const QString operatorName, people::cleanName(creation.operatorName));
    applySteps(connection, schemaSteps(), now);
    sqlite::Transaction transaction(connection);
    insertFirstRows(connection, creation, info.id, schoolName, operatorName, now);
    AuditTable audit(connection);
    KOBAI_TRY(audit.append({0, now, firstOperator, audit::Action::StoreCreated, info.id.toHex(), {}, {}}));
    clock.begin(connection);
    transaction.commit();
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    KOBAI_TRY(checkEncrypted(connection));
    return readInfo(connection, info);
}

Status checkDatabase(Connection& connection, const SecureBytes& databaseKey, StoreInfo& info, Instant now)
{
    KOBAI_TRY(checkEncrypted(connection));
    KOBAI_TRY(checkIdentity(connection));
    KOBAI_TRY(checkLength(connection, info.folder));
    KOBAI_TRY(upgrade(connection, info.folder, databaseKey, now));
    KOBAI_TRY(renewSearchKeys(connection));
    return readInfo(connection, info);
}

/// Ends a re-keying that a crash cut off, the way store.db says. A file that cannot be rewritten now does no harm: what is in force is
/// settled, and enrolment tries again.
Status settleFaceKeys(Connection& connection, FaceKeys& keys)
{
    SettingsTable settings(connection);
    KOBAI_ASSIGN(const QString named, settings.text(QString::fromUtf16(setting::faceGeneration)));
    KOBAI_ASSIGN(const FaceGenerationId committed, faceGenerationNamed(named));
    (void)keys.settle(committed);
    return {};
}

} // namespace

Result<std::unique_ptr<Store>> Store::create(const Creation& creation, Environment environment)
{
    KOBAI_TRY(checkEngine());
    KOBAI_TRY(checkPassphrase(creation));
    KOBAI_TRY(people::cleanName(creation.schoolName));
    KOBAI_TRY(people::cleanName(creation.operatorName));
    const QString folder = QDir::cleanPath(QDir(creation.folder).absolutePath());
    const Instant now = environment.clock.now();

    Scaffold scaffold(folder);
    KOBAI_TRY(scaffold.prepare());
    KOBAI_ASSIGN(FolderLock lock, FolderLock::take(folder));
    auto parts = std::make_unique<Parts>(environment, std::move(lock));
    parts->info.id = security::newId<StoreId>(environment.random, environment.clock);
    parts->info.folder = folder;
    parts->info.operatorId = firstOperator;
    parts->info.demo = creation.demo;

    const SecureBytes storeKey = security::randomSecret(environment.random, security::storeKeyBytes);
    security::KeyFile keys(parts->info.id, creation.demo);
    const bool isOpen = isOpenToAll(creation);
    KOBAI_TRY(keys.addSlot(firstOperator, isOpen ? demoSecret() : creation.passphrase.clone(), storeKey,
                           isOpen ? security::openCost : creation.cost, environment.random));

    const QString database = path(folder, file::database);
    KOBAI_TRY(makePrivateFile(database));
    const Status made = guarded([&]() -> Status {
        parts->connection =
            std::make_unique<Connection>(database, security::deriveKey(storeKey, security::KeyPurpose::Database), true);
        return createDatabase(*parts->connection, creation, parts->info, parts->clock, now);
    });
    KOBAI_TRY(made);
    KOBAI_ASSIGN(parts->faceKeys, FaceKeys::create(path(folder, file::faces),
                                                   security::deriveKey(storeKey, security::KeyPurpose::FaceKeys),
                                                   parts->info.id, security::randomSecret(environment.random, 32)));
    // The keys come last: a folder without them was never a store.
    KOBAI_TRY(writeDurably(path(folder, file::keys), keys.bytes()));
    scaffold.finish();
    qCInfo(storeLog) << "created";
    return std::unique_ptr<Store>(new Store(std::move(parts)));
}

Result<std::unique_ptr<Store>> Store::open(const QString& folderName, const SecureBytes& passphrase,
                                           Environment environment)
{
    QElapsedTimer timer;
    timer.start();
    KOBAI_TRY(checkEngine());
    const QString folder = QDir::cleanPath(QDir(folderName).absolutePath());
    KOBAI_TRY(checkFiles(folder));
    KOBAI_ASSIGN(const security::KeyFile keys, readKeyFile(folder));
    KOBAI_ASSIGN(FolderLock lock, FolderLock::take(folder));
    KOBAI_TRY(checkDatabaseFile(folder));
    const qint64 beforeKeys = timer.elapsed();
    KOBAI_ASSIGN(const security::KeyFile::Unlocked unlocked, keys.unlock(passphrase));
    const qint64 forKeys = timer.elapsed() - beforeKeys;

    auto parts = std::make_unique<Parts>(environment, std::move(lock));
    parts->info.id = keys.store();
    parts->info.folder = folder;
    parts->info.operatorId = unlocked.operatorId;
    parts->info.demo = keys.isDemo();
    const Status opened = guarded([&]() -> Status {
        const SecureBytes databaseKey = security::deriveKey(unlocked.storeKey, security::KeyPurpose::Database);
        parts->connection = std::make_unique<Connection>(path(folder, file::database), databaseKey, false);
        KOBAI_TRY(checkDatabase(*parts->connection, databaseKey, parts->info, environment.clock.now()));
        return parts->clock.read(*parts->connection);
    });
    KOBAI_TRY(opened);
    KOBAI_ASSIGN(parts->faceKeys,
                 FaceKeys::open(path(folder, file::faces),
                                security::deriveKey(unlocked.storeKey, security::KeyPurpose::FaceKeys), keys.store()));
    KOBAI_TRY(settleFaceKeys(*parts->connection, *parts->faceKeys));
    qCInfo(storeLog) << "opened in" << timer.elapsed() << "ms, of it" << forKeys << "for the passphrase";
    return std::unique_ptr<Store>(new Store(std::move(parts)));
}

bool Store::isDemo(const QString& folder)
{
    const auto keys = readKeyFile(folder);
    return keys && keys->isDemo();
}

bool Store::opensWith(const QString& folder, const SecureBytes& passphrase)
{
    const auto keys = readKeyFile(folder);
    return keys && keys->unlock(passphrase);
}

Store::Store(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)), m_tx(std::make_unique<Tx>(*m_parts->connection))
{
}

Store::~Store() = default;

const StoreInfo& Store::info() const
{
    return m_parts->info;
}

FaceKeys& Store::faceKeys()
{
    return *m_parts->faceKeys;
}

const Clock& Store::clock() const
{
    return m_parts->environment.clock;
}

security::RandomSource& Store::random()
{
    return m_parts->environment.random;
}

std::optional<ClockQuestion> Store::clockQuestion() const
{
    return m_parts->clock.question();
}

Status Store::confirmClock(Instant shown, OperatorId by)
{
    const auto question = clockQuestion();
    if (!question)
        return {};
    if (question->now < shown - silentCorrection || question->now > shown + longestAnswer)
        return fail(FaultCode::ClockDoubtful);
    KOBAI_TRY(beginUnit(true));
    Status confirmed = guarded([&]() -> Status {
        m_parts->clock.confirm(*m_parts->connection, *question, by);
        return m_tx->audit().append(audit::entry(audit::Action::ClockConfirmed, utcText(question->newest),
                                                 question->now, by, utcText(question->now)));
    });
    if (!confirmed) {
        rollback();
        return confirmed;
    }
    return commit();
}

Status Store::begin()
{
    if (clockQuestion())
        return fail(FaultCode::ClockDoubtful);
    return beginUnit(true);
}

Status Store::beginRead()
{
    return beginUnit(false);
}

Status Store::beginUnit(bool forWriting)
{
    return guarded([&]() -> Status {
        m_parts->connection->begin(forWriting);
        return {};
    });
}

Status Store::commit()
{
    Status committed = guarded([&]() -> Status {
        m_parts->clock.note(*m_parts->connection);
        m_parts->connection->commit();
        return {};
    });
    m_parts->clock.settle(committed.has_value());
    if (!committed)
        rollback();
    return committed;
}

void Store::rollback() noexcept
{
    m_parts->clock.settle(false);
    m_parts->connection->rollback();
}

} // namespace kobai::store
