// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/SecureBytes.h"
#include "base/Id.h"
#include "support/TestProgram.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <type_traits>
#include <vector>

using namespace kobai;

namespace {

/// Of this process, as the kernel counts them.
long lockedKilobytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith("VmLck:"))
            return line.sliced(6).trimmed().split(' ').front().toLong();
    }
    return 0;
}

} // namespace

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

    // [row 18] Each secret stays locked in memory for as long as it lives, whichever others go.
    void aSecretThatGoesUnlocksNoNeighbour()
    {
        std::vector<SecureBytes> secrets;
        for (int i = 0; i < 1000; ++i)
            secrets.emplace_back(QByteArrayView("0123456789abcdef0123456789abcdef"));
        const long before = lockedKilobytes();
        if (before == 0)
            return; // this system locks no memory at all
        secrets.resize(1);
        QCOMPARE(lockedKilobytes(), before);
        QCOMPARE(secrets.front().view(), QByteArrayView("0123456789abcdef0123456789abcdef"));
    }

    void whatGoesIsWiped()
    {
        const unsigned char* where = nullptr;
        {
            const SecureBytes secret(QByteArrayView("a secret of some length"));
            where = secret.data();
        }
        // Its place in the arena is still ours to read.
        for (int i = 0; i < 23; ++i)
            QCOMPARE(int(where[i]), 0);
    }

    // Of single guarded allocations a process gets about 16,000.
    void manySecretsAndLargeOnesHavePlace()
    {
        std::vector<SecureBytes> secrets;
        for (int i = 0; i < 100'000; ++i)
            secrets.emplace_back(std::size_t(1 + i % 64));
        for (std::size_t i = 0; i < secrets.size(); ++i)
            std::fill_n(secrets[i].data(), secrets[i].size(), static_cast<unsigned char>(i));
        for (std::size_t i = 0; i < secrets.size(); ++i)
            QVERIFY(std::ranges::all_of(secrets[i].span(), [i](unsigned char c) { return c == (i & 0xff); }));
        SecureBytes large(std::size_t(3'000'001));
        QCOMPARE(std::uintptr_t(large.data()) % 16, std::uintptr_t(0));
        QVERIFY(std::ranges::all_of(large.span(), [](unsigned char c) { return c == 0; }));
        large.data()[3'000'000] = 7;
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
