// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scanner/ScanGate.h"

#include <QPointer>
#include <QString>

class QLineEdit;
class QWidget;

namespace kobai::app {

/// A field in which digits and Enter mean something that no scanner may say: a quantity, a PIN, a date. Amounts and spin boxes are known
/// by their class.
void markFigures(QWidget& field);

/// A field that a code may be scanned into, as into every search field: a number of a card.
void markForCodes(QLineEdit& field);
/// nullptr when @p widget is none.
[[nodiscard]] QLineEdit* fieldForCodes(QWidget* widget);

/// What @p widget makes of keys; nullptr: nothing has the focus.
[[nodiscard]] ScanGate::Focus scanFocus(const QWidget* widget);

/// What stood in a field before keys came that may turn out to be a scan.
class FieldMemory final {
public:
    void remember(QWidget* field);
    void takeBack(); ///< puts it back, once
    void forget();

private:
    QPointer<QWidget> m_field;
    QString m_text;
};

} // namespace kobai::app
