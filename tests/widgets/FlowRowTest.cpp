// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/FlowRow.h"

#include "support/TestProgram.h"
#include "widgets/Theme.h"

#include <QTest>

using namespace kobai::widgets;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Of a width that no font changes.
class Block final : public QWidget {
public:
    explicit Block(FlowRow& row, QSizePolicy::Policy horizontal = QSizePolicy::Fixed) : QWidget(&row)
    {
        setSizePolicy(horizontal, QSizePolicy::Fixed);
    }
    [[nodiscard]] QSize sizeHint() const override { return {100, 10}; }
};

} // namespace

/// Nothing is cut off: what has no room goes to the next row.
class FlowRowTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wrapsAndFills()
    {
        QWidget window;
        FlowRow row(10, theme::targetPx, &window);
        const Block field(row, QSizePolicy::Expanding);
        const Block list(row);
        const Block box(row);
        window.show();

        row.resize(400, 0);
        row.arrange();
        QCOMPARE(field.geometry(), QRect(0, 0, 180, height));
        QCOMPARE(list.geometry(), QRect(190, 0, 100, height));
        QCOMPARE(box.geometry(), QRect(300, 0, 100, height));
        QCOMPARE(row.height(), height);

        row.resize(319, row.height()); // one pixel too few for three
        QCOMPARE(field.geometry(), QRect(0, 0, 209, height));
        QCOMPARE(list.geometry(), QRect(219, 0, 100, height));
        QCOMPARE(box.geometry(), QRect(0, height + 10, 100, height));
        QCOMPARE(row.height(), 2 * height + 10);

        row.resize(60, row.height()); // less than one of them
        QCOMPARE(field.geometry(), QRect(0, 0, 60, height));
        QCOMPARE(box.geometry(), QRect(0, 2 * (height + 10), 60, height));
    }

    void theHiddenTakeNoRoom()
    {
        QWidget window;
        FlowRow row(10, theme::targetPx, &window);
        Block first(row);
        Block second(row);
        window.show();
        row.resize(400, 0);
        first.hide();
        row.arrange();
        QCOMPARE(second.geometry().topLeft(), QPoint(0, 0));
        second.hide();
        row.arrange();
        QCOMPARE(row.height(), 0);
    }

private:
    const int height = theme::scaled(theme::targetPx);
};

KOBAI_TEST(FlowRowTest, QApplication)
#include "FlowRowTest.moc"
