// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/CataloguePage.h"

#include "app/FaultText.h"
#include "app/Keys.h"
#include "app/ShownName.h"
#include "app/catalogue/CategoryEditor.h"
#include "app/catalogue/ProductEditor.h"
#include "app/catalogue/ProductTableModel.h"
#include "app/scanner/Scan.h"
#include "catalogue/Barcode.h"
#include "widgets/Controls.h"
#include "widgets/FlowRow.h"
#include "widgets/Names.h"
#include "widgets/PagedTableView.h"
#include "widgets/SearchField.h"
#include "widgets/Skeleton.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using namespace widgets;

namespace {

constexpr int categoryLetters = 9; // what a category's name has room for at the least

template <typename Receiver>
void addShortcut(Receiver* page, Key key, void (Receiver::*slot)())
{
    auto* shortcut = new QShortcut(keySequence(key), page);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    QObject::connect(shortcut, &QShortcut::activated, page, slot);
}

} // namespace

CataloguePage::CataloguePage(Services& services, QWidget* parent)
    : Page(parent), m_services(services), m_title(new Text(theme::Text::Title, this, true)),
      m_count(new Text(theme::Text::Body, this)),
      m_addCategory(new Button(Button::Weight::Plain, Button::Size::Normal, this)),
      m_addProduct(new Button(Button::Weight::Plain, Button::Size::Normal, this)), m_banner(new Banner(this)),
      m_search(new SearchField(this)), m_category(new QComboBox(this)), m_withInactive(new QCheckBox(this)),
      m_model(new ProductTableModel(this)), m_stack(new QStackedWidget(this)), m_skeleton(new Skeleton(12)),
      m_empty(new EmptyState(u"catalogue"_s)), m_table(new PagedTableView(this)), m_side(new QStackedWidget(this)),
      m_categoryEditor(new CategoryEditor(m_side))
{
    m_banner->setObjectName(u"catalogueBanner"_s);
    m_table->setObjectName(u"productTable"_s);
    m_table->setModel(m_model);
    m_table->setStretchColumn(ProductTableModel::Name);
    m_table->setDroppableColumns({ProductTableModel::Barcodes, ProductTableModel::Tax, ProductTableModel::Category});
    m_table->setIconSize({theme::scaled(30), theme::scaled(30)});
    m_empty->setObjectName(u"catalogueEmpty"_s);
    for (QWidget* page :
         {static_cast<QWidget*>(m_skeleton), static_cast<QWidget*>(m_empty), static_cast<QWidget*>(m_table)})
        m_stack->addWidget(page);
    m_side->addWidget(m_categoryEditor);
    m_side->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_side->hide();

    auto* column = new QVBoxLayout(this);
    const int margin = 3 * theme::unit();
    column->setContentsMargins(margin, 2 * theme::unit(), margin, margin);
    column->setSpacing(2 * theme::unit());
    column->addWidget(makeHead());
    column->addWidget(m_banner);
    auto* left = new QVBoxLayout;
    left->setSpacing(2 * theme::unit());
    left->addWidget(makeFilters());
    left->addWidget(m_stack, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * theme::unit());
    row->addLayout(left, 1);
    row->addWidget(m_side);
    column->addLayout(row, 1);
    connectParts();
    addShortcuts();
    retranslate();
}

CataloguePage::~CataloguePage() = default;

QWidget* CataloguePage::makeHead()
{
    auto* head = new QWidget(this);
    m_count->setObjectName(u"productCount"_s);
    m_count->setRole(theme::Role::Quiet);
    m_addCategory->setObjectName(u"addCategory"_s);
    m_addProduct->setObjectName(u"addProduct"_s);
    m_addCategory->setIconName(u"plus"_s);
    m_addProduct->setIconName(u"plus"_s);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::unit() + theme::unit() / 2);
    row->addWidget(m_title);
    row->addWidget(m_count, 0, Qt::AlignBottom);
    row->addStretch(1);
    row->addWidget(m_addCategory);
    row->addWidget(m_addProduct);
    return head;
}

QWidget* CataloguePage::makeFilters()
{
    m_search->setObjectName(u"productSearch"_s);
    m_category->setObjectName(u"categoryFilter"_s);
    m_category->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_category->setMinimumContentsLength(categoryLetters);
    m_withInactive->setObjectName(u"showInactive"_s);
    // Beside an open product they take two rows on a small screen.
    m_filters = new FlowRow(theme::unit() + theme::unit() / 2, theme::targetPx, this);
    for (QWidget* filter :
         {static_cast<QWidget*>(m_search), static_cast<QWidget*>(m_category), static_cast<QWidget*>(m_withInactive)})
        filter->setParent(m_filters);
    return m_filters;
}

void CataloguePage::connectParts()
{
    connect(m_search, &SearchField::searchRequested, this, [this](const QString& text) {
        m_model->setSearch(text);
        showStack();
    });
    connect(m_category, &QComboBox::currentIndexChanged, this, [this] {
        const QVariant chosen = m_category->currentData();
        m_model->setCategory(chosen.isValid() ? std::optional(CategoryId{chosen.toLongLong()}) : std::nullopt);
        showStack();
    });
    connect(m_withInactive, &QCheckBox::toggled, this, [this](bool on) {
        m_model->setWithInactive(on);
        showStack();
    });
    const auto open = [this](const QModelIndex& index) {
        if (const catalogue::Product* product = m_model->product(index.row()))
            edit(*product);
    };
    connect(m_table, &PagedTableView::clicked, this, open);
    connect(m_table, &PagedTableView::rowOpened, this, open);
    connect(m_addProduct, &QAbstractButton::clicked, this, &CataloguePage::addProduct);
    connect(m_addCategory, &QAbstractButton::clicked, this, &CataloguePage::addCategory);
    connect(m_categoryEditor, &CategoryEditor::saveAsked, this, &CataloguePage::saveCategory);
    connect(m_categoryEditor, &CategoryEditor::closed, this, &CataloguePage::closeSide);
    connect(m_empty, &EmptyState::actionChosen, this, [this] {
        if (!m_model->isFiltered())
            return addProduct();
        m_search->clearSearch();
        m_category->setCurrentIndex(0);
    });
    connect(m_banner, &Banner::actionChosen, this, [this] {
        if (!m_setAside)
            return reload();
        const catalogue::Product draft = *std::exchange(m_setAside, std::nullopt);
        const auto& products = m_model->assortment().products;
        const auto stored = std::ranges::find(products, draft.id, &catalogue::Product::id);
        m_banner->clear();
        catalogue::Product fresh; // with what its maker has given it
        fresh.key = draft.key;
        fresh.position = draft.position;
        edit(stored == products.end() ? fresh : *stored);
        m_editor->resume(draft);
    });
    connect(&m_services, &Services::storeClosed, this, &CataloguePage::forget);
    connect(&m_services, &Services::assortmentChanged, this, [this] {
        if (m_loaded)
            reload();
    });
}

void CataloguePage::addShortcuts()
{
    addShortcut(this, Key::NewEntry, &CataloguePage::addProduct);
    addShortcut(this, Key::Save, &CataloguePage::saveProduct);
    auto* find = new QShortcut(keySequence(Key::FindHere), this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
}

QString CataloguePage::title() const
{
    return tr("Catalogue");
}

QString CataloguePage::iconName() const
{
    return u"catalogue"_s;
}

QList<KeyHint> CataloguePage::keys() const
{
    return keyHints({Key::FindHere, Key::NewEntry, Key::Save, Key::Back});
}

void CataloguePage::enter()
{
    reload();
    m_search->setFocus(Qt::ShortcutFocusReason);
}

/// Into the form that is open, else the product that has it.
bool CataloguePage::takeScan(const Scan& scan)
{
    if (!m_loaded)
        return false;
    if (!m_side->isHidden() && m_side->currentWidget() == m_editor) {
        m_editor->addBarcode(catalogue::canonicalBarcode(scan.readings.constFirst()).value_or(scan.text()));
        return true;
    }
    for (const QString& reading : scan.readings) {
        if (const catalogue::Product* product = m_model->withBarcode(reading)) {
            if (!m_setAside)
                m_banner->clear();
            mark(product->id);
            edit(*product);
            return true;
        }
    }
    say(theme::Role::Warn,
        tr("No product has the barcode %1. Open the one that it belongs to, or add it, and scan again.")
            .arg(scan.text()));
    return true;
}

void CataloguePage::leave()
{
    if (m_banner->isHidden() || !m_setAside)
        m_banner->clear();
}

bool CataloguePage::stepBack()
{
    if (m_side->isHidden())
        return false;
    closeSide();
    m_table->setFocus();
    return true;
}

void CataloguePage::forget()
{
    delete std::exchange(m_editor, nullptr);
    m_side->hide();
    m_setAside.reset();
    m_loaded = false;
    m_model->setAssortment({}, {});
    m_stack->setCurrentWidget(m_skeleton);
    m_banner->clear();
    m_count->clear();
}

void CataloguePage::makeEditor()
{
    if (m_editor != nullptr)
        return;
    m_editor = new ProductEditor(m_services.currency(), m_side);
    m_side->addWidget(m_editor);
    connect(m_editor, &ProductEditor::saveAsked, this, &CataloguePage::saveProduct);
    connect(m_editor, &ProductEditor::closed, this, &CataloguePage::closeSide);
}

void CataloguePage::reload()
{
    if (!m_services.isOpen())
        return;
    m_services.withStore([](store::Store& store) { return checkout::assortment(store, true); }, this,
                         [this](Result<checkout::Assortment> read) {
                             if (read)
                                 return showList(std::move(*read));
                             if (m_setAside)
                                 return say(theme::Role::Bad, faultText(read.error()));
                             m_banner->say(theme::Role::Bad, faultText(read.error()), tr("Try again"));
                         });
}

void CataloguePage::showList(checkout::Assortment assortment)
{
    m_loaded = true;
    makeEditor();
    m_editor->setCategories(assortment.categories);
    if (const QModelIndex current = m_table->currentIndex(); m_selected.isNull() && current.isValid()) {
        if (const catalogue::Product* product = m_model->product(current.row()))
            m_selected = product->id;
    }
    m_model->setAssortment(std::move(assortment), m_services.currency());
    fillCategories();
    mark(m_selected);
    m_selected = {};
    showStack();
}

void CataloguePage::mark(ProductId product)
{
    if (const int row = m_model->rowOf(product); row >= 0) {
        m_table->selectRow(row);
        m_table->scrollTo(m_model->index(row, 0));
    }
}

void CataloguePage::showStack()
{
    m_count->setText(tr("%n product(s)", nullptr, m_model->rowCount()));
    if (m_model->rowCount() > 0)
        m_stack->setCurrentWidget(m_table);
    else if (m_loaded)
        m_stack->setCurrentWidget(m_empty);
    if (m_model->isFiltered())
        m_empty->setWords(tr("No product matches"),
                          tr("Search for a part of the name or the barcode, or look in all categories."),
                          tr("Show all products"));
    else
        m_empty->setWords(tr("Nothing is sold yet"),
                          tr("Add a category, then the products that lie in it. The till shows them at once."),
                          tr("Add product"));
}

void CataloguePage::fillCategories()
{
    const QSignalBlocker quiet(m_category);
    const QVariant chosen = m_category->currentData();
    m_category->clear();
    m_category->addItem(tr("All categories"));
    for (const catalogue::Category& category : m_model->assortment().categories)
        m_category->addItem(shownName(category.name, category.nameJa), qlonglong(category.id.value));
    m_category->setCurrentIndex(chosen.isValid() ? std::max(0, m_category->findData(chosen)) : 0);
}

void CataloguePage::setAside()
{
    if (m_side->isHidden() || m_editor == nullptr || m_side->currentWidget() != m_editor || !m_editor->isChanged())
        return;
    m_setAside = m_editor->draft();
    m_banner->say(theme::Role::Warn, keptWords(), tr("Go on with it"));
}

QString CataloguePage::keptWords() const
{
    const QString name = shownName(m_setAside->name, m_setAside->nameJa).trimmed();
    return name.isEmpty() ? tr("The new product was not saved. What you typed is kept.")
                          : tr("The changes to %1 were not saved. What you typed is kept.").arg(isolated(name));
}

/// What is set aside is not talked over: it can be gone on with until it has been, or the store is closed.
void CataloguePage::say(theme::Role role, const QString& words)
{
    if (m_setAside)
        m_banner->say(role == theme::Role::Good ? theme::Role::Warn : role, words + u' ' + keptWords(),
                      tr("Go on with it"));
    else
        m_banner->say(role, words);
}

void CataloguePage::edit(const catalogue::Product& product)
{
    setAside();
    makeEditor();
    m_editor->edit(product);
    m_side->setCurrentWidget(m_editor);
    m_side->show();
}

void CataloguePage::addProduct()
{
    if (!m_loaded)
        return;
    if (m_model->assortment().categories.empty()) {
        say(theme::Role::Accent, tr("A product lies in a category: add the first one, then the product."));
        return addCategory();
    }
    catalogue::Product product;
    const QVariant chosen = m_category->currentData();
    product.category = chosen.isValid() ? CategoryId{chosen.toLongLong()} : m_model->assortment().categories.front().id;
    product.tax = {80};
    product.position = int(m_model->assortment().products.size());
    product.key = m_services.newId<CatalogueKey>();
    m_table->clearSelection();
    edit(product);
    m_editor->focusField(FaultCode::TextTooLong);
}

void CataloguePage::addCategory()
{
    setAside();
    m_side->setCurrentWidget(m_categoryEditor);
    m_side->show();
    m_categoryEditor->clear();
    m_newCategory = m_services.newId<CatalogueKey>();
}

void CataloguePage::saveProduct()
{
    if (m_side->isHidden())
        return;
    if (m_side->currentWidget() == m_categoryEditor)
        return saveCategory();
    const auto refuse = [this](const Fault& fault) {
        say(theme::Role::Bad, faultText(fault));
        m_editor->setBusy(false);
        m_editor->focusField(fault.code);
    };
    const auto product = m_editor->typed();
    if (!product)
        return refuse(product.error());
    m_editor->setBusy(true);
    m_services.withStore([product = *product, by = m_services.operatorId()](
                             store::Store& store) { return checkout::saveProduct(store, product, by); },
                         this,
                         [this, refuse](Result<catalogue::Product> saved) {
                             if (m_editor == nullptr)
                                 return;
                             if (!saved)
                                 return refuse(saved.error());
                             productSaved(*saved);
                         });
}

void CataloguePage::productSaved(const catalogue::Product& product)
{
    m_editor->edit(product);
    m_selected = product.id;
    say(theme::Role::Good, tr("%1 is saved.").arg(isolated(shownName(product.name, product.nameJa))));
    Q_EMIT m_services.assortmentChanged();
}

void CataloguePage::saveCategory()
{
    catalogue::Category category = m_categoryEditor->typed();
    category.position = int(m_model->assortment().categories.size());
    category.key = m_newCategory;
    m_categoryEditor->setBusy(true);
    m_services.withStore([category, by = m_services.operatorId()](
                             store::Store& store) { return checkout::addCategory(store, category, by); },
                         this,
                         [this](Result<catalogue::Category> saved) {
                             m_categoryEditor->setBusy(false);
                             if (!saved)
                                 return say(theme::Role::Bad, faultText(saved.error()));
                             m_side->hide();
                             say(theme::Role::Good,
                                 tr("The category %1 is saved.").arg(isolated(shownName(saved->name, saved->nameJa))));
                             Q_EMIT m_services.assortmentChanged();
                         });
}

void CataloguePage::closeSide()
{
    setAside();
    m_side->hide();
}

void CataloguePage::retranslate()
{
    m_title->setText(title());
    m_addProduct->setText(tr("Add product"));
    m_addCategory->setText(tr("Add category"));
    m_search->setPlaceholderText(tr("Name or barcode"));
    m_search->setAccessibleName(tr("Search the products"));
    m_category->setAccessibleName(tr("Category"));
    m_withInactive->setText(tr("Also what is no longer sold"));
    m_filters->arrange();
    m_table->setAccessibleName(tr("Products"));
    m_model->retranslate();
    m_categoryEditor->retranslate();
    if (m_editor != nullptr)
        m_editor->retranslate();
    fillCategories();
    showStack();
}

} // namespace kobai::app
