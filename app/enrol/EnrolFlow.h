// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "enrolment/Enrolment.h"
#include "face/Vision.h"

#include <QObject>
#include <QVector>

#include <optional>
#include <vector>

namespace kobai::app {

/// One student's way to an enrolled face: Person, Consent, Face, Done. Lets nobody on to the camera without consent, keeps the captures until
/// they are stored, and forgets them at once after. No widgets, no camera, no store: FaceEnrolment feeds it. GUI thread.
class EnrolFlow final : public QObject {
    Q_OBJECT

public:
    enum class Step { Person, Consent, Face, Done };
    enum class Camera {
        Off,
        Looking, ///< captures are being taken
        Saving,  ///< taken, being stored
    };

    using QObject::QObject;

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] Camera camera() const { return m_camera; }
    /// Nobody: a new person is being typed, or none is chosen.
    [[nodiscard]] const std::optional<enrolment::PersonFile>& file() const { return m_file; }
    [[nodiscard]] PersonId person() const { return m_file ? m_file->person.id : PersonId(); }
    [[nodiscard]] const std::vector<face::QualityBars>& qualities() const { return m_qualities; }
    [[nodiscard]] const std::optional<Fault>& fault() const
    {
        return m_fault;
    } ///< why the last look at the face led to nothing
    [[nodiscard]] bool canSaveAgain() const { return m_camera == Camera::Off && !m_captures.isEmpty(); }
    /// Grows with every person and every step: late results compare it.
    [[nodiscard]] quint64 turn() const { return m_turn; }

    /// Another person, at the first step.
    void open(const enrolment::PersonFile& file);
    /// The same person, read anew. Consent that has gone stops a running camera. Ignored for anybody else.
    void update(const enrolment::PersonFile& file);
    void close();

    [[nodiscard]] bool canGo(Step step) const;
    /// False, and nothing happens, when canGo() is false.
    bool go(Step step);
    /// One step back; a running camera first. False at the beginning and while captures are being stored.
    bool back();

    /// False without consent.
    bool startLooking();
    void stopLooking();
    void captured(const face::QualityBars& quality);
    void enrolled(const QVector<face::Capture>& captures);
    void cameraFailed(const Fault& fault);
    /// The captures to store, once; empty when there are none or they are being stored.
    [[nodiscard]] QVector<face::Capture> saveAgain();
    [[nodiscard]] const QVector<face::Capture>& captures() const { return m_captures; }
    void saved();
    void saveFailed(const Fault& fault);

Q_SIGNALS:
    void changed();

private:
    void enter(Step step);
    void forgetCaptures();

    Step m_step = Step::Person;
    Camera m_camera = Camera::Off;
    quint64 m_turn = 0;
    std::optional<enrolment::PersonFile> m_file;
    std::vector<face::QualityBars> m_qualities;
    QVector<face::Capture> m_captures;
    std::optional<Fault> m_fault;
};

} // namespace kobai::app
