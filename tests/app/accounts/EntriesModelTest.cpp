// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/EntriesModel.h"

#include "support/TestProgram.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTest>

using namespace kobai;
using namespace kobai::app;
using namespace Qt::Literals::StringLiterals;

class EntriesModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void pagesComeByKey()
    {
        EntriesModel model;
        watch(model);
        model.restart(Currency::fromCode(u"JPY"_s).value());
        QCOMPARE(m_asked.size(), std::size_t(1));
        QVERIFY(!m_asked[0].before);
        QVERIFY(!model.canFetchMore({})); // one page at a time
        model.take(m_asked[0].ticket, page(200, EntriesModel::pageRows));
        QCOMPARE(model.rowCount(), EntriesModel::pageRows);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QCOMPARE(m_asked[1].before.value(), std::int64_t(200 - EntriesModel::pageRows + 1));
        model.take(m_asked[1].ticket, page(140, 3));
        QCOMPARE(model.rowCount(), EntriesModel::pageRows + 3);
        QVERIFY(!model.canFetchMore({})); // a short page is the last
    }

    void aPageOfAnEarlierAccountIsDropped()
    {
        EntriesModel model;
        watch(model);
        model.restart(Currency::fromCode(u"JPY"_s).value());
        model.restart(Currency::fromCode(u"JPY"_s).value());
        model.take(m_asked[0].ticket, page(10, 5));
        QCOMPARE(model.rowCount(), 0);
        model.take(m_asked[1].ticket, page(10, 5));
        QCOMPARE(model.rowCount(), 5);
    }

    void aPageThatFailedIsAskedForAgain()
    {
        EntriesModel model;
        watch(model);
        model.restart(Currency::fromCode(u"JPY"_s).value());
        model.fail(m_asked[0].ticket);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QCOMPARE(m_asked.size(), std::size_t(2));
        QVERIFY(!m_asked[1].before);
    }

    void showsSignAndRunningBalance()
    {
        EntriesModel model;
        watch(model);
        model.restart(Currency::fromCode(u"JPY"_s).value());
        accounts::AccountEntry sale;
        sale.code = ledger::TransferCode::SaleNet;
        sale.receipt = 1204;
        sale.change = Money(-480);
        sale.balanceAfter = Money(2520);
        accounts::AccountEntry topUp;
        topUp.change = Money(3000);
        topUp.balanceAfter = Money(3000);
        QAbstractItemModelTester tester(&model);
        model.take(m_asked[0].ticket, {sale, topUp});
        const auto text = [&model](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(text(0, EntriesModel::Change), u"−¥480"_s);
        QCOMPARE(text(0, EntriesModel::Balance), u"¥2,520"_s);
        QCOMPARE(text(0, EntriesModel::Receipt), u"1,204"_s);
        QCOMPARE(text(1, EntriesModel::Change), u"+¥3,000"_s);
        QCOMPARE(text(1, EntriesModel::Receipt), QString());
    }

    void cleanup() { m_asked.clear(); }

private:
    struct Asked {
        quint64 ticket;
        std::optional<std::int64_t> before;
    };
    void watch(EntriesModel& model)
    {
        connect(&model, &EntriesModel::pageAsked, this, [this](quint64 ticket, std::optional<std::int64_t> before) {
            m_asked.push_back({ticket, before});
        });
    }
    static std::vector<accounts::AccountEntry> page(std::int64_t newest, int rows)
    {
        std::vector<accounts::AccountEntry> made;
        for (int i = 0; i < rows; ++i) {
            accounts::AccountEntry entry;
            entry.sequence = newest - i;
            made.push_back(entry);
        }
        return made;
    }

    std::vector<Asked> m_asked;
};

KOBAI_TEST(EntriesModelTest, QCoreApplication)
#include "EntriesModelTest.moc"
