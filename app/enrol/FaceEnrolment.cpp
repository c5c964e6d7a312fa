// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/FaceEnrolment.h"

#include "enrolment/FaceUse.h"

namespace kobai::app {

FaceEnrolment::FaceEnrolment(Services& services, EnrolFlow& flow, QObject* parent)
    : QObject(parent), m_services(services), m_flow(flow)
{
    connect(&m_flow, &EnrolFlow::changed, this, &FaceEnrolment::follow);

    face::Vision& vision = m_services.vision();
    connect(&vision, &face::Vision::frameShown, this, [this](const QImage& image) {
        if (m_cameraOpen)
            Q_EMIT cameraFrame(image);
    });
    connect(&vision, &face::Vision::observed, this, [this](const face::Observation& observation) {
        if (m_cameraOpen)
            Q_EMIT observed(observation);
    });
    connect(&vision, &face::Vision::captured, this, [this](int, const face::QualityBars& quality) {
        if (m_cameraOpen)
            m_flow.captured(quality);
    });
    connect(&vision, &face::Vision::enrolled, this, [this](const QVector<face::Capture>& captures) {
        if (!m_cameraOpen)
            return;
        m_flow.enrolled(captures);
        save(captures);
    });
    connect(&vision, &face::Vision::failed, this, [this](const Fault& fault) {
        if (m_cameraOpen)
            m_flow.cameraFailed(fault);
    });
}

FaceEnrolment::~FaceEnrolment()
{
    closeCamera();
}

void FaceEnrolment::saveAgain()
{
    const QVector<face::Capture> captures = m_flow.saveAgain();
    if (!captures.isEmpty())
        save(captures);
}

void FaceEnrolment::saveAsLookAlike()
{
    const QVector<face::Capture> captures = m_flow.twoPersons();
    if (!captures.isEmpty())
        save(captures);
}

void FaceEnrolment::follow()
{
    if (m_flow.camera() != EnrolFlow::Camera::Looking) {
        m_look = 0;
        closeCamera();
    } else if (m_look == 0) {
        askAndOpenCamera();
    }
}

void FaceEnrolment::askAndOpenCamera()
{
    m_look = ++m_looks;
    const face::CameraChoice camera = m_services.camera();
    m_services.withStore(
        [person = m_flow.person(), camera](store::Store& store) { return enrolment::mayEnrol(store, camera, person); },
        this,
        [this, camera, look = m_look](const Status& may) {
            if (look != m_look)
                return;
            if (!may)
                return m_flow.cameraFailed(may.error());
            m_cameraOpen = true;
            m_services.vision().startEnrol(camera, EnrolFlow::capturesWanted);
        });
}

void FaceEnrolment::closeCamera()
{
    if (!m_cameraOpen)
        return;
    m_cameraOpen = false;
    m_services.vision().stop();
}

void FaceEnrolment::save(const QVector<face::Capture>& captures)
{
    const PersonId person = m_flow.person();
    m_services.withStore([person, captures, others = m_flow.others(), by = m_services.operatorId()](
                             store::Store& store) { return enrolment::enrolFace(store, person, captures, by, others); },
                         this,
                         [this, person, turn = m_flow.turn()](const Status& saved) {
                             if (saved) {
                                 Q_EMIT m_services.personChanged(person);
                                 Q_EMIT stored(person);
                             }
                             if (turn != m_flow.turn())
                                 return;
                             if (saved)
                                 m_flow.saved();
                             else
                                 m_flow.saveFailed(saved.error());
                         });
}

} // namespace kobai::app
