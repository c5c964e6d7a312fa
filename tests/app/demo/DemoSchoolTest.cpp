// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoSchool.h"
#include "catalogue/Barcode.h"

#include "app/demo/DemoProducts.h"
#include "checkout/Assortment.h"
#include "checkout/Checkout.h"
#include "enrolment/Enrolment.h"
#include "reports/History.h"
#include "support/School.h"
#include "support/SourceFolder.h"
#include "support/TestProgram.h"

#include <QFile>
#include <QSet>
#include <QTest>

#include <map>

using namespace kobai;
using namespace kobai::demo;
using namespace kobai::test;

namespace {

const QDate today(2026, 6, 10);

DemoPlan smallPlan()
{
    DemoPlan plan;
    plan.students = 80;
    plan.staff = 6;
    plan.days = 14;
    plan.today = today;
    return plan;
}

std::vector<people::Person> everybody(store::Store& store)
{
    return must(store.read([](store::Tx& tx) { return tx.people().search({}, 10'000); }));
}

std::vector<ledger::Sale> allSales(store::Store& store)
{
    return must(store.read([](store::Tx& tx) { return tx.sales().page({}, std::nullopt, 100'000); }));
}

/// What the school is made of, by content; ids and hashes follow from it.
QByteArray described(store::Store& store)
{
    QByteArray text;
    for (const auto& person : everybody(store)) {
        text += person.id.toBytes() + person.number.toUtf8() + person.name.toUtf8() + person.reading.toUtf8()
                + person.birthDate.toString(Qt::ISODate).toUtf8() + person.group.toUtf8();
        text += QByteArray::number(must(checkout::lookUp(store, person.number, 1)).empty()
                                       ? 0
                                       : must(checkout::customerCard(store, person.id)).balance.minor());
    }
    for (const auto& sale : allSales(store)) {
        text += sale.id.toBytes() + QByteArray::number(sale.receipt) + QByteArray::number(toUnixMs(sale.at))
                + QByteArray::number(sale.total.minor()) + QByteArray::number(int(sale.method));
    }
    return text;
}

} // namespace

class DemoSchoolTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedGivesTheSameSchool()
    {
        const auto make = [](unsigned seed) {
            School school;
            school.clock.set(QDateTime(today, QTime(20, 0)));
            DemoPlan plan = smallPlan();
            plan.seed = seed;
            must(makeDemoSchool(school.store(), plan));
            return described(school.store());
        };
        const QByteArray first = make(7);
        QVERIFY(first.size() > 10'000);
        QVERIFY(make(7) == first);
        QVERIFY(make(8) != first);
    }

    void theMenOfTheClipsCanBeEnrolledAndPay()
    {
        School school;
        school.clock.set(QDateTime(today, QTime(20, 0)));
        must(makeDemoSchool(school.store(), smallPlan()));
        unsigned face = 1;
        for (const QStringView number : {firstClipNumber, secondClipNumber}) {
            const auto person =
                must(school.store().read([&](store::Tx& tx) { return tx.people().findByNumber(number.toString()); }));
            const auto file = must(enrolment::personFile(school.store(), person.id));
            QCOMPARE(file.guardians.size(), std::size_t(2));
            QVERIFY(file.consent.allowed());
            QCOMPARE(file.captures, 0);
            QVERIFY(school.balance(person.id) >= Money(3000));
            must(enrolment::enrolFace(school.store(), person.id, School::captures(face++), school.clerk()));
        }
    }

    void cancellingStopsTheWork()
    {
        School school;
        int calls = 0;
        COMPARE_FAULT(makeDemoSchool(school.store(), smallPlan(), [&](int) { return ++calls < 3; }),
                      FaultCode::Cancelled);
        QCOMPARE(calls, 3);
    }

    void barcodesAreValidAndOfTheShopsOwnRange()
    {
        QSet<QString> seen;
        for (int c = 0; c < 6; ++c) {
            for (int p = 0; p < 20; ++p) {
                const QString barcode = demoBarcode(c, p);
                QCOMPARE(must(catalogue::canonicalBarcode(barcode)), barcode);
                QVERIFY(barcode.startsWith(u'2'));
                seen.insert(barcode);
            }
        }
        QCOMPARE(seen.size(), 120);
    }

    void everyPictureIsDrawn()
    {
        for (const DemoCategory& category : demoCategories()) {
            for (const DemoProduct& product : category.products) {
                const QString file = sourceFile(QStringLiteral("resources/icons/product-%1.svg").arg(product.picture));
                QVERIFY2(QFile::exists(file), qPrintable(file));
            }
        }
    }

    // The whole school as `create --demo` makes it: what is in it, and that the books agree.
    void theFullSchoolIsWholeAndPlausible()
    {
        School school;
        school.clock.set(QDateTime(today, QTime(12, 30)));
        DemoPlan plan;
        plan.today = today;
        int lastPercent = -1;
        must(makeDemoSchool(school.store(), plan, [&](int percent) {
            const bool grows = percent >= lastPercent;
            lastPercent = percent;
            return grows;
        }));
        QCOMPARE(lastPercent, 100);

        checkPeople(school);
        checkPurchases(school);
        QCOMPARE(school.findings(), QString());
    }

private:
    static void checkPeople(School& school)
    {
        std::map<consent::Reason, int> reasons;
        int students = 0;
        int allowed = 0;
        int lowBalances = 0;
        for (const auto& person : everybody(school.store())) {
            const auto file = must(enrolment::personFile(school.store(), person.id));
            QVERIFY(people::checked(person, today));
            if (person.kind == people::Kind::Staff)
                continue;
            ++students;
            QVERIFY(file.guardians.size() == 1 || file.guardians.size() == 2);
            const int age = people::ageOn(person, today).value();
            QVERIFY2(age == person.schoolYear + 5 || age == person.schoolYear + 6, qPrintable(person.number));
            allowed += file.consent.allowed() ? 1 : 0;
            for (const auto& obstacle : file.consent.obstacles)
                ++reasons[obstacle.reason];
            if (!person.hasLeft(today) && school.balance(person.id) < Money(500))
                ++lowBalances;
        }
        QCOMPARE(students, 600);
        QVERIFY(allowed > 330 && allowed < 480);
        for (const auto reason :
             {consent::Reason::NoticeMissing, consent::Reason::ConsentMissing, consent::Reason::NoticeOutdated,
              consent::Reason::GuardianObjected, consent::Reason::StudentNotAsked, consent::Reason::StudentRefused,
              consent::Reason::Withdrawn, consent::Reason::Expired, consent::Reason::HasLeft})
            QVERIFY2(reasons[reason] > 0, qPrintable(u"reason %1"_s.arg(int(reason))));
        QVERIFY(lowBalances >= 10 && lowBalances < 150);
    }

    static void checkPurchases(School& school)
    {
        const auto sales = allSales(school.store());
        QVERIFY(sales.size() > 4000);
        QSet<QDate> days;
        int lunch = 0;
        int faces = 0;
        Instant later = school.clock.now();
        for (const auto& sale : sales) {
            QVERIFY(sale.at <= later); // newest first, receipts in the order of time
            later = sale.at;
            const QDateTime at = toLocal(sale.at);
            QVERIFY(at.date().dayOfWeek() != Qt::Sunday);
            days.insert(at.date());
            lunch += at.time().hour() == 12 ? 1 : 0;
            faces += sale.method == ledger::PaymentMethod::Face ? 1 : 0;
        }
        QVERIFY(days.contains(today));
        QVERIFY(!days.contains(today.addDays(-60)));
        QVERIFY(days.size() >= 48);
        QVERIFY(lunch * 3 > int(sales.size()));
        QVERIFY(faces * 3 > int(sales.size()));
        QVERIFY(faces < int(sales.size()));
        QCOMPARE(must(checkout::assortment(school.store())).products.size(), std::size_t(120));
    }
};

KOBAI_TEST(DemoSchoolTest, QCoreApplication)
#include "DemoSchoolTest.moc"
