// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/Accounts.h"
#include "app/Page.h"
#include "app/Services.h"
#include "app/accounts/TopUpFlow.h"

#include <optional>
#include <vector>

class QStackedWidget;

namespace kobai::widgets {
class Banner;
class Button;
class Chip;
class EmptyState;
class PagedTableView;
class SearchField;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class EntriesModel;
class PersonList;
class TopUpForm;

/// Whose money it is: people left, right the balance, the cash top-up and the entries of the one who is chosen. GUI thread.
class AccountsPage final : public Page {
    Q_OBJECT

public:
    explicit AccountsPage(Services& services, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] QList<KeyHint> keys() const override;
    void enter() override;
    void leave() override;
    [[nodiscard]] bool mayLeave() const override;
    bool stepBack() override;
    void retranslate() override;
    bool showPerson(PersonId person) override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeLeft();
    QWidget* makeRight();
    QWidget* makeHead();
    void connectParts();

    void search();
    void load(PersonId person);    ///< somebody looks: it goes on record
    void refresh(PersonId person); ///< what is on the screen, brought up to date
    void take(quint64 asked, const Result<accounts::AccountView>& account);
    void readPage(quint64 ticket, std::optional<std::int64_t> before);
    void openTopUp();
    void bookTopUp();
    void showAccount();
    void complain(const Fault& fault);

    Services& m_services;
    TopUpFlow m_topUp;
    std::optional<accounts::AccountView> m_account;
    quint64 m_searches = 0;
    QString m_answered;             ///< the search that the list answers
    bool m_chooseWhenFound = false; ///< Enter came before the answer
    quint64 m_loads = 0;
    bool m_loading = false; ///< a load() is under way
    bool m_nobodyAtAll = false;

    QWidget* m_left;
    widgets::SearchField* m_search;
    QStackedWidget* m_listStack;
    PersonList* m_list;
    widgets::EmptyState* m_empty;
    widgets::Banner* m_banner;
    QStackedWidget* m_stack;
    widgets::EmptyState* m_welcome;
    widgets::Text* m_name;
    widgets::Text* m_line;
    widgets::Chip* m_leaver;
    widgets::Text* m_balanceWord;
    widgets::Text* m_balance;
    widgets::Button* m_topUpButton;
    TopUpForm* m_form;
    widgets::Text* m_entriesWord;
    EntriesModel* m_entries;
    widgets::PagedTableView* m_table;
    QStackedWidget* m_tableStack;
    widgets::EmptyState* m_noEntries;
};

} // namespace kobai::app
