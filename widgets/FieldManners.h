// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace kobai::widgets {

/// Scrolls what @p part lies in until all of it is seen, or its upper end where there is not room for all. GUI thread.
void bringIntoSight(const QWidget& part);
/// The same for what is only just shown and has no place yet: kept in sight until its page has taken its size and somebody does something.
void bringOpenedIntoSight(QWidget& part);

/// How every field of the application behaves beyond what Qt gives it, installed by theme::apply() as its event filter: the wheel changes only the
/// field that has the focus and over any other one scrolls the page; what the keyboard comes to is brought into sight; Esc closes a list
/// that has dropped down and does nothing else. GUI thread.
class FieldManners final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace kobai::widgets
