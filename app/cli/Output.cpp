// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Output.h"

#include "app/FaultText.h"

#include <QJsonDocument>

#include <cstdio>

namespace kobai::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

void write(std::FILE* file, QByteArray line)
{
    line.append('\n');
    std::fwrite(line.constData(), 1, std::size_t(line.size()), file);
    std::fflush(file);
}

} // namespace

void printJson(const QJsonObject& object)
{
    write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void print(const QString& line)
{
    write(stdout, line.toUtf8());
}

void say(const QString& line)
{
    write(stderr, line.toUtf8());
}

int usageError(const QString& wrong, const QString& usage)
{
    say(u"kobai: %1"_s.arg(wrong));
    say(usage);
    return badUsage;
}

int failed(const Fault& fault, bool json)
{
    const QString sentence = app::faultText(fault);
    say(u"kobai: %1"_s.arg(sentence));
    if (json)
        printJson({{u"ok"_s, false}, {u"code"_s, int(fault.code)}, {u"message"_s, sentence}});
    return foundWrong;
}

} // namespace kobai::cli
