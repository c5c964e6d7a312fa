// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Services.h"
#include "app/enrol/EnrolFlow.h"

#include <QObject>

namespace kobai::app {

/// Does what an EnrolFlow asks for: the camera is open while it is Looking, once the store has said that this face may be taken, and at
/// no other time; captures are stored while it is Saving. GUI thread; answers for another person or an earlier step are dropped.
class FaceEnrolment final : public QObject {
    Q_OBJECT

public:
    FaceEnrolment(Services& services, EnrolFlow& flow, QObject* parent = nullptr);
    ~FaceEnrolment() override;
    Q_DISABLE_COPY_MOVE(FaceEnrolment)

    void saveAgain();
    /// The face is near another's and the office has said that they are two persons.
    void saveAsLookAlike();

Q_SIGNALS:
    void cameraFrame(const QImage& image);
    void observed(const kobai::face::Observation& observation);
    void stored(const kobai::PersonId& person);

private:
    void follow();
    void askAndOpenCamera();
    void closeCamera();
    void save(const QVector<face::Capture>& captures);

    Services& m_services;
    EnrolFlow& m_flow;
    bool m_cameraOpen = false;
    quint64 m_looks = 0;
    quint64 m_look = 0; ///< the one that is on, 0 for none: a late answer is about an earlier one
};

} // namespace kobai::app
