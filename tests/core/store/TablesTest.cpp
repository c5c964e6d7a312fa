// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoreFixture.h"

#include "support/TestProgram.h"

using namespace kobai;
using namespace kobai::test;

/// The smaller tables: catalogue, consent events, templates, PINs, audit, settings.
class TablesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aProductComesBackWithEveryField()
    {
        StoreFixture school;
        catalogue::Product product;
        product.name = u"Onigiri"_s;
        product.nameJa = u"おにぎり"_s;
        product.price = Money(150);
        product.tax = {80};
        product.barcodes = {u"4901234567894"_s, u"12345"_s};
        product.picture = u"onigiri"_s;
        product.favourite = true;
        product.position = 3;
        school.run([&](store::Tx& tx) -> Status {
            KOBAI_ASSIGN(product.category, tx.catalogue().addCategory({{}, u"Food"_s, u"食べ物"_s, 1}));
            KOBAI_ASSIGN(product.id, tx.catalogue().add(product));
            return {};
        });
        school.reopen();
        const auto same = [](const catalogue::Product& a, const catalogue::Product& b) {
            return a.id == b.id && a.name == b.name && a.nameJa == b.nameJa && a.category == b.category
                   && a.price == b.price && a.tax == b.tax && a.barcodes == b.barcodes && a.picture == b.picture
                   && a.favourite == b.favourite && a.active == b.active && a.position == b.position;
        };
        const auto found = [&] {
            return *school.store().read([&](store::Tx& tx) { return tx.catalogue().find(product.id); });
        };
        QVERIFY(same(found(), product));

        product.active = false;
        product.price = Money(160);
        product.barcodes = {u"12345"_s};
        school.run([&](store::Tx& tx) { return tx.catalogue().change(product); });
        QVERIFY(same(found(), product));
        QCOMPARE(school.store().read([](store::Tx& tx) { return tx.catalogue().all(true); })->size(), std::size_t(1));
        QVERIFY(school.store().read([](store::Tx& tx) { return tx.catalogue().all(false); })->empty());
        const auto categories = school.store().read([](store::Tx& tx) { return tx.catalogue().categories(); });
        QCOMPARE(categories->size(), std::size_t(1));
        QCOMPARE(categories->front().nameJa, u"食べ物"_s);
    }

    void aBarcodeBelongsToOneProduct()
    {
        StoreFixture school;
        (void)school.addProduct(u"One"_s, 100, {u"12345"_s});
        const ProductId second = school.addProduct(u"Two"_s, 100, {u"23456"_s});
        auto product = *school.store().read([&](store::Tx& tx) { return tx.catalogue().find(second); });
        product.barcodes = {u"23456"_s, u"12345"_s};
        KOBAI_COMPARE_FAULT(school.store().write([&](store::Tx& tx) { return tx.catalogue().change(product); }),
                            FaultCode::Duplicate);
        KOBAI_COMPARE_FAULT(school.store().write([&](store::Tx& tx) { return tx.catalogue().add(product); }),
                            FaultCode::Duplicate);
        QCOMPARE(school.store().read([&](store::Tx& tx) { return tx.catalogue().find(second); })->barcodes,
                 QStringList{u"23456"_s});
        product.id = ProductId{99};
        product.barcodes = {};
        KOBAI_COMPARE_FAULT(school.store().write([&](store::Tx& tx) { return tx.catalogue().change(product); }),
                            FaultCode::NotFound);
        KOBAI_COMPARE_FAULT(school.store().read([&](store::Tx& tx) { return tx.catalogue().find(product.id); }),
                            FaultCode::NotFound);
    }

    void consentEventsComeBackInTheirOrder()
    {
        StoreFixture school;
        const people::Person person = school.addPerson();
        const people::Guardian guardian{
            school.id<GuardianId>(), person.id, u"佐藤 恵子"_s, people::Relation::Mother, {}};
        consent::Event given;
        given.id = school.id<ConsentEventId>();
        given.person = person.id;
        given.kind = consent::EventKind::ConsentGiven;
        given.guardian = guardian.id;
        given.noticeVersion = 2;
        given.means = consent::Means::InPerson;
        given.validUntil = QDate(2027, 3, 31);
        given.at = school.clock.now();
        given.recordedBy = clerk;
        consent::Event agreed;
        agreed.id = school.id<ConsentEventId>();
        agreed.person = person.id;
        agreed.kind = consent::EventKind::Withdrawn;
        agreed.means = consent::Means::OnScreen;
        agreed.reason = u"理由"_s;
        agreed.at = school.clock.now() - std::chrono::hours(1);
        agreed.recordedBy = clerk;
        school.run([&](store::Tx& tx) -> Status {
            KOBAI_TRY(tx.people().addGuardian(guardian));
            KOBAI_TRY(tx.consents().append(given));
            return tx.consents().append(agreed);
        });
        school.reopen();
        const auto events = school.store().read([&](store::Tx& tx) { return tx.consents().events(person.id); });
        QCOMPARE(events->size(), std::size_t(2));
        const consent::Event& first = events->front();
        QCOMPARE(first.id, given.id);
        QCOMPARE(first.kind, given.kind);
        QCOMPARE(first.guardian, guardian.id);
        QCOMPARE(first.noticeVersion, 2);
        QCOMPARE(first.means, consent::Means::InPerson);
        QCOMPARE(first.validUntil, given.validUntil);
        QCOMPARE(first.at, given.at);
        const consent::Event& second = events->back();
        QVERIFY(second.guardian.isNull());
        QVERIFY(!second.validUntil.isValid());
        QCOMPARE(second.reason, agreed.reason);
        KOBAI_COMPARE_FAULT(school.store().write([&](store::Tx& tx) { return tx.consents().append(given); }),
                            FaultCode::Duplicate);
    }

    void theConsentFactsCarryTheStoresSettings()
    {
        StoreFixture school;
        const people::Person person = school.addPerson();
        const auto facts = [&] {
            return school.store().read([&](store::Tx& tx) { return tx.consents().facts(person.id); });
        };
        QCOMPARE(facts()->currentNoticeVersion, 1);
        QVERIFY(facts()->facesOn);
        QCOMPARE(facts()->schoolYearEndMonth, 3);
        QCOMPARE(facts()->birthDate, person.birthDate);
        const auto set = [&](const char16_t* key, const QString& value) {
            school.run([&](store::Tx& tx) { return tx.settings().setText(QString::fromUtf16(key), value); });
        };
        set(store::setting::noticeVersion, u"4"_s);
        set(store::setting::facesOn, u"0"_s);
        set(store::setting::schoolYearEndMonth, u"8"_s);
        QCOMPARE(facts()->currentNoticeVersion, 4);
        QVERIFY(!facts()->facesOn);
        QCOMPARE(facts()->schoolYearEndMonth, 8);
        set(store::setting::facesOn, u"yes"_s);
        KOBAI_COMPARE_FAULT(facts(), FaultCode::StoreDamaged);
        set(store::setting::facesOn, u"2"_s);
        KOBAI_COMPARE_FAULT(facts(), FaultCode::StoreDamaged);
        QVERIFY(!school.rawRefusal("DELETE FROM setting WHERE key = 'faces.on'"));
        school.reopen();
        QVERIFY(!facts()->facesOn); // what is not known is off
        KOBAI_COMPARE_FAULT(
            school.store().read([&](store::Tx& tx) { return tx.consents().facts(school.id<PersonId>()); }),
            FaultCode::NotFound);
    }

    void templatesComeAndGo()
    {
        StoreFixture school;
        const PersonId first = school.addPerson().id;
        const PersonId second = school.addPerson().id;
        const store::TemplateTable::Row row{first, 1,    4'000'000'000U,     QByteArray("\0sealed", 7),
                                            0.75F, 0.5F, u"dlib+second 1"_s, school.clock.now()};
        store::TemplateTable::Row other = row;
        other.person = second;
        school.run([&](store::Tx& tx) -> Status {
            KOBAI_TRY(tx.templates().add(row));
            return tx.templates().add(other);
        });
        const auto own = school.store().read([&](store::Tx& tx) { return tx.templates().of(first); });
        QCOMPARE(own->size(), std::size_t(1));
        QCOMPARE(own->front().epoch, row.epoch);
        QCOMPARE(own->front().sealed, row.sealed);
        QCOMPARE(own->front().quality, row.quality);
        QCOMPARE(own->front().weight, row.weight);
        QCOMPARE(own->front().model, row.model);
        QCOMPARE(own->front().at, row.at);
        KOBAI_COMPARE_FAULT(school.store().write([&](store::Tx& tx) { return tx.templates().add(row); }),
                            FaultCode::Duplicate);
        school.run([&](store::Tx& tx) { return tx.templates().removeAll(first); });
        const auto all = school.store().read([](store::Tx& tx) { return tx.templates().all(); });
        QCOMPARE(all->size(), std::size_t(1));
        QCOMPARE(all->front().person, second);
    }

    void pinsCountTheirFailures()
    {
        StoreFixture school;
        const PersonId person = school.addPerson().id;
        const auto pin = [&] { return *school.store().read([&](store::Tx& tx) { return tx.pins().find(person); }); };
        QVERIFY(!pin());
        KOBAI_COMPARE_FAULT(school.store().write([&](store::Tx& tx) { return tx.pins().noteFailure(person, 1, {}); }),
                            FaultCode::PinNotSet);
        school.run([&](store::Tx& tx) { return tx.pins().set(person, "hash"); });
        school.run([&](store::Tx& tx) { return tx.pins().noteFailure(person, 5, school.clock.now()); });
        QCOMPARE(pin()->failures, 5);
        QCOMPARE(pin()->lockedUntil, school.clock.now());
        school.run([&](store::Tx& tx) { return tx.pins().clearFailures(person); });
        QCOMPARE(pin()->failures, 0);
        QCOMPARE(pin()->lockedUntil, Instant{});
        school.run([&](store::Tx& tx) { return tx.pins().noteFailure(person, 2, {}); });
        school.run([&](store::Tx& tx) { return tx.pins().set(person, "other"); });
        QCOMPARE(pin()->failures, 0);
        QCOMPARE(pin()->hash, QByteArray("other"));
    }

    /// [row 64] and the chain of [row 42].
    void auditRowsAreNumberedAndChained()
    {
        StoreFixture school;
        for (int i = 0; i < 3; ++i)
            school.run([&](store::Tx& tx) {
                return tx.audit().append({99, school.clock.now(), clerk, audit::Action::AccountViewed, u"subject"_s,
                                          QString::number(i), "x"});
            });
        const auto latest = school.store().read([](store::Tx& tx) { return tx.audit().latest(3); });
        QCOMPARE(latest->size(), std::size_t(3));
        QCOMPARE(latest->front().sequence, std::int64_t(4)); // after the store's creation
        QCOMPARE(latest->front().detail, u"2"_s);
        for (std::size_t i = 0; i + 1 < latest->size(); ++i)
            QCOMPARE(latest->at(i).hash, audit::chainHash(latest->at(i + 1).hash, latest->at(i)));
    }

    void settingsFallBack()
    {
        StoreFixture school;
        const auto name = school.store().read(
            [](store::Tx& tx) { return tx.settings().text(QString::fromUtf16(store::setting::schoolName)); });
        QCOMPARE(*name, u"海陽 Academy"_s);
        QCOMPARE(*school.store().read([](store::Tx& tx) { return tx.settings().text(u"none"_s, u"fallback"_s); }),
                 u"fallback"_s);
    }
};

KOBAI_TEST(TablesTest, QCoreApplication)
#include "TablesTest.moc"
