// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/PagedTableView.h"

#include "support/TestProgram.h"
#include "widgets/Theme.h"

#include <QApplication>
#include <QStandardItemModel>
#include <QTest>

using namespace kobai::widgets;
using namespace Qt::Literals::StringLiterals;

namespace {

enum Column { Name, Category, Code, Price, ColumnCount };

/// One row: a name, two kinds of words, an amount.
class Row final : public QStandardItemModel {
public:
    Row(const QString& category, const QString& price) : QStandardItemModel(1, ColumnCount)
    {
        setHorizontalHeaderLabels({u"Name"_s, u"Category"_s, u"Code"_s, u"Price"_s});
        const QStringList texts{u"Lunch box"_s, category, u"49123456"_s, price};
        for (int column = 0; column < ColumnCount; ++column)
            setItem(0, column, new QStandardItem(texts.at(column)));
        item(0, Price)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
};

} // namespace

class PagedTableViewTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp); }

    void oneLongWordTakesNoColumnAway()
    {
        Row row(QString(200, u'W'), u"¥480"_s);
        PagedTableView table;
        setUp(table, row, 800);
        for (int column = 0; column < ColumnCount; ++column)
            QVERIFY2(!table.isColumnHidden(column), qPrintable(QString::number(column)));
        QVERIFY(table.columnWidth(Category) < 300);
        QVERIFY(table.columnWidth(Name) >= 160);
    }

    void columnsAreLeftOutInTheirOrder()
    {
        Row row(u"Stationery"_s, u"¥480"_s);
        PagedTableView table;
        setUp(table, row, 1'000);
        const int all = table.columnWidth(Category) + table.columnWidth(Code) + table.columnWidth(Price) + 160;
        setUp(table, row, all - 20);
        QVERIFY(table.isColumnHidden(Code));
        QVERIFY(!table.isColumnHidden(Category));
        setUp(table, row, 200);
        QVERIFY(table.isColumnHidden(Category));
    }

    void figuresAreNeverCut()
    {
        const QString price = u"¥123,456,789,012"_s;
        Row row(QString(200, u'W'), price);
        PagedTableView table;
        for (const int width : {1'000, 500, 320}) {
            setUp(table, row, width);
            QVERIFY(table.columnWidth(Price) > table.fontMetrics().horizontalAdvance(price));
            QVERIFY2(table.columnViewportPosition(Price) + table.columnWidth(Price) <= table.viewport()->width(),
                     qPrintable(QString::number(width)));
        }
    }

private:
    static void setUp(PagedTableView& table, QAbstractItemModel& model, int width)
    {
        table.setModel(&model);
        table.setStretchColumn(Name);
        table.setDroppableColumns({Code, Category});
        table.resize(width, 200);
        table.show();
        QCoreApplication::processEvents();
    }
};

KOBAI_TEST(PagedTableViewTest, QApplication)
#include "PagedTableViewTest.moc"
