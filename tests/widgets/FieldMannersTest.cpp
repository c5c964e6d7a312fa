// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/FieldManners.h"

#include "support/TestProgram.h"
#include "widgets/SearchField.h"
#include "widgets/Theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <QtTest/qtestspontaneevent.h>

using namespace kobai::widgets;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A page higher than its window, with fields at its top and one far below.
class LongPage final : public QScrollArea {
public:
    LongPage()
    {
        auto* inside = new QWidget;
        auto* column = new QVBoxLayout(inside);
        combo->addItems({u"one"_s, u"two"_s, u"three"_s});
        number->setValue(5);
        date->setDate(QDate(2026, 4, 1));
        column->addWidget(name);
        for (QWidget* field : fields)
            column->addWidget(field);
        column->addSpacing(1'000);
        column->addWidget(last);
        column->addSpacing(300);
        setWidget(inside);
        setFocusPolicy(Qt::NoFocus);
        resize(300, 250);
        show();
        name->setFocus();
    }

    [[nodiscard]] QStringList said() const { return {combo->currentText(), number->text(), date->text()}; }
    [[nodiscard]] bool isWholeInSight(const QWidget& field) const
    {
        return viewport()->rect().contains(QRect(field.mapTo(viewport(), QPoint()), field.size()));
    }

    QLineEdit* name = new QLineEdit;
    QComboBox* combo = new QComboBox;
    QSpinBox* number = new QSpinBox;
    QDateEdit* date = new QDateEdit;
    QLineEdit* last = new QLineEdit;
    const QList<QWidget*> fields{combo, number, date};
};

} // namespace

class FieldMannersTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp); }

    void theWheelScrollsThePageAndChangesNoField()
    {
        LongPage page;
        QVERIFY(QTest::qWaitForWindowActive(&page));
        const QStringList before = page.said();
        for (QWidget* field : page.fields) {
            page.verticalScrollBar()->setValue(0);
            turn(*field);
            QCOMPARE(page.said(), before);
            QVERIFY(page.name->hasFocus());
            QVERIFY2(page.verticalScrollBar()->value() > 0, field->metaObject()->className());
        }
    }

    void theWheelChangesTheFieldThatHasTheFocus()
    {
        LongPage page;
        QVERIFY(QTest::qWaitForWindowActive(&page));
        for (QWidget* field : {static_cast<QWidget*>(page.combo), static_cast<QWidget*>(page.number)}) {
            const QStringList before = page.said();
            field->setFocus();
            turn(*field);
            QVERIFY2(page.said() != before, field->metaObject()->className());
        }
    }

    void whatTheKeyboardComesToIsWhollyInSight()
    {
        LongPage page;
        QVERIFY(QTest::qWaitForWindowActive(&page));
        for (int tabs = 0; tabs < 10 && !page.last->hasFocus(); ++tabs) // a date has three parts
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(page.last->hasFocus());
        QVERIFY(page.isWholeInSight(*page.last));
        QTest::keyClick(page.last, Qt::Key_Backtab);
        QVERIFY(page.isWholeInSight(*page.date));
        // Half of it outside, at either edge.
        for (const int half : {page.date->y() + page.date->height() / 2,
                               page.date->y() + page.date->height() / 2 - page.viewport()->height()}) {
            page.name->setFocus();
            page.verticalScrollBar()->setValue(half);
            page.date->setFocus(Qt::TabFocusReason);
            QVERIFY(page.isWholeInSight(*page.date));
        }
    }

    void whatIsHigherThanItsWindowIsSeenFromItsTop()
    {
        LongPage page;
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.last->setFixedHeight(600);
        page.widget()->adjustSize();
        bringIntoSight(*page.last);
        const int top = page.last->mapTo(page.viewport(), QPoint()).y();
        QVERIFY(top >= 0 && top <= theme::unit());
    }

    void escClosesAListAndNothingElse()
    {
        LongPage page;
        QVERIFY(QTest::qWaitForWindowActive(&page));
        int steps = 0;
        auto* back = new QShortcut(Qt::Key_Escape, &page);
        connect(back, &QShortcut::activated, this, [&steps] { ++steps; });
        page.combo->setFocus();
        page.combo->showPopup();
        QWidget* popup = QApplication::activePopupWidget();
        QVERIFY(popup != nullptr);
        QTest::keyClick(page.windowHandle(), Qt::Key_Escape); // as the window system gives it
        QVERIFY(QApplication::activePopupWidget() == nullptr);
        QCOMPARE(steps, 0);
        page.activateWindow();
        QTRY_VERIFY(page.isActiveWindow() && QApplication::focusWidget() == page.combo);
        QTest::keyClick(page.combo, Qt::Key_Escape);
        QCOMPARE(steps, 1);
    }

    void escLeavesWhatWasTypedBesideAListOfProposals()
    {
        QWidget window;
        auto* field = new SearchField(&window);
        auto* proposals = new QCompleter(QStringList{u"Amara"_s, u"Amina"_s}, field);
        field->setCompleter(proposals);
        int steps = 0;
        auto* back = new QShortcut(Qt::Key_Escape, &window);
        connect(back, &QShortcut::activated, this, [&steps] { ++steps; });
        window.resize(300, 100);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field->setFocus();
        QTest::keyClicks(field, u"Am"_s);
        QTRY_VERIFY(proposals->popup()->isVisible());
        QTest::keyClick(proposals->popup(), Qt::Key_Escape);
        QVERIFY(!proposals->popup()->isVisible());
        QCOMPARE(field->text(), u"Am"_s);
        QCOMPARE(steps, 0);
    }

    void whatOpensStaysInSightUntilSomebodyScrolls()
    {
        LongPage page;
        QVERIFY(QTest::qWaitForWindowActive(&page));
        bringOpenedIntoSight(*page.last);
        QVERIFY(page.isWholeInSight(*page.last));
        page.combo->setFixedHeight(150); // what stands above it takes its height later
        QTRY_VERIFY(page.widget()->height() > 0 && page.last->y() > 1'100);
        page.widget()->adjustSize();
        QVERIFY(page.isWholeInSight(*page.last));
        page.verticalScrollBar()->setValue(0);
        QCOMPARE(page.verticalScrollBar()->value(), 0);
        turn(*page.name);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const int scrolled = page.verticalScrollBar()->value();
        page.combo->setFixedHeight(200);
        page.widget()->adjustSize();
        QCOMPARE(page.verticalScrollBar()->value(), scrolled);
    }

private:
    static void turn(QWidget& field)
    {
        const QPointF middle = field.rect().center();
        QWheelEvent wheel(middle, field.mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QSpontaneKeyEvent::setSpontaneous(&wheel); // what the program itself sends is not handed on
        qApp->notify(&field, &wheel);
    }
};

KOBAI_TEST(FieldMannersTest, QApplication)
#include "FieldMannersTest.moc"
