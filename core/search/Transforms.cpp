// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/Transforms.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <unicode/uversion.h>

#include <memory>

namespace kobai::search {

namespace {

/// Transliterator::transliterate is const, and so safe on several threads at once.
class Transform final {
public:
    explicit Transform(const char16_t* id)
    {
        UErrorCode status = U_ZERO_ERROR;
        m_transform.reset(icu::Transliterator::createInstance(icu::UnicodeString(id), UTRANS_FORWARD, status));
        if (U_FAILURE(status))
            m_transform.reset();
    }

    [[nodiscard]] QString operator()(const QString& text) const
    {
        if (!m_transform)
            return text;
        icu::UnicodeString units(reinterpret_cast<const char16_t*>(text.utf16()), int32_t(text.size()));
        m_transform->transliterate(units);
        return QString::fromUtf16(units.getBuffer(), units.length());
    }

private:
    std::unique_ptr<icu::Transliterator> m_transform;
};

} // namespace

QString simplifiedHan(const QString& text)
{
    static const Transform transform(u"[:Han:] Traditional-Simplified");
    return transform(text);
}

QString plainLatin(const QString& text)
{
    static const Transform transform(u"[:Latin:] Latin-ASCII");
    return transform(text);
}

QString latinFromKana(const QString& hiragana)
{
    static const Transform transform(u"Hiragana-Latin");
    return transform(hiragana);
}

QString latinByLetters(const QString& text)
{
    static const Transform transform(u"Any-Latin");
    return transform(text);
}

QString latinFromRussian(const QString& cyrillic)
{
    static const Transform transform(u"Russian-Latin/BGN");
    return transform(cyrillic);
}

QString latinFromUkrainian(const QString& cyrillic)
{
    static const Transform transform(u"Ukrainian-Latin/BGN");
    return transform(cyrillic);
}

QString latinFromSerbian(const QString& cyrillic)
{
    static const Transform transform(u"Serbian-Latin/BGN");
    return transform(cyrillic);
}

QString greekByLetters(const QString& greek)
{
    static const Transform transform(u"Greek-Latin/UNGEGN");
    return transform(greek);
}

QString greekBySound(const QString& greek)
{
    static const Transform transform(u"Greek-Latin/BGN");
    return transform(greek);
}

QString transformsName()
{
    UVersionInfo version;
    u_getVersion(version);
    return QString::number(version[0]);
}

} // namespace kobai::search
