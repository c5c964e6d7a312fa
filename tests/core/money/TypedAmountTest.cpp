// SPDX-License-Identifier: GPL-3.0-or-later
#include "money/MoneyText.h"

#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString malformed = u"malformed"_s;
const QString negative = u"negative"_s;
const QString tooLarge = u"too large"_s;

/// What one typed text means in a currency; `expected` is the minor units, a fault's word, or "1480 or 1.48" for what is asked.
struct Typed {
    QString text;
    QString expected;
};

Currency currency(const QString& code)
{
    return Currency::fromCode(code).value();
}

QString meaning(const QString& text, const QString& code, const QLocale& locale)
{
    const auto money = parseMoney(text, currency(code), locale);
    if (money)
        return QString::number(money->minor());
    switch (money.error().code) {
    case FaultCode::AmountMalformed:
        return malformed;
    case FaultCode::AmountNegative:
        return negative;
    case FaultCode::AmountTooLarge:
        return tooLarge;
    case FaultCode::AmountAmbiguous:
        return money.error().detail.section(ambiguityMark, 1).replace(ambiguityMark, u" or "_s);
    default:
        return u"fault %1"_s.arg(int(money.error().code));
    }
}

/// Euro and pound: whatever the window's language is, both keyboards are understood.
const std::vector<Typed> twoDecimals{
    {u"1,50"_s, u"150"_s},
    {u"1.50"_s, u"150"_s},
    {u"1,5"_s, u"150"_s},
    {u"1.5"_s, u"150"_s},
    {u"0,05"_s, u"5"_s},
    {u",50"_s, u"50"_s},
    {u".5"_s, u"50"_s},
    {u"1"_s, u"100"_s},
    {u"1480"_s, u"148000"_s},
    {u"1480,00"_s, u"148000"_s},
    {u"1480.00"_s, u"148000"_s},
    {u"1.480,50"_s, u"148050"_s},
    {u"1,480.50"_s, u"148050"_s},
    {u"1'480.50"_s, u"148050"_s},
    {u"1’480.50"_s, u"148050"_s},
    {u"1’480,50"_s, u"148050"_s},
    {u"1 480,50"_s, u"148050"_s},
    {u"1\u00A0480,50"_s, u"148050"_s},
    {u"1\u202F480,50"_s, u"148050"_s},
    {u"1 480.5"_s, u"148050"_s},
    {u"1 480"_s, u"148000"_s},
    {u"1'480"_s, u"148000"_s},
    {u"1,234,567"_s, u"123456700"_s},
    {u"1.234.567"_s, u"123456700"_s},
    {u"1.234.567,89"_s, u"123456789"_s},
    {u"1,234,567.89"_s, u"123456789"_s},
    {u"1 234 567,89"_s, u"123456789"_s},
    {u"１，５０"_s, u"150"_s},
    {u"１．５０"_s, u"150"_s},
    {u"٢٫٥٠"_s, u"250"_s},
    {u"١٬٤٨٠٫٥٠"_s, u"148050"_s},
    {u"١٬٤٨٠"_s, u"148000"_s},
    {u"१.५०"_s, u"150"_s},
    {u"€1,50"_s, u"150"_s},
    {u"€ 1.50"_s, u"150"_s},
    {u"1,50 €"_s, u"150"_s},
    {u"1,50\u00A0€"_s, u"150"_s},
    {u"EUR 1,50"_s, u"150"_s},
    {u"1,50 eur"_s, u"150"_s},
    {u"1,480"_s, u"1480 or 1.48"_s},
    {u"1.480"_s, u"1480 or 1.48"_s},
    {u"1,500"_s, u"1500 or 1.50"_s},
    {u"12,300"_s, u"12300 or 12.30"_s},
    {u"999.990"_s, u"999990 or 999.99"_s},
    {u"€1,480"_s, u"1480 or 1.48"_s},
    {u"١,٤٨٠"_s, u"1480 or 1.48"_s},
    {u"1,485"_s, u"1485 or "_s}, // the second has no such amount
    {u"-1,50"_s, negative},
    {u"−1.50"_s, negative},
    {u"-1,480"_s, negative},
    {u"1,50-"_s, negative},
    {u"0 480"_s, malformed},
    {u"0.480,50"_s, malformed},
    {u"0,480"_s, malformed}, // no group begins with 0, and a cent has no tenth
    {u"1234,500"_s, malformed},
    {u"1,4800"_s, malformed},
    {u"1,"_s, malformed},
    {u"1.2.3"_s, malformed},
    {u"1,23,4"_s, malformed},
    {u"12,34.50"_s, malformed},
    {u"1.480.50"_s, malformed},
    {u"1.234,567.89"_s, malformed},
    {u"1 234.567,89"_s, malformed},
    {u"1,480.500"_s, malformed},
    {u"1 480,500"_s, malformed},
    {u"1  480"_s, malformed},
    {u"1٫2٫3"_s, malformed},
    {u"1२.50"_s, malformed}, // digits of two scripts
    {u"1,5O"_s, malformed},
    {u"1½"_s, malformed},
    {u"1²"_s, malformed},
    {u"$1.50"_s, malformed},
    {u"10.000.001"_s, tooLarge},
    {u"99999999999999999999,99"_s, tooLarge},
};

const std::vector<Typed> noDecimals{
    {u"0,480"_s, malformed},
    {u"0.480.000"_s, malformed},
    {u"1480"_s, u"1480"_s},
    {u"1,480"_s, u"1480"_s},
    {u"1.480"_s, u"1480"_s},
    {u"1 480"_s, u"1480"_s},
    {u"1'480"_s, u"1480"_s},
    {u"1,234,567"_s, u"1234567"_s},
    {u"¥1,480"_s, u"1480"_s},
    {u"￥1,480"_s, u"1480"_s},
    {u"1 480 円"_s, u"1480"_s},
    {u"1,480円"_s, u"1480"_s},
    {u"JPY 1480"_s, u"1480"_s},
    {u"１，４８０"_s, u"1480"_s},
    {u"１４８０円"_s, u"1480"_s},
    {u"١٤٨٠"_s, u"1480"_s},
    {u"١٬٤٨٠"_s, u"1480"_s},
    {u"१४८०"_s, u"1480"_s},
    {u"1,50"_s, malformed},
    {u"1.50"_s, malformed},
    {u"1.5"_s, malformed},
    {u"1480.00"_s, u"1480"_s},
    {u"1,480.00"_s, u"1480"_s},
    {u"1٫480"_s, malformed},
    {u"1.480,00"_s, u"1480"_s},
    {u"1 480,0"_s, u"1480"_s},
    {u"300.00"_s, u"300"_s},
    {u"300,0"_s, u"300"_s},
    {u"300٫00"_s, u"300"_s},
    {u"¥300.00"_s, u"300"_s},
    {u"300.000"_s, u"300000"_s},
    {u"300.0000"_s, malformed},
    {u"1,480.000"_s, malformed},
    {u"300.01"_s, malformed},
    {u"300.10"_s, malformed},
    {u"1.480.00"_s, malformed},
    {u"5."_s, u"5"_s},
    {u"1,480."_s, u"1480"_s},
    {u"5,"_s, malformed},
    {u"1.480."_s, malformed},
    {u"1,480.-"_s, u"1480"_s},
    {u"300.-"_s, u"300"_s},
    {u"-300.00"_s, negative},
    {u"-0.00"_s, u"0"_s},
    {u"1,4800"_s, malformed},
    {u"14,80"_s, malformed},
    {u"1,480.500"_s, malformed},
    {u"-1,480"_s, negative},
    {u"−1480"_s, negative},
    {u"10,000,000"_s, u"10000000"_s},
    {u"10,000,001"_s, tooLarge},
    {u"9223372036854775808"_s, tooLarge},
};

/// The locale's own decimal mark with three digits is what Kobai itself writes.
const std::vector<Typed> threeDecimals{
    {u"1.5"_s, u"1500"_s},         {u"1,50"_s, u"1500"_s},           {u"1.500"_s, u"1500"_s},
    {u"1.234"_s, u"1234"_s},       {u"1,234"_s, u"1234 or 1.234"_s}, {u"0,480"_s, u"480"_s},
    {u"1234,500"_s, u"1234500"_s}, {u"1,480.500"_s, u"1480500"_s},   {u"1.480,500"_s, u"1480500"_s},
    {u"1 480"_s, u"1480000"_s},    {u"1٫480"_s, u"1480"_s},          {u"KD 1.500"_s, u"1500"_s},
    {u"1.500 د.ك"_s, u"1500"_s},   {u"1.2345"_s, malformed},         {u"1.234.5"_s, malformed},
};

/// What people write beside the number, each with its currency.
struct TypedIn {
    QString code;
    QString text;
    QString expected;
};

const std::vector<TypedIn> signsAndDashes{
    // Of two signs that end alike the longer one.
    {u"USD"_s, u"5 US$"_s, u"500"_s},
    {u"USD"_s, u"US$ 5"_s, u"500"_s},
    {u"USD"_s, u"5 $"_s, u"500"_s},
    {u"USD"_s, u"5 $US"_s, u"500"_s},
    {u"USD"_s, u"5 us$"_s, u"500"_s},
    {u"CHF"_s, u"10 SFr."_s, u"1000"_s},
    {u"CHF"_s, u"SFr. 10"_s, u"1000"_s},
    {u"CHF"_s, u"10 SFr"_s, u"1000"_s},
    {u"EUR"_s, u"5 Euro"_s, u"500"_s},
    {u"EUR"_s, u"1,50 euros"_s, u"150"_s},
    {u"JPY"_s, u"300 yen"_s, u"300"_s},
    {u"USD"_s, u"2 Dollars"_s, u"200"_s},
    {u"GBP"_s, u"5 pounds"_s, u"500"_s},
    {u"CHF"_s, u"Fr. 10"_s, u"1000"_s},
    {u"CHF"_s, u"Fr 10"_s, u"1000"_s},
    {u"CHF"_s, u"10 Fr."_s, u"1000"_s},
    {u"CHF"_s, u"Fr.50"_s, u"5000"_s},
    {u"AUD"_s, u"AU$ 5"_s, u"500"_s},
    {u"AUD"_s, u"5 AU$"_s, u"500"_s},
    {u"AUD"_s, u"5 A$"_s, u"500"_s},
    {u"AUD"_s, u"A$5"_s, u"500"_s},
    {u"AUD"_s, u"5 $"_s, u"500"_s},
    {u"CAD"_s, u"5 CA$"_s, u"500"_s},
    {u"CAD"_s, u"5 C$"_s, u"500"_s},
    {u"CAD"_s, u"5,00 $CA"_s, u"500"_s},
    {u"TWD"_s, u"5 NT$"_s, u"500"_s},
    {u"HKD"_s, u"5 HK$"_s, u"500"_s},
    {u"SGD"_s, u"5 S$"_s, u"500"_s},
    {u"JPY"_s, u"JP¥ 5"_s, u"5"_s},
    {u"GBP"_s, u"UK£5"_s, u"500"_s},
    {u"SEK"_s, u"5 kr"_s, u"500"_s},
    {u"SEK"_s, u"5 kr."_s, u"500"_s},
    {u"SEK"_s, u"5kr."_s, u"500"_s},
    {u"SEK"_s, u"kr 5"_s, u"500"_s},
    {u"SEK"_s, u"kr. 5"_s, u"500"_s},
    {u"SEK"_s, u"kr. 5,50"_s, u"550"_s},
    {u"PLN"_s, u"5 zł"_s, u"500"_s},
    {u"PLN"_s, u"5 zl"_s, u"500"_s},
    {u"PLN"_s, u"5,50 ZŁ"_s, u"550"_s},
    // Another's dollar or crown.
    {u"AUD"_s, u"5 US$"_s, malformed},
    {u"AUD"_s, u"5 CA$"_s, malformed},
    {u"SGD"_s, u"5 US$"_s, malformed},
    {u"USD"_s, u"5 A$"_s, malformed},
    {u"USD"_s, u"5 $AU"_s, malformed},
    {u"JPY"_s, u"5 CN¥"_s, malformed},
    {u"SEK"_s, u"5 tkr"_s, malformed},
    {u"USD"_s, u"$5$"_s, malformed},
    // A dash in place of the minor units.
    {u"CHF"_s, u"5.-"_s, u"500"_s},
    {u"CHF"_s, u"5.–"_s, u"500"_s},
    {u"CHF"_s, u"5.—"_s, u"500"_s},
    {u"CHF"_s, u"5.--"_s, u"500"_s},
    {u"CHF"_s, u"Fr. 5.-"_s, u"500"_s},
    {u"CHF"_s, u"CHF 5.–"_s, u"500"_s},
    {u"CHF"_s, u"5.- CHF"_s, u"500"_s},
    {u"CHF"_s, u"1'480.-"_s, u"148000"_s},
    {u"CHF"_s, u"1’480.–"_s, u"148000"_s},
    {u"EUR"_s, u"5,-"_s, u"500"_s},
    {u"EUR"_s, u"5,– €"_s, u"500"_s},
    {u"EUR"_s, u"5,-€"_s, u"500"_s},
    {u"EUR"_s, u"€ 5,-"_s, u"500"_s},
    {u"EUR"_s, u"5,--"_s, u"500"_s},
    {u"EUR"_s, u"５，－"_s, u"500"_s},
    {u"EUR"_s, u"٥,-"_s, u"500"_s},
    {u"EUR"_s, u"\U0001e955,-"_s, u"500"_s}, // Adlam
    {u"EUR"_s, u"0,-"_s, u"0"_s},
    {u"EUR"_s, u"1.480,-"_s, u"148000"_s}, // what is before the dash is whole: one reading only
    {u"EUR"_s, u"1.480.-"_s, u"148000"_s},
    {u"KWD"_s, u"1,480.-"_s, u"1480000"_s},
    {u"SEK"_s, u"5:-"_s, u"500"_s},
    {u"SEK"_s, u"5:–"_s, u"500"_s},
    {u"SEK"_s, u"1 480:-"_s, u"148000"_s},
    {u"SEK"_s, u"5:- kr"_s, u"500"_s},
    {u"EUR"_s, u"-5,-"_s, negative},
    {u"EUR"_s, u"€-5,-"_s, negative},
    {u"CHF"_s, u"-.50"_s, negative},
    {u"EUR"_s, u"5-"_s, negative},
    {u"EUR"_s, u"5,50-"_s, negative},
    {u"EUR"_s, u"1,480-"_s, negative},
    {u"EUR"_s, u"5. -"_s, negative},
    {u"EUR"_s, u"-0"_s, u"0"_s},
    {u"EUR"_s, u"0-"_s, u"0"_s},
    {u"EUR"_s, u"-0,00 €"_s, u"0"_s},
    {u"EUR"_s, u"-0,-"_s, u"0"_s},
    {u"EUR"_s, u"-0,01"_s, negative},
    {u"EUR"_s, u"5,50,-"_s, malformed},
    {u"EUR"_s, u"5.5,-"_s, malformed},
    {u"EUR"_s, u"10.00,-"_s, malformed}, // a group that lacks a zero, or ten
    {u"EUR"_s, u"1 .12,-"_s, malformed},
    {u"EUR"_s, u"5٫480.-"_s, malformed},
    {u"JPY"_s, u"10.00,-"_s, malformed},
    {u"EUR"_s, u"1,23.-"_s, malformed},
    {u"EUR"_s, u"5.,-"_s, malformed},
    {u"EUR"_s, u",-"_s, malformed},
    {u"EUR"_s, u"5,---"_s, negative},
    {u"EUR"_s, u"5,-5"_s, malformed},
    {u"EUR"_s, u"5:50"_s, malformed},
    {u"EUR"_s, u"5:"_s, malformed},
    {u"EUR"_s, u"5;-"_s, malformed},
    // The point that ends a sentence.
    {u"EUR"_s, u"5."_s, u"500"_s},
    {u"EUR"_s, u"1480."_s, u"148000"_s},
    {u"EUR"_s, u"1,480."_s, u"148000"_s},
    {u"EUR"_s, u"5. €"_s, u"500"_s},
    {u"EUR"_s, u"5 EUR."_s, u"500"_s},
    {u"EUR"_s, u"1.480."_s, malformed},
    {u"EUR"_s, u"1,50."_s, malformed},
    {u"EUR"_s, u"5.."_s, malformed},
    {u"EUR"_s, u"."_s, malformed},
    // No sign makes an amount certain that is not.
    {u"SEK"_s, u"1.480 kr."_s, u"1480 or 1.48"_s},
    {u"SEK"_s, u"kr. 1,480"_s, u"1480 or 1.48"_s},
    {u"SEK"_s, u"kr.50"_s, malformed}, // 50, or half a crown
    {u"KWD"_s, u"KD.500"_s, malformed},
    {u"KWD"_s, u"KD 1,234"_s, u"1234 or 1.234"_s},
    {u"CHF"_s, u"SFr. 1.500"_s, u"1500 or 1.50"_s},
    {u"CHF"_s, u"1,500 Fr."_s, u"1500 or 1.50"_s},
    {u"USD"_s, u"1,480 US$"_s, u"1480 or 1.48"_s},
    {u"AUD"_s, u"AU$ 12.300"_s, u"12300 or 12.30"_s},
    {u"PLN"_s, u"1.485 zl"_s, u"1485 or "_s},
    // What nobody writes for a price.
    {u"EUR"_s, u"+5"_s, malformed},
    {u"EUR"_s, u"5 %"_s, malformed},
};

} // namespace

/// What is typed at a price or a top-up, with the keyboards and keypads of many countries.
class TypedAmountTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void typedAmountsAreReadOrAskedAbout_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("expected");
        const auto add = [](const QString& code, const std::vector<Typed>& rows) {
            for (const Typed& row : rows)
                QTest::newRow(qPrintable(code + u' ' + row.text)) << row.text << code << row.expected;
        };
        add(u"EUR"_s, twoDecimals);
        add(u"JPY"_s, noDecimals);
        add(u"KWD"_s, threeDecimals);
        for (const TypedIn& row : signsAndDashes)
            add(row.code, {{row.text, row.expected}});
    }
    void typedAmountsAreReadOrAskedAbout()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, code);
        QFETCH(const QString, expected);
        QCOMPARE(meaning(text, code, QLocale(QLocale::English, QLocale::UnitedKingdom)), expected);
        // Where no mark is the locale's own, the window's language changes nothing.
        if (code != u"KWD"_s && !expected.contains(u'.'))
            QCOMPARE(meaning(text, code, QLocale(QLocale::German, QLocale::Germany)), expected);
    }

    void aLocalesOwnDecimalMarkIsKnownWhereThreeDecimalsAre()
    {
        const QLocale german(QLocale::German, QLocale::Germany);
        QCOMPARE(meaning(u"1,234"_s, u"KWD"_s, german), u"1234"_s);
        QCOMPARE(meaning(u"1.234"_s, u"KWD"_s, german), u"1234 or 1,234"_s);
    }

    /// What is asked can be typed as it is shown, and then means that.
    void bothReadingsCanBeTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("euro") << u"1,480"_s << u"EUR"_s;
        QTest::newRow("euro, tens") << u"1,500"_s << u"EUR"_s;
        QTest::newRow("dinar") << u"1,234"_s << u"KWD"_s;
    }
    void bothReadingsCanBeTyped()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, code);
        for (const QLocale& locale : {QLocale(QLocale::English, QLocale::UnitedKingdom), QLocale(QLocale::French)}) {
            QString typed = text;
            if (code == u"KWD"_s && locale.decimalPoint() == u","_s)
                typed.replace(u',', u'.');
            const auto asked = parseMoney(typed, currency(code), locale);
            QVERIFY(!asked);
            QCOMPARE(int(asked.error().code), int(FaultCode::AmountAmbiguous));
            const QStringList parts = asked.error().detail.split(ambiguityMark);
            QCOMPARE(parts.size(), qsizetype(3));
            QCOMPARE(parts[0], typed);
            const auto large = parseMoney(parts[1], currency(code), locale);
            const auto small = parseMoney(parts[2], currency(code), locale);
            QVERIFY(large && small);
            QCOMPARE(large->minor(), small->minor() * 1000);
        }
    }

    void theExampleIsOfTheStoresCurrency_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("example");
        const QLocale english(QLocale::English, QLocale::UnitedKingdom);
        QTest::newRow("yen") << u"JPY"_s << english << u"1,480"_s;
        QTest::newRow("yen, German") << u"JPY"_s << QLocale(QLocale::German) << u"1.480"_s;
        QTest::newRow("euro") << u"EUR"_s << english << u"1.50"_s;
        QTest::newRow("euro, German") << u"EUR"_s << QLocale(QLocale::German) << u"1,50"_s;
        QTest::newRow("dinar") << u"KWD"_s << english << u"1.500"_s;
    }
    void theExampleIsOfTheStoresCurrency()
    {
        QFETCH(const QString, code);
        QFETCH(const QLocale, locale);
        QFETCH(const QString, example);
        QCOMPARE(moneyExample(currency(code), locale), example);
        QVERIFY(parseMoney(example, currency(code), locale).has_value());
        QCOMPARE(parseMoney(u"abc"_s, currency(code), locale).error().detail, example);
    }

    void everyLocalesWritingIsReadBack()
    {
        for (const QLocale& locale :
             QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry)) {
            for (const Currency& each : Currency::all()) {
                for (const qint64 minor : {0, 5, 480, 1480, 148050, 9876543}) {
                    const QString text = moneyText(Money(minor), each, locale);
                    const auto back = parseMoney(text, each, locale);
                    QVERIFY2(back && back->minor() == minor, qPrintable(locale.name() + u' ' + text));
                }
            }
        }
    }
};

KOBAI_TEST(TypedAmountTest, QCoreApplication)
#include "TypedAmountTest.moc"
