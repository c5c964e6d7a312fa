// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/unlock/PassphraseStrength.h"

#include "store/Store.h"

#include <QCoreApplication>

#include <cmath>
#include <cstdlib>

namespace kobai::app {
namespace {

constexpr double fairBits = 50;
constexpr double strongBits = 70;

/// How many characters an attacker has to try at each place.
int alphabetSize(const QString& text)
{
    bool lower = false;
    bool upper = false;
    bool digit = false;
    bool other = false;
    bool wide = false;
    for (const QChar c : text) {
        if (c.unicode() > 0x7f)
            wide = true;
        else if (c.isLower())
            lower = true;
        else if (c.isUpper())
            upper = true;
        else if (c.isDigit())
            digit = true;
        else
            other = true;
    }
    return (lower ? 26 : 0) + (upper ? 26 : 0) + (digit ? 10 : 0) + (other ? 20 : 0) + (wide ? 100 : 0);
}

/// Characters that do not just go on from the one before: "aaaa" and "1234" count once.
int freshCharacters(const QString& text)
{
    int fresh = 0;
    QChar before;
    for (const QChar c : text) {
        if (fresh == 0 || std::abs(int(c.unicode()) - int(before.unicode())) > 1)
            ++fresh;
        before = c;
    }
    return fresh;
}

QString say(const char* source)
{
    return QCoreApplication::translate("PassphraseStrength", source);
}

} // namespace

Strength passphraseStrength(const QString& passphrase)
{
    if (passphrase.isEmpty())
        return Strength::Empty;
    if (passphrase.size() < store::shortestPassphraseChars)
        return Strength::TooShort;
    const double bits = freshCharacters(passphrase) * std::log2(double(alphabetSize(passphrase)));
    if (bits < fairBits)
        return Strength::Weak;
    return bits < strongBits ? Strength::Fair : Strength::Strong;
}

QString strengthText(Strength strength)
{
    const int least = store::shortestPassphraseChars; // lupdate does not see a plural behind a qualified name
    switch (strength) {
    case Strength::Empty:
        return QCoreApplication::translate("PassphraseStrength", "At least %n characters; four unusual words are good",
                                           "", least);
    case Strength::TooShort:
        return QCoreApplication::translate("PassphraseStrength", "Too short: at least %n characters", "", least);
    case Strength::Weak:
        return say(QT_TRANSLATE_NOOP("PassphraseStrength", "Weak: add another word"));
    case Strength::Fair:
        return say(QT_TRANSLATE_NOOP("PassphraseStrength", "Good"));
    case Strength::Strong:
        return say(QT_TRANSLATE_NOOP("PassphraseStrength", "Very good"));
    }
    return {};
}

} // namespace kobai::app
