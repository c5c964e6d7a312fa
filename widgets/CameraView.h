// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>
#include <QString>
#include <QWidget>

#include <optional>

namespace kobai::widgets {

/// The live camera picture, mirrored like a mirror, with the guide on top: an oval or the ring around the face with its ticks, a mark on the
/// ring for a movement that is asked for, one line of words beneath, and the lamp "camera on". Knows nothing of cameras or faces: it is given pictures and numbers.
class CameraView final : public QWidget {
    Q_OBJECT

public:
    /// What the person is to do with the head or the eyes; left and right are the person's own, which in a mirror are those of the screen.
    enum class Hint { None, Left, Right, Up, Down, Blink };

    explicit CameraView(QWidget* parent = nullptr);

    void setImage(const QImage& image);                             ///< null image: the camera is closed
    void setFace(const std::optional<QRectF>& relative, bool good); ///< in the unmirrored picture, 0..1
    void setWords(const QString& words);
    void setRing(float filled); ///< 0..1 of the 24 ticks
    void setHint(Hint hint);
    void setIdleWords(const QString& words);        ///< while the camera is closed
    [[nodiscard]] static QString iconOf(Hint hint); ///< empty for None
    [[nodiscard]] Hint hint() const { return m_hint; }
    [[nodiscard]] float ring() const { return m_ring; }
    [[nodiscard]] QString words() const { return m_words; }
    [[nodiscard]] bool isLive() const { return !m_image.isNull(); }
    /// Where a face @p relative to the unmirrored picture is drawn, in the widget; empty while the camera is closed.
    [[nodiscard]] QRectF shownAt(const QRectF& relative) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// The part of the unmirrored picture that fills the widget, in pixels of the picture.
    [[nodiscard]] QRectF visiblePart() const;
    void paintIdle(QPainter& painter) const;
    void paintGuide(QPainter& painter) const;
    void paintRing(QPainter& painter, const QPointF& centre, qreal radius) const;
    void paintHint(QPainter& painter, const QPointF& centre, qreal radius) const;
    [[nodiscard]] QRect wordsBox() const;
    void paintWords(QPainter& painter) const;
    void paintLamp(QPainter& painter) const;
    QImage m_image;
    std::optional<QRectF> m_face;
    bool m_good = false;
    float m_ring = 0;
    Hint m_hint = Hint::None;
    QString m_words;
    QString m_idleWords;
};

} // namespace kobai::widgets
