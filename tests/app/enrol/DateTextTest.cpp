// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/DateText.h"

#include "support/TestProgram.h"

#include <QTest>

using namespace kobai::app;
using namespace Qt::Literals::StringLiterals;

class DateTextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsADayWithTheYearFirst_data()
    {
        QTest::addColumn<QString>("typed");
        for (const QString& typed : {u"2010-04-05"_s, u"2010/4/5"_s, u"2010.4.5"_s, u"20100405"_s, u"  2010-4-05 "_s,
                                     u"２０１０－０４－０５"_s})
            QTest::newRow(qPrintable(typed)) << typed;
    }
    void readsADayWithTheYearFirst()
    {
        QFETCH(QString, typed);
        QCOMPARE(dateFromText(typed).value_or(QDate()), QDate(2010, 4, 5));
    }

    void nothingIsNoDate()
    {
        QVERIFY(dateFromText(u"  "_s).has_value());
        QVERIFY(!dateFromText(u"  "_s)->isValid());
    }

    void neverGuesses_data()
    {
        QTest::addColumn<QString>("typed");
        for (const QString& typed : {u"05/04/2010"_s, u"4/5/10"_s, u"2010-13-01"_s, u"2010-02-30"_s, u"yesterday"_s,
                                     u"2010-4"_s, u"201004051"_s, QString(10'000, u'1')})
            QTest::newRow(qPrintable(typed.left(20))) << typed;
    }
    void neverGuesses()
    {
        QFETCH(QString, typed);
        QVERIFY(!dateFromText(typed).has_value());
    }
};

KOBAI_TEST(DateTextTest, QCoreApplication)
#include "DateTextTest.moc"
