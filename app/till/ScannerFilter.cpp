// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/ScannerFilter.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {
namespace {

constexpr auto digitsProperty = "kobaiExpectsDigits";

bool isDigit(const QKeyEvent& key)
{
    const QString text = key.text();
    const bool plain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    // A held key repeats as fast as a scanner types.
    return plain && !key.isAutoRepeat() && text.size() == 1 && text.front() >= u'0' && text.front() <= u'9';
}

bool isTerminator(const QKeyEvent& key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

/// The window system's own time is right even when this thread was late to read the event; a key that was made up in the program has none.
qint64 timeOf(const QKeyEvent& key)
{
    if (key.timestamp() != 0)
        return qint64(key.timestamp());
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

bool expectsDigits(const QWidget& target)
{
    for (const QWidget* widget = &target; widget != nullptr; widget = widget->parentWidget()) {
        if (widget->property(digitsProperty).toBool())
            return true;
    }
    return false;
}

} // namespace

ScannerFilter::ScannerFilter(QWidget& page)
    : QObject(&page), m_page(page), m_pause(int(ScanReader::longestGapMs) + 10, this)
{
    m_pause.setObjectName(u"scanPause"_s);
    connect(&m_pause, &widgets::PatientTimer::ended, this, [this] { passOn(m_reader.release()); });
}

void ScannerFilter::start()
{
    qApp->installEventFilter(this);
}

void ScannerFilter::stop()
{
    qApp->removeEventFilter(this);
    m_pause.stop();
    static_cast<void>(m_reader.release());
}

void ScannerFilter::expectDigits(QWidget& field)
{
    field.setProperty(digitsProperty, true);
}

bool ScannerFilter::eventFilter(QObject* watched, QEvent* event)
{
    if (m_passingOn || !watched->isWidgetType())
        return false;
    QWidget& target = *static_cast<QWidget*>(watched);
    if (&target != &m_page && !m_page.isAncestorOf(&target))
        return false;

    switch (event->type()) {
    case QEvent::ShortcutOverride: {
        // Unless it is claimed here, Enter at the end of a scan would be somebody's shortcut.
        if (!wouldTake(*static_cast<QKeyEvent*>(event)))
            return false;
        event->accept();
        return true;
    }
    case QEvent::KeyPress:
        return takeKey(target, *static_cast<QKeyEvent*>(event));
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
        passOn(m_reader.release());
        return false;
    default:
        return false;
    }
}

bool ScannerFilter::wouldTake(const QKeyEvent& key) const
{
    return isDigit(key) || (isTerminator(key) && m_reader.isHolding());
}

bool ScannerFilter::takeKey(QWidget& target, const QKeyEvent& key)
{
    if (isDigit(key)) {
        passOn(m_reader.digit(key.text().front(), timeOf(key)));
        m_target = &target;
        m_pause.start();
        return true;
    }
    if (!m_reader.isHolding())
        return false;
    m_pause.stop();
    if (!isTerminator(key)) {
        passOn(m_reader.release());
        return false;
    }
    const ScanReader::End end = m_reader.enter(timeOf(key), expectsDigits(target));
    if (end.scanned.isEmpty()) {
        passOn(end.typed);
        return false;
    }
    Q_EMIT scanned(end.scanned);
    return true;
}

void ScannerFilter::passOn(const QString& digits)
{
    if (digits.isEmpty() || m_target == nullptr)
        return;
    m_passingOn = true;
    for (const QChar digit : digits) {
        const int key = Qt::Key_0 + digit.digitValue();
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, QString(digit));
        QKeyEvent release(QEvent::KeyRelease, key, Qt::NoModifier, QString(digit));
        QCoreApplication::sendEvent(m_target, &press);
        if (m_target == nullptr)
            break;
        QCoreApplication::sendEvent(m_target, &release);
    }
    m_passingOn = false;
}

} // namespace kobai::app
