// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Theme.h"

#include <QColor>
#include <QPalette>

#include <array>

namespace kobai::widgets {

/// One colour of meaning: as text or icon, filled behind text, and as a soft background.
struct RoleColours {
    QColor colour;
    QColor on;   ///< text on a surface filled with colour
    QColor tint; ///< soft background for colour and for the palette's text
};

/// All colours of the light or the dark look. Every pair that carries text has a contrast of at least 4.5 : 1 (WCAG 2.2, 1.4.3),
/// outlines of fields 3 : 1 (1.4.11); SchemeTest computes both.
struct Scheme {
    QColor window;  ///< behind everything
    QColor surface; ///< cards, lists, fields
    QColor raised;  ///< pressed or hovered surfaces, headers
    QColor text;
    QColor placeholder;
    QColor disabledText;
    QColor outline;
    QColor fieldOutline;
    QColor selection;                 ///< behind selected rows, under the palette's text
    std::array<RoleColours, 5> roles; ///< by theme::Role
    std::array<QColor, 8> series;     ///< parts of a chart, 3 : 1 on the surface

    [[nodiscard]] const RoleColours& role(theme::Role role) const { return roles[std::size_t(role)]; }
    [[nodiscard]] QPalette palette() const;
};

[[nodiscard]] const Scheme& lightScheme();
[[nodiscard]] const Scheme& darkScheme();
/// The one in force.
[[nodiscard]] const Scheme& scheme();

/// Contrast ratio of two opaque colours, 1 to 21, as WCAG 2.2 defines it.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

} // namespace kobai::widgets
