// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/Payment.h"

#include "checkout/FaceLooks.h"

namespace kobai::app {

namespace {

/// What the store says before the camera opens.
struct MayLook {
    enrolment::FaceUse use = enrolment::FaceUse::Unknown;
    checkout::Look look; ///< on record where the use is Allowed
};

} // namespace

Payment::Payment(Services& services, TillFlow& flow, QObject* parent)
    : QObject(parent), m_services(services), m_flow(flow)
{
    connect(&m_flow, &TillFlow::changed, this, &Payment::follow);
    connect(&m_flow, &TillFlow::attemptFailed, this, [this](const QString& verdict) {
        m_services.withStore([verdict, by = m_services.operatorId()](
                                 store::Store& store) { return checkout::recordFailedAttempt(store, verdict, by); },
                             this,
                             [this](const Status& recorded) {
                                 if (!recorded)
                                     Q_EMIT storeFailed(recorded.error());
                             });
    });

    // What the gallery has lost while the camera looks, and faces that were switched off, end the look.
    const auto followUse = [this] { m_flow.setFaceUse(m_services.faceUse()); };
    connect(&m_services, &Services::galleryRefreshed, this, followUse);
    connect(&m_services, &Services::galleryFailed, this, followUse);

    face::Vision& vision = m_services.vision();
    connect(&vision, &face::Vision::frameShown, this, [this](const QImage& image) {
        if (m_cameraOpen)
            Q_EMIT cameraFrame(image);
    });
    connect(&vision, &face::Vision::observed, this, [this](const face::Observation& observation) {
        if (m_cameraOpen)
            Q_EMIT observed(observation);
    });
    connect(&vision, &face::Vision::identified, this, [this](const face::Identification& identification) {
        if (!m_cameraOpen)
            return;
        if (identification.verdict == face::Verdict::NotEnrolled && identification.frames == 0)
            takeBackLook(m_recorded);
        m_flow.identified(identification);
    });
    connect(&vision, &face::Vision::failed, this, [this](const Fault& fault) {
        if (!m_cameraOpen)
            return;
        takeBackLook(m_recorded);
        m_flow.cameraFailed(fault);
    });
}

Payment::~Payment()
{
    closeCamera();
}

void Payment::open(ledger::PaymentMethod method, Money total)
{
    m_flow.setNumberFirst(m_services.numberFirst());
    m_flow.setFaceUse(m_services.faceUse());
    m_flow.open(method, m_services.newId<SaleId>(), total);
}

void Payment::enterNumber(const QString& number)
{
    const QString wanted = number.trimmed();
    if (wanted.isEmpty())
        return;
    m_flow.numberEntered();
    if (m_flow.step() != TillFlow::Step::Finding)
        return;
    m_services.withStore([wanted](store::Store& store) { return checkout::customerByNumber(store, wanted); }, this,
                         [this, turn = m_flow.turn()](const Result<people::Person>& person) {
                             if (turn != m_flow.turn())
                                 return;
                             if (person)
                                 m_flow.numberFound(*person);
                             else
                                 m_flow.numberFailed(person.error());
                         });
}

void Payment::enterPin(const QString& pin)
{
    m_flow.pinEntered();
    if (m_flow.step() != TillFlow::Step::Checking)
        return;
    m_services.withStore([pin, person = m_flow.person(), by = m_services.operatorId()](
                             store::Store& store) { return checkout::checkPin(store, person, pin, by); },
                         this,
                         [this, turn = m_flow.turn()](const Status& checked) {
                             if (turn != m_flow.turn())
                                 return;
                             if (checked)
                                 m_flow.pinAccepted();
                             else
                                 m_flow.pinFailed(checked.error());
                         });
}

void Payment::search(const QString& text)
{
    const quint64 asked = ++m_searches;
    m_services.withStore([text](store::Store& store) { return checkout::lookUp(store, text, mostFound); }, this,
                         [this, asked, text](const Result<std::vector<people::Person>>& persons) {
                             if (asked != m_searches || m_flow.step() != TillFlow::Step::LookUp)
                                 return;
                             if (persons)
                                 Q_EMIT found(text, *persons);
                             else
                                 Q_EMIT storeFailed(persons.error());
                         });
}

void Payment::confirm(const checkout::Basket& basket)
{
    const std::optional<checkout::SaleRequest> request = m_flow.confirm(basket, m_services.operatorId());
    if (!request)
        return;
    m_services.withStore([request = *request](store::Store& store) { return checkout::commitSale(store, request); },
                         this,
                         [this](const Result<checkout::SaleResult>& result) {
                             if (result) {
                                 m_flow.charged(*result);
                                 Q_EMIT m_services.accountChanged(result->sale.person);
                             } else {
                                 m_flow.chargeFailed(result.error());
                             }
                         });
}

void Payment::follow()
{
    if (m_flow.step() == TillFlow::Step::Looking)
        lookAtFace();
    else
        closeCamera();
    if (m_flow.step() == TillFlow::Step::Loading)
        readCard();
}

void Payment::lookAtFace()
{
    if (m_look != 0)
        return;
    m_look = ++m_looks;
    m_services.refreshGalleryOfNewDay();
    const face::CameraChoice camera = m_services.camera();
    const auto claimed = m_flow.claimed() ? std::optional(m_flow.claimed()->id) : std::nullopt;
    // After whatever was asked of the store before: what was just switched off or withdrawn is known by then.
    const auto ask = [camera, claimed, by = m_services.operatorId()](store::Store& store) -> Result<MayLook> {
        MayLook may;
        KOBAI_ASSIGN(may.use, enrolment::faceUse(store, camera, claimed));
        if (may.use != enrolment::FaceUse::Allowed)
            return may;
        KOBAI_ASSIGN(may.look, checkout::beginLook(store, by));
        return may;
    };
    m_services.withStore(ask, this, [this, camera, claimed, look = m_look](const Result<MayLook>& may) {
        if (look != m_look) {
            if (may && may->use == enrolment::FaceUse::Allowed)
                takeBackLook(may->look.number); // its camera never opened
            return;
        }
        if (!may && may.error().code == FaultCode::LooksSpent) {
            m_flow.looksSpent(may.error());
        } else if (!may) {
            m_flow.cameraFailed(may.error());
        } else if (may->use != enrolment::FaceUse::Allowed) {
            m_flow.faceBarred(may->use);
        } else {
            m_recorded = may->look.number;
            m_flow.lookBegun(may->look.left);
            openCamera(camera, claimed);
        }
    });
}

/// Nobody was compared, so that it was no chance for anybody.
void Payment::takeBackLook(std::int64_t look)
{
    m_services.withStore([look](store::Store& store) { return checkout::takeBackLook(store, look); }, this,
                         [this](const Status& done) {
                             if (!done)
                                 Q_EMIT storeFailed(done.error());
                         });
    m_flow.lookTakenBack();
}

void Payment::openCamera(const face::CameraChoice& camera, std::optional<PersonId> claimed)
{
    m_cameraOpen = true;
    face::IdentifyPlan plan = m_services.identifyPlan();
    plan.claimed = claimed;
    m_services.vision().startIdentify(camera, plan);
}

void Payment::closeCamera()
{
    m_look = 0;
    if (!m_cameraOpen)
        return;
    m_cameraOpen = false;
    m_services.vision().stop();
}

void Payment::readCard()
{
    m_services.withStore(
        [person = m_flow.person()](store::Store& store) { return checkout::customerCard(store, person); }, this,
        [this, turn = m_flow.turn()](const Result<checkout::CustomerCard>& card) {
            if (turn != m_flow.turn())
                return;
            if (card)
                m_flow.cardRead(*card);
            else
                m_flow.cardFailed(card.error());
        });
}

} // namespace kobai::app
