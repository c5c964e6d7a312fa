// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/search/SearchOverlay.h"

#include "app/FaultText.h"
#include "app/Services.h"
#include "app/ShownName.h"
#include "money/MoneyText.h"
#include "search/TextIndex.h"
#include "widgets/Controls.h"
#include "widgets/Names.h"
#include "widgets/SearchField.h"
#include "widgets/Theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using widgets::Text;
namespace theme = widgets::theme;

namespace {

constexpr auto typingPause = 120ms;
constexpr int mostOfEach = 6;
constexpr int cardWidthPx = 680;
constexpr int detailRole = Qt::UserRole + 1;
constexpr int iconRole = Qt::UserRole + 2;

/// Icon, words, and in grey what kind of thing it is.
class ResultDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const override
    {
        return {option.rect.width(), theme::scaled(44)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const int unit = theme::unit();
        if ((option.state & QStyle::State_Selected) != 0) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme::tint(theme::Role::Accent));
            painter->drawRoundedRect(option.rect, unit, unit);
        }
        QRect row = option.rect.adjusted(unit, 0, -unit, 0);
        const int icon = theme::scaled(22);
        theme::icon(index.data(iconRole).toString())
            .paint(painter, QRect(row.left(), row.center().y() - icon / 2, icon, icon));
        row.setLeft(row.left() + icon + unit);

        const QString detail = index.data(detailRole).toString();
        painter->setFont(theme::font(theme::Text::Secondary));
        painter->setPen(theme::color(theme::Role::Quiet));
        const int detailWidth = std::min(theme::widthOf(painter->fontMetrics(), detail), row.width() * 2 / 3);
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(detail, Qt::ElideRight, detailWidth));
        row.setRight(row.right() - detailWidth - unit);
        painter->setFont(theme::font(theme::Text::Body));
        painter->setPen(option.palette.color(QPalette::Text));
        painter->drawText(
            row, Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, row.width()));
        painter->restore();
    }
};

/// As high as six of each where there is room for it.
class ResultList final : public QListWidget {
public:
    [[nodiscard]] QSize sizeHint() const override { return {theme::scaled(480), theme::scaled(360)}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {theme::scaled(200), theme::scaled(96)}; }
};

} // namespace

SearchOverlay::SearchOverlay(Services& services, QWidget* window)
    : Overlay(window), m_services(services), m_field(new QLineEdit), m_list(new ResultList),
      m_hint(new Text(theme::Text::Secondary))
{
    setObjectName(u"searchOverlay"_s);
    m_field->setObjectName(u"searchEverything"_s);
    m_list->setObjectName(u"searchResults"_s);
    m_field->setMinimumHeight(theme::scaled(theme::targetPx + 8));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new ResultDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_hint->setRole(theme::Role::Quiet);
    setCardWidth(cardWidthPx);
    body()->addWidget(m_field);
    body()->addWidget(m_list, 1);
    body()->addWidget(m_hint);

    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &SearchOverlay::search);
    connect(m_field, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { choose(m_list->row(item)); });
}

void SearchOverlay::showWith(const QList<PageEntry>& pages)
{
    m_pages = pages;
    m_field->setPlaceholderText(tr("Name, number, product, barcode or receipt"));
    m_field->setAccessibleName(tr("Search everything"));
    widgets::SearchField::nameClearButton(*m_field);
    m_list->setAccessibleName(tr("Results"));
    m_hint->setText(tr("Up and down to walk, Enter to go there, Esc to leave"));
    m_finder = std::make_shared<FindAnywhere>();
    openOver();
}

void SearchOverlay::lookFor(const QString& text)
{
    m_field->setText(text);
}

void SearchOverlay::opened()
{
    m_field->clear();
    search();
    m_field->setFocus(Qt::OtherFocusReason);
}

bool SearchOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return Overlay::eventFilter(watched, event);
    const int rows = m_list->count();
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        m_list->setCurrentRow(std::min(m_list->currentRow() + 1, rows - 1));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentRow(std::max(m_list->currentRow() - 1, 0));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentRow());
        return true;
    default:
        return false;
    }
}

void SearchOverlay::search()
{
    // Answers to letters that were typed over meanwhile are dropped.
    const int asked = ++m_lastAsked;
    const QString text = m_field->text();
    m_services.withStore(
        [text, finder = m_finder](store::Store& store) { return finder->find(store, text, mostOfEach); }, this,
        [this, asked](const Result<FoundThings>& found) {
            if (asked != m_lastAsked || !isVisible())
                return;
            if (found)
                list(*found);
            else
                m_hint->setText(faultText(found.error()));
        });
}

void SearchOverlay::list(const FoundThings& found)
{
    m_list->clear();
    m_targets.clear();
    const QString text = m_field->text().trimmed();
    for (int index = 0; index < m_pages.size(); ++index) {
        const PageEntry& page = m_pages.at(index);
        if (search::containsTyped(page.title, text))
            add(page.iconName, page.title, tr("Page"), FoundPage{index});
    }
    for (const people::Person& person : found.people) {
        const QString kind =
            person.kind == people::Kind::Staff ? tr("Staff") : tr("Student, %1").arg(widgets::isolated(person.group));
        add(u"person"_s, person.name, u"%1 · %2"_s.arg(widgets::isolated(person.number), kind), person.id);
    }
    for (const catalogue::Product& product : found.products)
        add(u"catalogue"_s, shownName(product.name, product.nameJa),
            moneyText(product.price, m_services.currency(), QLocale()), product.id);
    if (found.sale) {
        const QString when = QLocale().toString(toLocal(found.sale->at), QLocale::ShortFormat);
        add(u"receipt"_s, tr("Receipt %1").arg(found.sale->receipt),
            u"%1 · %2"_s.arg(when, moneyText(found.sale->total, m_services.currency(), QLocale())), *found.sale);
    }
    if (m_targets.empty())
        m_hint->setText(tr("Nothing found. Try a part of the name, or the number."));
    else
        m_hint->setText(tr("Up and down to walk, Enter to go there, Esc to leave"));
    m_list->setCurrentRow(0);
}

void SearchOverlay::add(const QString& iconName, const QString& title, const QString& detail,
                        const SearchTarget& target)
{
    auto* item = new QListWidgetItem(title, m_list);
    item->setData(detailRole, detail);
    item->setData(iconRole, iconName);
    item->setData(Qt::AccessibleDescriptionRole, detail);
    m_targets.push_back(target);
}

void SearchOverlay::choose(int row)
{
    if (row < 0 || row >= int(m_targets.size()))
        return;
    const SearchTarget target = m_targets.at(std::size_t(row));
    closeOver();
    Q_EMIT chosen(target);
}

} // namespace kobai::app
