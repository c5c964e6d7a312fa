// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/Audit.h"

#include "security/ByteStream.h"

#include <QCryptographicHash>

namespace kobai::audit {

Record entry(Action action, const QString& subject, Instant at, OperatorId by, const QString& detail)
{
    return {0, at, by, action, subject, detail, {}};
}

QByteArray chainHash(const QByteArray& previous, const Record& record)
{
    security::ByteWriter writer(256);
    writer.sized("kobai audit 1");
    writer.sized(previous);
    writer.number(record.sequence);
    writer.number(toUnixMs(record.at));
    writer.number(record.by.value);
    writer.number(std::int64_t(record.action));
    writer.text(record.subject);
    writer.text(record.detail);
    return QCryptographicHash::hash(writer.bytes(), QCryptographicHash::Sha256);
}

} // namespace kobai::audit
