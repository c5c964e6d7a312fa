// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Scheme.h"

#include <algorithm>
#include <cmath>

namespace kobai::widgets {

const Scheme& lightScheme()
{
    static const Scheme light{
        .window = QColor(0xF5F6F9),
        .surface = QColor(0xFFFFFF),
        .raised = QColor(0xEDEFF4),
        .text = QColor(0x1A1D26),
        .placeholder = QColor(0x5C6472),
        .disabledText = QColor(0x8A91A0),
        .outline = QColor(0xDCDFE7),
        .fieldOutline = QColor(0x858C9B),
        .selection = QColor(0xE4E6FB),
        .roles = {RoleColours{QColor(0x4338CA), QColor(0xFFFFFF), QColor(0xEBECFD)},
                  RoleColours{QColor(0x0F6B3A), QColor(0xFFFFFF), QColor(0xE3F4E9)},
                  RoleColours{QColor(0x874E00), QColor(0xFFFFFF), QColor(0xFCF0D9)},
                  RoleColours{QColor(0xB0241C), QColor(0xFFFFFF), QColor(0xFCE9E7)},
                  RoleColours{QColor(0x535C6B), QColor(0xFFFFFF), QColor(0xECEEF3)}},
        .series = {QColor(0x4F46E5), QColor(0x0D9488), QColor(0xC77700), QColor(0xD6317A), QColor(0x0A7FBF),
                   QColor(0x5A8F0B), QColor(0x8B5CF6), QColor(0x64748B)},
    };
    return light;
}

const Scheme& darkScheme()
{
    static const Scheme dark{
        .window = QColor(0x14161B),
        .surface = QColor(0x1D2027),
        .raised = QColor(0x2A2E38),
        .text = QColor(0xECEEF3),
        .placeholder = QColor(0x9DA5B4),
        .disabledText = QColor(0x6C7484),
        .outline = QColor(0x343944),
        .fieldOutline = QColor(0x7A8394),
        .selection = QColor(0x333866),
        .roles = {RoleColours{QColor(0xAEB8FF), QColor(0x15183A), QColor(0x2A2E52)},
                  RoleColours{QColor(0x7BE0A3), QColor(0x06210F), QColor(0x173424)},
                  RoleColours{QColor(0xF8C36B), QColor(0x2A1B00), QColor(0x3A2D15)},
                  RoleColours{QColor(0xFFA39B), QColor(0x330A07), QColor(0x43201E)},
                  RoleColours{QColor(0xAFB7C5), QColor(0x14161B), QColor(0x2A2E38)}},
        .series = {QColor(0x8B93FF), QColor(0x2DD4BF), QColor(0xFBBF24), QColor(0xF472B6), QColor(0x38BDF8),
                   QColor(0xA3E635), QColor(0xC4B5FD), QColor(0x94A3B8)},
    };
    return dark;
}

QPalette Scheme::palette() const
{
    const RoleColours& accent = role(theme::Role::Accent);
    QPalette palette(text, surface, raised, outline, fieldOutline, text, text, surface, window);
    palette.setColor(QPalette::AlternateBase, window);
    palette.setColor(QPalette::Button, surface);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::Highlight, accent.colour);
    palette.setColor(QPalette::HighlightedText, accent.on);
    palette.setColor(QPalette::Link, accent.colour);
    palette.setColor(QPalette::LinkVisited, accent.colour);
    palette.setColor(QPalette::ToolTipBase, text);
    palette.setColor(QPalette::ToolTipText, surface);
    palette.setColor(QPalette::PlaceholderText, placeholder);
    palette.setColor(QPalette::Light, surface);
    palette.setColor(QPalette::Midlight, raised);
    palette.setColor(QPalette::Mid, outline);
    palette.setColor(QPalette::Dark, fieldOutline);
    palette.setColor(QPalette::Shadow, outline);
    for (const auto colourRole :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, colourRole, disabledText);
    palette.setColor(QPalette::Disabled, QPalette::Base, window);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, raised);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, disabledText);
    return palette;
}

const Scheme& scheme()
{
    return theme::isDark() ? darkScheme() : lightScheme();
}

double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double channel) {
            return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace kobai::widgets
