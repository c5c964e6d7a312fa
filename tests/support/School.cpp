// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/School.h"

#include "checkout/Assortment.h"
#include "checkout/FaceLooks.h"
#include "enrolment/Enrolment.h"
#include "store/FaceKeys.h"
#include "store/Verify.h"

#include <QDir>

namespace kobai::test {

Result<std::unique_ptr<store::Store>> School::open(const QString& folder)
{
    return store::Store::open(folder, passphrase(), environment());
}

void School::reopen()
{
    m_store.reset();
    m_store = must(open(folder()));
}

QString School::copyOfFiles()
{
    const QString target = m_directory.filePath(u"copy%1"_s.arg(++m_copies));
    QDir().mkpath(target);
    for (const QString& name : QDir(folder()).entryList(QDir::Files | QDir::Hidden))
        (void)QFile::copy(folder() + u'/' + name, target + u'/' + name);
    return target;
}

people::Person School::addStudent(const QString& name, QDate born)
{
    people::Person draft;
    draft.number = QString::number(2026000 + ++m_numbers);
    draft.name = name;
    draft.birthDate = born;
    draft.schoolYear = 8;
    draft.group = u"8-B"_s;
    return must(enrolment::addPerson(store(), draft, clerk()));
}

people::Guardian School::addGuardian(PersonId student, const QString& name)
{
    people::Guardian draft;
    draft.student = student;
    draft.name = name;
    draft.relation = people::Relation::Mother;
    return must(enrolment::addGuardian(store(), draft, clerk()));
}

consent::State School::consent(PersonId person, consent::EventKind kind, GuardianId guardian)
{
    clock.advance(std::chrono::seconds(1));
    return must(enrolment::recordConsent(store(), consentEvent(person, kind, guardian), clerk()));
}

consent::Event School::consentEvent(PersonId person, consent::EventKind kind, GuardianId guardian)
{
    consent::Event event;
    event.person = person;
    event.kind = kind;
    event.guardian = guardian;
    event.noticeVersion = kind == consent::EventKind::ConsentGiven ? 1 : 0;
    return event;
}

consent::State School::consentFully(PersonId person, const std::vector<GuardianId>& guardians)
{
    for (const GuardianId guardian : guardians)
        (void)consent(person, consent::EventKind::NoticeSent, guardian);
    (void)consent(person, consent::EventKind::ConsentGiven, guardians.front());
    return consent(person, consent::EventKind::StudentAgreed);
}

people::Person School::addConsentingStudent(const QString& name)
{
    const people::Person student = addStudent(name);
    (void)consentFully(student.id, {addGuardian(student.id).id});
    return student;
}

catalogue::Product School::addProduct(const QString& name, std::int64_t price, int tax, const QStringList& barcodes)
{
    if (m_category.isNull())
        m_category = must(checkout::addCategory(store(), {{}, u"Food"_s, u"食べ物"_s, 0}, clerk())).id;
    catalogue::Product draft;
    draft.name = name;
    draft.category = m_category;
    draft.price = Money(price);
    draft.tax = {tax};
    draft.barcodes = barcodes;
    return must(checkout::saveProduct(store(), draft, clerk()));
}

accounts::TopUpReceipt School::topUp(PersonId person, std::int64_t amount)
{
    return must(accounts::topUpCash(store(), {store().makeId<TransferId>(), person, Money(amount), clerk()}));
}

checkout::Basket School::basketOf(const std::vector<std::pair<catalogue::Product, int>>& items)
{
    checkout::Basket basket;
    for (const auto& [product, quantity] : items)
        must(basket.add(product, quantity));
    return basket;
}

checkout::SaleRequest School::sale(PersonId person, const checkout::Basket& basket, ledger::PaymentMethod method)
{
    checkout::SaleRequest request;
    request.id = store().makeId<SaleId>();
    request.person = person;
    request.basket = basket;
    request.method = method;
    if (method == ledger::PaymentMethod::Face) {
        (void)must(checkout::beginLook(store(), clerk()));
        request.evidence = ledger::FaceEvidence{7.5F, 4.0F, 4.5F, 0.75F, 5};
    }
    request.by = clerk();
    return request;
}

Status School::damageFace(store::Store& store, PersonId person)
{
    return store.write([&](store::Tx& tx) -> Status {
        KOBAI_ASSIGN(auto rows, tx.templates().of(person));
        KOBAI_TRY(tx.templates().removeAll(person));
        rows.back().sealed[60] = char(rows.back().sealed[60] ^ 1);
        for (const auto& row : rows)
            KOBAI_TRY(tx.templates().add(row));
        return {};
    });
}

QVector<face::Capture> School::captures(unsigned face, int count, float spread)
{
    std::mt19937 engine(face);
    const face::Embedding direction = around(engine, {}, 1);
    QVector<face::Capture> all;
    for (int i = 0; i < count; ++i) {
        face::Capture capture;
        capture.embedding = around(engine, direction, spread);
        capture.quality = {0.9F, 0.8F, 0.9F, 0.7F, 1, 1};
        capture.weight = 1.0F + float(i) / 10;
        all.append(capture);
    }
    return all;
}

void School::set(const char16_t* key, const QString& value)
{
    must(store().write([&](store::Tx& tx) { return tx.settings().setText(QStringView(key).toString(), value); }));
}

bool School::holdsNoFaces()
{
    const auto rows = must(store().read([](store::Tx& tx) { return tx.templates().all(); }));
    return rows.empty() && store().faceKeys().people().empty()
           && must(enrolment::loadGallery(store())).gallery->size() == 0;
}

int School::audited(audit::Action action)
{
    const auto records = must(store().read([](store::Tx& tx) { return tx.audit().latest(10'000); }));
    return int(std::count_if(records.begin(), records.end(), [&](const auto& r) { return r.action == action; }));
}

QString School::findings()
{
    QStringList found;
    for (const store::Finding& finding : must(store::verify(store())).findings)
        found += finding.kind + u' ' + finding.where + u' ' + finding.detail;
    return found.join(u"; "_s);
}

store::Creation School::creation() const
{
    store::Creation creation;
    creation.folder = folder();
    creation.schoolName = u"Kobai Academy"_s;
    creation.currency = Currency::fromCode(u"JPY"_s).value();
    creation.operatorName = u"Office"_s;
    creation.passphrase = passphrase();
    creation.cost = security::openCost;
    return creation;
}

face::Embedding School::around(std::mt19937& engine, face::Embedding centre, float spread)
{
    const auto move = [&](auto& half) {
        std::normal_distribution<float> normal(0, spread / std::sqrt(float(half.size())));
        for (float& value : half)
            value += normal(engine);
        if (!face::normalise(half))
            qFatal("no direction");
    };
    move(centre.dlib);
    move(centre.second);
    return centre;
}

} // namespace kobai::test
