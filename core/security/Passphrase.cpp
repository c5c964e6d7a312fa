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

bool isVariationSelector(char32_t point)
{
    return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
}

bool isVisible(char32_t point)
{
    switch (QChar::category(point)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return false;
    default:
        return !isVariationSelector(point);
    }
}

bool isVisible(const QString& text)
{
    // In place: a list of its points would stay in memory.
    for (qsizetype at = 0; at < text.size(); ++at) {
        char32_t point = text[at].unicode();
        if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            point = QChar::surrogateToUcs4(text[at], text[at + 1]);
            ++at;
        }
        if (!isVisible(point))
            return false;
    }
    return true;
}

} // namespace

Result<SecureBytes> preparedPassphrase(const SecureBytes& passphrase)
{
    if (isPlainAscii(passphrase))
        return passphrase.clone();
    QStringDecoder decode(QStringConverter::Utf8,
                          QStringConverter::Flag::ConvertInitialBom | QStringConverter::Flag::Stateless);
    SecretText text(decode(passphrase.view()));
    if (decode.hasError() || !isVisible(text.text()))
        return fail(FaultCode::PassphraseMalformed);
    for (QChar& sign : text.text()) {
        if (sign.category() == QChar::Separator_Space)
            sign = u' ';
    }
    return SecretText(text.text().normalized(QString::NormalizationForm_C)).toUtf8();
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
