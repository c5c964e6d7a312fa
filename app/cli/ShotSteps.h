// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kobai::app {
class MainWindow;
class Services;
} // namespace kobai::app

namespace kobai::cli {

class Stage;

// What "kobai shots" does over and over.

inline constexpr int openMs = 120'000;
inline constexpr int recogniseMs = 40'000;
inline constexpr int lookMs = 1'800; ///< long enough that the ring is under way
inline constexpr int loadMs = 700;

// In the order of app/Workplaces.cpp.
enum Workplace { Till, Enrol, Accounts, History, Catalogue, Recognition, Settings };

/// In the order of their names: the man, the same man in another recording, another man.
void playClip(app::Services& services, int index);
void scan(Stage& stage, const QString& barcode);
void fillBasket(Stage& stage);
void emptyBasket(Stage& stage);
void enterPin(Stage& stage);
/// From wherever the enrol page stands to the first step of the person with this number.
void showPerson(Stage& stage, app::MainWindow& window, const QString& number);

} // namespace kobai::cli
