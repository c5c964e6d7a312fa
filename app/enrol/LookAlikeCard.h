// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/Person.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace kobai::widgets {
class SearchField;
class Text;
} // namespace kobai::widgets

namespace kobai::app {

class AskStrip;
class PersonList;

/// With whom a person is registered as looking alike: twins most of all. Adds a pair by a search and takes one out, each after a
/// question that names both. GUI thread.
class LookAlikeCard final : public QWidget {
    Q_OBJECT

public:
    explicit LookAlikeCard(QWidget* parent = nullptr);
    void show(const people::Person& person, const std::vector<people::Person>& lookAlikes);
    /// @p text is what was searched for.
    void showFound(const QString& text, const std::vector<people::Person>& persons);
    /// A question or a search is given up; false when there was none.
    bool stepBack();
    void retranslate();

Q_SIGNALS:
    void searched(const QString& text);
    void pairAsked(const kobai::PersonId& other);
    void forgetAsked(const kobai::PersonId& other);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void listPairs();
    void askToAdd(PersonId other);
    void askToForget(const people::Person& other);
    void clearSearch();

    people::Person m_person;
    std::vector<people::Person> m_lookAlikes;
    std::vector<people::Person> m_foundPersons;
    people::Person m_other; ///< whom the question is about
    bool m_adding = false;
    widgets::Text* m_title;
    widgets::Text* m_words;
    QVBoxLayout* m_pairs;
    widgets::Text* m_searchWord;
    widgets::SearchField* m_search;
    PersonList* m_found;
    widgets::Text* m_nobody;
    AskStrip* m_ask;
};

} // namespace kobai::app
