// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Stage.h"

#include "app/cli/Output.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCursor>
#include <QElapsedTimer>
#include <QImage>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QThread>

namespace kobai::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int turnMs = 10;
constexpr int settleMs = 350; // longer than any motion and any pause in typing

void send(QWidget* to, int key, const QString& text)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
    QApplication::sendEvent(to, &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QApplication::sendEvent(to, &up);
}

} // namespace

Stage::Stage(QWidget& window, const QString& folder) : m_window(window), m_folder(folder)
{
    // Nothing is to look as if the mouse were over it.
    QCursor::setPos(m_window.screen()->geometry().bottomRight());
}

QWidget* Stage::find(const QString& name) const
{
    const QList<QWidget*> all = m_window.findChildren<QWidget*>(name);
    for (QWidget* widget : all) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

QWidget* Stage::findFirst(const QString& prefix) const
{
    const QList<QWidget*> all = m_window.findChildren<QWidget*>();
    for (QWidget* widget : all) {
        if (widget->isVisible() && widget->objectName().startsWith(prefix))
            return widget;
    }
    return nullptr;
}

void Stage::focus(const QString& name)
{
    if (QWidget* widget = find(name))
        widget->setFocus();
    else
        complain(u"no \"%1\" to go to"_s.arg(name));
}

QString Stage::textOf(const QString& name) const
{
    QWidget* widget = find(name);
    if (const auto* label = qobject_cast<QLabel*>(widget))
        return label->text();
    if (const auto* field = qobject_cast<QLineEdit*>(widget))
        return field->text();
    const auto* button = qobject_cast<QAbstractButton*>(widget);
    return button != nullptr ? button->text() : QString();
}

void Stage::click(const QString& name)
{
    auto* button = qobject_cast<QAbstractButton*>(find(name));
    if (button == nullptr || !button->isEnabled()) {
        complain(u"no button \"%1\" to click"_s.arg(name));
        return;
    }
    button->click();
    rest(turnMs);
}

void Stage::type(const QString& name, const QString& text)
{
    auto* field = qobject_cast<QLineEdit*>(find(name));
    if (field == nullptr || !field->isEnabled()) {
        complain(u"no field \"%1\" to type into"_s.arg(name));
        return;
    }
    field->setFocus();
    field->clear();
    for (const QChar letter : text)
        send(field, 0, letter);
    rest(turnMs);
}

void Stage::press(int key)
{
    QWidget* focus = QApplication::focusWidget();
    const bool isDigit = key >= Qt::Key_0 && key <= Qt::Key_9;
    send(focus != nullptr ? focus : &m_window, key, isDigit ? QString(QChar(key)) : QString());
    rest(turnMs);
}

void Stage::await(const QString& what, const std::function<bool()>& done, int patienceMs)
{
    QElapsedTimer timer;
    timer.start();
    while (!done()) {
        if (timer.elapsed() > patienceMs) {
            complain(u"waited in vain for %1"_s.arg(what));
            return;
        }
        rest(turnMs);
    }
}

void Stage::awaitWidget(const QString& name, int patienceMs)
{
    await(
        u"\"%1\""_s.arg(name), [this, name] { return find(name) != nullptr; }, patienceMs);
}

void Stage::rest(int ms)
{
    QElapsedTimer timer;
    timer.start();
    do {
        QCoreApplication::processEvents(QEventLoop::AllEvents, turnMs);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QThread::msleep(1);
    } while (timer.elapsed() < ms);
}

void Stage::shoot(const QString& name)
{
    rest(settleMs);
    shootAtOnce(name);
}

void Stage::shootAtOnce(const QString& name)
{
    const QString file = u"%1-%2.png"_s.arg(m_pictures.size() + 1, 2, 10, QLatin1Char('0')).arg(name);
    if (!m_window.grab().save(m_folder.filePath(file))) {
        complain(u"%1 could not be written"_s.arg(m_folder.filePath(file)));
        return;
    }
    m_pictures.append(file);
    say(file);
}

void Stage::complain(const QString& what)
{
    const QString after = m_pictures.isEmpty() ? u"the start"_s : m_pictures.last();
    m_complaints.append(u"after %1: %2"_s.arg(after, what));
    say(m_complaints.last());
}

} // namespace kobai::cli
