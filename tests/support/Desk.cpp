// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Desk.h"

#include "accounts/Accounts.h"
#include "checkout/Assortment.h"
#include "checkout/Checkout.h"
#include "face/Engine.h"

#include <QSignalSpy>
#include <QStandardPaths>

namespace kobai::test {

namespace {

/// Is there and shows nothing yet.
class WaitingCamera final : public face::FrameSource {
public:
    explicit WaitingCamera(QSemaphore& end) : m_end(end) {}
    [[nodiscard]] Result<face::Frame> next() override
    {
        m_end.acquire();
        return fail(FaultCode::CameraLost);
    }

private:
    QSemaphore& m_end;
};

constexpr int manyRuns = 1000;

} // namespace

Desk::Desk()
    : services(
        clock, random, QString(), nullptr,
        [this](const face::CameraChoice&) -> Result<std::unique_ptr<face::FrameSource>> {
            return std::make_unique<WaitingCamera>(m_frames);
        },
        [this](const QString& folder, const face::ModelChoice& choice) {
            m_loading.acquire();
            return face::Engine::load(folder, choice);
        })
{
    QStandardPaths::setTestModeEnabled(true);
    store::Creation creation;
    creation.folder = m_directory.filePath(u"store"_s);
    creation.schoolName = u"Kobai Academy"_s;
    creation.currency = Currency::fromCode(u"JPY"_s).value();
    creation.operatorName = u"Office"_s;
    creation.passphrase = SecureBytes(QByteArrayView("correct horse battery"));
    creation.cost = security::openCost;
    QSignalSpy opened(&services, &app::Services::storeOpened);
    services.createStore(std::move(creation));
    if (!opened.wait(20'000))
        qFatal("the store did not open");
}

Desk::~Desk()
{
    m_frames.release(manyRuns);
    endLoading();
}

void Desk::endLoading()
{
    m_loading.release(manyRuns); // each further run of the camera asks for the networks again
}

people::Person Desk::addStudent(const QString& name, const QString& number)
{
    people::Person draft;
    draft.number = number;
    draft.name = name;
    draft.birthDate = QDate(2012, 5, 4);
    draft.schoolYear = 8;
    draft.group = u"8-B"_s;
    return with(
        [draft, by = services.operatorId()](store::Store& store) { return enrolment::addPerson(store, draft, by); });
}

void Desk::consentFully(PersonId student)
{
    people::Guardian guardian;
    guardian.student = student;
    guardian.name = u"Sato Keiko"_s;
    const GuardianId id = with([guardian, by = services.operatorId()](store::Store& store) {
                              return enrolment::addGuardian(store, guardian, by);
                          }).id;
    record(student, consent::EventKind::NoticeSent, id);
    record(student, consent::EventKind::ConsentGiven, id);
    record(student, consent::EventKind::StudentAgreed, {});
}

void Desk::enrol(PersonId student, unsigned face)
{
    with([student, face, by = services.operatorId()](store::Store& store) {
        return enrolment::enrolFace(store, student, School::captures(face), by);
    });
    refreshGallery();
}

void Desk::damageFace(PersonId student)
{
    with([student](store::Store& store) { return School::damageFace(store, student); });
}

void Desk::refreshGallery()
{
    QSignalSpy refreshed(&services, &app::Services::galleryRefreshed);
    services.refreshGallery();
    if (!QTest::qWaitFor([&refreshed] { return refreshed.count() > 0; }, 20'000))
        qFatal("the gallery was not read");
}

catalogue::Product Desk::addProduct(const QString& name, std::int64_t price, const QStringList& barcodes, int tax)
{
    return with([=, by = services.operatorId()](store::Store& store) -> Result<catalogue::Product> {
        KOBAI_ASSIGN(const checkout::Assortment shelf, checkout::assortment(store));
        catalogue::Product draft;
        if (shelf.categories.empty()) {
            KOBAI_ASSIGN(const catalogue::Category category,
                         checkout::addCategory(store, {{}, u"Food"_s, u"食べ物"_s, 0}, by));
            draft.category = category.id;
        } else {
            draft.category = shelf.categories.front().id;
        }
        draft.name = name;
        draft.price = Money(price);
        draft.tax = {tax};
        draft.barcodes = barcodes;
        return checkout::saveProduct(store, draft, by);
    });
}

void Desk::topUp(PersonId person, std::int64_t amount)
{
    with([=, by = services.operatorId()](store::Store& store) {
        return accounts::topUpCash(store, {store.makeId<TransferId>(), person, Money(amount), by});
    });
}

Money Desk::balance(PersonId person)
{
    return with([person](store::Store& store) { return checkout::customerCard(store, person); }).balance;
}

void Desk::set(const char16_t* key, const QString& value)
{
    with([key, value](store::Store& store) {
        return store.write([&](store::Tx& tx) { return tx.settings().setText(QStringView(key).toString(), value); });
    });
}

enrolment::PersonFile Desk::file(PersonId person)
{
    return with([person](store::Store& store) { return enrolment::personFile(store, person); });
}

int Desk::audited(audit::Action action)
{
    const auto records =
        with([](store::Store& store) { return store.read([](store::Tx& tx) { return tx.audit().latest(10'000); }); });
    return int(
        std::count_if(records.begin(), records.end(), [&](const auto& record) { return record.action == action; }));
}

void Desk::present(app::Page& page, QSize size)
{
    page.resize(size);
    page.show();
    page.activateWindow();
    if (!QTest::qWaitForWindowActive(&page))
        qFatal("the page did not come to the front");
    page.retranslate();
    page.enter();
}

void Desk::record(PersonId person, consent::EventKind kind, GuardianId guardian)
{
    clock.advance(std::chrono::seconds(1));
    with([event = School::consentEvent(person, kind, guardian), by = services.operatorId()](store::Store& store) {
        return enrolment::recordConsent(store, event, by);
    });
}

} // namespace kobai::test
