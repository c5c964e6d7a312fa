// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/HistoryPage.h"

#include "app/FaultText.h"
#include "app/Keys.h"
#include "app/ShownName.h"
#include "app/history/HistoryChart.h"
#include "app/history/HistoryFilterBar.h"
#include "app/history/PurchaseTableModel.h"
#include "app/history/ReceiptPanel.h"
#include "enrolment/Enrolment.h"
#include "money/MoneyText.h"
#include "widgets/Controls.h"
#include "widgets/PagedTableView.h"
#include "widgets/Skeleton.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using namespace widgets;

namespace {
constexpr int mostSuggestions = 8;
constexpr int leastHeightWithChart = 36; ///< units of the grid: as much for the chart as for a few rows below it
} // namespace

HistoryPage::HistoryPage(Services& services, QWidget* parent)
    : Page(parent), m_services(services), m_title(new Text(theme::Text::Title, this, true)),
      m_summary(new Text(theme::Text::Body, this)), m_banner(new Banner(this)), m_filters(new HistoryFilterBar(this)),
      m_stack(new QStackedWidget(this)), m_skeleton(new Skeleton(12)), m_empty(new EmptyState(u"receipt"_s)),
      m_content(nullptr),
      m_model(new PurchaseTableModel(
          [this](const ledger::HistoryFilter& filter, ledger::HistoryCursor cursor, PurchaseTableModel::Done done) {
              m_services.withStore([filter, cursor, by = m_services.operatorId()](
                                       store::Store& store) { return reports::purchases(store, filter, cursor, by); },
                                   this, std::move(done));
          },
          this))
{
    m_summary->setObjectName(u"historySummary"_s);
    m_summary->setRole(theme::Role::Quiet);
    m_banner->setObjectName(u"historyBanner"_s);
    m_empty->setObjectName(u"historyEmpty"_s);
    m_content = makeContent();
    for (QWidget* page : {static_cast<QWidget*>(m_skeleton), static_cast<QWidget*>(m_empty), m_content})
        m_stack->addWidget(page);

    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_summary, 0, Qt::AlignBottom);
    auto* column = new QVBoxLayout(this);
    const int margin = 3 * theme::unit();
    column->setContentsMargins(margin, 2 * theme::unit(), margin, margin);
    column->setSpacing(2 * theme::unit());
    column->addLayout(head);
    column->addWidget(m_banner);
    column->addWidget(m_filters);
    column->addWidget(m_stack, 1);
    connectParts();
    retranslate();
}

HistoryPage::~HistoryPage() = default;

QWidget* HistoryPage::makeContent()
{
    auto* content = new QWidget(this);
    content->installEventFilter(this);
    m_chartCard = new Card(content);
    m_chart = new HistoryChart(m_chartCard);
    m_chart->setObjectName(u"historyChart"_s);
    const int unit = theme::unit();
    m_chartCard->body()->setContentsMargins(unit, unit, unit, unit);
    m_chartCard->body()->addWidget(m_chart);
    m_table = new PagedTableView(content);
    m_table->setObjectName(u"historyTable"_s);
    m_table->setModel(m_model);
    m_table->setStretchColumn(PurchaseTableModel::Items);
    m_table->setDroppableColumns({PurchaseTableModel::Method, PurchaseTableModel::Time});
    m_receipt = new ReceiptPanel(m_services, content);
    m_receipt->clear();

    auto* left = new QVBoxLayout;
    left->setSpacing(2 * unit);
    left->addWidget(m_chartCard);
    left->addWidget(m_table, 1);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * unit);
    row->addLayout(left, 1);
    row->addWidget(m_receipt);
    return content;
}

void HistoryPage::connectParts()
{
    connect(m_filters, &HistoryFilterBar::changed, this, &HistoryPage::reload);
    connect(m_filters, &HistoryFilterBar::personSearched, this, &HistoryPage::searchPeople);
    connect(m_empty, &EmptyState::actionChosen, m_filters, &HistoryFilterBar::reset);
    connect(m_chart, &HistoryChart::daysChosen, m_filters, &HistoryFilterBar::setDays);
    connect(m_table, &PagedTableView::rowChosen, this, &HistoryPage::showReceipt);
    connect(m_table, &PagedTableView::clicked, this, &HistoryPage::showReceipt);
    connect(m_receipt, &ReceiptPanel::closed, this, &HistoryPage::stepBack);
    connect(m_model, &PurchaseTableModel::looked, this, &HistoryPage::showRows);
    connect(m_model, &PurchaseTableModel::pageAdded, this, &HistoryPage::showSummary);
    connect(m_model, &PurchaseTableModel::failed, this, &HistoryPage::showFault);
    connect(m_banner, &Banner::actionChosen, this, &HistoryPage::reload);

    const auto markStale = [this] {
        m_stale = true;
        if (isShowing())
            reload();
    };
    connect(&m_services, &Services::accountChanged, this, markStale);
    connect(&m_services, &Services::personChanged, this, markStale);
    connect(&m_services, &Services::assortmentChanged, this, [this] { readAssortment(); });
    connect(&m_services, &Services::storeClosed, this, &HistoryPage::forget);

    auto* find = new QShortcut(keySequence(Key::FindHere), this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_filters, &HistoryFilterBar::focusPerson);
}

QString HistoryPage::title() const
{
    return tr("History");
}

QString HistoryPage::iconName() const
{
    return u"history"_s;
}

QList<KeyHint> HistoryPage::keys() const
{
    return {
        keyHint(Key::FindHere), {keySequence(Key::MainAction), tr("Show the receipt of the row")}, keyHint(Key::Back)};
}

bool HistoryPage::isShowing() const
{
    return isVisible() && m_services.isOpen();
}

void HistoryPage::enter()
{
    m_model->setCurrency(m_services.currency());
    if (m_assortment.products.empty())
        readAssortment();
    {
        const QSignalBlocker quiet(m_filters);
        m_filters->setToday(m_services.clock().today());
    }
    if (m_stale)
        reload();
    m_filters->focusPerson();
}

void HistoryPage::leave()
{
    m_receipt->clear();
    m_stale = true;
}

bool HistoryPage::stepBack()
{
    if (m_receipt->isHidden())
        return false;
    m_receipt->clear();
    m_table->clearSelection();
    m_table->setFocus();
    return true;
}

void HistoryPage::forget()
{
    m_model->clear();
    m_receipt->clear();
    m_assortment = {};
    m_totals.clear();
    m_chart->setBars({}, {}, {});
    ++m_look;
    m_stale = true;
    const QSignalBlocker quiet(m_filters);
    m_filters->reset();
    m_filters->suggest({});
    m_filters->setProducts({});
    m_stack->setCurrentWidget(m_skeleton);
    m_summary->clear();
}

void HistoryPage::readAssortment()
{
    if (!m_services.isOpen())
        return;
    m_services.withStore([](store::Store& store) { return checkout::assortment(store, true); }, this,
                         [this](Result<checkout::Assortment> read) {
                             if (!read)
                                 return showFault(read.error());
                             m_assortment = std::move(*read);
                             m_filters->setProducts(m_assortment.products);
                             showChart();
                         });
}

void HistoryPage::searchPeople(const QString& text)
{
    // Leavers too: their purchases are still asked for.
    m_services.withStore([text](store::Store& store) { return enrolment::findPeople(store, text, mostSuggestions); },
                         this,
                         [this](Result<std::vector<enrolment::FoundPerson>> found) {
                             if (!found)
                                 return showFault(found.error());
                             std::vector<people::Person> people;
                             for (enrolment::FoundPerson& one : *found)
                                 people.push_back(std::move(one.person));
                             m_filters->suggest(people);
                         });
}

void HistoryPage::reload()
{
    if (!m_services.isOpen())
        return;
    m_stale = false;
    m_banner->clear();
    const ledger::HistoryFilter filter = m_filters->filter();
    const int look = ++m_look;
    m_model->look(filter);
    m_services.withStore([filter](store::Store& store) { return reports::totalsByDay(store, filter); }, this,
                         [this, look](Result<std::vector<reports::DayBar>> totals) {
                             if (look != m_look)
                                 return;
                             if (!totals)
                                 return showFault(totals.error());
                             takeTotals(std::move(*totals));
                         });
}

void HistoryPage::takeTotals(std::vector<reports::DayBar> totals)
{
    m_totals = std::move(totals);
    showChart();
}

void HistoryPage::showChart()
{
    std::vector<CategoryId> order;
    for (const catalogue::Category& category : m_assortment.categories)
        order.push_back(category.id);
    const ledger::HistoryFilter filter = m_filters->filter();
    HistoryBars bars = historyBars(m_totals, filter.from, filter.to, order);
    QStringList names;
    for (const CategoryId id : bars.categories) {
        const auto category = std::ranges::find(m_assortment.categories, id, &catalogue::Category::id);
        names += category == m_assortment.categories.end() ? tr("Other", "products of no known category")
                                                           : shownName(category->name, category->nameJa);
    }
    m_chart->setBars(std::move(bars), std::move(names), m_services.currency());
    fitChart();
    showSummary();
}

void HistoryPage::fitChart()
{
    // One day is one bar: the list says more. So it does where there is room for a strip of a chart only.
    const bool hasRoom = m_content->height() >= leastHeightWithChart * theme::unit();
    m_chartCard->setVisible(hasRoom && m_chart->bars().bars.size() > 1);
}

bool HistoryPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_content && event->type() == QEvent::Resize)
        fitChart();
    return Page::eventFilter(watched, event);
}

void HistoryPage::showRows()
{
    m_receipt->clear();
    m_table->scrollToTop();
    if (m_model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_content);
        return;
    }
    if (m_filters->isReset())
        m_empty->setWords(tr("No purchases in the last 30 days"),
                          tr("They appear here as soon as the till sells something."));
    else
        m_empty->setWords(tr("No purchases match these filters"),
                          tr("Choose other days, another person or another product."), tr("Clear filters"));
    m_stack->setCurrentWidget(m_empty);
}

void HistoryPage::showReceipt(const QModelIndex& index)
{
    if (const reports::Purchase* purchase = m_model->purchase(index.row()))
        m_receipt->show(*purchase);
}

void HistoryPage::showSummary()
{
    const QString total = moneyText(m_chart->bars().total, m_services.currency(), QLocale());
    const int rows = m_model->rowCount();
    if (rows == 0)
        m_summary->clear();
    else if (m_model->isComplete())
        m_summary->setText(tr("%n purchase(s), %1 in all", nullptr, rows).arg(total));
    else
        m_summary->setText(tr("%1 in all, the latest %n purchase(s) are shown", nullptr, rows).arg(total));
}

void HistoryPage::showFault(const Fault& fault)
{
    m_banner->say(theme::Role::Bad, faultText(fault), tr("Try again"));
}

void HistoryPage::retranslate()
{
    m_title->setText(title());
    m_filters->retranslate();
    m_model->retranslate();
    m_receipt->retranslate();
    m_table->setAccessibleName(tr("Purchases"));
    if (!m_services.isOpen())
        return;
    showChart();
    if (m_stack->currentWidget() == m_empty)
        showRows();
}

} // namespace kobai::app
