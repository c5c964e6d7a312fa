// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/till/ScanReader.h"
#include "widgets/PatientTimer.h"

#include <QObject>
#include <QPointer>

class QKeyEvent;
class QWidget;

namespace kobai::app {

/// Takes a barcode scanner's keys out of the stream of keys to one page, whatever has the focus there, so that no digit lands in a text
/// field and its Enter presses no button. Digits are held for a moment; those that were typed by hand are passed on in order. What is a
/// scan is told by the keys' own times, whenever this thread comes to read them. GUI thread.
class ScannerFilter final : public QObject {
    Q_OBJECT

public:
    explicit ScannerFilter(QWidget& page);

    /// Between start() and stop() the page is in front.
    void start();
    void stop();

    /// Marks a field in which a hand, or a fast test, types digits and Enter: a PIN, a number, a quantity.
    static void expectDigits(QWidget& field);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void scanned(const QString& digits);

private:
    [[nodiscard]] bool takeKey(QWidget& target, const QKeyEvent& key);
    [[nodiscard]] bool wouldTake(const QKeyEvent& key) const;
    void passOn(const QString& digits);

    QWidget& m_page;
    ScanReader m_reader;
    QPointer<QWidget> m_target;    ///< where the held digits were going
    widgets::PatientTimer m_pause; ///< since the last held digit was read
    bool m_passingOn = false;
};

} // namespace kobai::app
