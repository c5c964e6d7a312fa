// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/Dice.h"

#include <QString>

namespace kobai::demo {

struct DemoName {
    QString name;
    QString reading; ///< kana; empty for names in Latin letters
};

/// An invented family: its members share the surname.
class DemoFamily final {
public:
    explicit DemoFamily(Dice& dice);

    [[nodiscard]] DemoName woman(Dice& dice) const;
    [[nodiscard]] DemoName man(Dice& dice) const;

private:
    bool m_latin;
    int m_surname;
};

} // namespace kobai::demo
