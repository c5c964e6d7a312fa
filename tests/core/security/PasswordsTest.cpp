// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/Passwords.h"

#include "security/Random.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::security;
using namespace Qt::Literals::StringLiterals;

class PasswordsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPinMatchesOnlyItsOwnHash()
    {
        const auto hash = hashPin(u"2580"_s, openCost);
        QVERIFY(hash);
        QVERIFY(verifyPin(u"2580"_s, *hash));
        for (const QString& wrong : {u"2581"_s, u"258"_s, u"25800"_s, u""_s, u" 2580"_s})
            QVERIFY(!verifyPin(wrong, *hash));
        QVERIFY(!hash->contains("2580"));
    }

    void twoHashesOfOnePinDiffer() { QVERIFY(*hashPin(u"2580"_s, openCost) != *hashPin(u"2580"_s, openCost)); }

    void whatIsNoHashMatchesNothing()
    {
        const QByteArray good = *hashPin(u"2580"_s, openCost);
        for (const QByteArray& hash : {QByteArray(), QByteArray("2580"), QByteArray(4000, '$'), good.chopped(1),
                                       good + QByteArray(1, '\0') + "x"})
            QVERIFY(!verifyPin(u"2580"_s, hash));
    }

    /// What is paid in production is Argon2id with at least the interactive parameters.
    void theDefaultCostIsArgon2id()
    {
        const auto hash = hashPin(u"2580"_s);
        QVERIFY(hash->startsWith("$argon2id$v=19$m=65536,t=2,p=1$"));
        QVERIFY(passphraseCost.memoryBytes >= pinCost.memoryBytes && passphraseCost.passes >= pinCost.passes);
        QVERIFY(passphraseCost.isAllowed() && pinCost.isAllowed() && openCost.isAllowed());
    }

    void aKeyDependsOnPassphraseSaltAndCost()
    {
        const SecureBytes passphrase{QByteArrayView("a passphrase")};
        const QByteArray salt(passwordSaltBytes, 's');
        const auto key = keyFromPassphrase(passphrase, salt, openCost);
        QVERIFY(key);
        QVERIFY(key->view() == keyFromPassphrase(passphrase, salt, openCost)->view());
        QVERIFY(key->view() != keyFromPassphrase(passphrase, QByteArray(passwordSaltBytes, 't'), openCost)->view());
        QVERIFY(key->view() != keyFromPassphrase(passphrase, salt, {2, 8192})->view());
        QVERIFY(key->view() != keyFromPassphrase(SecureBytes{QByteArrayView("a passphrasf")}, salt, openCost)->view());
        QVERIFY(!keyFromPassphrase(passphrase, salt.chopped(1), openCost));
        QVERIFY(!keyFromPassphrase(passphrase, salt, {1, 64ULL << 30}));
    }
};

KOBAI_TEST(PasswordsTest, QCoreApplication)
#include "PasswordsTest.moc"
