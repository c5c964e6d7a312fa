// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/LoggedFault.h"

#include <QMetaEnum>

#include <algorithm>
#include <array>

namespace kobai {

namespace {

bool isOwnFile(const QString& detail)
{
    constexpr std::array names{QLatin1StringView("store.db"), QLatin1StringView("keys.kobai"),
                               QLatin1StringView("faces.keys"), QLatin1StringView("lock")};
    return std::ranges::any_of(names, [&](QLatin1StringView name) { return detail.startsWith(name); });
}

/// Words of Kobai's own, a file or a device that Kobai or the system has named; never a path, which begins at somebody's home.
bool isOfTheMachine(const Fault& fault)
{
    switch (fault.code) {
    case FaultCode::CameraAbsent:
    case FaultCode::CameraBusy:
    case FaultCode::CameraLost:
    case FaultCode::CameraBlack:
    case FaultCode::CameraDenied:
    case FaultCode::CameraBroken:
        return fault.detail.startsWith(QLatin1StringView("/dev/")); // or else it is a film that stands in for a camera
    case FaultCode::StoreMissing:
    case FaultCode::StoreExists:
    case FaultCode::StoreReadOnly:
    case FaultCode::StoreFull:
    case FaultCode::StoreIo:
        return isOwnFile(fault.detail); // or else a folder or file that the user has named
    case FaultCode::StoreIncomplete:
    case FaultCode::StoreForeign:
    case FaultCode::StoreNewer:
    case FaultCode::StoreDamaged:
    case FaultCode::StoreEngine:
    case FaultCode::StoreConstraint:
    case FaultCode::ModelMissing:
    case FaultCode::ModelDamaged:
    case FaultCode::NetworkOutput:
    case FaultCode::Internal:
        return !fault.detail.contains(QLatin1Char('/'));
    default:
        return false;
    }
}

} // namespace

QString loggedFault(const Fault& fault)
{
    const char* const name = QMetaEnum::fromType<FaultCode>().valueToKey(int(fault.code));
    const QString code = name == nullptr ? QString::number(int(fault.code)) : QString::fromLatin1(name);
    return fault.detail.isEmpty() || !isOfTheMachine(fault) ? code : code + QLatin1String(": ") + fault.detail;
}

} // namespace kobai
