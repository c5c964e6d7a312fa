// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/KeyFile.h"

#include "security/ByteStream.h"
#include "security/KeyDerivation.h"
#include "security/SealedBox.h"
#include "support/TestProgram.h"

#include <QTest>

#include <sodium.h>

using namespace kobai;
using namespace kobai::security;

namespace {

constexpr qsizetype checksumBytes = 32;

SecureBytes secret(const char* text)
{
    return SecureBytes(QByteArrayView(text));
}

/// The bytes with a right checksum, as somebody makes them who knows the format.
QByteArray resummed(QByteArray bytes)
{
    bytes.chop(checksumBytes);
    QByteArray sum(checksumBytes, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(sum.data()), std::size_t(sum.size()),
                       reinterpret_cast<const unsigned char*>(bytes.constData()),
                       static_cast<unsigned long long>(bytes.size()), nullptr, 0);
    return bytes + sum;
}

} // namespace

class KeyFileTest final : public QObject {
    Q_OBJECT

    SystemRandom m_random;
    SecureBytes m_storeKey = randomSecret(m_random, storeKeyBytes);
    StoreId m_id{StoreId::Bytes{1, 2, 3}};

    KeyFile made(bool demo = false)
    {
        KeyFile file(m_id, demo);
        if (!file.addSlot(OperatorId{7}, secret("first passphrase"), m_storeKey, openCost, m_random))
            qFatal("no slot");
        return file;
    }
    QByteArray madeBytes() { return made().bytes(); }
    /// As the first versions wrote it: the passphrase just as it came.
    QByteArray unprepared(const SecureBytes& passphrase)
    {
        ByteWriter head;
        head.fixed("KOBAIKEY");
        head.number(std::uint16_t(1));
        head.fixed(m_id.toBytes());
        head.number(std::uint8_t(0));
        const QByteArray salt = randomBytes(m_random, passwordSaltBytes);
        ByteWriter slot;
        slot.number(std::int64_t(7));
        slot.number(openCost.passes);
        slot.number(openCost.memoryBytes);
        slot.fixed(salt);
        const auto wrapping = keyFromPassphrase(passphrase, salt, openCost);
        const QByteArray sealed = seal(*wrapping, m_storeKey.view(), head.bytes() + slot.bytes(), m_random);
        return resummed(head.bytes() + QByteArray(1, '\1') + slot.bytes() + sealed + QByteArray(checksumBytes, '\0'));
    }

private Q_SLOTS:
    void theStoreKeyComesBackToEachOperator()
    {
        KeyFile file = made();
        QVERIFY(file.addSlot(OperatorId{8}, secret("второй пароль"), m_storeKey, PasswordCost{2, 16384}, m_random));
        const auto parsed = KeyFile::parse(file.bytes());
        QVERIFY(parsed);
        QCOMPARE(parsed->store(), m_id);
        QCOMPARE(parsed->slotCount(), 2);
        QVERIFY(!parsed->isDemo());
        const auto first = parsed->unlock(secret("first passphrase"));
        QVERIFY(first);
        QCOMPARE(first->operatorId.value, 7);
        QVERIFY(first->storeKey.view() == m_storeKey.view());
        const auto second = parsed->unlock(secret("второй пароль"));
        QVERIFY(second);
        QCOMPARE(second->operatorId.value, 8);
        QVERIFY(second->storeKey.view() == m_storeKey.view());
    }

    void aWrongPassphraseIsSaidSo()
    {
        const auto parsed = KeyFile::parse(madeBytes());
        for (const char* wrong : {"", "first passphras", "first passphrase ", "First passphrase"})
            QCOMPARE(int(parsed->unlock(secret(wrong)).error().code), int(FaultCode::WrongPassphrase));
    }

    void aPassphraseOpensHoweverItIsComposed()
    {
        KeyFile file = made();
        QVERIFY(file.addSlot(OperatorId{8}, secret("r\xc3\xa9sum\xc3\xa9"), m_storeKey, openCost, m_random));
        QVERIFY(file.addSlot(OperatorId{9},
                             secret("e\xcc\x81"
                                    "cole"),
                             m_storeKey, openCost, m_random));
        const auto parsed = KeyFile::parse(file.bytes());
        QCOMPARE(parsed->unlock(secret("re\xcc\x81sume\xcc\x81"))->operatorId.value, 8);
        QCOMPARE(parsed
                     ->unlock(secret("\xc3\xa9"
                                     "cole"))
                     ->operatorId.value,
                 9);
        QCOMPARE(int(parsed->unlock(secret("resume")).error().code), int(FaultCode::WrongPassphrase));
        QCOMPARE(int(file.addSlot(OperatorId{10}, secret("caf\xe9"), m_storeKey, openCost, m_random).error().code),
                 int(FaultCode::PassphraseMalformed));
    }

    // Whose letters were composed in another way, or who pasted what nobody sees, before passphrases were prepared.
    void aSlotOfBeforeStillOpens()
    {
        const QByteArray beyondALine(5000, 'x');
        for (const char* before : {"re\xcc\x81sume\xcc\x81", "caf\xe9", "one\ttwo", "pass\xcd\x8fword",
                                   "e\xcc\x81\xe2\x80\x8b", beyondALine.constData()}) {
            const auto parsed = KeyFile::parse(unprepared(secret(before)));
            QVERIFY(parsed);
            QCOMPARE(parsed->unlock(secret(before))->operatorId.value, 7);
        }
    }

    // A sign that this PC's Unicode does not know, set where it is known: U+0378 stands for one of a later version.
    void aSlotOfAnotherPcOpensWhateverThisOneMaySet()
    {
        const auto parsed = KeyFile::parse(unprepared(secret("\xc3\xa9\xcd\xb8")));
        QCOMPARE(parsed->unlock(secret("\xc3\xa9\xcd\xb8"))->operatorId.value, 7);
        QCOMPARE(parsed->unlock(secret("e\xcc\x81\xcd\xb8"))->operatorId.value, 7);
        KeyFile file = made();
        QCOMPARE(
            int(file.addSlot(OperatorId{8}, secret("\xc3\xa9\xcd\xb8"), m_storeKey, openCost, m_random).error().code),
            int(FaultCode::PassphraseMalformed));
    }

    void theDemoFlagIsKeptAndAuthenticated()
    {
        QByteArray bytes = made(true).bytes();
        QVERIFY(KeyFile::parse(bytes)->isDemo());
        const qsizetype flags = 8 + 2 + 16;
        QCOMPARE(bytes[flags], '\1');
        bytes[flags] = '\0';
        const auto forged = KeyFile::parse(resummed(bytes));
        QVERIFY(forged);
        QCOMPARE(int(forged->unlock(secret("first passphrase")).error().code), int(FaultCode::WrongPassphrase));
    }

    void everyTruncationIsDamage()
    {
        const QByteArray whole = madeBytes();
        for (qsizetype size = 0; size < whole.size(); ++size)
            QCOMPARE(int(KeyFile::parse(whole.first(size)).error().code), int(FaultCode::StoreDamaged));
    }

    void everyFlippedBitIsAFault()
    {
        const QByteArray whole = madeBytes();
        for (qsizetype i = 0; i < whole.size(); ++i) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray flipped = whole;
                flipped[i] = char(flipped[i] ^ (1 << bit));
                const auto parsed = KeyFile::parse(flipped);
                QVERIFY(!parsed);
                QCOMPARE(int(parsed.error().code), int(i < 8 ? FaultCode::StoreForeign : FaultCode::StoreDamaged));
            }
        }
    }

    /// With the checksum put right, the authenticated sealing still refuses every changed byte.
    void everyForgedByteIsAFault()
    {
        const QByteArray whole = madeBytes();
        for (qsizetype i = 0; i < whole.size() - checksumBytes; ++i) {
            QByteArray forged = whole;
            forged[i] = char(forged[i] ^ 1);
            const auto parsed = KeyFile::parse(resummed(forged));
            if (parsed)
                QVERIFY2(!parsed->unlock(secret("first passphrase")), qPrintable(QString::number(i)));
        }
    }

    void bytesAfterTheEndAreDamage()
    {
        QByteArray bytes = madeBytes();
        bytes.insert(bytes.size() - checksumBytes, 'x');
        QCOMPARE(int(KeyFile::parse(resummed(bytes)).error().code), int(FaultCode::StoreDamaged));
    }

    void anotherProgramsFileIsForeign()
    {
        for (const QByteArray& bytes :
             {QByteArray("SQLite format 3\0", 16), QByteArray(500, 'x'), QByteArray("PK\3\4")})
            QCOMPARE(int(KeyFile::parse(bytes).error().code), int(FaultCode::StoreForeign));
    }

    void aNewerFormatIsToldFromDamage()
    {
        QByteArray bytes = madeBytes();
        bytes[8] = 2;
        QCOMPARE(int(KeyFile::parse(resummed(bytes)).error().code), int(FaultCode::StoreNewer));
    }

    /// A hostile file cannot make the program take 64 GiB, or compute for a year.
    void unreasonableCostsAreRefusedBeforeTheyArePaid()
    {
        const qsizetype passes = 8 + 2 + 16 + 1 + 1 + 8;
        for (const PasswordCost cost :
             {PasswordCost{1, 64ULL << 30}, PasswordCost{1'000'000, 8192}, PasswordCost{0, 8192}, PasswordCost{1, 0}}) {
            ByteWriter field;
            field.number(cost.passes);
            field.number(cost.memoryBytes);
            QByteArray bytes = madeBytes();
            bytes.replace(passes, field.bytes().size(), field.bytes());
            QCOMPARE(int(KeyFile::parse(resummed(bytes)).error().code), int(FaultCode::StoreDamaged));
            KeyFile file(m_id, false);
            QVERIFY(!file.addSlot(OperatorId{1}, secret("a passphrase"), m_storeKey, cost, m_random));
        }
    }

    void slotsAreLimited()
    {
        KeyFile file = made();
        while (file.slotCount() < KeyFile::mostSlots)
            QVERIFY(file.addSlot(OperatorId{9}, secret("x"), m_storeKey, openCost, m_random));
        QVERIFY(!file.addSlot(OperatorId{9}, secret("x"), m_storeKey, openCost, m_random));
        QVERIFY(KeyFile::parse(file.bytes()));
    }

    void theKeyIsNowhereInTheFile()
    {
        const QByteArray bytes = madeBytes();
        QVERIFY(!bytes.contains(m_storeKey.view().toByteArray()));
        QVERIFY(!bytes.contains("first"));
    }
};

KOBAI_TEST(KeyFileTest, QCoreApplication)
#include "KeyFileTest.moc"
