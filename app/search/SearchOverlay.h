// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/search/FindAnywhere.h"
#include "app/window/Overlay.h"

#include <QStringList>
#include <QTimer>

#include <memory>
#include <variant>

class QLineEdit;
class QListWidget;

namespace kobai::widgets {
class Text;
}

namespace kobai::app {

class Services;

/// A page of the window, as a search result.
struct FoundPage {
    int index = 0;
};

/// What was chosen in the search.
using SearchTarget = std::variant<FoundPage, PersonId, ProductId, FoundSale>;

/// Ctrl+K: one field over everything; arrows walk the results, Enter goes there. GUI thread.
class SearchOverlay final : public Overlay {
    Q_OBJECT

public:
    struct PageEntry {
        QString title;
        QString iconName;
    };

    SearchOverlay(Services& services, QWidget* window);
    void showWith(const QList<PageEntry>& pages);
    void lookFor(const QString& text);

Q_SIGNALS:
    void chosen(const kobai::app::SearchTarget& target);

protected:
    void opened() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void list(const FoundThings& found);
    void add(const QString& iconName, const QString& title, const QString& detail, const SearchTarget& target);
    void choose(int row);

    Services& m_services;
    QLineEdit* m_field;
    QListWidget* m_list;
    widgets::Text* m_hint;
    QTimer m_pause;
    QList<PageEntry> m_pages;
    std::vector<SearchTarget> m_targets;
    int m_lastAsked = 0;
    std::shared_ptr<FindAnywhere> m_finder; ///< of this opening; used on the store's thread
};

} // namespace kobai::app
