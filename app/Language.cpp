// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;

namespace {

QString languageOf(const QLocale& locale)
{
    return locale.name().section(u'_', 0, 0);
}

} // namespace

QList<Language::Choice> Language::available()
{
    return {{u"en"_s, u"English"_s}, {u"ja"_s, u"日本語"_s}};
}

bool Language::isAvailable(const QString& code)
{
    const QList<Choice> choices = available();
    return std::any_of(choices.begin(), choices.end(), [&code](const Choice& choice) { return choice.code == code; });
}

Language::Language(QObject* parent) : QObject(parent) {}

Language::~Language() = default;

void Language::use(const QString& code)
{
    const QString system = languageOf(QLocale::system());
    QString wanted = isAvailable(code) ? code : system;
    if (!isAvailable(wanted))
        wanted = u"en"_s;
    if (wanted == m_current)
        return;
    m_current = wanted;

    // The system's own locale where it speaks the language: British dates stay British.
    QLocale::setDefault(wanted == system ? QLocale::system() : QLocale(wanted));

    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_own);
    if (m_qt.load(QLocale(wanted), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(u":/i18n/kobai_%1.qm"_s.arg(wanted)))
        QCoreApplication::installTranslator(&m_own);
    Q_EMIT changed();
}

} // namespace kobai::app
