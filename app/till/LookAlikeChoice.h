// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/Person.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace kobai::app {

/// "Who is standing there?": the persons whom a face does not tell apart, each on a large button with what tells two people of one name apart,
/// and beside it the PIN for whoever wants to type it. Keys 1, 2 ... choose. Favours nobody. GUI thread.
class LookAlikeChoice final : public QWidget {
    Q_OBJECT

public:
    explicit LookAlikeChoice(QWidget* parent = nullptr);

    void show(const std::vector<people::Person>& persons); ///< empty: nobody is named
    void focusFirst();
    void retranslate();

Q_SIGNALS:
    void chosen(const kobai::PersonId& person);
    void pinAsked(const kobai::PersonId& person);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill();

    std::vector<people::Person> m_persons;
    QVBoxLayout* m_rows;
};

} // namespace kobai::app
