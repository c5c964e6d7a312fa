// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/PlayedKeys.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QWidget>

namespace kobai::test {

/// Somebody at the window, with keys and mouse only: finds what is visible by its object name, clicks in its middle, types key by key.
/// Every method says whether it could do what it was told.
class Person final {
public:
    Person(QWidget& window, PlayedKeys& keys) : m_window(window), m_keys(keys) {}

    template <typename T = QWidget>
    [[nodiscard]] T* see(const QString& name) const
    {
        const QList<T*> all = m_window.findChildren<T*>(name);
        for (T* widget : all) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    template <typename T = QWidget>
    [[nodiscard]] bool waitFor(const QString& name, int patienceMs = 15'000) const
    {
        return QTest::qWaitFor([this, name] { return see<T>(name) != nullptr && see<T>(name)->isEnabled(); },
                               patienceMs);
    }
    [[nodiscard]] bool click(const QString& name) const
    {
        if (!waitFor<QAbstractButton>(name))
            return false;
        QTest::mouseClick(see<QAbstractButton>(name), Qt::LeftButton);
        return true;
    }
    /// Into a field, replacing what it holds.
    [[nodiscard]] bool type(const QString& name, const QString& text) const
    {
        if (!waitFor<QLineEdit>(name))
            return false;
        auto* field = see<QLineEdit>(name);
        field->setFocus();
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        for (const QChar letter : text)
            QTest::sendKeyEvent(QTest::Click, field, Qt::Key_unknown, QString(letter), Qt::NoModifier);
        return true;
    }
    /// Goes to the entry whose text contains @p words with Down and Up, as somebody looking at the list would: it may change on the way.
    [[nodiscard]] bool choose(const QString& name, const QString& words) const
    {
        if (!waitFor<QComboBox>(name))
            return false;
        auto* box = see<QComboBox>(name);
        box->setFocus();
        for (int steps = 0; steps < 50 && !box->currentText().contains(words); ++steps) {
            const int wanted = box->findText(words, Qt::MatchContains);
            if (wanted < 0)
                return false;
            QTest::keyClick(box, wanted > box->currentIndex() ? Qt::Key_Down : Qt::Key_Up);
        }
        return box->currentText().contains(words);
    }
    [[nodiscard]] QString read(const QString& name) const
    {
        if (const auto* label = see<QLabel>(name))
            return label->text();
        const auto* field = see<QLineEdit>(name);
        return field != nullptr ? field->text() : QString();
    }
    [[nodiscard]] bool waitToRead(const QString& name, const QString& words, int patienceMs = 15'000) const
    {
        return QTest::qWaitFor([&] { return read(name).contains(words); }, patienceMs);
    }
    /// A handheld scanner: thirteen digits in a burst and Enter, to whatever has the focus.
    void scan(const QString& barcode) const { m_keys.scan(*focus(), barcode); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(focus(), key, modifiers);
    }

private:
    [[nodiscard]] QWidget* focus() const
    {
        QWidget* focused = QApplication::focusWidget();
        return focused != nullptr ? focused : &m_window;
    }

    QWidget& m_window;
    PlayedKeys& m_keys; ///< outlives this: its times go on
};

} // namespace kobai::test
