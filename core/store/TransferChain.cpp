// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/TransferChain.h"

#include "security/ByteStream.h"

#include <QCryptographicHash>

namespace kobai::store {

QByteArray transferHash(const QByteArray& previous, const JournalRow& row)
{
    const ledger::Transfer& transfer = row.transfer;
    security::ByteWriter writer(256);
    writer.sized("kobai transfer 1");
    writer.sized(previous);
    writer.number(row.sequence);
    writer.fixed(transfer.id.toBytes());
    writer.number(transfer.debit.value);
    writer.number(transfer.credit.value);
    writer.number(transfer.amount.minor());
    writer.number(std::int64_t(transfer.code));
    writer.fixed(transfer.sale.toBytes());
    writer.number(transfer.receipt);
    writer.number(toUnixMs(transfer.at));
    writer.number(transfer.by.value);
    writer.number(row.debitAfter.minor());
    writer.number(row.creditAfter.minor());
    return QCryptographicHash::hash(writer.bytes(), QCryptographicHash::Sha256);
}

} // namespace kobai::store
