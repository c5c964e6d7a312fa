// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QString>
#include <QStringList>

class QApplication;
class QPainter;
class QRectF;
class QWidget;

namespace kobai::widgets {

/// The look in one place: the grid, the type scale, five semantic colours beside the palette, icons. Light or dark follows the
/// system until setMode() says otherwise. GUI thread only.
namespace theme {

enum class Mode { System, Light, Dark };
enum class Role { Accent, Good, Warn, Bad, Quiet };
/// Sizes relative to the body text (ui.md): Body 1.0, Secondary 0.9, Section 1.25, Title 1.6, TillMoney 2.6, Display 4.
enum class Text { Body, Secondary, Section, Title, TillMoney, Display };

/// Fusion with our palette and proxy style. Call once, before the first widget.
void apply(QApplication& application);
void setMode(Mode mode);
[[nodiscard]] bool isDark();

/// The body text at 100 %: 10.5 pt at 96 dpi. A smaller system font is raised to it; a till is read at arm's length.
inline constexpr int bodyPx = 14;
/// One grid unit in pixels: 8 at 100 %, growing with the body font; everything is spaced in multiples of it.
[[nodiscard]] int unit();
/// @p px at 100 % scaled with the body font: touch targets, picture sizes.
[[nodiscard]] int scaled(int px);
/// Room that shows @p text whole. QFontMetrics rounds the width down as well, and elidedText() then takes letters away.
[[nodiscard]] int widthOf(const QFontMetrics& metrics, const QString& text);
[[nodiscard]] QColor color(Role role);
/// Soft background for a role (banners, chips), readable with color(role) and the palette's text on it.
[[nodiscard]] QColor tint(Role role);
/// Outline of cards: decoration, deliberately faint.
[[nodiscard]] QColor outline();
/// Outline of fields and buttons: at least 3 : 1 against what is around it (WCAG 2.2, 1.4.11).
[[nodiscard]] QColor fieldOutline();
/// Text and icons on a surface filled with color(role).
[[nodiscard]] QColor onColor(Role role);
/// Colours for the parts of a chart, told apart also by their order and legend; they repeat after eight.
[[nodiscard]] QColor series(int index);
/// Tabular figures.
[[nodiscard]] QFont font(Text text, bool bold = false);
/// Our own one-colour SVG ":/icons/NAME.svg", painted with the palette at paint time, so that it follows the theme and the
/// display's scale. A name we do not draw is asked from the system's icon theme; never an empty icon.
[[nodiscard]] QIcon icon(const QString& name);
[[nodiscard]] bool hasIcon(const QString& name);
/// The same SVG in @p colour, centred in @p rect.
void paintIcon(QPainter& painter, const QString& name, const QRectF& rect, const QColor& colour);
/// The picture of a product, ":/icons/product-NAME.svg" in its own colours; a box when there is none of that name.
void paintProduct(QPainter& painter, const QString& picture, const QRectF& rect, bool muted = false);
/// The same as an icon, for lists.
[[nodiscard]] QIcon productIcon(const QString& picture);
/// Names of all product pictures, sorted, without the prefix.
[[nodiscard]] QStringList productPictures();

/// Least heights at 100 %.
inline constexpr int targetPx = 36;
inline constexpr int tillTargetPx = 56;

} // namespace theme
} // namespace kobai::widgets
