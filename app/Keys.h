// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Page.h"

#include <QKeySequence>
#include <QString>

#include <initializer_list>
#include <span>

namespace kobai::app {

/// Every shortcut of Kobai; nothing else in app/ or widgets/ names a key combination of its own.
enum class Key {
    // The window's, the same on every page
    Help,
    Search,
    Lock,
    Workplace1,
    Workplace2,
    Workplace3,
    Workplace4,
    Workplace5,
    Workplace6,
    Workplace7,
    MainAction,
    Back,

    // The pages'
    FindHere, ///< the page's own search field (products at the till, people elsewhere)
    Quantity,
    RemoveLine,
    Money, ///< pay by face, then charge; book a top-up: what Enter never does
    PayByPin,
    PayByLookUp,
    NewEntry,
    Save,
    Receipt,
};

/// All of them, in the order of F1.
[[nodiscard]] std::span<const Key> allKeys();
/// Those that are not the window's: what lies above a page keeps them from it.
[[nodiscard]] std::span<const Key> pageKeys();
[[nodiscard]] QKeySequence keySequence(Key key);
/// As it stands on a button, in the machine's notation.
[[nodiscard]] QString keyText(Key key);
/// What it does, in the current language.
[[nodiscard]] QString keyWords(Key key);
/// For Page::keys().
[[nodiscard]] KeyHint keyHint(Key key);
[[nodiscard]] QList<KeyHint> keyHints(std::initializer_list<Key> keys);
/// The key that brings workplace @p index (0..6) to the front.
[[nodiscard]] Key workplaceKey(int index);

} // namespace kobai::app
