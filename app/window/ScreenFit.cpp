// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/ScreenFit.h"

#include <QEvent>
#include <QWindow>

#include <algorithm>

namespace kobai::app {

ScreenFit::ScreenFit(QWidget& window) : QObject(&window), m_window(window)
{
    window.installEventFilter(this);
    follow(window.screen());
}

QSize ScreenFit::leastOn(const QRect& available)
{
    return leastSize.boundedTo(available.size() - QSize(0, titleBarPx)).expandedTo({1, 1});
}

QRect ScreenFit::movedInto(const QRect& window, const QRect& available)
{
    const QRect room = available.adjusted(0, titleBarPx, 0, 0);
    const QSize size = window.size().boundedTo(room.size());
    return {std::clamp(window.left(), room.left(), room.right() - size.width() + 1),
            std::clamp(window.top(), room.top(), room.bottom() - size.height() + 1), size.width(), size.height()};
}

void ScreenFit::place(const QByteArray& saved)
{
    if (!m_window.restoreGeometry(saved)) {
        const QRect available = m_window.screen()->availableGeometry();
        m_window.resize(usualSize.boundedTo(movedInto(QRect({}, usualSize), available).size()));
        return;
    }
    // The screen that it was on may be gone, or have become smaller.
    follow(m_window.screen());
    if (!m_window.isMaximized() && !m_window.isFullScreen())
        m_window.setGeometry(movedInto(m_window.geometry(), m_window.screen()->availableGeometry()));
}

bool ScreenFit::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show && m_window.windowHandle() != nullptr) {
        connect(m_window.windowHandle(), &QWindow::screenChanged, this, &ScreenFit::follow, Qt::UniqueConnection);
        follow(m_window.screen());
    }
    return QObject::eventFilter(watched, event);
}

void ScreenFit::follow(QScreen* screen)
{
    if (m_screen == screen || screen == nullptr)
        return fit();
    if (m_screen != nullptr)
        m_screen->disconnect(this);
    m_screen = screen;
    connect(screen, &QScreen::availableGeometryChanged, this, &ScreenFit::fit);
    fit();
}

void ScreenFit::fit()
{
    if (m_screen != nullptr)
        m_window.setMinimumSize(leastOn(m_screen->availableGeometry()));
}

} // namespace kobai::app
