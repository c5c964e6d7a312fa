// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recognition/RateWords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Two digits that count, four decimals at most.
QString digits(double percent)
{
    constexpr int most = 4;
    int decimals = 0;
    if (percent > 0 && percent < 10)
        decimals = std::clamp(1 - int(std::floor(std::log10(percent))), 0, most);
    QString text = QLocale().toString(percent, 'f', decimals);
    const QString point = QLocale().decimalPoint();
    if (text.contains(point)) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(point))
            text.chop(point.size());
    }
    return text;
}

} // namespace

QString percentText(double share)
{
    return QCoreApplication::translate("RateWords", "%1 %", "a percentage").arg(digits(100 * share));
}

QString rateText(const std::optional<face::Rate>& rate)
{
    if (!rate)
        return u"–"_s;
    return QCoreApplication::translate("RateWords", "%1 (%2 to %3)", "a percentage and its interval")
        .arg(percentText(rate->value), percentText(rate->interval.low), percentText(rate->interval.high));
}

} // namespace kobai::app
