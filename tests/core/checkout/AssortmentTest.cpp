// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/Assortment.h"

#include "support/School.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::test;

class AssortmentTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_school = std::make_unique<School>(); }
    void cleanup() { m_school.reset(); }

    void productsComeByCategoryPositionAndName()
    {
        auto& store = m_school->store();
        const auto by = m_school->clerk();
        const auto drinks = must(checkout::addCategory(store, {{}, u"Drinks"_s, {}, 2}, by));
        const auto food = must(checkout::addCategory(store, {{}, u"Food"_s, {}, 1}, by));
        const auto add = [&](const QString& name, CategoryId category, int position) {
            catalogue::Product draft;
            draft.name = name;
            draft.category = category;
            draft.price = Money(100);
            draft.position = position;
            must(checkout::saveProduct(store, draft, by));
        };
        add(u"Tea"_s, drinks.id, 0);
        add(u"Bento"_s, food.id, 1);
        add(u"Apple"_s, food.id, 1);
        add(u"Onigiri"_s, food.id, 0);
        const auto all = must(checkout::assortment(store));
        QCOMPARE(all.categories.front().name, u"Food"_s);
        QStringList names;
        for (const auto& product : all.products)
            names += product.name;
        QCOMPARE(names.join(u' '), u"Onigiri Apple Bento Tea"_s);
    }

    void whatIsNoLongerSoldIsNotOnTheShelf()
    {
        const auto pen = m_school->addProduct(u"Pen"_s, 110, 100, {u"4006381333931"_s, u"0042"_s});
        QCOMPARE(must(checkout::assortment(m_school->store())).products.front().barcodes, pen.barcodes);
        auto retired = pen;
        retired.active = false;
        must(checkout::saveProduct(m_school->store(), retired, m_school->clerk()));
        QVERIFY(must(checkout::assortment(m_school->store())).products.empty());
        QCOMPARE(must(checkout::assortment(m_school->store(), true)).products.size(), std::size_t(1));
    }

    // An earlier version took 12 digits without asking for their check digit: the price can still be changed.
    void aCodeFromBeforeMayStay()
    {
        auto& store = m_school->store();
        auto pen = m_school->addProduct(u"Pen"_s, 110, 100, {});
        pen.barcodes = {u"036000291453"_s};
        must(store.write([&pen](store::Tx& tx) { return tx.catalogue().change(pen); }));
        pen.price = Money(120);
        must(checkout::saveProduct(store, pen, m_school->clerk()));
        const auto now = must(checkout::assortment(store)).products.front();
        QCOMPARE(now.price, Money(120));
        QCOMPARE(now.barcodes, pen.barcodes);
        pen.barcodes += u"036000291454"_s;
        const auto refused = checkout::saveProduct(store, pen, m_school->clerk());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, FaultCode::BarcodeMalformed);
    }

    // The answer got lost, or the disk failed at the very end: saving again makes no second one.
    void savingAgainMakesNoSecondOne()
    {
        auto& store = m_school->store();
        const auto by = m_school->clerk();
        catalogue::Category category{{}, u"Food"_s, {}, 0, store.makeId<CatalogueKey>()};
        const auto food = must(checkout::addCategory(store, category, by));
        category.name = u"Food and drink"_s;
        const auto again = must(checkout::addCategory(store, category, by));
        QCOMPARE(again.id, food.id);
        QCOMPARE(again.name, u"Food"_s); // what is stored
        catalogue::Product draft;
        draft.name = u"Pen"_s;
        draft.category = food.id;
        draft.price = Money(110);
        draft.key = store.makeId<CatalogueKey>();
        const auto pen = must(checkout::saveProduct(store, draft, by));
        draft.price = Money(120); // what the form says by now
        QCOMPARE(must(checkout::saveProduct(store, draft, by)).id, pen.id);
        const auto all = must(checkout::assortment(store));
        QCOMPARE(all.categories.size(), std::size_t(1));
        QCOMPARE(all.products.size(), std::size_t(1));
        QCOMPARE(all.products.front().price, Money(120));
        QCOMPARE(m_school->audited(audit::Action::ProductAdded), 2);
        draft.key = store.makeId<CatalogueKey>();
        QVERIFY(must(checkout::saveProduct(store, draft, by)).id != pen.id);
    }

    void savingIsCheckedAndOnRecord()
    {
        auto& store = m_school->store();
        const auto by = m_school->clerk();
        auto pen = m_school->addProduct(u"Pen"_s, 110, 100, {u"0042"_s});
        pen.price = Money(0);
        COMPARE_FAULT(checkout::saveProduct(store, pen, by), FaultCode::AmountZero);
        pen.price = Money(120);
        must(checkout::saveProduct(store, pen, by));
        QCOMPARE(m_school->audited(audit::Action::ProductAdded), 2); // with its category
        QCOMPARE(m_school->audited(audit::Action::ProductChanged), 1);

        catalogue::Product other = pen;
        other.id = ProductId();
        COMPARE_FAULT(checkout::saveProduct(store, other, by), FaultCode::Duplicate); // the barcode is taken
        other.barcodes.clear();
        other.id = ProductId{999};
        COMPARE_FAULT(checkout::saveProduct(store, other, by), FaultCode::NotFound);
        other.id = ProductId();
        other.category = CategoryId{999};
        COMPARE_FAULT(checkout::saveProduct(store, other, by), FaultCode::NotFound);
        COMPARE_FAULT(checkout::addCategory(store, {}, by), FaultCode::TextEmpty);
        QCOMPARE(must(checkout::assortment(store, true)).products.size(), std::size_t(1));
    }

private:
    std::unique_ptr<School> m_school;
};

KOBAI_TEST(AssortmentTest, QCoreApplication)
#include "AssortmentTest.moc"
