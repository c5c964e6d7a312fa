// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/unlock/PassphraseStrength.h"

#include "support/TestProgram.h"

#include <QTest>

using namespace kobai::app;
using namespace Qt::Literals::StringLiterals;

class PassphraseStrengthTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judges_data()
    {
        QTest::addColumn<QString>("passphrase");
        QTest::addColumn<int>("strength");
        QTest::newRow("nothing") << QString() << int(Strength::Empty);
        QTest::newRow("nine") << u"Xk3#qP9!z"_s << int(Strength::TooShort);
        QTest::newRow("one letter") << u"aaaaaaaaaaaaaaaaaaaa"_s << int(Strength::Weak);
        QTest::newRow("a run") << u"123456789012345"_s << int(Strength::Weak);
        QTest::newRow("one long word") << u"grandmother"_s << int(Strength::Fair);
        QTest::newRow("four words") << u"copper window biscuit lake"_s << int(Strength::Strong);
        QTest::newRow("Japanese") << u"青い電車と赤い猫の夏休み"_s << int(Strength::Strong);
    }

    void judges()
    {
        QFETCH(const QString, passphrase);
        QFETCH(const int, strength);
        QCOMPARE(int(passphraseStrength(passphrase)), strength);
        QVERIFY(!strengthText(passphraseStrength(passphrase)).isEmpty());
    }
};

KOBAI_TEST(PassphraseStrengthTest, QCoreApplication)
#include "PassphraseStrengthTest.moc"
