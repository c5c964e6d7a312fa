// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/LineScan.h"

#include <QStringDecoder>

#include <algorithm>
#include <utility>

namespace kobai::app {

namespace {

constexpr char endOfText = 0x03;
constexpr char16_t groupSeparator = 0x1d;

bool isEnd(char byte)
{
    return byte == '\r' || byte == '\n' || byte == '\t' || byte == endOfText;
}

QString decoded(const QByteArray& line)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8(line);
    return utf8.hasError() ? QString::fromLatin1(line) : text;
}

QString codeOf(const QByteArray& line)
{
    QString text = decoded(line);
    text.removeIf([](QChar sign) { return sign != groupSeparator && !sign.isSurrogate() && !sign.isPrint(); });
    return text.trimmed();
}

} // namespace

LineScan::Outcome LineScan::take(QByteArrayView bytes)
{
    Outcome outcome;
    for (const char byte : bytes) {
        if (isEnd(byte)) {
            end(outcome);
        } else if (m_line.size() >= mostBytes) {
            m_line.clear();
            m_isTooLong = true;
            outcome.spoiled = true;
        } else if (!m_isTooLong) {
            m_line.append(byte);
        }
    }
    return outcome;
}

LineScan::Outcome LineScan::settle()
{
    Outcome outcome;
    end(outcome);
    return outcome;
}

LineScan::Outcome LineScan::drop()
{
    m_isTooLong = false;
    return {{}, !codeOf(std::exchange(m_line, {})).isEmpty()};
}

void LineScan::end(Outcome& outcome)
{
    const QString code = codeOf(std::exchange(m_line, {}));
    if (!std::exchange(m_isTooLong, false) && !code.isEmpty())
        outcome.scans.append(Scan{{code}});
}

} // namespace kobai::app
