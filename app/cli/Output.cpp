// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Output.h"

#include "app/FaultText.h"
#include "app/Log.h"
#include "base/LoggedFault.h"

#include <QJsonArray>
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

QString inWords(const QJsonValue& value)
{
    const auto number = [](const QJsonValue& each) { return QString::number(each.toDouble(), 'g', 6); };
    if (value.isNull())
        return u"-"_s;
    if (value.isArray())
        return u"%1 .. %2"_s.arg(number(value[0]), number(value[1]));
    return value.isDouble() ? number(value) : value.toVariant().toString();
}

void printEach(const QString& name, const QJsonArray& texts)
{
    for (const auto& text : texts)
        print(name + text.toString());
}

void printTable(const QJsonObject& object, const QString& prefix)
{
    constexpr int column = 36;
    for (auto field = object.begin(); field != object.end(); ++field) {
        const QString name = prefix.isEmpty() ? field.key() : prefix + u' ' + field.key();
        if (field->isObject())
            printTable(field->toObject(), name);
        else if (field->isArray() && (*field)[0].isString())
            printEach(name.leftJustified(column), field->toArray());
        else if (!field->isArray() || field->toArray().size() == 2)
            print(name.leftJustified(column) + inWords(*field));
    }
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

void printTable(const QJsonObject& object)
{
    printTable(object, {});
}

ProgressLine::ProgressLine(QString what) : m_what(std::move(what)), m_percent(std::make_shared<int>(-1)) {}

bool ProgressLine::operator()(int done, int all) const
{
    const int percent = int(100LL * done / all);
    if (percent != *m_percent) {
        *m_percent = percent;
        const QByteArray line = u"\r%1: %2 of %3"_s.arg(m_what).arg(done).arg(all).toUtf8();
        std::fputs(line.constData(), stderr);
        if (done == all)
            std::fputc('\n', stderr);
        std::fflush(stderr);
    }
    return true;
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
    qCWarning(app::appLog).noquote() << "command failed:" << loggedFault(fault);
    const QString sentence = app::faultText(fault);
    say(u"kobai: %1"_s.arg(sentence));
    if (json)
        printJson({{u"ok"_s, false}, {u"code"_s, int(fault.code)}, {u"message"_s, sentence}});
    return foundWrong;
}

} // namespace kobai::cli
