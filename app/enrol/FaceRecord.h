// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Services.h"
#include "enrolment/ReferencePhoto.h"
#include "people/Person.h"

#include <QImage>
#include <QObject>

#include <optional>
#include <vector>

namespace kobai::app {

/// What belongs to one person's face besides the templates: who looks like them, the reference photo with its own consent, and whether
/// they are spared the challenge.
struct FaceFacts {
    std::vector<people::Person> lookAlikes; ///< the newest first
    enrolment::PhotoState photo;
    std::optional<QImage> picture; ///< none without consent
    bool withoutChallenge = false;
};

/// Reads and changes the FaceFacts of one person, and opens the camera for a reference photo. GUI thread; answers for another person are
/// dropped.
class FaceRecord final : public QObject {
    Q_OBJECT

public:
    explicit FaceRecord(Services& services, QObject* parent = nullptr);
    ~FaceRecord() override;
    Q_DISABLE_COPY_MOVE(FaceRecord)

    void open(PersonId person);
    void close(); ///< the camera, too
    [[nodiscard]] PersonId person() const { return m_person; }
    /// nullopt until they are read.
    [[nodiscard]] const std::optional<FaceFacts>& facts() const { return m_facts; }
    void reload();

    void removeFace();
    void spareChallenge(bool spared);
    void registerLookAlike(PersonId other);
    void forgetLookAlike(PersonId other);
    void search(const QString& text); ///< found() follows
    void answerPhoto(bool yes);
    void keepPhoto(const QImage& photo);

    /// Only after a yes to the photo, and where the store says that this face may be taken; frames follow, nothing is detected.
    void openCamera();
    void closeCamera();
    [[nodiscard]] bool isCameraOpen() const { return m_cameraOpen; }

    /// Most persons that a search for a look-alike lists.
    static constexpr int mostFound = 6;

Q_SIGNALS:
    void changed();
    void failed(const kobai::Fault& fault);
    void cameraFrame(const QImage& image);
    void found(const QString& text, const std::vector<kobai::people::Person>& persons);

private:
    template <typename Use>
    void change(Use use);

    Services& m_services;
    PersonId m_person;
    std::optional<FaceFacts> m_facts;
    quint64 m_reads = 0;
    quint64 m_searches = 0;
    quint64 m_asks = 0; ///< whether the camera may open
    bool m_cameraOpen = false;
};

} // namespace kobai::app
