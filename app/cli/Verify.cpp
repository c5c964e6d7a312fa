// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Verify.h"

#include "app/FaultText.h"
#include "app/Log.h"
#include "app/cli/Arguments.h"
#include "app/cli/Output.h"
#include "app/cli/ReadPassphrase.h"
#include "base/Clock.h"
#include "base/LoggedFault.h"
#include "security/Random.h"
#include "store/Store.h"
#include "store/Verify.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QJsonArray>

namespace kobai::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString& usage()
{
    static const QString text = u"Usage: kobai verify DIR [--passphrase-file FILE] [--json]"_s;
    return text;
}

Result<store::VerifyReport> verifyStore(const QString& folder, const SecureBytes& passphrase)
{
    const SystemClock clock;
    security::SystemRandom random;
    KOBAI_ASSIGN(const auto store, store::Store::open(folder, passphrase, {clock, random}));
    return store::verify(*store);
}

/// A store that cannot be opened or read is the first thing that verify can find.
store::VerifyReport withFault(const Fault& fault)
{
    qCWarning(app::appLog).noquote() << "not verified:" << loggedFault(fault);
    store::VerifyReport report;
    report.findings.push_back({u"open"_s, u"store"_s, app::faultText(fault)});
    return report;
}

void printReport(const store::VerifyReport& report, double seconds, bool json)
{
    if (json) {
        QJsonArray findings;
        for (const store::Finding& finding : report.findings)
            findings.append(
                QJsonObject{{u"kind"_s, finding.kind}, {u"where"_s, finding.where}, {u"detail"_s, finding.detail}});
        printJson({{u"ok"_s, report.ok()},
                   {u"findings"_s, findings},
                   {u"transfers"_s, qint64(report.transfers)},
                   {u"seconds"_s, seconds}});
        return;
    }
    for (const store::Finding& finding : report.findings)
        print(u"%1  %2  %3"_s.arg(finding.kind.leftJustified(14), finding.where.leftJustified(20), finding.detail));
    print(report.ok() ? u"All well: %1 transfers in %2 s."_s.arg(report.transfers).arg(seconds, 0, 'f', 2)
                      : u"%1 found wrong in %2 transfers."_s.arg(report.findings.size()).arg(report.transfers));
}

} // namespace

int verify(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"passphrase-file"_s, {}, u"FILE"_s}, {u"json"_s, {}}});
    if (const auto ended = readArguments(parser, arguments, usage()))
        return *ended;
    if (parser.positionalArguments().size() != 1)
        return usageError(u"verify needs one folder."_s, usage());
    const bool json = parser.isSet(u"json"_s);
    const QString folder = parser.positionalArguments().first();

    const auto passphraseFile = givenValue(parser, u"passphrase-file"_s);
    SecureBytes passphrase{QByteArrayView(store::demoPassphrase)};
    const bool isOpenToAll = store::Store::isDemo(folder) && store::Store::opensWith(folder, passphrase);
    if (passphraseFile || !isOpenToAll) {
        auto read = readPassphrase(passphraseFile, false);
        if (!read)
            return usageError(read.error().detail, usage());
        passphrase = std::move(*read);
    }

    QElapsedTimer timer;
    timer.start();
    const auto report = verifyStore(folder, passphrase);
    const store::VerifyReport found = report ? *report : withFault(report.error());
    qCInfo(app::appLog) << "verified," << found.findings.size() << "findings";
    printReport(found, double(timer.elapsed()) / 1000, json);
    return found.ok() ? allWell : foundWrong;
}

} // namespace kobai::cli
