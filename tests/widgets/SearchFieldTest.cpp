// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/SearchField.h"
#include "support/TestProgram.h"
#include "widgets/Theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QSignalSpy>
#include <QTest>

using namespace kobai::widgets;
using namespace Qt::Literals::StringLiterals;

/// A list is searched when typing pauses, not for each key.
class SearchFieldTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp); }
    void typingAsksOnce();
    void enterAsksAtOnce();
    void emptiedFieldAsksAtOnce();
    void emptiedBeforeItAskedItAsksForAll();
    void escapeEmptiesAndThenPasses();
    void theSameIsNotAskedTwice();
};

void SearchFieldTest::typingAsksOnce()
{
    SearchField field;
    QSignalSpy asked(&field, &SearchField::searchRequested);
    QTest::keyClicks(&field, u" tea "_s);
    QVERIFY(asked.isEmpty());
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked.front().front().toString(), u"tea"_s);
}

void SearchFieldTest::enterAsksAtOnce()
{
    SearchField field;
    QSignalSpy asked(&field, &SearchField::searchRequested);
    QTest::keyClicks(&field, u"tea"_s);
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
}

void SearchFieldTest::emptiedFieldAsksAtOnce()
{
    SearchField field;
    QTest::keyClicks(&field, u"t"_s);
    QTest::keyClick(&field, Qt::Key_Return);
    QSignalSpy asked(&field, &SearchField::searchRequested);
    QTest::keyClick(&field, Qt::Key_Backspace);
    QCOMPARE(asked.size(), 1);
    QVERIFY(asked.front().front().toString().isEmpty());
}

// A page may read the field by itself before the pause ends, and then shows what stood there.
void SearchFieldTest::emptiedBeforeItAskedItAsksForAll()
{
    SearchField field;
    field.setText(u"tea"_s);
    QSignalSpy asked(&field, &SearchField::searchRequested);
    field.clearSearch();
    QCOMPARE(asked.size(), 1);
    QVERIFY(asked.front().front().toString().isEmpty());
}

void SearchFieldTest::escapeEmptiesAndThenPasses()
{
    SearchField field;
    QTest::keyClicks(&field, u"tea"_s);
    QKeyEvent first(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QCoreApplication::sendEvent(&field, &first);
    QVERIFY(field.text().isEmpty());
    QVERIFY(first.isAccepted());
    QKeyEvent second(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QCoreApplication::sendEvent(&field, &second);
    QVERIFY(!second.isAccepted());
}

void SearchFieldTest::theSameIsNotAskedTwice()
{
    SearchField field;
    QSignalSpy asked(&field, &SearchField::searchRequested);
    QTest::keyClicks(&field, u"tea"_s);
    QTest::keyClick(&field, Qt::Key_Return);
    QTest::keyClick(&field, Qt::Key_Return);
    QTest::keyClick(&field, Qt::Key_Space);
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
}

KOBAI_TEST(SearchFieldTest, QApplication)
#include "SearchFieldTest.moc"
