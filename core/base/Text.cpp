// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Text.h"

#include <QChar>
#include <QList>
#include <QStringView>

namespace kobai {

namespace {

bool isInvisibleControl(char32_t c)
{
    const bool bidiControl = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    const bool zeroWidth = c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x00AD;
    const bool nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return bidiControl || zeroWidth || nonCharacter || QChar::category(c) == QChar::Other_Control;
}

bool isCompatibilityIdeograph(char32_t c)
{
    return (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

QString visibleOnly(const QString& typed)
{
    QString kept;
    kept.reserve(typed.size());
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const QChar unit = typed[i];
        if (unit.isHighSurrogate() && i + 1 < typed.size() && typed[i + 1].isLowSurrogate()) {
            if (!isInvisibleControl(QChar::surrogateToUcs4(unit, typed[i + 1])))
                kept.append(unit).append(typed[i + 1]);
            ++i;
        } else if (unit.isSpace()) {
            kept.append(QLatin1Char(' ')); // also tabs and line ends, which are controls
        } else if (!unit.isSurrogate() && !isInvisibleControl(unit.unicode())) {
            kept.append(unit);
        }
    }
    return kept;
}

QString composed(const QString& text)
{
    QString result;
    QString run;
    const auto flush = [&] {
        result += run.normalized(QString::NormalizationForm_C);
        run.clear();
    };
    for (const char32_t c : text.toUcs4()) {
        if (isCompatibilityIdeograph(c)) {
            flush();
            result += QString::fromUcs4(&c, 1);
        } else {
            run += QString::fromUcs4(&c, 1);
        }
    }
    flush();
    return result;
}

} // namespace

QString cleanLine(const QString& typed)
{
    return composed(visibleOnly(typed)).simplified();
}

QString narrowed(const QString& text)
{
    QString result = text;
    for (QChar& c : result) {
        if (c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E)
            c = QChar(char16_t(c.unicode() - 0xFEE0));
        else if (c.unicode() == 0x3000)
            c = QLatin1Char(' ');
    }
    return result;
}

qsizetype codePoints(const QString& text)
{
    qsizetype count = 0;
    for (const QChar c : text)
        count += c.isLowSurrogate() ? 0 : 1;
    return count;
}

} // namespace kobai
