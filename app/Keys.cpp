// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Keys.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace kobai::app {
namespace {

constexpr std::array everyKey{Key::Help,       Key::Search,     Key::Lock,        Key::Workplace1, Key::Workplace2,
                              Key::Workplace3, Key::Workplace4, Key::Workplace5,  Key::Workplace6, Key::Workplace7,
                              Key::MainAction, Key::Back,       Key::FindHere,    Key::Quantity,   Key::RemoveLine,
                              Key::Money,      Key::PayByPin,   Key::PayByLookUp, Key::NewEntry,   Key::Save,
                              Key::Receipt};

QString say(const char* source)
{
    return QCoreApplication::translate("Keys", source);
}

} // namespace

std::span<const Key> allKeys()
{
    return everyKey;
}

std::span<const Key> pageKeys()
{
    return allKeys().subspan(std::size_t(std::ranges::find(everyKey, Key::FindHere) - everyKey.begin()));
}

QKeySequence keySequence(Key key)
{
    switch (key) {
    case Key::Help:
        return Qt::Key_F1;
    case Key::Search:
        return Qt::CTRL | Qt::Key_K;
    case Key::Lock:
        return Qt::CTRL | Qt::Key_L;
    case Key::Workplace1:
        return Qt::CTRL | Qt::Key_1;
    case Key::Workplace2:
        return Qt::CTRL | Qt::Key_2;
    case Key::Workplace3:
        return Qt::CTRL | Qt::Key_3;
    case Key::Workplace4:
        return Qt::CTRL | Qt::Key_4;
    case Key::Workplace5:
        return Qt::CTRL | Qt::Key_5;
    case Key::Workplace6:
        return Qt::CTRL | Qt::Key_6;
    case Key::Workplace7:
        return Qt::CTRL | Qt::Key_7;
    case Key::MainAction:
        return Qt::Key_Return;
    case Key::Back:
        return Qt::Key_Escape;
    case Key::FindHere:
        return Qt::Key_F2;
    case Key::Quantity:
        return Qt::Key_F4;
    case Key::RemoveLine:
        return Qt::Key_Delete;
    case Key::Money:
        return Qt::Key_F12;
    case Key::PayByPin:
        return Qt::Key_F10;
    case Key::PayByLookUp:
        return Qt::Key_F11;
    case Key::NewEntry:
        return Qt::CTRL | Qt::Key_N;
    case Key::Save:
        return Qt::CTRL | Qt::Key_S;
    case Key::Receipt:
        return Qt::CTRL | Qt::Key_P;
    }
    return {};
}

QString keyText(Key key)
{
    return keySequence(key).toString(QKeySequence::NativeText);
}

QString keyWords(Key key)
{
    switch (key) {
    case Key::Help:
        return say(QT_TRANSLATE_NOOP("Keys", "Show or hide these keys"));
    case Key::Search:
        return say(QT_TRANSLATE_NOOP("Keys", "Search people, products, receipts and pages"));
    case Key::Lock:
        return say(QT_TRANSLATE_NOOP("Keys", "Lock: close the store and the camera"));
    case Key::Workplace1:
        return say(QT_TRANSLATE_NOOP("Keys", "First workplace"));
    case Key::Workplace2:
        return say(QT_TRANSLATE_NOOP("Keys", "Second workplace"));
    case Key::Workplace3:
        return say(QT_TRANSLATE_NOOP("Keys", "Third workplace"));
    case Key::Workplace4:
        return say(QT_TRANSLATE_NOOP("Keys", "Fourth workplace"));
    case Key::Workplace5:
        return say(QT_TRANSLATE_NOOP("Keys", "Fifth workplace"));
    case Key::Workplace6:
        return say(QT_TRANSLATE_NOOP("Keys", "Sixth workplace"));
    case Key::Workplace7:
        return say(QT_TRANSLATE_NOOP("Keys", "Seventh workplace"));
    case Key::MainAction:
        return say(QT_TRANSLATE_NOOP("Keys", "The filled button, unless it books money"));
    case Key::Back:
        return say(QT_TRANSLATE_NOOP("Keys", "One step back"));
    case Key::FindHere:
        return say(QT_TRANSLATE_NOOP("Keys", "Go to the search field of this page"));
    case Key::Quantity:
        return say(QT_TRANSLATE_NOOP("Keys", "Change the quantity"));
    case Key::RemoveLine:
        return say(QT_TRANSLATE_NOOP("Keys", "Take the line out of the basket"));
    case Key::Money:
        return say(QT_TRANSLATE_NOOP("Keys", "Pay by face, then charge; book a top-up"));
    case Key::PayByPin:
        return say(QT_TRANSLATE_NOOP("Keys", "Pay by PIN"));
    case Key::PayByLookUp:
        return say(QT_TRANSLATE_NOOP("Keys", "Look the customer up by name"));
    case Key::NewEntry:
        return say(QT_TRANSLATE_NOOP("Keys", "Add a new entry"));
    case Key::Save:
        return say(QT_TRANSLATE_NOOP("Keys", "Save"));
    case Key::Receipt:
        return say(QT_TRANSLATE_NOOP("Keys", "Show the receipt"));
    }
    return {};
}

KeyHint keyHint(Key key)
{
    return {keySequence(key), keyWords(key)};
}

QList<KeyHint> keyHints(std::initializer_list<Key> keys)
{
    QList<KeyHint> hints;
    hints.reserve(qsizetype(keys.size()));
    for (const Key key : keys)
        hints.append(keyHint(key));
    return hints;
}

Key workplaceKey(int index)
{
    static constexpr std::array order{Key::Workplace1, Key::Workplace2, Key::Workplace3, Key::Workplace4,
                                      Key::Workplace5, Key::Workplace6, Key::Workplace7};
    return order.at(std::size_t(index));
}

} // namespace kobai::app
