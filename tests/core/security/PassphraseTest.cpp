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

    void whatNobodySeesIsNotSet_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("tab") << u"my\tcat"_s;
        QTest::newRow("null") << u"a\u0000b"_s;
        QTest::newRow("line end") << u"a\nb"_s;
        QTest::newRow("line separator") << u"a\u2028b"_s;
        QTest::newRow("paragraph separator") << u"a\u2029b"_s;
        QTest::newRow("zero-width blank") << u"a\u200bb"_s;
        QTest::newRow("mark in front") << u"\ufeffpassphrase"_s;
        QTest::newRow("soft hyphen") << u"a\u00adb"_s;
        QTest::newRow("bidirectional override") << u"a\u202eb"_s;
        QTest::newRow("grapheme joiner") << u"pass\u034fword"_s;
        QTest::newRow("word joiner") << u"a\u2060b"_s;
        QTest::newRow("Hangul filler") << u"a\u3164b"_s;
        QTest::newRow("Hangul filler, half width") << u"a\uffa0b"_s;
        QTest::newRow("Hangul initial filler") << u"a\u115fb"_s;
        QTest::newRow("Khmer inherent vowel") << u"\u1780\u17b4"_s;
        QTest::newRow("Mongolian variation") << u"\u1820\u180b"_s;
        QTest::newRow("Mongolian vowel separator") << u"\u1820\u180e"_s;
        QTest::newRow("emoji variation") << u"heart\u2764\ufe0f"_s;
        QTest::newRow("ideographic variation") << u"\u845b\U000e0101"_s;
        QTest::newRow("tag") << u"a\U000e0061"_s;
        QTest::newRow("musical beam") << u"a\U0001d173"_s;
        QTest::newRow("shorthand control") << u"a\U0001bca0"_s;
        QTest::newRow("private use") << u"\ue000"_s;
        QTest::newRow("private use, high") << u"\U000f0000"_s;
        QTest::newRow("unassigned") << u"\u0378"_s;
        QTest::newRow("noncharacter") << u"\ufdd0"_s;
        QTest::newRow("old jamo, initial") << u"\ua960"_s;
        QTest::newRow("old jamo, vowel") << u"\ud7b0"_s;
        QTest::newRow("old jamo, final") << u"\ud7cb"_s;
        QTest::newRow("old jamo on a syllable") << u"\uac00\u11c3"_s;
        QTest::newRow("non-joiner in front") << u"\u200c\u0645\u06cc"_s;
        QTest::newRow("non-joiner behind") << u"\u0645\u06cc\u200c"_s;
        QTest::newRow("non-joiner in Latin") << u"pass\u200cword"_s;
        QTest::newRow("non-joiner before Latin") << u"\u06cc\u200ca"_s;
        QTest::newRow("non-joiner behind alef") << u"\u0627\u200c\u0628"_s;
        QTest::newRow("non-joiner twice") << u"\u06cc\u200c\u200c\u062e"_s;
        QTest::newRow("joiner alone") << u"\u200d"_s;
        QTest::newRow("joiner in Latin") << u"pass\u200dword"_s;
        QTest::newRow("joiner in Persian") << u"\u06cc\u200d\u062e"_s;
        QTest::newRow("joiner in emoji") << u"\U0001f469\u200d\U0001f467"_s;
    }
    void whatNobodySeesIsNotSet()
    {
        QFETCH(QString, text);
        const auto set = preparedPassphrase(utf8(text));
        QVERIFY(!set);
        QCOMPARE(set.error().code, FaultCode::PassphraseMalformed);
        // Another PC may have set it: one that knows more signs, or an earlier Kobai.
        const auto opening = comparablePassphrase(utf8(text));
        QVERIFY(opening);
        QCOMPARE(opening->view().toByteArray(), text.toUtf8());
    }

    void joinersAreSetWhereTheyChangeTheWriting_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("Persian") << u"\u067e\u06cc\u0627\u0645 \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"_s;
        QTest::newRow("with marks between") << u"\u0628\u064e\u200c\u064e\u0628"_s;
        QTest::newRow("before a letter that joins on its right only") << u"\u0628\u200c\u0627"_s;
        QTest::newRow("above U+FFFF") << u"\U0001e922\u200c\U0001e923"_s; // Adlam
        QTest::newRow("non-joiner behind a virama") << u"\u0915\u094d\u200c\u0937"_s;
        QTest::newRow("joiner behind a virama") << u"\u0915\u094d\u200d\u0937"_s;
        QTest::newRow("joiner at the end")
            << u"\u0d28\u0d4d\u200d"_s; // Malayalam, as it was typed before chillu letters
        QTest::newRow("joiner behind a virama above U+FFFF") << u"\U00011013\U00011046\u200d\U00011013"_s; // Brahmi
    }
    void joinersAreSetWhereTheyChangeTheWriting()
    {
        QFETCH(QString, text);
        QCOMPARE(prepared(text), text.toUtf8());
    }

    void textThatIsNoUtf8IsMalformed()
    {
        for (const char* bad : {"caf\xe9", "\xc3", "\xed\xa0\x80", "\xff\xfe"}) {
            const SecureBytes passphrase{QByteArrayView(bad)};
            QCOMPARE(preparedPassphrase(passphrase).error().code, FaultCode::PassphraseMalformed);
            QCOMPARE(comparablePassphrase(passphrase).error().code, FaultCode::PassphraseMalformed);
        }
    }

    void whatNoTerminalTakesInALineIsNotSet_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        QTest::newRow("the longest") << QString(longestPassphraseBytes, u'x') << true;
        QTest::newRow("one more") << QString(longestPassphraseBytes + 1, u'x') << false;
        QTest::newRow("the longest in three bytes each") << QString(longestPassphraseBytes / 3, u'\u3042') << true;
        QTest::newRow("one more in three bytes each") << QString(longestPassphraseBytes / 3 + 1, u'\u3042') << false;
        QTest::newRow("shorter only when composed") << u"e\u0301"_s.repeated(longestPassphraseBytes / 3 + 1) << false;
        QTest::newRow("longer when prepared") << QString(longestPassphraseBytes / 3, u'\u0958') << false;
    }
    void whatNoTerminalTakesInALineIsNotSet()
    {
        QFETCH(QString, text);
        QFETCH(bool, fits);
        const auto set = preparedPassphrase(utf8(text));
        QCOMPARE(set.has_value(), fits);
        if (!fits)
            QCOMPARE(set.error().code, FaultCode::TextTooLong);
        QVERIFY(comparablePassphrase(utf8(text)).has_value());
    }

    void aLineThatATerminalCutWithinASignIsTooLong()
    {
        const QByteArray cut = QByteArray(longestPassphraseBytes, 'x') + '\xe3';
        QCOMPARE(preparedPassphrase(SecureBytes(QByteArrayView(cut))).error().code, FaultCode::TextTooLong);
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
