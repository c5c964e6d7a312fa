// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/HouseStyle.h"

#include "widgets/Scheme.h"
#include "widgets/Theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>

namespace kobai::widgets {

namespace {

using namespace Qt::Literals::StringLiterals;

qreal radius()
{
    return theme::scaled(7);
}

bool has(const QStyleOption* option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

// Fields, combos, spin boxes: a rounded box whose outline turns into the focus ring.
void paintField(QPainter& painter, const QStyleOption* option)
{
    const QRectF rect = option->rect;
    const bool enabled = has(option, QStyle::State_Enabled);
    paintBox(painter, rect, radius(), option->palette.color(QPalette::Base),
             enabled ? theme::fieldOutline() : theme::outline());
    if (enabled && has(option, QStyle::State_HasFocus))
        paintFocusRing(painter, rect, radius());
}

void paintCheck(QPainter& painter, const QStyleOption* option, bool round)
{
    const QRectF box = QRectF(option->rect).adjusted(1, 1, -1, -1);
    const bool on = has(option, QStyle::State_On);
    const bool partly = has(option, QStyle::State_NoChange);
    const bool enabled = has(option, QStyle::State_Enabled);
    const qreal corner = round ? box.height() / 2 : theme::scaled(4);
    const QColor fill = enabled ? theme::color(theme::Role::Accent) : scheme().disabledText;
    if (!on && !partly) {
        paintBox(painter, box, corner, option->palette.color(QPalette::Base),
                 enabled ? theme::fieldOutline() : theme::outline(), 1.5);
        return;
    }
    paintBox(painter, box, corner, fill, fill);
    const QColor mark = theme::onColor(theme::Role::Accent);
    if (round) {
        const qreal inset = box.width() * 0.3;
        paintBox(painter, box.adjusted(inset, inset, -inset, -inset), box.width(), mark, mark);
    } else {
        theme::paintIcon(painter, partly ? u"minus"_s : u"check"_s, box.adjusted(1, 1, -1, -1), mark);
    }
}

void paintPushButton(QPainter& painter, const QStyleOptionButton* option)
{
    const bool pressed = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    const bool hovered = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    const bool flat = option->features.testFlag(QStyleOptionButton::Flat);
    const Scheme& colours = scheme();
    QColor fill = flat ? QColor(Qt::transparent) : colours.surface;
    if (pressed || hovered)
        fill = pressed ? colours.outline : colours.raised;
    const QColor line = has(option, QStyle::State_Enabled) ? colours.fieldOutline : colours.outline;
    paintBox(painter, option->rect, radius(), fill, flat ? fill : line);
    if (has(option, QStyle::State_HasFocus))
        paintFocusRing(painter, option->rect, radius());
}

// A list's scroll bar stands on the list's colour, any other one on the page's.
bool inItemView(const QWidget* scrollBar)
{
    const QWidget* container = scrollBar != nullptr ? scrollBar->parentWidget() : nullptr;
    return container != nullptr && qobject_cast<const QAbstractItemView*>(container->parentWidget()) != nullptr;
}

void paintScrollBar(QPainter& painter, const QStyleOptionSlider* option, const QRect& handle)
{
    if (option->maximum <= option->minimum)
        return;
    const bool active = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    const bool upright = option->orientation == Qt::Vertical;
    const qreal inset = theme::scaled(3);
    const QRectF bar =
        upright ? QRectF(handle).adjusted(inset, 2, -inset, -2) : QRectF(handle).adjusted(2, inset, -2, -inset);
    const qreal corner = std::min(bar.width(), bar.height()) / 2;
    const QColor fill = active ? theme::color(theme::Role::Quiet) : theme::fieldOutline();
    paintBox(painter, bar, corner, fill, fill);
}

void paintHeaderSection(QPainter& painter, const QStyleOptionHeader* option)
{
    painter.fillRect(option->rect, option->palette.color(QPalette::Base));
    painter.setPen(QPen(theme::outline(), 1));
    if (option->orientation == Qt::Horizontal)
        painter.drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
}

void paintComboBox(QPainter& painter, const QStyleOptionComboBox* option, const QRect& arrow)
{
    if (option->frame)
        paintField(painter, option);
    const QColor colour = has(option, QStyle::State_Enabled) ? scheme().text : scheme().disabledText;
    const int side = theme::scaled(16);
    QRect mark(0, 0, side, side);
    mark.moveCenter(arrow.center());
    theme::paintIcon(painter, u"chevron-down"_s, mark, colour);
}

} // namespace

void paintBox(QPainter& painter, const QRectF& rect, qreal corner, const QColor& fill, const QColor& line, qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(line.alpha() == 0 ? QPen(Qt::NoPen) : QPen(line, width));
    painter.setBrush(fill);
    const qreal inset = width / 2;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner, corner);
    painter.restore();
}

void paintFocusRing(QPainter& painter, const QRectF& rect, qreal corner)
{
    const qreal width = std::max(2, theme::scaled(2));
    paintBox(painter, rect, corner, Qt::transparent, theme::color(theme::Role::Accent), width);
}

HouseStyle::HouseStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
    setObjectName(u"kobai"_s);
}

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame != nullptr && frame->lineWidth > 0) {
            paintField(*painter, option);
            return;
        }
        // A field inside a combo or spin box: that one draws the box.
        return;
    case PE_FrameLineEdit:
        return;
    case PE_FrameFocusRect:
        paintFocusRing(*painter, option->rect, theme::scaled(4));
        return;
    case PE_PanelButtonCommand:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            paintPushButton(*painter, button);
            return;
        }
        break;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintCheck(*painter, option, false);
        return;
    case PE_IndicatorRadioButton:
        paintCheck(*painter, option, true);
        return;
    case PE_Frame:
        if (qobject_cast<const QAbstractScrollArea*>(widget) != nullptr) {
            const bool focused = widget->hasFocus();
            paintBox(*painter, option->rect, radius(), option->palette.color(QPalette::Base), theme::outline());
            if (focused)
                paintFocusRing(*painter, option->rect, radius());
            return;
        }
        break;
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem: {
        const bool selected = has(option, State_Selected);
        const bool hovered = has(option, State_MouseOver) && has(option, State_Enabled);
        if (selected || hovered)
            painter->fillRect(option->rect, selected ? scheme().selection : scheme().raised);
        return;
    }
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, option->palette.color(QPalette::ToolTipBase));
        return;
    default: // Fusion draws the rest
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void HouseStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const
{
    switch (element) {
    case CE_HeaderSection:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            paintHeaderSection(*painter, header);
            return;
        }
        break;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            QStyleOptionHeader quiet(*header);
            quiet.palette.setColor(QPalette::ButtonText, theme::color(theme::Role::Quiet));
            quiet.rect.adjust(theme::unit(), 0, -theme::unit(), 0);
            quiet.state.setFlag(State_On, false); // Fusion would print the selected column's header bold
            QProxyStyle::drawControl(element, &quiet, painter, widget);
            return;
        }
        break;
    case CE_ComboBoxLabel:
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            QStyleOptionComboBox fitting(*combo);
            int room = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget).width() - 2;
            if (!combo->currentIcon.isNull())
                room -= combo->iconSize.width() + 4;
            fitting.currentText = combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, room);
            QProxyStyle::drawControl(element, &fitting, painter, widget);
            return;
        }
        break;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        painter->setPen(theme::outline());
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    case CE_ItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            QStyleOptionViewItem calm(*item);
            calm.palette.setColor(QPalette::HighlightedText, scheme().text);
            QProxyStyle::drawControl(element, &calm, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void HouseStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                    const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            if (inItemView(widget))
                painter->fillRect(option->rect, option->palette.color(QPalette::Base));
            paintScrollBar(*painter, slider, subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
            return;
        }
    }
    if (control == CC_ComboBox) {
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            paintComboBox(*painter, combo, subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget));
            return;
        }
    }
    if (control == CC_SpinBox) {
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
            paintField(*painter, option);
            const bool enabled = has(option, State_Enabled);
            const auto arrow = [&](SubControl part, const QString& icon, bool possible) {
                const QColor colour = enabled && possible ? scheme().text : scheme().disabledText;
                theme::paintIcon(*painter, icon, subControlRect(CC_SpinBox, option, part, widget), colour);
            };
            if (spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
                arrow(SC_SpinBoxUp, u"chevron-up"_s, spin->stepEnabled.testFlag(QAbstractSpinBox::StepUpEnabled));
                arrow(SC_SpinBoxDown, u"chevron-down"_s, spin->stepEnabled.testFlag(QAbstractSpinBox::StepDownEnabled));
            }
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect HouseStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
                                 const QWidget* widget) const
{
    const int side = theme::scaled(28);
    if (control == CC_ComboBox) {
        const QRect all = option->rect;
        switch (subControl) {
        case SC_ComboBoxArrow:
            return visualRect(option->direction, all, QRect(all.right() - side, all.top(), side, all.height()));
        case SC_ComboBoxEditField:
            return visualRect(option->direction, all, all.adjusted(theme::unit(), 2, -side, -2));
        default:
            break;
        }
    }
    if (control == CC_SpinBox && subControl == SC_SpinBoxEditField) {
        const QRect inner = QProxyStyle::subControlRect(control, option, subControl, widget);
        return visualRect(option->direction, option->rect, inner.adjusted(theme::unit() / 2, 0, 0, 0));
    }
    if (control == CC_ScrollBar) {
        if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            const bool upright = slider->orientation == Qt::Vertical;
            const int length = upright ? option->rect.height() : option->rect.width();
            const int range = slider->maximum - slider->minimum;
            const int least = std::min(length, theme::scaled(32));
            const int handle =
                range <= 0
                    ? length
                    : std::max(least, int(qint64(length) * slider->pageStep / (qint64(range) + slider->pageStep)));
            const int start = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                                                      length - handle, slider->upsideDown);
            const auto part = [&](int from, int size) {
                const QRect rect =
                    upright ? QRect(0, from, option->rect.width(), size) : QRect(from, 0, size, option->rect.height());
                return visualRect(slider->direction, option->rect, rect);
            };
            switch (subControl) {
            case SC_ScrollBarSlider:
                return part(start, handle);
            case SC_ScrollBarGroove:
                return part(0, length);
            case SC_ScrollBarSubPage:
                return part(0, start);
            case SC_ScrollBarAddPage:
                return part(start + handle, length - start - handle);
            case SC_ScrollBarAddLine:
            case SC_ScrollBarSubLine:
                return {};
            default:
                break;
            }
        }
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QSize HouseStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                   const QWidget* widget) const
{
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int least = theme::scaled(theme::targetPx);
    switch (type) {
    case CT_ComboBox:
    case CT_SpinBox:
    case CT_PushButton:
        wanted.rwidth() += theme::unit() * 3;
        [[fallthrough]];
    case CT_LineEdit:
        wanted.setHeight(std::max(wanted.height(), least));
        break;
    case CT_CheckBox:
    case CT_RadioButton:
        wanted.setHeight(std::max(wanted.height(), theme::scaled(28)));
        break;
    case CT_HeaderSection:
        wanted.rwidth() += 2 * theme::unit();
        wanted.setHeight(std::max(wanted.height(), least));
        break;
    case CT_ItemViewItem:
        wanted.setHeight(std::max(wanted.height(), least));
        break;
    case CT_MenuItem:
        wanted.setHeight(std::max(wanted.height(), theme::scaled(32)));
        break;
    default:
        break;
    }
    return wanted;
}

int HouseStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return theme::scaled(12);
    case PM_ScrollBarSliderMin:
        return theme::scaled(32);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return theme::scaled(20);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return theme::unit();
    case PM_DefaultFrameWidth:
        if (qobject_cast<const QLineEdit*>(widget) != nullptr)
            return theme::scaled(6);
        // Wide enough for the corner of a list's contents to stay inside the rounded frame.
        if (qobject_cast<const QAbstractItemView*>(widget) != nullptr)
            return theme::scaled(3);
        break;
    case PM_HeaderMargin:
        return pixelMetric(PM_FocusFrameHMargin, option, widget) + 1; // headers start where their cells do
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return theme::unit();
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_LineEditIconSize:
        return theme::scaled(18);
    case PM_FocusFrameHMargin:
        return theme::unit() / 2;
    default:
        break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int HouseStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_ComboBox_Popup: // a list under the field, as wide as it, not a menu over it
    case SH_EtchDisabledText:
    case SH_ScrollBar_ContextMenu:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

void HouseStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    // Hover is shown by outline and tint, which needs the events.
    if (qobject_cast<QComboBox*>(widget) != nullptr || qobject_cast<QScrollBar*>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover);
}

} // namespace kobai::widgets
