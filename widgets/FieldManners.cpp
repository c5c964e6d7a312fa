// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/FieldManners.h"

#include "widgets/Theme.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QScrollArea>

#include <algorithm>

namespace kobai::widgets {

using namespace Qt::Literals::StringLiterals;

namespace {

const auto followerName = u"sightFollower"_s;

bool changesByWheel(const QObject* object)
{
    return qobject_cast<const QComboBox*>(object) != nullptr
           || qobject_cast<const QAbstractSpinBox*>(object) != nullptr;
}

bool isEscOverList(const QEvent& event)
{
    return static_cast<const QKeyEvent&>(event).key() == Qt::Key_Escape && QApplication::activePopupWidget() != nullptr;
}

/// Keeps @p part in sight while what it lies in takes its size, until it is hidden or somebody scrolls, types or presses.
class SightFollower final : public QObject {
public:
    explicit SightFollower(QWidget& part) : QObject(&part), m_part(part) { setObjectName(followerName); }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        switch (event->type()) {
        case QEvent::Move: // of what is above, it is somebody's scrolling
            if (watched != &m_part)
                break;
            [[fallthrough]];
        case QEvent::Resize:
            bringIntoSight(m_part);
            break;
        case QEvent::Hide:
        case QEvent::Wheel:
        case QEvent::KeyPress:
        case QEvent::MouseButtonPress:
            deleteLater();
            break;
        default:
            break;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QWidget& m_part;
};

bool isByKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

} // namespace

void bringIntoSight(const QWidget& part)
{
    for (const QWidget* above = part.parentWidget(); above != nullptr; above = above->parentWidget()) {
        auto* area = qobject_cast<QScrollArea*>(above->parentWidget());
        if (area == nullptr || area->viewport() != above || area->widget() == nullptr)
            continue;
        // Not ensureWidgetVisible(), which is content with the caret of a field.
        const QRect place(part.mapTo(area->widget(), QPoint()), part.size());
        const int margin = theme::unit();
        const int seen = std::min(place.height(), area->viewport()->height() - 2 * margin);
        area->ensureVisible(place.left(), place.top() + seen, 0, margin);
        area->ensureVisible(place.left(), place.top(), 0, margin);
    }
}

void bringOpenedIntoSight(QWidget& part)
{
    bringIntoSight(part);
    if (part.findChild<QObject*>(followerName, Qt::FindDirectChildrenOnly) != nullptr)
        return;
    // Its place is known when the page has grown by it, which takes the layouts some turns.
    auto* follower = new SightFollower(part);
    for (QWidget* above = &part; above != nullptr; above = above->parentWidget())
        above->installEventFilter(follower);
}

bool FieldManners::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::Polish:
        // By the wheel alone a field gets no focus.
        if (auto* field = qobject_cast<QWidget*>(watched);
            changesByWheel(field) && field->focusPolicy() == Qt::WheelFocus)
            field->setFocusPolicy(Qt::StrongFocus);
        break;
    case QEvent::ShortcutOverride:
        // Else Qt closes the list and gives the same Esc to the window's shortcut as well.
        if (isEscOverList(*event)) {
            event->accept();
            return true;
        }
        break;
    case QEvent::KeyPress:
        // Of a list of proposals Qt gives it to the field first, which would be emptied while the list stays.
        if (QWidget* popup = QApplication::activePopupWidget();
            isEscOverList(*event) && popup->focusProxy() != nullptr) {
            popup->hide();
            return true;
        }
        break;
    case QEvent::Wheel:
        if (changesByWheel(watched) && !static_cast<const QWidget*>(watched)->hasFocus()) {
            event->ignore(); // what the field lies in takes it
            return true;
        }
        break;
    case QEvent::FocusIn:
        if (const auto* widget = qobject_cast<const QWidget*>(watched);
            widget != nullptr && isByKeyboard(static_cast<const QFocusEvent*>(event)->reason()))
            bringIntoSight(*widget);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace kobai::widgets
