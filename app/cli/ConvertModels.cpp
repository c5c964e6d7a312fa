// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ConvertModels.h"

#include "app/Log.h"
#include "app/cli/Arguments.h"
#include "app/cli/Output.h"
#include "base/LoggedFault.h"
#include "face/DlibWeights.h"

using namespace Qt::Literals::StringLiterals;

namespace kobai::cli {

int convertModels(const QStringList& arguments)
{
    const QString usage = u"Usage: kobai convert-models DIR"_s;
    QCommandLineParser parser;
    if (const auto ended = readArguments(parser, arguments, usage))
        return *ended;
    if (parser.positionalArguments().size() != 1)
        return usageError(u"convert-models needs one folder."_s, usage);

    const QString folder = parser.positionalArguments().first();
    const Status converted = face::convertDlibWeights(folder);
    if (converted)
        return allWell;
    const Fault& fault = converted.error();
    qCWarning(app::appLog).noquote() << "command failed:" << loggedFault(fault);
    switch (fault.code) {
    case FaultCode::ModelMissing:
        say(u"The file %1 is missing in %2. Run the set-up again."_s.arg(fault.detail, folder));
        break;
    case FaultCode::ModelDamaged:
        say(u"The file %1 in %2 is damaged. Delete it and run the set-up again."_s.arg(fault.detail, folder));
        break;
    default:
        say(u"The network could not be written to %1: %2"_s.arg(folder, fault.detail));
    }
    return foundWrong;
}

} // namespace kobai::cli
