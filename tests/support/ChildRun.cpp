// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ChildRun.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryFile>

#include <cstdio>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kobai::test {

Run runInChild(const QStringList& arguments, int (*work)(int argc, char** argv))
{
    std::vector<QByteArray> words{"kobai"};
    for (const QString& argument : arguments)
        words.push_back(QFile::encodeName(argument));
    std::vector<char*> argv;
    for (QByteArray& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);

    QTemporaryFile out;
    QTemporaryFile err;
    if (!out.open() || !err.open())
        return {};
    const pid_t child = ::fork();
    if (child == 0) {
        qInstallMessageHandler(nullptr); // not Qt Test's, which writes to standard output
        ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
        ::dup2(out.handle(), STDOUT_FILENO);
        ::dup2(err.handle(), STDERR_FILENO);
        const int code = work(int(words.size()), argv.data());
        std::fflush(nullptr);
        ::_exit(code);
    }
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child)
        return {};
    out.seek(0); // the child has moved the place in the file that both share
    err.seek(0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, out.readAll(), err.readAll()};
}

Run startKobai(const QStringList& arguments)
{
    return runInChild(arguments, [](int, char** argv) {
        const QFileInfo test(QFile::symLinkTarget(QStringLiteral("/proc/self/exe")));
        return ::execv(QFile::encodeName(test.dir().filePath(QStringLiteral("kobai"))).constData(), argv);
    });
}

QJsonObject object(const Run& run)
{
    QJsonParseError error{};
    const QJsonObject parsed = QJsonDocument::fromJson(run.out, &error).object();
    return error.error == QJsonParseError::NoError ? parsed : QJsonObject();
}

} // namespace kobai::test
