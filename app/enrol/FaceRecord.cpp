// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/FaceRecord.h"

#include "enrolment/FaceUse.h"

#include "checkout/Checkout.h"
#include "enrolment/Enrolment.h"
#include "enrolment/LookAlikes.h"
#include "enrolment/Recognition.h"

#include <utility>

namespace kobai::app {

namespace {

Result<FaceFacts> readFacts(store::Store& store, PersonId person)
{
    FaceFacts facts;
    KOBAI_ASSIGN(const std::vector<enrolment::LookAlikePair> pairs, enrolment::lookAlikes(store));
    for (const enrolment::LookAlikePair& pair : pairs) {
        if (pair.a != person && pair.b != person)
            continue;
        const PersonId other = pair.a == person ? pair.b : pair.a;
        KOBAI_ASSIGN(people::Person found, store.read([other](store::Tx& tx) { return tx.people().find(other); }));
        facts.lookAlikes.push_back(std::move(found));
    }
    KOBAI_ASSIGN(facts.photo, enrolment::photoState(store, person));
    KOBAI_ASSIGN(facts.picture, enrolment::referencePhoto(store, person));
    KOBAI_ASSIGN(const QVector<PersonId> spared, enrolment::withoutChallenge(store));
    facts.withoutChallenge = spared.contains(person);
    return facts;
}

} // namespace

FaceRecord::FaceRecord(Services& services, QObject* parent) : QObject(parent), m_services(services)
{
    face::Vision& vision = m_services.vision();
    connect(&vision, &face::Vision::frameShown, this, [this](const QImage& image) {
        if (m_cameraOpen)
            Q_EMIT cameraFrame(image);
    });
    connect(&vision, &face::Vision::failed, this, [this](const Fault& fault) {
        if (!m_cameraOpen)
            return;
        closeCamera();
        Q_EMIT failed(fault);
    });
    connect(&m_services, &Services::personChanged, this, [this] {
        if (!m_person.isNull())
            reload(); // whoever it was: they may be the other of a pair
    });
}

FaceRecord::~FaceRecord()
{
    closeCamera();
}

void FaceRecord::open(PersonId person)
{
    close();
    m_person = person;
    reload();
}

void FaceRecord::close()
{
    closeCamera();
    m_person = PersonId();
    m_facts.reset();
    ++m_reads;
    ++m_searches;
}

void FaceRecord::reload()
{
    const quint64 asked = ++m_reads;
    m_services.withStore([person = m_person](store::Store& store) { return readFacts(store, person); }, this,
                         [this, asked](Result<FaceFacts> facts) {
                             if (asked != m_reads)
                                 return;
                             if (!facts) {
                                 Q_EMIT failed(facts.error());
                                 return;
                             }
                             m_facts = std::move(*facts);
                             if (!m_facts->photo.consented)
                                 closeCamera();
                             Q_EMIT changed();
                         });
}

template <typename Use>
void FaceRecord::change(Use use)
{
    if (m_person.isNull())
        return;
    const PersonId person = m_person;
    m_services.withStore([use = std::move(use), person, by = m_services.operatorId()](
                             store::Store& store) -> Status { return use(store, person, by); },
                         this,
                         [this, person](const Status& done) {
                             if (!done && person == m_person)
                                 Q_EMIT failed(done.error());
                             // Also after a fault: what is shown must be what is stored.
                             Q_EMIT m_services.personChanged(person);
                         });
}

void FaceRecord::removeFace()
{
    change(
        [](store::Store& store, PersonId person, OperatorId by) { return enrolment::removeFace(store, person, by); });
}

void FaceRecord::spareChallenge(bool spared)
{
    change([spared](store::Store& store, PersonId person, OperatorId by) {
        return enrolment::exemptFromChallenge(store, person, spared, by);
    });
}

void FaceRecord::registerLookAlike(PersonId other)
{
    change([other](store::Store& store, PersonId person, OperatorId by) {
        return enrolment::registerLookAlikes(store, person, other, by);
    });
}

void FaceRecord::forgetLookAlike(PersonId other)
{
    change([other](store::Store& store, PersonId person, OperatorId by) {
        return enrolment::forgetLookAlikes(store, person, other, by);
    });
}

void FaceRecord::search(const QString& text)
{
    const quint64 asked = ++m_searches;
    if (text.trimmed().isEmpty()) {
        Q_EMIT found(text, {});
        return;
    }
    // One more than is shown: the person itself may be among them.
    m_services.withStore([text](store::Store& store) { return checkout::lookUp(store, text, mostFound + 1); }, this,
                         [this, asked, text](const Result<std::vector<people::Person>>& persons) {
                             if (asked != m_searches)
                                 return;
                             if (!persons) {
                                 Q_EMIT failed(persons.error());
                                 return;
                             }
                             std::vector<people::Person> others = *persons;
                             std::erase_if(others, [this](const people::Person& each) { return each.id == m_person; });
                             if (others.size() > std::size_t(mostFound))
                                 others.resize(std::size_t(mostFound));
                             Q_EMIT found(text, others);
                         });
}

void FaceRecord::answerPhoto(bool yes)
{
    if (!yes)
        closeCamera();
    change([yes](store::Store& store, PersonId person, OperatorId by) {
        return enrolment::recordPhotoConsent(store, person, yes, by);
    });
}

void FaceRecord::keepPhoto(const QImage& photo)
{
    closeCamera();
    change([photo](store::Store& store, PersonId person, OperatorId by) {
        return enrolment::keepPhoto(store, person, photo, by);
    });
}

void FaceRecord::openCamera()
{
    if (m_cameraOpen || !m_facts || !m_facts->photo.consented)
        return;
    const quint64 asked = ++m_asks;
    const face::CameraChoice camera = m_services.camera();
    m_services.withStore(
        [person = m_person, camera](store::Store& store) { return enrolment::mayPhotograph(store, camera, person); },
        this,
        [this, asked, camera](const Status& may) {
            if (asked != m_asks || m_cameraOpen)
                return;
            if (!may) {
                Q_EMIT failed(may.error());
                return;
            }
            m_cameraOpen = true;
            m_services.vision().startPreview(camera);
            Q_EMIT changed();
        });
}

void FaceRecord::closeCamera()
{
    ++m_asks; // an answer that is under way opens nothing
    if (!m_cameraOpen)
        return;
    m_cameraOpen = false;
    m_services.vision().stop();
    Q_EMIT changed();
}

} // namespace kobai::app
