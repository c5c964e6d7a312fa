// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/PersonList.h"

#include "widgets/Names.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

using namespace widgets;

namespace {

class RowPainter final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        const int lines = QFontMetrics(theme::font(theme::Text::Body)).height()
                          + QFontMetrics(theme::font(theme::Text::Secondary)).height();
        return {theme::scaled(200), std::max(theme::scaled(theme::tillTargetPx), lines + 2 * theme::unit())};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const int unit = theme::unit();
        const QRectF plate = QRectF(option.rect).adjusted(1, 1, -1, -1);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme::tint(selected ? theme::Role::Accent : theme::Role::Quiet));
            painter->drawRoundedRect(plate, unit / 2.0, unit / 2.0);
        }
        if (selected && option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(theme::color(theme::Role::Accent), 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(plate, unit / 2.0, unit / 2.0);
        }
        const QRect inner = option.rect.adjusted(unit + unit / 2, unit / 2, -unit - unit / 2, -unit / 2);
        paintWords(*painter, option, index, inner);
        painter->restore();
    }

private:
    static void paintWords(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index, QRect inner)
    {
        const QString icon = index.data(PersonListModel::IconRole).toString();
        if (!icon.isEmpty()) {
            const int side = theme::scaled(20);
            const QRect mark(inner.right() - side + 1, inner.center().y() - side / 2, side, side);
            theme::paintIcon(painter, icon, mark, index.data(PersonListModel::ColourRole).value<QColor>());
            inner.setRight(mark.left() - theme::unit());
        }
        const QFont nameFont = theme::font(theme::Text::Body, true);
        const QFont lineFont = theme::font(theme::Text::Secondary);
        const QFontMetrics nameMetrics(nameFont);
        const QFontMetrics lineMetrics(lineFont);
        const int top = inner.center().y() - (nameMetrics.height() + lineMetrics.height()) / 2;

        painter.setFont(nameFont);
        painter.setPen(option.palette.color(QPalette::Text));
        const QRect nameRect(inner.left(), top, inner.width(), nameMetrics.height());
        painter.drawText(nameRect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         nameMetrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, inner.width()));

        painter.setFont(lineFont);
        painter.setPen(theme::color(theme::Role::Quiet));
        const QRect lineRect(inner.left(), nameRect.bottom() + 1, inner.width(), lineMetrics.height());
        painter.drawText(
            lineRect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            lineMetrics.elidedText(index.data(PersonListModel::LineRole).toString(), Qt::ElideRight, inner.width()));
    }
};

} // namespace

QString personLine(const people::Person& person)
{
    QStringList parts{isolated(person.number)};
    if (person.kind == people::Kind::Staff)
        parts.append(QCoreApplication::translate("PersonList", "Staff"));
    else if (person.schoolYear > 0)
        parts.append(QCoreApplication::translate("PersonList", "Year %1").arg(QLocale().toString(person.schoolYear)));
    if (!person.group.isEmpty())
        parts.append(isolated(person.group));
    if (!person.house.isEmpty())
        parts.append(isolated(person.house));
    return parts.join(u" · "_s);
}

void PersonListModel::setRows(std::vector<PersonRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int PersonListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PersonListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_rows.size()))
        return {};
    const PersonRow& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.person.name;
    case LineRole:
        return personLine(row.person);
    case IconRole:
        return row.iconName;
    case StateRole:
    case Qt::ToolTipRole:
        return row.state;
    case ColourRole:
        return theme::color(row.role);
    case Qt::AccessibleTextRole:
        return QStringList{row.person.name, personLine(row.person), row.state}.join(u", "_s);
    default:
        return {};
    }
}

PersonList::PersonList(QWidget* parent) : QListView(parent), m_model(new PersonListModel(this))
{
    setModel(m_model);
    setItemDelegate(new RowPainter(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTextElideMode(Qt::ElideRight);
    connect(this, &QListView::clicked, this, [this] { chooseCurrent(); });
}

void PersonList::setRows(std::vector<PersonRow> rows)
{
    const std::optional<PersonId> kept = current();
    m_model->setRows(std::move(rows));
    if (kept)
        setCurrent(*kept);
}

std::optional<PersonId> PersonList::current() const
{
    const QModelIndex index = currentIndex();
    if (!index.isValid() || index.row() >= count())
        return std::nullopt;
    return m_model->rows()[std::size_t(index.row())].person.id;
}

void PersonList::setCurrent(PersonId person)
{
    const auto& rows = m_model->rows();
    const auto at = std::ranges::find_if(rows, [person](const PersonRow& row) { return row.person.id == person; });
    if (at == rows.end())
        clearSelection();
    else
        setCurrentIndex(m_model->index(int(at - rows.begin())));
}

void PersonList::chooseCurrent()
{
    if (count() == 0)
        return;
    if (!current())
        setCurrentIndex(m_model->index(0));
    Q_EMIT personChosen(*current());
}

void PersonList::step(int rows)
{
    if (count() == 0)
        return;
    const int row = currentIndex().isValid() ? currentIndex().row() + rows : 0;
    setCurrentIndex(m_model->index(std::clamp(row, 0, count() - 1)));
}

void PersonList::retranslate()
{
    viewport()->update();
}

void PersonList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        chooseCurrent();
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace kobai::app
