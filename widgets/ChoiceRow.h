// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QButtonGroup>
#include <QStringList>
#include <QWidget>

namespace kobai::widgets {

/// A few words side by side of which one holds: language, appearance, the parts of a page. Arrow keys move inside. GUI thread.
class ChoiceRow final : public QWidget {
    Q_OBJECT

public:
    /// @p name becomes the object name; the choices are name0, name1 ...
    ChoiceRow(const QString& name, int choices, QWidget* parent = nullptr);
    void setWords(const QStringList& words);
    void setCurrent(int index);
    [[nodiscard]] int current() const { return m_group->checkedId(); }

Q_SIGNALS:
    void chosen(int index);

private:
    QButtonGroup* m_group;
};

} // namespace kobai::widgets
