// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Page.h"
#include "app/Services.h"
#include "checkout/Assortment.h"

#include <optional>

class QCheckBox;
class QComboBox;
class QStackedWidget;

namespace kobai::widgets {
class Banner;
class Button;
class EmptyState;
class FlowRow;
class PagedTableView;
class SearchField;
class Skeleton;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class CategoryEditor;
class ProductEditor;
class ProductTableModel;

/// What is sold: the list, and beside it the form for one product or a new category. A product is never deleted, only no longer sold: the
/// history keeps it.
class CataloguePage final : public Page {
    Q_OBJECT

public:
    explicit CataloguePage(Services& services, QWidget* parent = nullptr);
    ~CataloguePage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] QList<KeyHint> keys() const override;
    void enter() override;
    void leave() override;
    bool stepBack() override;
    void retranslate() override;
    bool takeScan(const Scan& scan) override;

private:
    QWidget* makeHead();
    QWidget* makeFilters();
    void connectParts();
    void addShortcuts();
    void makeEditor();
    void reload();
    void showList(checkout::Assortment assortment);
    void mark(ProductId product); ///< its row, when it is shown
    void showStack();
    void fillCategories();
    void edit(const catalogue::Product& product);
    void addProduct();
    void addCategory();
    void saveProduct();
    void saveCategory();
    void productSaved(const catalogue::Product& product);
    void closeSide();
    void setAside();
    [[nodiscard]] QString keptWords() const; ///< of what was set aside
    void say(widgets::theme::Role role, const QString& words);
    void forget();

    Services& m_services;
    std::optional<catalogue::Product> m_setAside; ///< changed, not saved, and another one was opened
    CatalogueKey m_newCategory;                   ///< of the category whose form is open
    ProductId m_selected;                         ///< the one to mark after reading anew
    bool m_loaded = false;

    widgets::Text* m_title;
    widgets::Text* m_count;
    widgets::Button* m_addCategory;
    widgets::Button* m_addProduct;
    widgets::Banner* m_banner;
    widgets::SearchField* m_search;
    QComboBox* m_category;
    QCheckBox* m_withInactive;
    widgets::FlowRow* m_filters = nullptr;
    ProductTableModel* m_model;
    QStackedWidget* m_stack;
    widgets::Skeleton* m_skeleton;
    widgets::EmptyState* m_empty;
    widgets::PagedTableView* m_table;
    QStackedWidget* m_side;
    ProductEditor* m_editor = nullptr; ///< made once the currency is known
    CategoryEditor* m_categoryEditor;
};

} // namespace kobai::app
