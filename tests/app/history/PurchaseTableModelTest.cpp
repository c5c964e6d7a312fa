// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/PurchaseTableModel.h"

#include "support/TestProgram.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace kobai;
using namespace kobai::app;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Asked for pages, answers when the test says so.
struct Desk {
    struct Question {
        ledger::HistoryFilter filter;
        ledger::HistoryCursor cursor;
        PurchaseTableModel::Done done;
    };
    std::vector<Question> questions;

    PurchaseTableModel::Reader reader()
    {
        return
            [this](const ledger::HistoryFilter& filter, ledger::HistoryCursor cursor, PurchaseTableModel::Done done) {
                questions.push_back({filter, cursor, std::move(done)});
            };
    }
};

reports::PurchasePage page(std::int64_t newest, int count, bool more)
{
    reports::PurchasePage page;
    for (int i = 0; i < count; ++i) {
        reports::Purchase purchase;
        purchase.personName = u"Sato Haruka"_s;
        purchase.sale.receipt = newest - i;
        purchase.sale.total = Money(480);
        ledger::SaleLine line;
        line.name = u"Onigiri"_s;
        line.nameJa = u"おにぎり"_s;
        line.quantity = 2;
        purchase.sale.lines.push_back(line);
        page.purchases.push_back(purchase);
    }
    if (more)
        page.next = newest - count + 1;
    return page;
}

} // namespace

/// Pages arrive one by one as the table asks, in order, and late answers to an old look are dropped.
class PurchaseTableModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void pagesFollowEachOther();
    void modelKeepsQtsRules();
    void oneQuestionAtATime();
    void lateAnswersAreDropped();
    void faultKeepsTheRowsAndCanBeRetried();
    void modelMayDieBeforeTheAnswer();
    void textsAreInTheLanguage();
};

void PurchaseTableModelTest::pagesFollowEachOther()
{
    Desk desk;
    PurchaseTableModel model(desk.reader());
    model.look({});
    QVERIFY(!model.isComplete());
    QVERIFY(!desk.questions.back().cursor);
    desk.questions.back().done(page(100, 60, true));
    QCOMPARE(model.rowCount(), 60);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QCOMPARE(desk.questions.size(), 2U);
    QCOMPARE(desk.questions.back().cursor.value(), 41);
    desk.questions.back().done(page(40, 40, false));
    QCOMPARE(model.rowCount(), 100);
    QVERIFY(!model.canFetchMore({}));
    QVERIFY(model.isComplete());
    for (int row = 0; row < 100; ++row)
        QCOMPARE(model.purchase(row)->sale.receipt, 100 - row);
    QVERIFY(model.purchase(100) == nullptr);
    QVERIFY(model.purchase(-1) == nullptr);
}

void PurchaseTableModelTest::modelKeepsQtsRules()
{
    Desk desk;
    PurchaseTableModel model(desk.reader());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.look({});
    // The tester itself asks for more at each change.
    for (std::int64_t newest = 100; newest > 0; newest -= 20)
        desk.questions.back().done(page(newest, 20, newest > 20));
    QCOMPARE(model.rowCount(), 100);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void PurchaseTableModelTest::oneQuestionAtATime()
{
    Desk desk;
    PurchaseTableModel model(desk.reader());
    model.look({});
    desk.questions.back().done(page(100, 60, true));
    model.fetchMore({});
    QVERIFY(!model.canFetchMore({}));
    model.fetchMore({});
    QCOMPARE(desk.questions.size(), 2U);
}

void PurchaseTableModelTest::lateAnswersAreDropped()
{
    Desk desk;
    PurchaseTableModel model(desk.reader());
    model.look({});
    ledger::HistoryFilter filter;
    filter.method = ledger::PaymentMethod::Face;
    model.look(filter);
    QCOMPARE(desk.questions.size(), 2U);
    QCOMPARE(desk.questions.back().filter.method, filter.method);
    desk.questions[0].done(page(100, 60, true));
    QCOMPARE(model.rowCount(), 0);
    desk.questions[1].done(page(7, 3, false));
    QCOMPARE(model.rowCount(), 3);
    model.look({});
    model.clear();
    desk.questions.back().done(page(100, 60, true));
    QCOMPARE(model.rowCount(), 0);
}

void PurchaseTableModelTest::faultKeepsTheRowsAndCanBeRetried()
{
    Desk desk;
    PurchaseTableModel model(desk.reader());
    QSignalSpy failed(&model, &PurchaseTableModel::failed);
    model.look({});
    desk.questions.back().done(page(100, 60, true));
    model.fetchMore({});
    desk.questions.back().done(fail(FaultCode::StoreIo));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(model.rowCount(), 60);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    desk.questions.back().done(page(40, 40, false));
    QCOMPARE(model.rowCount(), 100);
}

void PurchaseTableModelTest::modelMayDieBeforeTheAnswer()
{
    Desk desk;
    {
        PurchaseTableModel model(desk.reader());
        model.look({});
    }
    desk.questions.back().done(page(100, 60, true));
}

void PurchaseTableModelTest::textsAreInTheLanguage()
{
    Desk desk;
    PurchaseTableModel model(desk.reader());
    model.setCurrency({u"JPY"_s, u"¥"_s, 0});
    model.look({});
    desk.questions.back().done(page(1, 1, false));
    const auto text = [&model](int column) { return model.index(0, column).data().toString(); };
    QCOMPARE(text(PurchaseTableModel::Amount), u"¥480"_s);
    QVERIFY(text(PurchaseTableModel::Items).startsWith(u"Onigiri"_s));
    QLocale::setDefault(QLocale(QLocale::Japanese));
    model.retranslate();
    QVERIFY(text(PurchaseTableModel::Items).startsWith(u"おにぎり"_s));
}

KOBAI_TEST(PurchaseTableModelTest, QApplication)
#include "PurchaseTableModelTest.moc"
