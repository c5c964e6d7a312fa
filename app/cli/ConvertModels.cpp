// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ConvertModels.h"

#include "face/DlibWeights.h"

#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace kobai::cli {

int convertModels(const QStringList& arguments)
{
    QTextStream errors(stderr);
    if (arguments.size() != 1 || arguments.first().startsWith(u'-')) {
        errors << u"Usage: kobai convert-models DIR\n"_s;
        return 2;
    }
    if (const Status converted = face::convertDlibWeights(arguments.first()); !converted) {
        const Fault& fault = converted.error();
        switch (fault.code) {
        case FaultCode::ModelMissing:
            errors << u"The file %1 is missing in %2. Run the set-up again.\n"_s.arg(fault.detail, arguments.first());
            break;
        case FaultCode::ModelDamaged:
            errors << u"The file %1 in %2 is damaged. Delete it and run the set-up again.\n"_s.arg(fault.detail,
                                                                                                   arguments.first());
            break;
        default:
            errors << u"The network could not be written to %1: %2\n"_s.arg(arguments.first(), fault.detail);
        }
        return 1;
    }
    return 0;
}

} // namespace kobai::cli
