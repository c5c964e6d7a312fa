// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoreFixture.h"

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

QTEST_GUILESS_MAIN(FaceKeysTest)
#include "FaceKeysTest.moc"
