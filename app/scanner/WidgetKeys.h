// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scanner/HeldKeys.h"
#include "app/scanner/KeyMap.h"

#include <QEvent>
#include <QObject>
#include <QPointer>
#include <QWidget>

#include <memory>
#include <set>
#include <tuple>
#include <vector>

class QKeyEvent;

namespace kobai::app {

class Scanner;

/// Keys as Qt hands them to the widgets: after the input method, where there is one. GUI thread.
class WidgetKeys final : public QObject, public HeldKeys {
    Q_OBJECT

public:
    explicit WidgetKeys(Scanner& scanner);
    ~WidgetKeys() override;

    void goOn() override;
    void drop() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Held {
        std::unique_ptr<QKeyEvent> key;
        QPointer<QWidget> target; ///< a click may have moved the focus since
    };

    [[nodiscard]] bool takePress(QWidget& target, const QKeyEvent& key);
    [[nodiscard]] bool takeRelease(QWidget& target, const QKeyEvent& key);

    Scanner& m_scanner;
    KeyMap m_us = KeyMap::us();
    std::vector<Held> m_held; ///< downs and ups
    std::set<int> m_gone;     ///< down without anybody knowing: their ups are nobody's either
    /// An event that goes up from widget to widget is one key: where it lies, when it was, down or up, which.
    std::tuple<const QEvent*, quint64, QEvent::Type, int> m_passed{};
    int m_altHolds = 0;
    bool m_goingOn = false;
};

} // namespace kobai::app
