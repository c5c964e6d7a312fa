// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Page.h"
#include "app/Services.h"
#include "enrolment/Enrolment.h"
#include "support/School.h"

#include <QSemaphore>
#include <QTest>

#include <optional>

namespace kobai::test {

/// A workplace at work: a new store behind real Services, on its own thread, with networks that are being loaded for as long
/// as the test likes and a camera that shows nothing, so that the test itself says what the camera saw. The tests that use it link kobai_testwindow.
class Desk final {
public:
    Desk();
    ~Desk();
    Q_DISABLE_COPY_MOVE(Desk)

    /// use(store) on the store's thread, awaited; a fault ends the test program.
    template <typename Use>
    auto with(Use use)
    {
        using R = std::invoke_result_t<Use&, store::Store&>;
        std::optional<R> result;
        QObject receiver;
        services.withStore(std::move(use), &receiver, [&result](R arrived) { result.emplace(std::move(arrived)); });
        if (!QTest::qWaitFor([&result] { return result.has_value(); }, 20'000))
            qFatal("the store did not answer");
        return must(std::move(*result));
    }

    people::Person addStudent(const QString& name, const QString& number);
    /// Notice, a guardian's consent, the student's yes.
    void consentFully(PersonId student);
    void enrol(PersonId student, unsigned face);
    void damageFace(PersonId student); ///< its templates do not open any more
    void refreshGallery();             ///< awaited
    /// The loading of the networks ends: without models, which is said to whoever waits for it.
    void endLoading();
    catalogue::Product addProduct(const QString& name, std::int64_t price, const QStringList& barcodes, int tax = 80);
    void topUp(PersonId person, std::int64_t amount);
    [[nodiscard]] Money balance(PersonId person);
    void set(const char16_t* key, const QString& value); ///< a setting of the store, past every page
    [[nodiscard]] enrolment::PersonFile file(PersonId person);
    [[nodiscard]] int audited(audit::Action action);

    /// @p page in a window of its own, in front.
    static void present(app::Page& page, QSize size = {1184, 748});

private:
    QTemporaryDir m_directory; ///< first: it is removed after the store is closed

public:
    MockClock clock;
    SeededRandom random;

private:
    // Before services, whose vision waits for them.
    QSemaphore m_loading;
    QSemaphore m_frames;

public:
    app::Services services;

private:
    void record(PersonId person, consent::EventKind kind, GuardianId guardian);
};

} // namespace kobai::test
