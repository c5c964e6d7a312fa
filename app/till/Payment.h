// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Services.h"
#include "app/till/TillFlow.h"

#include <QObject>

#include <optional>
#include <vector>

namespace kobai::app {

/// Does what a TillFlow asks for: opens and closes the camera, asks the store, and tells the flow what came of it. The camera is open in
/// the step Looking and in no other. GUI thread; answers that come too late are dropped.
class Payment final : public QObject {
    Q_OBJECT

public:
    Payment(Services& services, TillFlow& flow, QObject* parent = nullptr);
    ~Payment() override;
    Q_DISABLE_COPY_MOVE(Payment)

    void open(ledger::PaymentMethod method, Money total);
    void enterNumber(const QString& number); ///< the person's own number, whole
    void enterPin(const QString& pin);
    void search(const QString& text); ///< found() follows
    void confirm(const checkout::Basket& basket);

    /// Most persons that a look-up lists.
    static constexpr int mostFound = 30;

Q_SIGNALS:
    void cameraFrame(const QImage& image);
    void observed(const kobai::face::Observation& observation);
    void found(const QString& text, const std::vector<kobai::people::Person>& persons);
    /// What does not end the payment: a look-up that could not be read, a refused face that could not be put on record.
    void storeFailed(const kobai::Fault& fault);

private:
    void follow();
    /// Asks the store whether this face may be looked at, and opens the camera when it says so.
    void lookAtFace();
    void takeBackLook(std::int64_t look);
    void openCamera(const face::CameraChoice& camera, std::optional<PersonId> claimed);
    void closeCamera();
    void readCard();

    Services& m_services;
    TillFlow& m_flow;
    quint64 m_looks = 0;
    quint64 m_look = 0;          ///< the one that is on, 0 for none: a late answer is about an earlier one
    std::int64_t m_recorded = 0; ///< the same look's number in the store
    bool m_cameraOpen = false;
    quint64 m_searches = 0;
};

} // namespace kobai::app
