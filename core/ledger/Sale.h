// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Id.h"
#include "money/Money.h"

#include <QDate>
#include <QMetaType>
#include <QString>

#include <optional>
#include <vector>

namespace kobai::ledger {

/// How the customer was made sure of. All debit the customer's account.
enum class PaymentMethod { Face = 1, Pin = 2, LookUp = 3 };

/// What the face recognition said when a sale was paid by face: for the dispute view, never shown at the till.
struct FaceEvidence {
    float score = 0;
    float margin = 0;
    float threshold = 0;
    float liveness = 0;
    int frames = 0;
    bool filmed = false; ///< a film or a folder of pictures stood in for the camera: in a demo only
    int looks = 1; ///< looks that the payment had, this one included, as the store counted them; 0: not counted then
};

/// One product on a sale, with the name and price of that day.
struct SaleLine {
    ProductId product;
    QString name;
    QString nameJa;
    int quantity = 1;
    Money unitPrice; ///< tax included
    Money total;     ///< tax included
    int taxPermille = 0;
};

/// A completed purchase.
struct Sale {
    SaleId id;
    std::int64_t receipt = 0; ///< 1, 2, 3 ... without a gap
    PersonId person;
    Instant at;
    Money total; ///< tax included
    PaymentMethod method = PaymentMethod::Face;
    OperatorId by;
    std::optional<FaceEvidence> evidence;
    std::vector<SaleLine> lines;
};

/// Which purchases to list; unset fields do not filter.
struct HistoryFilter {
    std::optional<PersonId> person;
    std::optional<ProductId> product;
    std::optional<PaymentMethod> method;
    QDate from; ///< first local day, invalid = from the beginning
    QDate to;   ///< last local day, invalid = to the end
};

/// Where a page ends: the receipt number of its last sale. Pages go from the newest to the oldest by receipt number
/// (keyset paging: no page is slower than the first).
using HistoryCursor = std::optional<std::int64_t>;

} // namespace kobai::ledger

Q_DECLARE_METATYPE(kobai::ledger::Sale)
