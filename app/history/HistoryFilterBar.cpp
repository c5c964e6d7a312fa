// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/HistoryFilterBar.h"

#include "app/ShownName.h"
#include "app/history/PurchaseTableModel.h"
#include "widgets/Controls.h"
#include "widgets/Names.h"
#include "widgets/SearchField.h"

#include <QAbstractItemView>
#include <QButtonGroup>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using namespace widgets;

namespace {

// Before any store was kept with Kobai: shown as "beginning".
const QDate beginning(2000, 1, 1);
constexpr int personRole = Qt::UserRole + 1;

} // namespace

HistoryFilterBar::HistoryFilterBar(QWidget* parent)
    : QWidget(parent), m_person(new SearchField(this)), m_people(new QStandardItemModel(this)),
      m_completer(new QCompleter(m_people, this)), m_product(new QComboBox(this)), m_method(new QComboBox(this)),
      m_ranges(new QButtonGroup(this)), m_fromLabel(new QLabel(this)), m_from(new QDateEdit(this)),
      m_toLabel(new QLabel(this)), m_to(new QDateEdit(this)),
      m_clear(new Button(Button::Weight::Quiet, Button::Size::Normal, this))
{
    makePerson();
    m_product->setObjectName(u"filterProduct"_s);
    m_product->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_product->setMinimumContentsLength(14);
    m_product->setMaxVisibleItems(16);
    m_method->setObjectName(u"filterMethod"_s);
    m_clear->setObjectName(u"clearFilters"_s);
    m_clear->setIconName(u"close"_s);
    for (QComboBox* box : {m_product, m_method})
        connect(box, &QComboBox::currentIndexChanged, this, &HistoryFilterBar::say);
    connect(m_clear, &QAbstractButton::clicked, this, &HistoryFilterBar::reset);
    makeDays();
    arrange();
    retranslate();
}

void HistoryFilterBar::makePerson()
{
    m_person->setObjectName(u"filterPerson"_s);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setCompletionRole(Qt::DisplayRole);
    m_completer->setMaxVisibleItems(8);
    m_completer->popup()->setObjectName(u"filterPersonPopup"_s);
    m_person->setCompleter(m_completer);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, &HistoryFilterBar::choosePerson);
    connect(m_person, &SearchField::searchRequested, this, &HistoryFilterBar::personTyped);
    connect(m_person, &QLineEdit::returnPressed, this, [this] {
        if (!m_chosenPerson && m_people->rowCount() > 0)
            choosePerson(m_people->index(0, 0));
    });
}

void HistoryFilterBar::makeDays()
{
    m_ranges->setExclusive(true);
    const std::array names{u"rangeToday"_s, u"rangeWeek"_s, u"rangeMonth"_s, u"rangeAll"_s};
    for (int range = Today; range <= All; ++range) {
        auto* button = new Button(Button::Weight::Plain, Button::Size::Normal, this);
        button->setObjectName(names[std::size_t(range)]);
        button->setCheckable(true);
        m_ranges->addButton(button, range);
    }
    connect(m_ranges, &QButtonGroup::idClicked, this, [this](int range) { setRange(Range(range)); });
    m_from->setObjectName(u"filterFrom"_s);
    m_to->setObjectName(u"filterTo"_s);
    m_fromLabel->setBuddy(m_from);
    m_toLabel->setBuddy(m_to);
    for (QDateEdit* edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        edit->setMinimumDate(beginning);
        edit->setKeyboardTracking(false);
        connect(edit, &QDateEdit::dateChanged, this, [this] {
            markRange();
            say();
        });
    }
}

void HistoryFilterBar::arrange()
{
    auto* what = new QHBoxLayout;
    what->setSpacing(theme::unit());
    what->addWidget(m_person, 3);
    what->addWidget(m_product, 2);
    what->addWidget(m_method);
    what->addWidget(m_clear);
    auto* when = new QHBoxLayout;
    when->setSpacing(theme::unit());
    for (QAbstractButton* button : m_ranges->buttons())
        when->addWidget(button);
    when->addSpacing(theme::unit());
    when->addWidget(m_fromLabel);
    when->addWidget(m_from);
    when->addWidget(m_toLabel);
    when->addWidget(m_to);
    when->addStretch(1);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme::unit());
    rows->addLayout(what);
    rows->addLayout(when);
}

ledger::HistoryFilter HistoryFilterBar::filter() const
{
    ledger::HistoryFilter filter;
    filter.person = m_chosenPerson;
    if (const auto product = m_product->currentData(); product.isValid())
        filter.product = product.value<ProductId>();
    if (const auto method = m_method->currentData(); method.isValid())
        filter.method = ledger::PaymentMethod(method.toInt());
    if (m_from->date() > beginning)
        filter.from = m_from->date();
    filter.to = m_to->date();
    return filter;
}

void HistoryFilterBar::setToday(QDate today)
{
    if (std::exchange(m_today, today) == today)
        return;
    const int range = m_ranges->checkedId();
    m_quiet = true;
    m_from->setMaximumDate(today);
    m_to->setMaximumDate(today);
    m_quiet = false;
    // A range by name moves on with midnight; chosen days stay.
    setRange(range < 0 ? Month : Range(range));
}

void HistoryFilterBar::setDays(QDate from, QDate to)
{
    m_quiet = true;
    m_from->setDate(from.isValid() ? from : beginning);
    m_to->setDate(to.isValid() ? to : m_today);
    m_quiet = false;
    markRange();
    say();
}

void HistoryFilterBar::setRange(Range range)
{
    switch (range) {
    case Today:
        return setDays(m_today, m_today);
    case Week:
        return setDays(m_today.addDays(-6), m_today);
    case Month:
        return setDays(m_today.addDays(-29), m_today);
    case All:
        return setDays({}, m_today);
    }
}

void HistoryFilterBar::markRange()
{
    const auto range = [this]() -> int {
        if (m_to->date() != m_today)
            return -1;
        if (m_from->date() == m_today)
            return Today;
        if (m_from->date() == m_today.addDays(-6))
            return Week;
        if (m_from->date() == m_today.addDays(-29))
            return Month;
        return m_from->date() == beginning ? int(All) : -1;
    }();
    m_ranges->setExclusive(false);
    for (QAbstractButton* button : m_ranges->buttons())
        button->setChecked(m_ranges->id(button) == range);
    m_ranges->setExclusive(true);
}

void HistoryFilterBar::personTyped(const QString& text)
{
    if (m_chosenPerson && text == m_chosenText)
        return;
    const bool filtered = m_chosenPerson.has_value();
    m_chosenPerson.reset();
    if (filtered || text.isEmpty())
        say();
    if (!text.isEmpty())
        Q_EMIT personSearched(text);
}

void HistoryFilterBar::suggest(const std::vector<people::Person>& found)
{
    m_people->clear();
    for (const people::Person& person : found) {
        auto* item = new QStandardItem(
            tr("%1 – %2", "a person's name and number").arg(isolated(person.name), isolated(person.number)));
        item->setData(QVariant::fromValue(person.id), personRole);
        m_people->appendRow(item);
    }
    if (m_person->hasFocus() && !found.empty())
        m_completer->complete();
}

void HistoryFilterBar::choosePerson(const QModelIndex& index)
{
    const QVariant person = index.data(personRole);
    if (!person.isValid())
        return;
    m_chosenPerson = person.value<PersonId>();
    m_chosenText = index.data(Qt::DisplayRole).toString().trimmed();
    m_person->setText(m_chosenText);
    m_completer->popup()->hide();
    say();
}

void HistoryFilterBar::reset()
{
    m_quiet = true;
    m_chosenPerson.reset();
    m_person->clearSearch();
    m_product->setCurrentIndex(0);
    m_method->setCurrentIndex(0);
    m_quiet = false;
    setRange(Month);
}

bool HistoryFilterBar::isReset() const
{
    return !m_chosenPerson && m_product->currentIndex() <= 0 && m_method->currentIndex() <= 0
           && m_ranges->checkedId() == Month;
}

void HistoryFilterBar::focusPerson()
{
    m_person->setFocus(Qt::ShortcutFocusReason);
    m_person->selectAll();
}

void HistoryFilterBar::say()
{
    m_clear->setEnabled(!isReset() || !m_person->text().isEmpty());
    if (!m_quiet)
        Q_EMIT changed();
}

void HistoryFilterBar::setProducts(const std::vector<catalogue::Product>& products)
{
    m_products = products;
    fillProducts();
}

void HistoryFilterBar::fillProducts()
{
    const QSignalBlocker quiet(m_product);
    const QVariant chosen = m_product->currentData();
    m_product->clear();
    m_product->addItem(tr("All products"));
    for (const catalogue::Product& product : m_products)
        m_product->addItem(shownName(product.name, product.nameJa), QVariant::fromValue(product.id));
    for (int row = 1; chosen.isValid() && row < m_product->count(); ++row) {
        if (m_product->itemData(row).value<ProductId>() == chosen.value<ProductId>())
            m_product->setCurrentIndex(row);
    }
}

void HistoryFilterBar::fillMethods()
{
    const QSignalBlocker quiet(m_method);
    const int chosen = std::max(0, m_method->currentIndex());
    m_method->clear();
    m_method->addItem(tr("All ways to pay"));
    for (const auto method : {ledger::PaymentMethod::Face, ledger::PaymentMethod::Pin, ledger::PaymentMethod::LookUp})
        m_method->addItem(theme::icon(methodIcon(method)), methodWords(method), int(method));
    m_method->setCurrentIndex(chosen);
}

void HistoryFilterBar::retranslate()
{
    m_person->setPlaceholderText(tr("Whose purchases? Name or number"));
    m_person->setAccessibleName(tr("Customer"));
    m_product->setAccessibleName(tr("Product"));
    m_method->setAccessibleName(tr("Way to pay"));
    m_ranges->button(Today)->setText(tr("Today"));
    m_ranges->button(Week)->setText(tr("7 days"));
    m_ranges->button(Month)->setText(tr("30 days"));
    m_ranges->button(All)->setText(tr("All", "the whole time"));
    m_fromLabel->setText(tr("From", "the first day looked at"));
    m_toLabel->setText(tr("to", "the last day looked at"));
    m_from->setSpecialValueText(tr("Beginning"));
    m_clear->setText(tr("Clear filters"));
    const QLocale locale;
    for (QDateEdit* edit : {m_from, m_to}) {
        edit->setLocale(locale);
        edit->setDisplayFormat(
            locale.dateFormat(QLocale::ShortFormat).replace(u"yyyy"_s, u"yy"_s).replace(u"yy"_s, u"yyyy"_s));
    }
    fillProducts();
    fillMethods();
}

} // namespace kobai::app
