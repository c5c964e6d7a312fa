// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/SealedBox.h"

#include "security/KeyDerivation.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::security;

class SealedBoxTest final : public QObject {
    Q_OBJECT

    SystemRandom m_random;
    SecureBytes m_key = randomSecret(m_random, sealKeyBytes);

private Q_SLOTS:
    void whatWasSealedOpens()
    {
        for (const qsizetype size : {0, 1, 64, 100'000}) {
            const QByteArray plain(size, 'p');
            const QByteArray box = seal(m_key, plain, "context", m_random);
            QCOMPARE(box.size(), size + sealOverheadBytes);
            const auto opened = unseal(m_key, box, "context");
            QVERIFY(opened);
            QVERIFY(opened->view() == QByteArrayView(plain));
        }
    }

    void theSameTextNeverGivesTheSameBox()
    {
        QVERIFY(seal(m_key, "template", {}, m_random) != seal(m_key, "template", {}, m_random));
    }

    void anotherKeyOrContextDoesNotOpen()
    {
        const QByteArray box = seal(m_key, "template", "person 1", m_random);
        QCOMPARE(int(unseal(m_key, box, "person 2").error().code), int(FaultCode::StoreDamaged));
        QCOMPARE(int(unseal(randomSecret(m_random, sealKeyBytes), box, "person 1").error().code),
                 int(FaultCode::StoreDamaged));
        QCOMPARE(int(unseal(SecureBytes(16), box, "person 1").error().code), int(FaultCode::StoreDamaged));
    }

    void everyFlippedByteAndTruncationIsDamage()
    {
        const QByteArray box = seal(m_key, "template", "person 1", m_random);
        for (qsizetype i = 0; i < box.size(); ++i) {
            QByteArray flipped = box;
            flipped[i] = char(flipped[i] ^ 0x40);
            QVERIFY(!unseal(m_key, flipped, "person 1"));
            QVERIFY(!unseal(m_key, box.first(i), "person 1"));
        }
    }

    void derivedKeysDifferByPurposeAndStore()
    {
        const SecureBytes other = randomSecret(m_random, storeKeyBytes);
        const SecureBytes database = deriveKey(m_key, KeyPurpose::Database);
        QCOMPARE(database.size(), std::size_t(storeKeyBytes));
        QVERIFY(database.view() == deriveKey(m_key, KeyPurpose::Database).view());
        QVERIFY(database.view() != deriveKey(m_key, KeyPurpose::FaceKeys).view());
        QVERIFY(database.view() != deriveKey(other, KeyPurpose::Database).view());
        QVERIFY(database.view() != m_key.view());
    }
};

KOBAI_TEST(SealedBoxTest, QCoreApplication)
#include "SealedBoxTest.moc"
