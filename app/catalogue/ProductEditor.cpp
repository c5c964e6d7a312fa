// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/ProductEditor.h"

#include "app/ShownName.h"
#include "app/catalogue/PictureWords.h"
#include "catalogue/Barcode.h"
#include "widgets/Controls.h"
#include "widgets/Fields.h"
#include "widgets/HouseStyle.h"
#include "widgets/Scheme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using namespace widgets;

namespace {

// Longer than any name that core accepts, so that core's fault can be told; not long enough to slow the field down.
constexpr int longestTyped = 400;
constexpr int pictureRole = Qt::UserRole + 1;

} // namespace

ProductEditor::ProductEditor(const Currency& currency, QWidget* parent)
    : QFrame(parent), m_title(new Text(theme::Text::Section, this, true)),
      m_close(new Button(Button::Weight::Quiet, Button::Size::Normal, this)), m_nameLabel(new QLabel(this)),
      m_name(new QLineEdit(this)), m_nameJaLabel(new QLabel(this)), m_nameJa(new QLineEdit(this)),
      m_categoryLabel(new QLabel(this)), m_category(new QComboBox(this)), m_priceLabel(new QLabel(this)),
      m_price(new MoneyEdit(currency, this)), m_taxLabel(new QLabel(this)), m_tax(new QComboBox(this)),
      m_barcodesLabel(new QLabel(this)), m_barcodes(new QLineEdit(this)), m_pictureLabel(new QLabel(this)),
      m_picture(new QListWidget(this)), m_favourite(new QCheckBox(this)), m_active(new QCheckBox(this)),
      m_save(new Button(Button::Weight::Primary, Button::Size::Normal, this))
{
    m_name->setObjectName(u"productName"_s);
    m_nameJa->setObjectName(u"productNameJa"_s);
    m_category->setObjectName(u"productCategory"_s);
    m_price->setObjectName(u"productPrice"_s);
    m_tax->setObjectName(u"productTax"_s);
    m_barcodes->setObjectName(u"productBarcodes"_s);
    m_picture->setObjectName(u"productPicture"_s);
    m_favourite->setObjectName(u"productFavourite"_s);
    m_active->setObjectName(u"productActive"_s);
    m_category->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_save->setObjectName(u"saveProduct"_s);
    m_save->setIconName(u"check"_s);
    m_close->setObjectName(u"closeProduct"_s);
    m_close->setIconName(u"close"_s);
    m_name->setMaxLength(longestTyped);
    m_nameJa->setMaxLength(longestTyped);
    m_barcodes->setMaxLength(longestTyped);

    m_picture->setViewMode(QListView::IconMode);
    m_picture->setMovement(QListView::Static);
    m_picture->setResizeMode(QListView::Adjust);
    m_picture->setUniformItemSizes(true);
    m_picture->setIconSize({theme::scaled(36), theme::scaled(36)});
    m_picture->setGridSize({theme::scaled(48), theme::scaled(48)});
    m_picture->setFixedHeight(theme::scaled(154));
    m_picture->setTabKeyNavigation(false);
    fillPictures();
    arrange();

    connect(m_save, &QAbstractButton::clicked, this, &ProductEditor::saveAsked);
    connect(m_close, &QAbstractButton::clicked, this, &ProductEditor::closed);
    for (QLineEdit* field : {m_name, m_nameJa, static_cast<QLineEdit*>(m_price)})
        connect(field, &QLineEdit::returnPressed, this, &ProductEditor::saveAsked);
    // Enter makes room for the next code and does not save.
    connect(m_barcodes, &QLineEdit::returnPressed, this, [this] { showBarcodes(typedBarcodes()); });
    retranslate();
}

void ProductEditor::addField(QVBoxLayout* to, QLabel* label, QWidget* field)
{
    label->setBuddy(field);
    label->setFont(theme::font(theme::Text::Secondary, true));
    auto* pair = new QVBoxLayout;
    pair->setSpacing(theme::unit() / 2);
    pair->addWidget(label);
    pair->addWidget(field);
    to->addLayout(pair);
}

void ProductEditor::arrange()
{
    const int unit = theme::unit();
    setFixedWidth(theme::scaled(344));
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);

    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* form = new QWidget;
    auto* fields = new QVBoxLayout(form);
    fields->setContentsMargins(0, 0, unit + unit / 2, 0);
    fields->setSpacing(unit + unit / 2);
    addField(fields, m_nameLabel, m_name);
    addField(fields, m_nameJaLabel, m_nameJa);
    addField(fields, m_categoryLabel, m_category);
    auto* money = new QHBoxLayout;
    money->setSpacing(unit + unit / 2);
    auto* price = new QVBoxLayout;
    addField(price, m_priceLabel, m_price);
    auto* tax = new QVBoxLayout;
    addField(tax, m_taxLabel, m_tax);
    money->addLayout(price, 3);
    money->addLayout(tax, 2);
    fields->addLayout(money);
    addField(fields, m_barcodesLabel, m_barcodes);
    addField(fields, m_pictureLabel, m_picture);
    fields->addWidget(m_favourite);
    fields->addWidget(m_active);
    fields->addStretch(1);
    scroll->setWidget(form);
    form->setAutoFillBackground(false);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * unit, unit + unit / 2, unit, 2 * unit);
    column->setSpacing(unit + unit / 2);
    column->addLayout(head);
    column->addWidget(scroll, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(0, 0, unit, 0);
    foot->addWidget(m_save, 1);
    column->addLayout(foot);
}

void ProductEditor::setCategories(std::vector<catalogue::Category> categories)
{
    m_categories = std::move(categories);
    fillCategories();
}

void ProductEditor::fillCategories()
{
    const QSignalBlocker quiet(m_category);
    const QVariant chosen = m_category->currentData();
    m_category->clear();
    for (const catalogue::Category& category : m_categories)
        m_category->addItem(shownName(category.name, category.nameJa), qlonglong(category.id.value));
    m_category->setCurrentIndex(chosen.isValid() ? m_category->findData(chosen) : 0);
}

void ProductEditor::fillTaxes(catalogue::TaxRate current)
{
    const QSignalBlocker quiet(m_tax);
    std::set<int> rates{80, 100}; // Japan since 2019 (catalogue::TaxRate)
    rates.insert(current.permille);
    m_tax->clear();
    for (const int permille : rates)
        m_tax->addItem(tr("%1 %", "a tax rate").arg(QLocale().toString(permille / 10.0, 'g', 3)), permille);
    m_tax->setCurrentIndex(m_tax->findData(current.permille));
}

void ProductEditor::fillPictures()
{
    for (const QString& picture : theme::productPictures()) {
        auto* item = new QListWidgetItem(theme::productIcon(picture), {}, m_picture);
        item->setData(pictureRole, picture);
    }
}

void ProductEditor::edit(const catalogue::Product& product)
{
    m_product = product;
    fill(product);
    setBusy(false);
    retranslate();
}

void ProductEditor::resume(const catalogue::Product& draft)
{
    fill(draft);
}

void ProductEditor::fill(const catalogue::Product& product)
{
    m_name->setText(product.name);
    m_nameJa->setText(product.nameJa);
    m_category->setCurrentIndex(std::max(0, m_category->findData(qlonglong(product.category.value))));
    if (product.price.isZero())
        m_price->clear();
    else
        m_price->setAmount(product.price);
    fillTaxes(product.tax);
    m_barcodes->setText(product.barcodes.join(u", "_s));
    m_picture->setCurrentRow(-1);
    for (int row = 0; row < m_picture->count(); ++row) {
        if (m_picture->item(row)->data(pictureRole).toString() == product.picture)
            m_picture->setCurrentRow(row);
    }
    m_favourite->setChecked(product.favourite);
    m_active->setChecked(product.active);
}

QStringList ProductEditor::typedBarcodes() const
{
    static const QRegularExpression between(u"[\\n\\t,;、，]+"_s);
    QStringList codes;
    const QStringList parts = m_barcodes->text().split(between, Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        // A blank parts two numbers; in a code with letters it is a sign like others.
        const QStringList pieces = part.simplified().split(u' ', Qt::SkipEmptyParts);
        if (std::ranges::all_of(pieces, catalogue::isNumber))
            codes += pieces;
        else
            codes += part.trimmed();
    }
    return codes;
}

void ProductEditor::showBarcodes(const QStringList& codes)
{
    m_barcodes->setText(codes.isEmpty() ? QString() : codes.join(u", "_s) + u", "_s);
}

void ProductEditor::addBarcode(const QString& code)
{
    QStringList codes = typedBarcodes();
    if (!codes.contains(code, Qt::CaseInsensitive))
        codes.append(code);
    showBarcodes(codes);
    m_barcodes->setFocus(Qt::OtherFocusReason);
}

catalogue::Product ProductEditor::draft() const
{
    catalogue::Product product = m_product;
    product.name = m_name->text();
    product.nameJa = m_nameJa->text();
    product.category = CategoryId{m_category->currentData().toLongLong()};
    product.price = m_price->amount().value_or(m_price->text().isEmpty() ? Money() : m_product.price);
    product.tax = {m_tax->currentData().toInt()};
    product.barcodes = typedBarcodes();
    if (const QListWidgetItem* item = m_picture->currentItem())
        product.picture = item->data(pictureRole).toString();
    product.favourite = m_favourite->isChecked();
    product.active = m_active->isChecked();
    return product;
}

Result<catalogue::Product> ProductEditor::typed() const
{
    catalogue::Product product = draft();
    KOBAI_ASSIGN(product.price, m_price->amount());
    return product;
}

bool ProductEditor::isChanged() const
{
    const catalogue::Product now = draft();
    const bool unreadablePrice = !m_price->amount() && !m_price->text().isEmpty();
    return unreadablePrice || now.name != m_product.name || now.nameJa != m_product.nameJa
           || (now.category != m_product.category && !m_product.category.isNull()) || now.price != m_product.price
           || now.tax != m_product.tax || now.barcodes != m_product.barcodes || now.picture != m_product.picture
           || now.favourite != m_product.favourite || now.active != m_product.active;
}

void ProductEditor::focusField(FaultCode code)
{
    QWidget* field = m_name;
    if (code == FaultCode::AmountMalformed || code == FaultCode::AmountAmbiguous || code == FaultCode::AmountNegative
        || code == FaultCode::AmountZero || code == FaultCode::AmountTooLarge
        || (code == FaultCode::TextEmpty && !m_name->text().trimmed().isEmpty()))
        field = m_price;
    if (code == FaultCode::BarcodeMalformed || code == FaultCode::Duplicate)
        field = m_barcodes;
    field->setFocus(Qt::ShortcutFocusReason);
}

void ProductEditor::setBusy(bool busy)
{
    m_save->setEnabled(!busy);
}

void ProductEditor::retranslate()
{
    m_title->setText(m_product.id.isNull() ? tr("New product") : tr("Change product"));
    m_nameLabel->setText(tr("&Name"));
    m_nameJaLabel->setText(tr("Name in &Japanese"));
    m_categoryLabel->setText(tr("Cate&gory"));
    m_priceLabel->setText(tr("&Price with tax"));
    m_taxLabel->setText(tr("Ta&x in it"));
    m_barcodesLabel->setText(tr("&Barcodes"));
    m_barcodes->setPlaceholderText(tr("Scan or type"));
    m_pictureLabel->setText(tr("P&icture"));
    m_picture->setAccessibleName(tr("P&icture").remove(u'&'));
    m_favourite->setText(tr("&Favourite: first at the till"));
    m_active->setText(tr("&Sold at the till"));
    m_save->setText(tr("Save product"));
    m_close->setAccessibleName(tr("Close the product"));
    m_close->setToolTip(tr("Close the product"));
    for (int row = 0; row < m_picture->count(); ++row) {
        QListWidgetItem* item = m_picture->item(row);
        const QString words = pictureWords(item->data(pictureRole).toString());
        item->setToolTip(words);
        item->setData(Qt::AccessibleTextRole, words);
    }
    const QVariant tax = m_tax->currentData();
    fillTaxes(tax.isValid() ? catalogue::TaxRate{tax.toInt()} : m_product.tax);
    fillCategories();
}

void ProductEditor::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBox(painter, rect(), theme::unit(), scheme().surface, theme::outline());
}

} // namespace kobai::app
