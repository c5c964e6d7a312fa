// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/SecureBytes.h"
#include "base/Id.h"
#include "support/TestProgram.h"

#include <QTest>

#include <type_traits>

using namespace kobai;

class SecureBytesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isMovedAndClonedButNeverCopied()
    {
        static_assert(!std::is_copy_constructible_v<SecureBytes>);
        SecureBytes first(QByteArrayView("secret"));
        const SecureBytes twin = first.clone();
        const SecureBytes second = std::move(first);
        QVERIFY(first.isEmpty());
        QCOMPARE(second.view(), QByteArrayView("secret"));
        QCOMPARE(twin.view(), QByteArrayView("secret"));
        QVERIFY(twin.data() != second.data());
    }

    void emptyIsFine()
    {
        const SecureBytes none(QByteArrayView{});
        QVERIFY(none.isEmpty());
        QVERIFY(none.clone().isEmpty());
    }

    void idsTravelAsSixteenBytesAndNothingElse()
    {
        PersonId::Bytes bytes{};
        bytes[0] = 1;
        bytes[15] = 0xff;
        const PersonId id(bytes);
        QCOMPARE(id.toHex(), QStringLiteral("010000000000000000000000000000ff"));
        QVERIFY(PersonId::fromBytes(id.toBytes()) == id);
        QVERIFY(!PersonId::fromBytes(id.toBytes().left(15)).has_value());
        QVERIFY(!PersonId::fromBytes(id.toBytes() + 'x').has_value());
        QVERIFY(PersonId().isNull());
        static_assert(!std::is_convertible_v<PersonId, SaleId>);
    }
};

KOBAI_TEST(SecureBytesTest, QCoreApplication)
#include "SecureBytesTest.moc"
