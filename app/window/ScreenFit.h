// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QRect>
#include <QScreen>
#include <QWidget>

namespace kobai::app {

/// Keeps a window on its screen: never larger than what panels and the title bar leave free, nor with a least size that is. All in
/// device-independent pixels, so that 1920x1080 at 200 % is 960x540. GUI thread.
class ScreenFit final : public QObject {
    Q_OBJECT

public:
    /// The least size where there is room for it.
    static constexpr QSize leastSize{1024, 600};
    static constexpr QSize usualSize{1280, 800};
    static constexpr int titleBarPx = 32; ///< nobody knows the real one's height before the window is shown

    explicit ScreenFit(QWidget& window);
    /// As it was when @p saved was taken, as far as it fits; the usual size without any.
    void place(const QByteArray& saved);

    [[nodiscard]] static QSize leastOn(const QRect& available);
    /// @p window moved and, where it must be, made smaller until @p available holds it and its title bar.
    [[nodiscard]] static QRect movedInto(const QRect& window, const QRect& available);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow(QScreen* screen);
    void fit();
    QWidget& m_window;
    QPointer<QScreen> m_screen;
};

} // namespace kobai::app
