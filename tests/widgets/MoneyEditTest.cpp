// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestProgram.h"
#include "widgets/Fields.h"
#include "widgets/Theme.h"

#include <QApplication>
#include <QFocusEvent>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace kobai;
using namespace kobai::widgets;
using namespace Qt::Literals::StringLiterals;

namespace {

const Currency yen{u"JPY"_s, u"¥"_s, 0};
const Currency pounds{u"GBP"_s, u"£"_s, 2};

} // namespace

/// What a person types is read exactly or refused; it is never changed into another amount.
class MoneyEditTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void typedAmountIsRead();
    void badInputIsRefused_data();
    void badInputIsRefused();
    void tenThousandCharactersAreRefused();
    void badInputStaysAndIsMarked();
    void amountIsGroupedWhenLeft();
    void decimalsAreTypedInEitherWay();
    void whatHasTwoReadingsIsMarkedAndStays();
};

void MoneyEditTest::initTestCase()
{
    theme::apply(*qApp);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void MoneyEditTest::typedAmountIsRead()
{
    MoneyEdit edit(yen);
    const QSignalSpy changed(&edit, &MoneyEdit::amountChanged);
    QTest::keyClicks(&edit, u"1480"_s);
    QCOMPARE(edit.amount().value().minor(), 1480);
    QCOMPARE(changed.size(), 4);
    edit.setText(u"１４８０"_s); // full width, as Japanese input gives it
    QCOMPARE(edit.amount().value().minor(), 1480);
}

void MoneyEditTest::badInputIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<FaultCode>("fault");
    QTest::newRow("letters") << u"12a"_s << FaultCode::AmountMalformed;
    QTest::newRow("wrong separator") << u"1,5"_s << FaultCode::AmountMalformed;
    QTest::newRow("decimals of a currency without") << u"1.50"_s << FaultCode::AmountMalformed;
    QTest::newRow("two separators") << u"1.5.0"_s << FaultCode::AmountMalformed;
    QTest::newRow("negative") << u"-300"_s << FaultCode::AmountNegative;
    QTest::newRow("true minus") << u"−300"_s << FaultCode::AmountNegative;
    QTest::newRow("overflow") << u"99999999999999999999"_s << FaultCode::AmountTooLarge;
    QTest::newRow("beyond the field") << u"10000001"_s << FaultCode::AmountTooLarge;
    QTest::newRow("empty") << u""_s << FaultCode::TextEmpty;
    QTest::newRow("blank") << u"   "_s << FaultCode::TextEmpty;
    QTest::newRow("emoji") << u"🍙"_s << FaultCode::AmountMalformed;
}

void MoneyEditTest::badInputIsRefused()
{
    QFETCH(const QString, text);
    QFETCH(const FaultCode, fault);
    MoneyEdit edit(yen);
    edit.setText(text);
    const auto amount = edit.amount();
    QVERIFY(!amount);
    QCOMPARE(int(amount.error().code), int(fault));
    QCOMPARE(edit.text(), text);
}

void MoneyEditTest::tenThousandCharactersAreRefused()
{
    MoneyEdit edit(yen);
    edit.setText(QString(10'000, u'9'));
    QVERIFY(!edit.amount());
    QCOMPARE(int(edit.amount().error().code), int(FaultCode::AmountTooLarge));
    edit.setText(QString(10'000, u'x'));
    QVERIFY(!edit.amount());
}

void MoneyEditTest::badInputStaysAndIsMarked()
{
    MoneyEdit edit(yen);
    QTest::keyClicks(&edit, u"12a"_s);
    QVERIFY(!edit.accessibleDescription().isEmpty());
    QCOMPARE(edit.palette().color(QPalette::Text), theme::color(theme::Role::Bad));
    QFocusEvent leave(QEvent::FocusOut);
    QCoreApplication::sendEvent(&edit, &leave);
    QCOMPARE(edit.text(), u"12a"_s);
    QTest::keyClick(&edit, Qt::Key_Backspace);
    QVERIFY(edit.accessibleDescription().isEmpty());
    QVERIFY(edit.palette().color(QPalette::Text) != theme::color(theme::Role::Bad));
}

void MoneyEditTest::amountIsGroupedWhenLeft()
{
    MoneyEdit edit(yen);
    QTest::keyClicks(&edit, u"1480"_s);
    QFocusEvent leave(QEvent::FocusOut);
    QCoreApplication::sendEvent(&edit, &leave);
    QCOMPARE(edit.text(), u"¥1,480"_s);
    QCOMPARE(edit.amount().value().minor(), 1480);
}

void MoneyEditTest::decimalsAreTypedInEitherWay()
{
    MoneyEdit edit(pounds);
    edit.setText(u"14.80"_s);
    QCOMPARE(edit.amount().value().minor(), 1480);
    edit.setLocale(QLocale(QLocale::German, QLocale::Germany));
    edit.setText(u"14,80"_s);
    QCOMPARE(edit.amount().value().minor(), 1480);
    // A keypad gives the point in a German window too.
    edit.setText(u"14.80"_s);
    QCOMPARE(edit.amount().value().minor(), 1480);
    QFocusEvent leave(QEvent::FocusOut);
    QCoreApplication::sendEvent(&edit, &leave);
    QCOMPARE(edit.text(), u"£14,80"_s);
}

void MoneyEditTest::whatHasTwoReadingsIsMarkedAndStays()
{
    MoneyEdit edit(pounds);
    QTest::keyClicks(&edit, u"1,48"_s);
    QCOMPARE(edit.amount().value().minor(), 148);
    QVERIFY(edit.accessibleDescription().isEmpty());
    QTest::keyClicks(&edit, u"0"_s);
    QCOMPARE(int(edit.amount().error().code), int(FaultCode::AmountAmbiguous));
    QVERIFY(!edit.accessibleDescription().isEmpty());
    QFocusEvent leave(QEvent::FocusOut);
    QCoreApplication::sendEvent(&edit, &leave);
    QCOMPARE(edit.text(), u"1,480"_s);
}

KOBAI_TEST(MoneyEditTest, QApplication)
#include "MoneyEditTest.moc"
