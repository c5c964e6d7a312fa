// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoreFixture.h"

#include "security/ByteStream.h"
#include "security/SealedBox.h"
#include "support/TestProgram.h"

using namespace kobai;
using namespace kobai::test;
using store::FaceKeys;

class FaceKeysTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;
    security::SystemRandom m_random;
    SecureBytes m_fileKey = security::randomSecret(m_random, 32);
    SecureBytes m_secret = security::randomSecret(m_random, 32);
    StoreId m_store{StoreId::Bytes{1}};
    PersonId m_first{PersonId::Bytes{1}};
    PersonId m_second{PersonId::Bytes{2}};

    QString path() const { return m_directory.filePath(u"faces.keys"_s); }
    FaceKeys made()
    {
        auto keys = FaceKeys::create(path(), m_fileKey.clone(), m_store, m_secret.clone());
        if (!keys || !keys->put(m_first, {QByteArray(16, 'a'), SecureBytes(QByteArrayView(QByteArray(32, 'A'))), 1})
            || !keys->put(m_second, {QByteArray(16, 'b'), SecureBytes(QByteArrayView(QByteArray(32, 'B'))), 2}))
            qFatal("no face keys");
        return std::move(*keys);
    }
    Result<FaceKeys> opened() { return FaceKeys::open(path(), m_fileKey.clone(), m_store); }
    FaceKeys::Generation generation(store::FaceGenerationId id)
    {
        FaceKeys::Generation next;
        next.id = id;
        next.templateSecret = security::randomSecret(m_random, 32);
        next.people.emplace(m_first, FaceKeys::PersonKeys{QByteArray(16, 'n'), SecureBytes(32), 2});
        next.people.emplace(m_second, FaceKeys::PersonKeys{QByteArray(16, 'm'), SecureBytes(32), 3});
        return next;
    }
    void write(const QByteArray& bytes) const
    {
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not written");
    }
    QByteArray contents() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void keysComeBack()
    {
        (void)made();
        const auto keys = opened();
        KOBAI_VERIFY_DONE(keys);
        QVERIFY(keys->templateSecret().view() == m_secret.view());
        QCOMPARE(keys->size(), 2);
        const FaceKeys::PersonKeys* second = keys->find(m_second);
        QVERIFY(second != nullptr);
        QCOMPARE(second->seed, QByteArray(16, 'b'));
        QVERIFY(second->sealing.view() == QByteArrayView(QByteArray(32, 'B')));
        QCOMPARE(second->epoch, std::uint32_t(2));
        QVERIFY(keys->find(PersonId(PersonId::Bytes{3})) == nullptr);
    }

    /// Withdrawal destroys the key, in memory and in the file [row 4].
    void removedKeysAreGoneFromTheFile()
    {
        FaceKeys keys = made();
        const QByteArray before = contents();
        KOBAI_VERIFY_DONE(keys.remove(m_first));
        QVERIFY(keys.find(m_first) == nullptr);
        QVERIFY(contents().size() < before.size());
        const auto again = opened();
        QVERIFY(again->find(m_first) == nullptr);
        QVERIFY(again->find(m_second) != nullptr);
        KOBAI_VERIFY_DONE(keys.remove(m_first)); // and once more is no fault
    }

    void newKeysReplaceTheOldOnes()
    {
        FaceKeys keys = made();
        KOBAI_VERIFY_DONE(keys.put(m_first, {QByteArray(16, 'c'), SecureBytes(32), 3}));
        const auto again = opened();
        QCOMPARE(again->size(), 2);
        QCOMPARE(again->find(m_first)->seed, QByteArray(16, 'c'));
    }

    void keysOfAWrongSizeAreABug()
    {
        FaceKeys keys = made();
        KOBAI_COMPARE_FAULT(keys.put(m_first, {QByteArray(15, 'c'), SecureBytes(32), 3}), FaultCode::Internal);
        KOBAI_COMPARE_FAULT(keys.put(m_first, {QByteArray(16, 'c'), SecureBytes(31), 3}), FaultCode::Internal);
        QCOMPARE(keys.find(m_first)->seed, QByteArray(16, 'a'));
    }

    void anotherKeyStoreOrFile()
    {
        (void)made();
        KOBAI_COMPARE_FAULT(FaceKeys::open(path(), security::randomSecret(m_random, 32), m_store),
                            FaultCode::StoreDamaged);
        KOBAI_COMPARE_FAULT(FaceKeys::open(path(), m_fileKey.clone(), StoreId(StoreId::Bytes{2})),
                            FaultCode::StoreDamaged);
        KOBAI_COMPARE_FAULT(FaceKeys::open(path() + u"x"_s, m_fileKey.clone(), m_store), FaultCode::StoreIncomplete);
    }

    void neitherIdNorKeyIsReadable()
    {
        (void)made();
        const QByteArray bytes = contents();
        for (const QByteArray& secret :
             {QByteArray(16, 'a'), QByteArray(32, 'A'), m_first.toBytes(), m_secret.view().toByteArray()})
            QVERIFY(!bytes.contains(secret));
    }

    /// What version 0.1 wrote is read, and the next change makes it of the present format.
    void theFirstFormatIsReadAndLeftBehind()
    {
        security::ByteWriter head;
        head.fixed("KOBAIFAC");
        head.number(std::uint16_t(1));
        security::ByteWriter plain;
        plain.fixed(m_secret.view());
        plain.number(std::uint32_t(1));
        plain.fixed(m_first.toBytes());
        plain.number(std::uint32_t(7));
        plain.fixed(QByteArray(16, 'a'));
        plain.fixed(QByteArray(32, 'A'));
        write(head.bytes() + security::seal(m_fileKey, plain.bytes(), head.bytes() + m_store.toBytes(), m_random));
        auto keys = opened();
        KOBAI_VERIFY_DONE(keys);
        QVERIFY(keys->templateSecret().view() == m_secret.view());
        QVERIFY(keys->generation().isNull());
        QCOMPARE(keys->size(), 1);
        QCOMPARE(keys->find(m_first)->epoch, std::uint32_t(7));
        QVERIFY(keys->find(m_first)->photo.isEmpty());
        QCOMPARE(contents().at(8), '\x01');
        KOBAI_VERIFY_DONE(keys->setPhotoKey(m_first, SecureBytes(32)));
        QCOMPARE(contents().at(8), '\x02');
        QCOMPARE(opened()->find(m_first)->photo.size(), std::size_t(32));
    }

    void anotherVersionOrADamagedHead()
    {
        (void)made();
        const QByteArray good = contents();
        QByteArray newer = good;
        newer[8] = 3;
        write(newer);
        KOBAI_COMPARE_FAULT(opened(), FaultCode::StoreNewer);
        newer[8] = 1; // an old head over a new body
        write(newer);
        KOBAI_COMPARE_FAULT(opened(), FaultCode::StoreDamaged);
        newer[0] = 'X';
        write(newer);
        KOBAI_COMPARE_FAULT(opened(), FaultCode::StoreForeign);
        for (const qsizetype length : {0, 9, 40, int(good.size()) - 1}) {
            write(good.first(length));
            KOBAI_COMPARE_FAULT(opened(), FaultCode::StoreDamaged);
        }
    }

    /// [row 19]
    void aPhotosKeyComesAndGoesByItself()
    {
        FaceKeys keys = made();
        const auto key = security::randomSecret(m_random, 32);
        KOBAI_VERIFY_DONE(keys.setPhotoKey(m_first, key.clone()));
        QVERIFY(opened()->find(m_first)->photo.view() == key.view());
        QVERIFY(opened()->find(m_second)->photo.isEmpty());
        KOBAI_VERIFY_DONE(keys.setPhotoKey(m_first, {}));
        QVERIFY(opened()->find(m_first)->photo.isEmpty());
        QVERIFY(opened()->find(m_first)->sealing.view() == QByteArrayView(QByteArray(32, 'A')));
        KOBAI_VERIFY_DONE(keys.setPhotoKey(m_first, {})); // and once more is no fault
        KOBAI_COMPARE_FAULT(keys.setPhotoKey(m_first, SecureBytes(31)), FaultCode::Internal);
        KOBAI_COMPARE_FAULT(keys.setPhotoKey(PersonId(PersonId::Bytes{3}), {}), FaultCode::NotFound);
    }

    /// [row 32] Of two generations the one that is named holds; the other one is gone from the file.
    void aPreparedGenerationWaitsForItsName_data()
    {
        QTest::addColumn<bool>("committed");
        QTest::addColumn<bool>("reopened");
        QTest::newRow("committed") << true << false;
        QTest::newRow("given up") << false << false;
        QTest::newRow("committed, then a crash") << true << true;
        QTest::newRow("a crash before") << false << true;
    }
    void aPreparedGenerationWaitsForItsName()
    {
        QFETCH(const bool, committed);
        QFETCH(const bool, reopened);
        FaceKeys keys = made();
        const qsizetype size = contents().size();
        const auto named = store::FaceGenerationId(store::FaceGenerationId::Bytes{9});
        KOBAI_VERIFY_DONE(keys.prepare(generation(named)));
        QCOMPARE(keys.find(m_first)->seed, QByteArray(16, 'a')); // not yet
        QVERIFY(contents().size() > size);
        QVERIFY(opened()->prepared() != nullptr);
        KOBAI_COMPARE_FAULT(keys.prepare(generation(store::FaceGenerationId(store::FaceGenerationId::Bytes{8}))),
                            FaultCode::Internal);
        FaceKeys later = reopened ? std::move(*opened()) : std::move(keys);
        KOBAI_VERIFY_DONE(later.settle(committed ? named : store::FaceGenerationId()));
        const FaceKeys fromFile = std::move(*opened());
        for (const FaceKeys* now : std::initializer_list<const FaceKeys*>{&later, &fromFile}) {
            QVERIFY(now->prepared() == nullptr);
            QCOMPARE(now->generation().isNull(), !committed);
            QCOMPARE(now->find(m_first)->seed, QByteArray(16, committed ? 'n' : 'a'));
            QVERIFY((now->templateSecret().view() == m_secret.view()) != committed);
        }
        QCOMPARE(contents().size(), size);
        KOBAI_VERIFY_DONE(later.settle(named)); // nothing is waiting
    }

    // It would be a file that is too long to be read.
    void moreKeysThanCanBeReadAreNotWritten()
    {
        store::FaceKeys keys = made();
        const auto size = contents().size();
        store::FaceKeys::Generation next;
        next.id = store::FaceGenerationId({1});
        next.templateSecret = SecureBytes(32);
        PersonId::Bytes id{};
        for (int i = 0; i <= store::FaceKeys::mostPersons; ++i) {
            std::memcpy(id.data(), &i, sizeof i);
            next.people.emplace(PersonId(id), store::FaceKeys::PersonKeys{QByteArray(16, 's'), SecureBytes(32), 1, {}});
        }
        auto most = next.people.extract(next.people.begin());
        QVERIFY(keys.prepare(std::move(next)));
        QVERIFY(opened().has_value());
        QVERIFY(keys.settle(store::FaceGenerationId({1})));
        QCOMPARE(opened()->size(), store::FaceKeys::mostPersons);
        QCOMPARE(int(keys.put(most.key(), std::move(most.mapped())).error().code), int(FaultCode::FacesFull));
        QCOMPARE(keys.size(), store::FaceKeys::mostPersons);
        QCOMPARE(opened()->size(), store::FaceKeys::mostPersons);
        QVERIFY(contents().size() > size);
    }

    void aGenerationWithoutAFreshNameIsABug()
    {
        FaceKeys keys = made();
        KOBAI_COMPARE_FAULT(keys.prepare(generation({})), FaultCode::Internal);
        QVERIFY(keys.prepared() == nullptr);
    }

    void whatCouldNotBeDestroyedAtOnceIsDestroyedLater()
    {
        FaceKeys keys = made();
        const qsizetype size = contents().size();
        const auto named = store::FaceGenerationId(store::FaceGenerationId::Bytes{9});
        KOBAI_VERIFY_DONE(keys.prepare(generation(named)));
        QVERIFY(QDir().mkdir(path() + u".new"_s));
        QVERIFY(!keys.settle(named));
        QCOMPARE(keys.find(m_first)->seed, QByteArray(16, 'n'));
        QVERIFY(!keys.finish());
        QVERIFY(contents().size() > size);
        QVERIFY(QDir().rmdir(path() + u".new"_s));
        KOBAI_VERIFY_DONE(keys.finish());
        QCOMPARE(contents().size(), size);
        QCOMPARE(opened()->generation(), named);
    }

    void aFolderThatIsGoneKeepsTheOldKeysInMemory()
    {
        FaceKeys keys = made();
        const QString moved = m_directory.path() + u".moved"_s;
        QVERIFY(QDir().rename(m_directory.path(), moved));
        const Status removed = keys.remove(m_first);
        QVERIFY(QDir().rename(moved, m_directory.path()));
        QVERIFY(!removed);
        QVERIFY(keys.find(m_first) != nullptr);
    }
};

KOBAI_TEST(FaceKeysTest, QCoreApplication)
#include "FaceKeysTest.moc"
