// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/ScanFocus.h"

#include "widgets/Fields.h"
#include "widgets/SearchField.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QGuiApplication>
#include <QInputMethod>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto figuresProperty = "kobaiFigures";
constexpr auto codesProperty = "kobaiCodes";

bool isForFigures(const QWidget* widget)
{
    for (; widget != nullptr; widget = widget->parentWidget()) {
        if (widget->property(figuresProperty).toBool() || qobject_cast<const widgets::MoneyEdit*>(widget) != nullptr
            || qobject_cast<const widgets::PinPad*>(widget) != nullptr
            || qobject_cast<const QAbstractSpinBox*>(widget) != nullptr)
            return true;
    }
    return false;
}

/// Itself, or that of a spin box; nullptr: no text stands there.
QLineEdit* editorOf(QWidget* field)
{
    if (auto* line = qobject_cast<QLineEdit*>(field))
        return line;
    return qobject_cast<QAbstractSpinBox*>(field) != nullptr ? field->findChild<QLineEdit*>() : nullptr;
}

} // namespace

void markFigures(QWidget& field)
{
    field.setProperty(figuresProperty, true);
}

void markForCodes(QLineEdit& field)
{
    field.setProperty(codesProperty, true);
}

QLineEdit* fieldForCodes(QWidget* widget)
{
    if (auto* search = qobject_cast<widgets::SearchField*>(widget))
        return search;
    auto* line = qobject_cast<QLineEdit*>(widget);
    return line != nullptr && line->property(codesProperty).toBool() ? line : nullptr;
}

ScanGate::Focus scanFocus(const QWidget* widget)
{
    using enum ScanGate::Focus;
    if (isForFigures(widget))
        return Figures;
    if (const auto* line = qobject_cast<const QLineEdit*>(widget)) {
        if (line->echoMode() != QLineEdit::Normal)
            return Passphrase;
        return line->isReadOnly() ? Buttons : Words;
    }
    if (const auto* text = qobject_cast<const QTextEdit*>(widget))
        return text->isReadOnly() ? Buttons : Words;
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(widget))
        return text->isReadOnly() ? Buttons : Words;
    const bool isList =
        qobject_cast<const QAbstractItemView*>(widget) != nullptr || qobject_cast<const QComboBox*>(widget) != nullptr;
    return isList ? Lists : Buttons;
}

void FieldMemory::remember(QWidget* field)
{
    m_field = field;
    const auto* line = editorOf(field);
    m_text = line != nullptr ? line->text() : QString();
}

void FieldMemory::takeBack()
{
    QGuiApplication::inputMethod()->reset();
    if (auto* line = editorOf(m_field))
        line->setText(m_text);
    else if (auto* pin = qobject_cast<widgets::PinPad*>(m_field))
        pin->clear();
    forget();
}

void FieldMemory::forget()
{
    m_field.clear();
    m_text.clear();
}

} // namespace kobai::app
