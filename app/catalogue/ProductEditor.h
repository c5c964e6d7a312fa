// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "catalogue/Product.h"
#include "money/Currency.h"

#include <QFrame>

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QVBoxLayout;

namespace kobai::widgets {
class Button;
class MoneyEdit;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

/// The form for one product, beside the list. Checks only what it must to read the fields; the rules are core's. GUI thread.
class ProductEditor final : public QFrame {
    Q_OBJECT

public:
    ProductEditor(const Currency& currency, QWidget* parent);

    void setCategories(std::vector<catalogue::Category> categories);
    /// An id of 0 is a new product.
    void edit(const catalogue::Product& product);
    /// Takes up a draft() of the product being edited again: still to be saved.
    void resume(const catalogue::Product& draft);
    /// What is typed. Faults of MoneyEdit::amount(), Duplicate.
    [[nodiscard]] Result<catalogue::Product> typed() const;
    [[nodiscard]] bool isChanged() const;
    /// The product as it was when edit() was called, with whatever of the form can be read.
    [[nodiscard]] catalogue::Product draft() const;
    /// To the field that a fault is about.
    void focusField(FaultCode code);
    void setBusy(bool busy);
    void addBarcode(const QString& code); ///< one that was scanned
    void retranslate();

Q_SIGNALS:
    void saveAsked();
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void arrange();
    void addField(QVBoxLayout* to, QLabel* label, QWidget* field);
    void fill(const catalogue::Product& product);
    void fillCategories();
    void fillTaxes(catalogue::TaxRate current);
    void fillPictures();
    [[nodiscard]] QStringList typedBarcodes() const;
    void showBarcodes(const QStringList& codes); ///< with room for the next

    catalogue::Product m_product;
    std::vector<catalogue::Category> m_categories;

    widgets::Text* m_title;
    widgets::Button* m_close;
    QLabel* m_nameLabel;
    QLineEdit* m_name;
    QLabel* m_nameJaLabel;
    QLineEdit* m_nameJa;
    QLabel* m_categoryLabel;
    QComboBox* m_category;
    QLabel* m_priceLabel;
    widgets::MoneyEdit* m_price;
    QLabel* m_taxLabel;
    QComboBox* m_tax;
    QLabel* m_barcodesLabel;
    QLineEdit* m_barcodes;
    QLabel* m_pictureLabel;
    QListWidget* m_picture;
    QCheckBox* m_favourite;
    QCheckBox* m_active;
    widgets::Button* m_save;
};

} // namespace kobai::app
