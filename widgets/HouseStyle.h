// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace kobai::widgets {

/// Fusion with rounder, larger and calmer fields, lists and scroll bars, and a focus ring that is always to be seen. GUI thread.
class HouseStyle final : public QProxyStyle {
    Q_OBJECT

public:
    HouseStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget = nullptr) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
                         const QWidget* widget = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option = nullptr,
                    const QWidget* widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption* option = nullptr, const QWidget* widget = nullptr,
                  QStyleHintReturn* returned = nullptr) const override;
    using QProxyStyle::polish;
    void polish(QWidget* widget) override;
};

/// The ring around what has the focus, drawn just inside @p rect. Two pixels of accent at 100 %.
void paintFocusRing(QPainter& painter, const QRectF& rect, qreal corner);
/// A rounded box with an outline of @p width pixels lying wholly inside @p rect.
void paintBox(QPainter& painter, const QRectF& rect, qreal corner, const QColor& fill, const QColor& line,
              qreal width = 1);

} // namespace kobai::widgets
