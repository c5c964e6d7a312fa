// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/Passphrase.h"

#include <QString>
#include <QStringDecoder>

#include <algorithm>

namespace kobai::security {

namespace {

/// Text of a secret, overwritten when it goes.
class SecretText final {
public:
    explicit SecretText(QString text) : m_text(std::move(text)) {}
    ~SecretText() { m_text.fill(QChar::Null); }
    Q_DISABLE_COPY_MOVE(SecretText)

    [[nodiscard]] QString& text() { return m_text; }
    [[nodiscard]] SecureBytes toUtf8() const
    {
        QByteArray bytes = m_text.toUtf8();
        SecureBytes secret{QByteArrayView(bytes)};
        bytes.fill('\0');
        return secret;
    }

private:
    QString m_text;
};

bool isPlainAscii(const SecureBytes& bytes)
{
    return std::ranges::all_of(bytes.span(), [](unsigned char byte) { return byte >= 0x20 && byte < 0x7F; });
}

/// Each sign as it came, a byte-order mark in front too. False where @p utf8 is none.
bool readUtf8(QByteArrayView utf8, SecretText& text)
{
    QStringDecoder decode(QStringConverter::Utf8,
                          QStringConverter::Flag::ConvertInitialBom | QStringConverter::Flag::Stateless);
    text.text() = decode(utf8);
    return !decode.hasError();
}

// The texts below are read in place: a list of their points would stay in memory.

char32_t pointAt(QStringView text, qsizetype& at)
{
    const QChar unit = text[at++];
    if (unit.isHighSurrogate() && at < text.size() && text[at].isLowSurrogate())
        return QChar::surrogateToUcs4(unit, text[at++]);
    return unit.unicode();
}

char32_t pointBefore(QStringView text, qsizetype& at)
{
    const QChar unit = text[--at];
    if (unit.isLowSurrogate() && at > 0 && text[at - 1].isHighSurrogate())
        return QChar::surrogateToUcs4(text[--at], unit);
    return unit.unicode();
}

bool followsVirama(QStringView before)
{
    constexpr int virama = 9;
    qsizetype at = before.size();
    return at > 0 && QChar::combiningClass(pointBefore(before, at)) == virama;
}

/// Whether the letters would be written as one if nothing stood between them; marks on them do not matter.
bool wouldJoin(QStringView before, QStringView after)
{
    auto left = QChar::Joining_Transparent;
    for (qsizetype at = before.size(); at > 0 && left == QChar::Joining_Transparent;)
        left = QChar::joiningType(pointBefore(before, at));
    auto right = QChar::Joining_Transparent;
    for (qsizetype at = 0; at < after.size() && right == QChar::Joining_Transparent;)
        right = QChar::joiningType(pointAt(after, at));
    return (left == QChar::Joining_Left || left == QChar::Joining_Dual)
           && (right == QChar::Joining_Right || right == QChar::Joining_Dual);
}

/// Default_Ignorable_Code_Point of Unicode, but for what its category gives away.
bool isIgnorable(char32_t point)
{
    const bool isVariationSelector = (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
    const bool isMongolianSelector = point >= 0x180B && point <= 0x180F;
    const bool isKhmerInherentVowel = point == 0x17B4 || point == 0x17B5;
    const bool isHangulFiller = point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0;
    const bool isGraphemeJoiner = point == 0x034F;
    return isVariationSelector || isMongolianSelector || isKhmerInherentVowel || isHangulFiller || isGraphemeJoiner;
}

/// Old jamo (RFC 8264, 9.9): what normalisation has not put together to a syllable. The three blocks hold nothing else.
bool isLooseJamo(char32_t point)
{
    return (point >= 0x1100 && point <= 0x11FF) || (point >= 0xA960 && point <= 0xA97F)
           || (point >= 0xD7B0 && point <= 0xD7FF);
}

bool isVisible(char32_t point)
{
    switch (QChar::category(point)) {
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return false;
    default:
        return !isIgnorable(point) && !isLooseJamo(point);
    }
}

/// Joiners count where they change what is written: RFC 5892, A.1 and A.2.
bool isVisible(QStringView text)
{
    constexpr char32_t nonJoiner = 0x200C;
    constexpr char32_t joiner = 0x200D;
    for (qsizetype at = 0; at < text.size();) {
        const QStringView before = text.first(at);
        const char32_t point = pointAt(text, at);
        const bool isShown = (point == joiner && followsVirama(before))
                             || (point == nonJoiner && (followsVirama(before) || wouldJoin(before, text.sliced(at))))
                             || isVisible(point);
        if (!isShown)
            return false;
    }
    return true;
}

} // namespace

Result<SecureBytes> comparablePassphrase(const SecureBytes& passphrase)
{
    if (isPlainAscii(passphrase))
        return passphrase.clone();
    SecretText text{QString()};
    if (!readUtf8(passphrase.view(), text))
        return fail(FaultCode::PassphraseMalformed);
    for (QChar& sign : text.text()) {
        if (sign.category() == QChar::Separator_Space)
            sign = u' ';
    }
    return SecretText(text.text().normalized(QString::NormalizationForm_C)).toUtf8();
}

Result<SecureBytes> preparedPassphrase(const SecureBytes& passphrase)
{
    if (passphrase.size() > longestPassphraseBytes) // before it is read: what was cut may end within a sign
        return fail(FaultCode::TextTooLong);
    KOBAI_ASSIGN(SecureBytes comparable, comparablePassphrase(passphrase));
    if (comparable.size() > longestPassphraseBytes)
        return fail(FaultCode::TextTooLong);
    SecretText text{QString()};
    if (!readUtf8(comparable.view(), text) || !isVisible(text.text()))
        return fail(FaultCode::PassphraseMalformed);
    return comparable;
}

Result<SecureBytes> firstLineOf(QByteArrayView file)
{
    const auto marked = QStringConverter::encodingForData(file);
    QStringDecoder decode(marked.value_or(QStringConverter::Utf8), QStringConverter::Flag::Stateless);
    SecretText text(decode(file));
    if (decode.hasError())
        return fail(FaultCode::PassphraseMalformed);
    const auto isLineEnd = [](QChar sign) { return sign == u'\n' || sign == u'\r'; };
    const auto end = std::ranges::find_if(text.text(), isLineEnd);
    return SecretText(text.text().first(end - text.text().begin())).toUtf8();
}

} // namespace kobai::security
