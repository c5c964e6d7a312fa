// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/MoneyText.h"

#include "support/TestProgram.h"

#include <QTest>

#include <rapidcheck.h>

#include <limits>

using namespace kobai;
using namespace Qt::Literals::StringLiterals;

namespace {

const QLocale english(QLocale::English, QLocale::UnitedKingdom);
const QLocale japanese(QLocale::Japanese, QLocale::Japan);
const QLocale german(QLocale::German, QLocale::Germany);
const QLocale french(QLocale::French, QLocale::France);

Currency currency(const char* code)
{
    return Currency::fromCode(QString::fromLatin1(code)).value();
}

/// The minor units, or the fault as "fault 207", so that one comparison shows what came.
QString parsed(const QString& text, const char* code, const QLocale& locale)
{
    const auto money = parseMoney(text, currency(code), locale);
    return money ? QString::number(money->minor()) : u"fault %1"_s.arg(int(money.error().code));
}
QString faultText(FaultCode code)
{
    return u"fault %1"_s.arg(int(code));
}

} // namespace

class MoneyTextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// A page formats before a store is open: then there is no currency yet, and no symbol.
    void withoutACurrencyThereIsStillText() { QCOMPARE(moneyText(Money(480), Currency(), QLocale::c()), u"480"_s); }

    void currenciesHaveTheirDecimals()
    {
        QCOMPARE(currency("JPY").decimals, 0);
        QCOMPARE(currency("KRW").decimals, 0);
        QCOMPARE(currency("GBP").decimals, 2);
        QCOMPARE(currency("KWD").decimals, 3);
        QVERIFY(!Currency::fromCode(u"XXX"_s));
        QVERIFY(!Currency::fromCode(u"jpy"_s));
        for (const Currency& c : Currency::all())
            QCOMPARE(Currency::fromCode(c.code), c);
    }

    void amountsAreWritten_data()
    {
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("text");
        QTest::newRow("yen") << qint64(1480) << u"JPY"_s << japanese << u"¥1,480"_s;
        QTest::newRow("pounds") << qint64(1480) << u"GBP"_s << english << u"£14.80"_s;
        QTest::newRow("pence keep their zero") << qint64(5) << u"GBP"_s << english << u"£0.05"_s;
        QTest::newRow("a true minus sign") << qint64(-300) << u"JPY"_s << english << u"−¥300"_s;
        QTest::newRow("German separators") << qint64(1234567) << u"EUR"_s << german << u"€12.345,67"_s;
        QTest::newRow("three decimals") << qint64(1500) << u"KWD"_s << english << u"KD\u00A01.500"_s;
        QTest::newRow("the least of all")
            << qint64(std::numeric_limits<qint64>::min()) << u"JPY"_s << english << u"−¥9,223,372,036,854,775,808"_s;
    }
    void amountsAreWritten()
    {
        QFETCH(qint64, minor);
        QFETCH(QString, code);
        QFETCH(QLocale, locale);
        QFETCH(QString, text);
        QCOMPARE(moneyText(Money(minor), currency(code.toLatin1().constData()), locale), text);
    }

    void whatIsWrittenIsReadBack()
    {
        QVERIFY(rc::check("parse(format(x)) = x for every currency in en and ja", [] {
            const Currency c =
                *rc::gen::elementOf(std::vector<Currency>(Currency::all().begin(), Currency::all().end()));
            const auto minor = *rc::gen::inRange<std::int64_t>(0, largestTypedAmount(c).minor() + 1);
            for (const QLocale& locale : {english, japanese, QLocale(QLocale::English), german, french}) {
                const auto back = parseMoney(moneyText(Money(minor), c, locale), c, locale);
                RC_ASSERT(back.has_value());
                RC_ASSERT(back->minor() == minor);
            }
        }));
    }

    void negativeAmountsAreKnownAsSuch()
    {
        QVERIFY(rc::check("parse(format(-x)) is AmountNegative", [] {
            const auto minor = *rc::gen::inRange<std::int64_t>(1, 100'000'000);
            const auto back = parseMoney(moneyText(Money(-minor), currency("GBP"), english), currency("GBP"), english);
            RC_ASSERT(!back.has_value());
            RC_ASSERT(back.error().code == FaultCode::AmountNegative);
        }));
    }

    void noTextCrashesOrBecomesAnImpossibleAmount()
    {
        QVERIFY(rc::check("any text gives an amount in range or a fault", [] {
            const auto units = *rc::gen::container<std::u16string>(
                rc::gen::oneOf(rc::gen::elementOf(std::u16string(u"0123456789.,:-–¥£$FrkrUS０９，．　 −円")),
                               rc::gen::arbitrary<char16_t>()));
            for (const char* code : {"JPY", "GBP", "KWD", "USD", "CHF", "SEK"}) {
                const auto money = parseMoney(QString::fromStdU16String(units), currency(code), japanese);
                if (!money)
                    continue; // RC_ASSERT looks at both sides of its ||
                RC_ASSERT(money->minor() >= 0);
                RC_ASSERT(*money <= largestTypedAmount(currency(code)));
            }
        }));
    }

    void typedTextIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QString& text, const char* code, const QLocale& locale,
                            const QString& expected) {
            QTest::newRow(name) << text << QString::fromLatin1(code) << locale << expected;
        };
        const QString malformed = faultText(FaultCode::AmountMalformed);
        const QString negative = faultText(FaultCode::AmountNegative);
        const QString tooLarge = faultText(FaultCode::AmountTooLarge);
        const QString empty = faultText(FaultCode::TextEmpty);

        row("plain", u"1480"_s, "JPY", japanese, u"1480"_s);
        row("grouped", u"1,480"_s, "JPY", japanese, u"1480"_s);
        row("full-width digits", u"１４８０"_s, "JPY", japanese, u"1480"_s);
        row("full-width with group and sign", u"￥１，４８０"_s, "JPY", japanese, u"1480"_s);
        row("blanks around, ideographic too", u"　1480 "_s, "JPY", japanese, u"1480"_s);
        row("the word yen", u"1,480円"_s, "JPY", japanese, u"1480"_s);
        row("code behind", u"1480 JPY"_s, "JPY", english, u"1480"_s);
        row("code before, small", u"gbp 14.80"_s, "GBP", english, u"1480"_s);
        row("one decimal", u"14.8"_s, "GBP", english, u"1480"_s);
        row("no decimals", u"14"_s, "GBP", english, u"1400"_s);
        row("pence alone", u".50"_s, "GBP", english, u"50"_s);
        row("full-width point", u"１４．８０"_s, "GBP", japanese, u"1480"_s);
        row("fils", u"1.234"_s, "KWD", english, u"1234"_s);
        row("German", u"1.480,50"_s, "EUR", german, u"148050"_s);
        row("French with a typed blank", u"1 480,50"_s, "EUR", french, u"148050"_s);
        row("Indian groups", u"1,23,456"_s, "USD", QLocale(QLocale::Hindi, QLocale::India), u"12345600"_s);
        row("leading zeros", u"0007"_s, "JPY", english, u"7"_s);
        row("zero", u"0"_s, "JPY", english, u"0"_s);
        row("the most", u"10,000,000"_s, "JPY", english, u"10000000"_s);

        row("the decimal separator of others, en", u"1,5"_s, "GBP", english, u"150"_s);
        row("the decimal separator of others, de", u"14.80"_s, "EUR", german, u"1480"_s);
        row("a decimal point for yen", u"1.5"_s, "JPY", japanese, malformed);
        row("too many decimals", u"1.2345"_s, "GBP", english, malformed);
        row("thousands or decimals", u"1.234"_s, "GBP", english, faultText(FaultCode::AmountAmbiguous));
        row("two points", u"1.2.3"_s, "GBP", english, malformed);
        row("point at the end", u"12."_s, "GBP", english, u"1200"_s);
        row("only a point", u"."_s, "GBP", english, malformed);
        row("group in the decimals", u"1.2,3"_s, "KWD", english, malformed);
        row("misplaced group", u"12,34"_s, "JPY", english, malformed);
        row("group at the end", u"1,"_s, "JPY", english, malformed);
        row("group at the start", u",100"_s, "JPY", english, malformed);
        row("letters", u"12a"_s, "JPY", english, malformed);
        row("only letters", u"abc"_s, "JPY", english, malformed);
        row("an exponent", u"1e3"_s, "JPY", english, malformed);
        row("hexadecimal", u"0x10"_s, "JPY", english, malformed);
        row("plus", u"+5"_s, "JPY", english, malformed);
        row("brackets", u"(5)"_s, "JPY", english, malformed);
        row("other currency", u"$5"_s, "JPY", english, malformed);
        row("sign twice", u"¥¥5"_s, "JPY", english, malformed);
        row("two minus signs", u"--5"_s, "JPY", english, malformed);
        row("minus before and after", u"-5-"_s, "JPY", english, malformed);
        row("minus alone", u"-"_s, "JPY", english, malformed);
        row("minus and letters", u"-abc"_s, "JPY", english, malformed);
        row("digits of another script", u"१२"_s, "JPY", english, u"12"_s);
        row("emoji", u"\U0001F4B4"_s, "JPY", english, malformed);
        row("a bidirectional override", u"\u202E12"_s, "JPY", english, malformed);

        row("hyphen", u"-5"_s, "JPY", english, negative);
        row("true minus", u"−5"_s, "JPY", english, negative);
        row("full-width hyphen", u"－５"_s, "JPY", japanese, negative);
        row("en dash", u"–5"_s, "JPY", english, negative);
        row("minus behind the sign", u"¥-5"_s, "JPY", english, negative);
        row("minus behind", u"5-"_s, "JPY", english, negative);
        row("zero has no sign", u"-0"_s, "JPY", english, u"0"_s);
        row("zero has no sign behind it", u"0-"_s, "JPY", english, u"0"_s);
        row("zero has no sign, with decimals", u"−£0.00"_s, "GBP", english, u"0"_s);
        row("less than one is no zero", u"-0.01"_s, "GBP", english, negative);

        row("above the most", u"10,000,001"_s, "JPY", english, tooLarge);
        row("beyond 64 bits", u"99999999999999999999999"_s, "GBP", english, tooLarge);
        row("just beyond 64 bits", u"9223372036854775808"_s, "JPY", english, tooLarge);
        row("10,000 digits", QString(10'000, u'9'), "JPY", english, tooLarge);
        row("10,000 letters", QString(10'000, u'x'), "JPY", english, malformed);

        row("nothing", QString(), "JPY", english, empty);
        row("blanks", u" \t　"_s, "JPY", english, empty);
        row("only the sign", u"¥"_s, "JPY", english, empty);
    }
    void typedTextIsRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        QFETCH(QLocale, locale);
        QFETCH(QString, expected);
        QCOMPARE(parsed(text, code.toLatin1().constData(), locale), expected);
    }
};

KOBAI_TEST(MoneyTextTest, QCoreApplication)
#include "MoneyTextTest.moc"
