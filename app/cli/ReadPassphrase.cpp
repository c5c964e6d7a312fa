// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ReadPassphrase.h"

#include "security/Passphrase.h"

#include <QFile>

#include <cstdio>
#include <cstring>

#include <termios.h>
#include <unistd.h>

namespace kobai::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 longestLine = 4096; // with its end: what a terminal takes
constexpr qint64 longestFile = 65536;

/// Switches the terminal's echo off as long as it lives.
class QuietTerminal final {
public:
    QuietTerminal()
    {
        tcgetattr(STDIN_FILENO, &m_before);
        termios quiet = m_before;
        quiet.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~QuietTerminal() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }
    Q_DISABLE_COPY_MOVE(QuietTerminal)

private:
    termios m_before{};
};

SecureBytes withoutLineEnd(QByteArrayView line)
{
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return SecureBytes(line);
}

Result<SecureBytes> fromFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultCode::Usage, u"the passphrase file %1 cannot be read"_s.arg(path));
    QByteArray bytes = file.read(longestFile + 1);
    auto passphrase = security::firstLineOf(bytes);
    const bool isWhole = bytes.size() <= longestFile;
    bytes.fill('\0');
    if (!passphrase)
        return fail(FaultCode::Usage, u"the passphrase file %1 is neither UTF-8 nor UTF-16 with its mark"_s.arg(path));
    if (passphrase->isEmpty())
        return fail(FaultCode::Usage, u"the passphrase file %1 is empty"_s.arg(path));
    if (!isWhole)
        return fail(FaultCode::Usage, u"the passphrase file %1 is longer than %2 bytes"_s.arg(path).arg(longestFile));
    return passphrase;
}

Result<SecureBytes> fromTerminal(const char* prompt)
{
    const QuietTerminal quiet;
    std::fputs(prompt, stderr);
    std::fflush(stderr);
    char line[longestLine + 1] = {};
    const bool read = std::fgets(line, int(sizeof line), stdin) != nullptr;
    std::fputc('\n', stderr);
    if (!read)
        return fail(FaultCode::Cancelled);
    SecureBytes passphrase = withoutLineEnd(QByteArrayView(line, qsizetype(std::strlen(line))));
    explicit_bzero(line, sizeof line);
    return passphrase;
}

} // namespace

Result<SecureBytes> readPassphrase(const std::optional<QString>& file, bool twice)
{
    if (file)
        return fromFile(*file);
    if (isatty(STDIN_FILENO) == 0)
        return fail(FaultCode::Usage, u"the passphrase is missing: use a terminal, or --passphrase-file FILE"_s);
    KOBAI_ASSIGN(SecureBytes first, fromTerminal("Passphrase: "));
    if (twice) {
        KOBAI_ASSIGN(const SecureBytes second, fromTerminal("Once more: "));
        if (first.view() != second.view())
            return fail(FaultCode::Usage, u"the two passphrases differ"_s);
    }
    return first;
}

} // namespace kobai::cli
