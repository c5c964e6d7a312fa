// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/WidgetKeys.h"

#include "app/scanner/Scanner.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

#include <algorithm>
#include <array>
#include <utility>

// Exported by Qt for its own tests (qtestkey.h), and the only way to offer a key to the shortcuts first.
QT_BEGIN_NAMESPACE
Q_GUI_EXPORT bool qt_sendShortcutOverrideEvent(QObject* target, ulong timestamp, int key,
                                               Qt::KeyboardModifiers modifiers, const QString& text, bool repeats,
                                               ushort count);
QT_END_NAMESPACE

namespace kobai::app {

namespace {

constexpr QChar groupSeparator(0x1d);

bool holds(int key)
{
    static constexpr std::array keys{int(Qt::Key_Shift),   int(Qt::Key_Control),    int(Qt::Key_Alt),
                                     int(Qt::Key_AltGr),   int(Qt::Key_Meta),       int(Qt::Key_CapsLock),
                                     int(Qt::Key_NumLock), int(Qt::Key_ScrollLock), int(Qt::Key_Mode_switch)};
    return std::ranges::find(keys, key) != keys.end();
}

/// By which a release finds its press.
int idOf(const QKeyEvent& key)
{
    return key.nativeScanCode() != 0 ? int(key.nativeScanCode()) : -key.key();
}

QString signOf(const QKeyEvent& key)
{
    const QString text = key.text();
    return !text.isEmpty() && (text.front().isPrint() || text.front() == groupSeparator) ? text : QString();
}

KeyStroke strokeOf(const QKeyEvent& key, const KeyMap& us, int altHold)
{
    KeyStroke stroke;
    stroke.code = idOf(key);
    stroke.atMs = qint64(key.timestamp());
    stroke.typed = signOf(key);
    unsigned modifiers = 0;
    modifiers |= (key.modifiers() & Qt::ShiftModifier) != 0 ? KeyMap::shiftMask : 0;
    modifiers |= (key.modifiers() & Qt::ControlModifier) != 0 ? KeyMap::controlMask : 0;
    stroke.printed = us.sign(int(key.nativeScanCode()) - KeyMap::codesBelow, modifiers);
    if (stroke.printed.isEmpty())
        stroke.printed = stroke.typed;
    if ((key.modifiers() & Qt::AltModifier) != 0)
        stroke.altHold = altHold;
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        stroke.kind = KeyStroke::Kind::End;
        break;
    default:
        stroke.kind =
            stroke.typed.isEmpty() && stroke.printed.isEmpty() ? KeyStroke::Kind::Other : KeyStroke::Kind::Sign;
    }
    return stroke;
}

} // namespace

WidgetKeys::WidgetKeys(Scanner& scanner) : m_scanner(scanner)
{
    qApp->installEventFilter(this);
}

WidgetKeys::~WidgetKeys() = default;

void WidgetKeys::goOn()
{
    m_goingOn = true;
    for (const auto& [key, target] : std::exchange(m_held, {})) {
        if (target == nullptr)
            continue;
        const bool down = key->type() == QEvent::KeyPress;
        if (down
            && qt_sendShortcutOverrideEvent(target, ulong(key->timestamp()), key->key(), key->modifiers(), key->text(),
                                            false, 1))
            continue;
        if (target != nullptr)
            QCoreApplication::sendEvent(target, key.get());
    }
    m_goingOn = false;
}

void WidgetKeys::drop()
{
    for (const auto& [key, target] : std::exchange(m_held, {})) {
        if (key->type() == QEvent::KeyPress)
            m_gone.insert(idOf(*key));
        else
            m_gone.erase(idOf(*key));
    }
}

bool WidgetKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (m_goingOn || !watched->isWidgetType() || !m_scanner.hears(*static_cast<QWidget*>(watched)->window()))
        return false;
    switch (event->type()) {
    case QEvent::ShortcutOverride: {
        // Unless it is claimed here, the key would be somebody's shortcut before it is known whose it is.
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (key.timestamp() == 0 || key.isAutoRepeat() || holds(key.key()))
            return false;
        event->accept();
        return true;
    }
    case QEvent::KeyPress:
    case QEvent::KeyRelease: {
        const auto& key = *static_cast<QKeyEvent*>(event);
        const std::tuple id(static_cast<const QEvent*>(event), key.timestamp(), key.type(), idOf(key));
        if (key.timestamp() == 0 || m_passed == id) // made up in the program, or on its way to a parent
            return false;
        QWidget& target = *static_cast<QWidget*>(watched);
        const bool taken = event->type() == QEvent::KeyPress ? takePress(target, key) : takeRelease(target, key);
        if (!taken)
            m_passed = id;
        return taken;
    }
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::WindowDeactivate:
        m_scanner.settle();
        return false;
    default:
        return false;
    }
}

bool WidgetKeys::takePress(QWidget& target, const QKeyEvent& key)
{
    if (key.key() == Qt::Key_Alt)
        ++m_altHolds;
    if (holds(key.key()))
        return false;
    const ScanGate::Deed deed =
        key.isAutoRepeat() ? m_scanner.repeat() : m_scanner.press(strokeOf(key, m_us, m_altHolds));
    m_gone.erase(idOf(key)); // its last up came to another window
    if (deed == ScanGate::Deed::BeGone) {
        m_gone.insert(idOf(key));
        return true;
    }
    if (key.isAutoRepeat())
        return false;
    m_held.push_back({std::unique_ptr<QKeyEvent>(key.clone()), &target});
    // The shortcuts have not been asked: that was prevented before it was known whose key it is.
    if (deed == ScanGate::Deed::GoOn)
        goOn();
    return true;
}

bool WidgetKeys::takeRelease(QWidget& target, const QKeyEvent& key)
{
    m_scanner.release(idOf(key), qint64(key.timestamp()));
    if (m_gone.erase(idOf(key)) > 0)
        return true;
    const bool isHeld = std::ranges::any_of(m_held, [&key](const auto& each) { return idOf(*each.key) == idOf(key); });
    if (isHeld)
        m_held.push_back({std::unique_ptr<QKeyEvent>(key.clone()), &target});
    return isHeld;
}

} // namespace kobai::app
