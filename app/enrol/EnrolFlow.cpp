// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/EnrolFlow.h"

namespace kobai::app {

void EnrolFlow::open(const enrolment::PersonFile& file)
{
    forgetCaptures();
    m_fault.reset();
    m_camera = Camera::Off;
    m_file = file;
    enter(Step::Person);
}

void EnrolFlow::update(const enrolment::PersonFile& file)
{
    if (!m_file || m_file->person.id != file.person.id)
        return;
    m_file = file;
    const bool atFace = m_step == Step::Face || m_step == Step::Done;
    if (atFace && !file.consent.allowed() && m_camera != Camera::Saving) {
        m_camera = Camera::Off;
        forgetCaptures();
        enter(Step::Consent);
        return;
    }
    Q_EMIT changed();
}

void EnrolFlow::close()
{
    forgetCaptures();
    m_fault.reset();
    m_camera = Camera::Off;
    m_file.reset();
    enter(Step::Person);
}

bool EnrolFlow::canGo(Step step) const
{
    if (m_camera == Camera::Saving)
        return false;
    switch (step) {
    case Step::Person:
        return true;
    case Step::Consent:
        return m_file.has_value();
    case Step::Face:
        return m_file && m_file->consent.allowed();
    case Step::Done:
        return m_file && m_file->captures > 0;
    }
    Q_UNREACHABLE();
}

bool EnrolFlow::go(Step step)
{
    if (!canGo(step))
        return false;
    if (step == m_step)
        return true;
    m_camera = Camera::Off;
    m_fault.reset();
    forgetCaptures();
    enter(step);
    return true;
}

bool EnrolFlow::back()
{
    if (m_camera == Camera::Saving)
        return false;
    if (m_lookAlike) {
        samePerson();
        return true;
    }
    if (m_camera == Camera::Looking) {
        stopLooking();
        return true;
    }
    switch (m_step) {
    case Step::Person:
        return false;
    case Step::Consent:
        return go(Step::Person);
    case Step::Face:
        return go(Step::Consent);
    case Step::Done:
        return go(Step::Person);
    }
    Q_UNREACHABLE();
}

bool EnrolFlow::startLooking()
{
    if (m_step != Step::Face || m_camera != Camera::Off || !m_file || !m_file->consent.allowed())
        return false;
    forgetCaptures();
    m_fault.reset();
    m_camera = Camera::Looking;
    Q_EMIT changed();
    return true;
}

void EnrolFlow::stopLooking()
{
    if (m_camera != Camera::Looking)
        return;
    m_camera = Camera::Off;
    forgetCaptures();
    Q_EMIT changed();
}

void EnrolFlow::captured(const face::QualityBars& quality)
{
    if (m_camera != Camera::Looking)
        return;
    m_qualities.push_back(quality);
    Q_EMIT changed();
}

void EnrolFlow::enrolled(const QVector<face::Capture>& captures)
{
    if (m_camera != Camera::Looking)
        return;
    m_captures = captures;
    m_camera = Camera::Saving;
    ++m_turn;
    Q_EMIT changed();
}

void EnrolFlow::cameraFailed(const Fault& fault)
{
    if (m_camera != Camera::Looking)
        return;
    forgetCaptures();
    m_camera = Camera::Off;
    m_fault = fault;
    Q_EMIT changed();
}

QVector<face::Capture> EnrolFlow::saveAgain()
{
    if (!canSaveAgain())
        return {};
    m_fault.reset();
    m_camera = Camera::Saving;
    ++m_turn;
    Q_EMIT changed();
    return m_captures;
}

void EnrolFlow::samePerson()
{
    if (!m_lookAlike)
        return;
    forgetCaptures();
    m_fault.reset();
    Q_EMIT changed();
}

QVector<face::Capture> EnrolFlow::twoPersons()
{
    if (!m_lookAlike || m_camera != Camera::Off)
        return {};
    m_others.push_back(*m_lookAlike);
    m_lookAlike.reset();
    m_fault.reset();
    m_camera = Camera::Saving;
    ++m_turn;
    Q_EMIT changed();
    return m_captures;
}

void EnrolFlow::saved()
{
    if (m_camera != Camera::Saving)
        return;
    m_captures.clear(); // the qualities stay for the last page; the embeddings must not
    m_camera = Camera::Off;
    m_fault.reset();
    enter(Step::Done);
}

void EnrolFlow::saveFailed(const Fault& fault)
{
    if (m_camera != Camera::Saving)
        return;
    m_camera = Camera::Off;
    m_fault = fault;
    // Only a store that could not write may take the same captures again; all else needs new ones.
    const bool storeTrouble = fault.code == FaultCode::StoreFull || fault.code == FaultCode::StoreIo
                              || fault.code == FaultCode::StoreReadOnly;
    if (fault.code == FaultCode::FaceAlreadyEnrolled)
        m_lookAlike = PersonId::fromBytes(QByteArray::fromHex(fault.detail.toLatin1()));
    if (!storeTrouble && !m_lookAlike)
        forgetCaptures();
    Q_EMIT changed();
}

void EnrolFlow::enter(Step step)
{
    m_step = step;
    ++m_turn;
    Q_EMIT changed();
}

void EnrolFlow::forgetCaptures()
{
    m_captures.clear();
    m_qualities.clear();
    m_lookAlike.reset();
    m_others.clear();
}

} // namespace kobai::app
