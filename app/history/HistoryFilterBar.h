// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/Assortment.h"
#include "ledger/Sale.h"
#include "people/Person.h"

#include <QDateEdit>
#include <QWidget>

#include <optional>
#include <vector>

class QButtonGroup;
class QComboBox;
class QCompleter;
class QLabel;
class QStandardItemModel;

namespace kobai::widgets {
class Button;
class SearchField;
} // namespace kobai::widgets

namespace kobai::app {

/// What of the history is looked at: whose, which days, which product, how paid. GUI thread.
class HistoryFilterBar final : public QWidget {
    Q_OBJECT

public:
    explicit HistoryFilterBar(QWidget* parent = nullptr);

    [[nodiscard]] ledger::HistoryFilter filter() const;
    /// The last day that can be looked at, and where the ranges end.
    void setToday(QDate today);
    void setProducts(const std::vector<catalogue::Product>& products);
    /// What personSearched() found.
    void suggest(const std::vector<people::Person>& found);
    void setDays(QDate from, QDate to);
    void reset();
    [[nodiscard]] bool isReset() const;
    void focusPerson();
    void retranslate();

Q_SIGNALS:
    void changed();
    void personSearched(const QString& text);

private:
    enum Range { Today, Week, Month, All };
    void makePerson();
    void makeDays();
    void arrange();
    void setRange(Range range);
    void markRange();
    void choosePerson(const QModelIndex& index);
    void personTyped(const QString& text);
    void say();
    void fillProducts();
    void fillMethods();

    std::vector<catalogue::Product> m_products;
    std::optional<PersonId> m_chosenPerson;
    QString m_chosenText; ///< what the field holds while a person is chosen
    QDate m_today;
    bool m_quiet = false; ///< fields are being set by the program

    widgets::SearchField* m_person;
    QStandardItemModel* m_people;
    QCompleter* m_completer;
    QComboBox* m_product;
    QComboBox* m_method;
    QButtonGroup* m_ranges;
    QLabel* m_fromLabel;
    QDateEdit* m_from;
    QLabel* m_toLabel;
    QDateEdit* m_to;
    widgets::Button* m_clear;
};

} // namespace kobai::app
