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

    /// Pictures that a look takes: straight, to both sides, up and down (product row 17: 3 to 5). Three poses are what recognition needs
    /// least; the coach asks for less of each the longer it takes, so that five are done in 20 s as well.
    static constexpr int capturesWanted = 5;

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
    [[nodiscard]] bool canSaveAgain() const { return m_camera == Camera::Off && !m_captures.isEmpty() && !m_lookAlike; }
    /// The enrolled person to whom the face that was just taken belongs or is very near. The captures wait, in memory only, for the
    /// office to say which of the two it is: samePerson() or twoPersons().
    [[nodiscard]] const std::optional<PersonId>& lookAlike() const { return m_lookAlike; }
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
    /// One step back; a running camera or the question about a look-alike first. False at the beginning and while captures are being stored.
    bool back();

    /// False without consent.
    bool startLooking();
    void stopLooking();
    void captured(const face::QualityBars& quality);
    void enrolled(const QVector<face::Capture>& captures);
    void cameraFailed(const Fault& fault);
    /// The captures to store, once; empty when there are none or they are being stored.
    [[nodiscard]] QVector<face::Capture> saveAgain();
    /// It was the same person: nothing is stored, the captures are forgotten. Also when nobody stays to answer.
    void samePerson();
    /// Two who look alike: the captures to store together with others(), once; empty when nobody asked. There may be a further one who
    /// looks like this face; then lookAlike() asks again.
    [[nodiscard]] QVector<face::Capture> twoPersons();
    /// Of whom the office has said that this face is not theirs.
    [[nodiscard]] const std::vector<PersonId>& others() const { return m_others; }
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
    std::optional<PersonId> m_lookAlike;
    std::vector<PersonId> m_others;
};

} // namespace kobai::app
