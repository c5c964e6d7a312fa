// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/LoggedFault.h"

#include <QMetaEnum>

namespace kobai {

namespace {

/// The file of a model, of the store, a device: named by Kobai or the system.
bool isOfTheMachine(const Fault& fault)
{
    switch (fault.code) {
    case FaultCode::CameraAbsent:
    case FaultCode::CameraBusy:
    case FaultCode::CameraLost:
    case FaultCode::CameraBlack:
        return fault.detail.startsWith(QLatin1String("/dev/")); // or else it is a film that stands in for a camera
    case FaultCode::StoreReadOnly:
    case FaultCode::StoreExists:
        return false; // a folder that the user has named
    case FaultCode::ModelMissing:
    case FaultCode::ModelDamaged:
    case FaultCode::NetworkOutput:
    case FaultCode::Internal:
        return true;
    default:
        return fault.code >= FaultCode::StoreMissing && fault.code <= FaultCode::StoreConstraint;
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
