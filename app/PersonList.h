// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/Person.h"
#include "widgets/Theme.h"

#include <QAbstractListModel>
#include <QListView>

#include <optional>
#include <vector>

namespace kobai::app {

/// "2026014 · Year 2 · 3-B · Sakura": what tells two people of one name apart. Parts that are not known are left out.
[[nodiscard]] QString personLine(const people::Person& person);

/// One person in a list, with a state beside the name when the workplace shows one.
struct PersonRow {
    people::Person person;
    widgets::theme::Role role = widgets::theme::Role::Quiet;
    QString iconName; ///< empty: no state
    QString state;
};

/// The people a search found. GUI thread.
class PersonListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Part { LineRole = Qt::UserRole, IconRole, StateRole, ColourRole };

    using QAbstractListModel::QAbstractListModel;
    void setRows(std::vector<PersonRow> rows);
    [[nodiscard]] const std::vector<PersonRow>& rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<PersonRow> m_rows;
};

/// A list of people to choose from: the name over what tells it apart. Enter, a click or a touch chooses. GUI thread.
class PersonList final : public QListView {
    Q_OBJECT

public:
    explicit PersonList(QWidget* parent = nullptr);

    /// Keeps the current person where it is still listed.
    void setRows(std::vector<PersonRow> rows);
    [[nodiscard]] int count() const { return int(m_model->rows().size()); }
    [[nodiscard]] std::optional<PersonId> current() const;
    void setCurrent(PersonId person);
    /// What Enter in the search field does: the current row, or the first.
    void chooseCurrent();
    /// Up and Down while the search field keeps the focus.
    void step(int rows);
    void retranslate();

Q_SIGNALS:
    void personChosen(const kobai::PersonId& person);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    PersonListModel* m_model;
};

} // namespace kobai::app
