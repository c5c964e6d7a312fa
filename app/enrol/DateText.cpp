// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrol/DateText.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {

std::optional<QDate> dateFromText(const QString& typed)
{
    const QString text = typed.normalized(QString::NormalizationForm_KC).trimmed();
    if (text.isEmpty())
        return QDate();
    static const QRegularExpression parted(u"^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})$"_s);
    static const QRegularExpression whole(u"^(\\d{4})(\\d{2})(\\d{2})$"_s);
    QRegularExpressionMatch match = parted.match(text);
    if (!match.hasMatch())
        match = whole.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QDate date(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    return date.isValid() ? std::optional(date) : std::nullopt;
}

QString dateText(QDate date)
{
    return date.toString(Qt::ISODate);
}

} // namespace kobai::app
