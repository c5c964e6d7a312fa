// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceRules.h"

#include <QFile>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>

#include <vector>

namespace kobai::test {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The rooms of core/ by level; a room includes only rooms of lower levels, and so never one of its own level.
const QHash<QString, int>& levels()
{
    static const QHash<QString, int> table{
        {u"base"_s, 0},    {u"money"_s, 1},    {u"security"_s, 1},  {u"search"_s, 1},   {u"people"_s, 2},
        {u"consent"_s, 2}, {u"ledger"_s, 2},   {u"catalogue"_s, 2}, {u"audit"_s, 2},    {u"face"_s, 2},
        {u"store"_s, 3},   {u"checkout"_s, 4}, {u"enrolment"_s, 4}, {u"accounts"_s, 4}, {u"reports"_s, 4},
    };
    return table;
}

constexpr int storeLevel = 3;

/// The folders of app/ that are workplaces; what is beside them (window/, search/, demo/) serves them all.
const QStringList& workplaces()
{
    static const QStringList names{u"till"_s,    u"enrol"_s,     u"consent"_s, u"accounts"_s,
                                   u"history"_s, u"catalogue"_s, u"reports"_s, u"settings"_s,
                                   u"audit"_s,   u"unlock"_s,    u"cli"_s,     u"recognition"_s};
    return names;
}

/// The program's one event loop, and what drives window and camera for the command line, which stands in its place.
const QStringList& loopOwners()
{
    static const QStringList files{u"app/main.cpp"_s, u"app/Program.cpp"_s, u"app/cli/Stage.cpp"_s,
                                   u"app/cli/BenchVision.cpp"_s};
    return files;
}

struct Include {
    QString target;
    bool quoted = false;
    int line = 0;
};

/// @p text with comments blanked and literals emptied; line breaks stay, so that line numbers hold.
QString codeOnly(const QString& text)
{
    static const QRegularExpression skipped(
        QString::fromLatin1(
            R"re((//[^\n]*)|(/\*.*?\*/)|(R"(\w*)\(.*?\)\4")|("(?:\\.|[^"\\\n])*")|('(?:\\.|[^'\\\n])'))re"),
        QRegularExpression::DotMatchesEverythingOption);
    QString code;
    qsizetype from = 0;
    auto matches = skipped.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        code += text.mid(from, match.capturedStart() - from);
        code += QString(match.captured().count(u'\n'), u'\n');
        from = match.capturedEnd();
    }
    return code + text.mid(from);
}

std::vector<Include> includesOf(const QString& text)
{
    static const QRegularExpression directive(QString::fromLatin1(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re"));
    std::vector<Include> found;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto match = directive.match(lines[i]);
        if (match.hasMatch())
            found.push_back({match.captured(2), match.captured(1) == u"\""_s, int(i) + 1});
    }
    return found;
}

bool isWidgetsHeader(const QString& name)
{
    static const QString folder = QLibraryInfo::path(QLibraryInfo::HeadersPath) + u"/QtWidgets/"_s;
    return name.startsWith("QtWidgets"_L1) || name.startsWith("QtCharts"_L1)
           || (!name.contains(u'/') && QFile::exists(folder + name));
}

/// One file against the rules.
class Inspection final {
public:
    Inspection(const QString& path, const QString& text) : m_path(path), m_parts(path.split(u'/')), m_text(text) {}

    QStringList run()
    {
        for (const Include& include : includesOf(m_text)) {
            checkLibraries(include);
            if (top() == "core"_L1)
                checkCore(include);
            else if (top() == "widgets"_L1)
                checkWidgets(include);
            else
                checkApp(include);
        }
        checkCode();
        return m_found;
    }

private:
    [[nodiscard]] QString top() const { return m_parts.first(); }
    [[nodiscard]] QString room() const { return m_parts.size() > 2 ? m_parts[1] : QString(); }

    void report(int line, const QString& what) { m_found += u"%1:%2 %3"_s.arg(m_path).arg(line).arg(what); }

    void checkLibraries(const Include& include)
    {
        if (include.target == "sqlite3.h"_L1 && !m_path.startsWith("core/store/sqlite/"_L1))
            report(include.line, u"includes sqlite3.h: only core/store/sqlite may"_s);
        const bool vision = include.target.startsWith("opencv2/"_L1) || include.target.startsWith("dlib/"_L1);
        if (vision && !(m_path.startsWith("core/face/"_L1) && m_path.endsWith(".cpp"_L1)))
            report(include.line, u"includes %1: only the .cpp files of core/face may"_s.arg(include.target));
        if (include.target.startsWith("unicode/"_L1) && m_path != "core/search/Transforms.cpp"_L1)
            report(include.line, u"includes %1: only core/search/Transforms.cpp may"_s.arg(include.target));
        if (include.target.startsWith("store/sqlite/"_L1) && !m_path.startsWith("core/store/"_L1))
            report(include.line, u"includes %1: only core/store may"_s.arg(include.target));
    }

    void checkCore(const Include& include)
    {
        if (isWidgetsHeader(include.target))
            report(include.line, u"includes %1: core knows no widgets"_s.arg(include.target));
        if (!include.quoted || include.target.endsWith(".moc"_L1))
            return;
        const QString target = include.target.section(u'/', 0, 0);
        if (!levels().contains(target)) {
            report(include.line, u"includes %1: not a room of core"_s.arg(include.target));
            return;
        }
        if (!levels().contains(room())) {
            report(include.line, u"is in a room that has no level"_s);
            return;
        }
        if (target != room() && levels()[target] >= levels()[room()])
            report(include.line, u"includes %1: %2 is of level %3, %4 of level %5"_s.arg(include.target, room())
                                     .arg(levels()[room()])
                                     .arg(target)
                                     .arg(levels()[target]));
    }

    void checkWidgets(const Include& include)
    {
        if (!include.quoted)
            return;
        const QString target = include.target.section(u'/', 0, 0);
        if (target == "app"_L1)
            report(include.line, u"includes %1: widgets know no application"_s.arg(include.target));
        if (levels().value(target, 0) >= storeLevel || target == "security"_L1)
            report(include.line, u"includes %1: widgets know no store and no use case"_s.arg(include.target));
    }

    void checkApp(const Include& include)
    {
        if (!include.quoted || !include.target.startsWith("app/"_L1) || !workplaces().contains(room()))
            return;
        const QString target = include.target.section(u'/', 1, 1);
        if (target != room() && workplaces().contains(target))
            report(include.line, u"includes %1: one workplace never includes another"_s.arg(include.target));
    }

    void checkCode()
    {
        struct Rule {
            QRegularExpression pattern;
            QString what;
            bool applies;
        };
        const bool core = top() == "core"_L1;
        const bool turnsTheLoop = loopOwners().contains(m_path);
        const std::vector<Rule> rules{
            {QRegularExpression(QString::fromLatin1(R"re(\b(tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP)\s*\()re")),
             u"translates: core has no sentences"_s, core},
            {QRegularExpression(QString::fromLatin1(R"re((\.|->|::)exec\s*\(\s*\))re")), u"runs a nested event loop"_s,
             !turnsTheLoop},
            {QRegularExpression(QString::fromLatin1(R"re(\b(processEvents\s*\(|QEventLoop\b))re")),
             u"runs a nested event loop"_s, !turnsTheLoop},
        };
        const QStringList lines = codeOnly(m_text).split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            for (const Rule& rule : rules) {
                if (rule.applies && rule.pattern.match(lines[i]).hasMatch())
                    report(int(i) + 1, rule.what);
            }
        }
    }

    QString m_path;
    QStringList m_parts;
    QString m_text;
    QStringList m_found;
};

} // namespace

QStringList violations(const QString& path, const QString& text)
{
    return Inspection(path, text).run();
}

} // namespace kobai::test
