// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/Passphrase.h"

#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::security;
using namespace Qt::Literals::StringLiterals;

namespace {

SecureBytes utf8(const QString& text)
{
    return SecureBytes(QByteArrayView(text.toUtf8()));
}

QByteArray prepared(const QString& text)
{
    const auto result = preparedPassphrase(utf8(text));
    return result ? result->view().toByteArray() : QByteArray("refused");
}

} // namespace

/// One passphrase, however it is composed: examples of RFC 8265, 4.3, and what keyboards send.
class PassphraseTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signsThatLookTheSameAreTheSame_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::newRow("e acute") << u"r\u00e9sum\u00e9 caf\u00e9"_s << u"re\u0301sume\u0301 cafe\u0301"_s;
        QTest::newRow("ga") << u"\u304c\u304e\u3050"_s << u"\u304b\u3099\u304d\u3099\u304f\u3099"_s;
        QTest::newRow("han") << u"\ud55c\uae00"_s << u"\u1112\u1161\u11ab\u1100\u1173\u11af"_s;
        QTest::newRow("two marks") << u"\u1ed9"_s << u"o\u0302\u0323"_s;
        QTest::newRow("marks in another order") << u"o\u0323\u0302"_s << u"o\u0302\u0323"_s;
        QTest::newRow("angstrom") << u"\u00c5"_s << u"\u212b"_s;
        QTest::newRow("ideographic blank") << u"a b"_s << u"a\u3000b"_s;
        QTest::newRow("no-break blank") << u"a b"_s << u"a\u00a0b"_s;
        QTest::newRow("ogham blank") << u"foo bar"_s << u"foo\u1680bar"_s;
    }
    void signsThatLookTheSameAreTheSame()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QVERIFY(one != other);
        QCOMPARE(prepared(other), prepared(one));
        QVERIFY(prepared(one) != "refused");
    }

    void whatDiffersStaysDifferent()
    {
        QVERIFY(prepared(u"correct horse"_s) != prepared(u"Correct horse"_s));
        QVERIFY(prepared(u"a b"_s) != prepared(u"a  b"_s));
        QVERIFY(prepared(u" a"_s) != prepared(u"a"_s));
        QVERIFY(prepared(u"\uff41"_s) != prepared(u"a"_s)); // width is kept (RFC 8265, 4.2.2)
        QVERIFY(prepared(u"\ufb01"_s) != prepared(u"fi"_s));
        QCOMPARE(prepared(u"\u03c0\u00df\u00e5"_s), u"\u03c0\u00df\u00e5"_s.toUtf8());
        QCOMPARE(prepared(u"Jack of \u2666s"_s), u"Jack of \u2666s"_s.toUtf8());
    }

    void whatNobodySeesIsRefused()
    {
        for (const QString& bad : {u"my\tcat"_s, u"a\u0000b"_s, u"a\u200bb"_s, u"\ufeffpassphrase"_s, u"a\u00adb"_s,
                                   u"a\u202eb"_s, u"heart\u2764\ufe0f"_s, u"\ue000"_s, u"\U000e0101"_s})
            QCOMPARE(prepared(bad), QByteArray("refused"));
        for (const char* bad : {"caf\xe9", "\xc3", "\xed\xa0\x80", "\xff\xfe"})
            QCOMPARE(preparedPassphrase(SecureBytes(QByteArrayView(bad))).error().code, FaultCode::PassphraseMalformed);
    }

    void aFilesFirstLineIsReadAsItsEditorWroteIt_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("utf-8") << QByteArray("caf\xc3\xa9 noir\n");
        QTest::newRow("no end") << QByteArray("caf\xc3\xa9 noir");
        QTest::newRow("utf-8 with a mark") << QByteArray("\xef\xbb\xbf"
                                                         "caf\xc3\xa9 noir\r\n");
        QTest::newRow("more lines") << QByteArray("caf\xc3\xa9 noir\nsecond\n");
        QTest::newRow("old line ends") << QByteArray("caf\xc3\xa9 noir\rsecond");
        QTest::newRow("utf-16 le") << QByteArray("\xff\xfe"
                                                 "c\0a\0f\0\xe9\0 \0n\0o\0i\0r\0\r\0\n\0",
                                                 24);
        QTest::newRow("utf-16 be") << QByteArray("\xfe\xff"
                                                 "\0c\0a\0f\0\xe9\0 \0n\0o\0i\0r",
                                                 20);
    }
    void aFilesFirstLineIsReadAsItsEditorWroteIt()
    {
        QFETCH(QByteArray, file);
        const auto line = firstLineOf(file);
        QVERIFY(line.has_value());
        QCOMPARE(line->view().toByteArray(), QByteArray("caf\xc3\xa9 noir"));
    }

    void aFileInAnotherEncodingIsRefused()
    {
        QCOMPARE(firstLineOf("caf\xe9 noir\n").error().code, FaultCode::PassphraseMalformed);
        QVERIFY(firstLineOf("").value().isEmpty());
        QVERIFY(firstLineOf("\n").value().isEmpty());
        QVERIFY(firstLineOf("\xef\xbb\xbf").value().isEmpty());
    }
};

KOBAI_TEST(PassphraseTest, QCoreApplication)
#include "PassphraseTest.moc"
