// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/SourceFolder.h"

#include "support/TestProgram.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString& root()
{
    static const QString path = kobai::test::sourceFile();
    return path;
}

/// What a .ts file holds: "context | source" with its translations joined; empty for unfinished ones.
QMap<QString, QString> messages(const QString& path)
{
    QMap<QString, QString> all;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return all;
    QXmlStreamReader xml(&file);
    QString context;
    QString source;
    QString comment;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name"_s)
            context = xml.readElementText();
        else if (xml.name() == u"message"_s)
            comment.clear();
        else if (xml.name() == u"source"_s)
            source = xml.readElementText();
        else if (xml.name() == u"comment"_s)
            comment = xml.readElementText();
        else if (xml.name() == u"translation"_s) {
            const bool open = xml.attributes().value(u"type"_s) == u"unfinished"_s;
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            all.insert(context + u" | "_s + source + u" | "_s + comment, open ? QString() : text);
        }
    }
    return all;
}

QSet<QString> blanks(const QString& text)
{
    QSet<QString> found;
    for (const auto& blank : {u"%1"_s, u"%2"_s, u"%3"_s, u"%4"_s}) {
        if (text.contains(blank))
            found.insert(blank);
    }
    return found;
}

} // namespace

/// The translation files hold every text of the sources, all of it translated.
class TranslationTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingIsTranslated_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("plurals of English") << u"en"_s;
        QTest::newRow("Japanese") << u"ja"_s;
    }

    void everythingIsTranslated()
    {
        QFETCH(const QString, code);
        const QMap<QString, QString> all = messages(file(code));
        QVERIFY2(!all.isEmpty(), qPrintable(file(code)));
        for (auto message = all.begin(); message != all.end(); ++message)
            QVERIFY2(!message.value().trimmed().isEmpty(), qPrintable(message.key()));
    }

    void theBlanksAreKept()
    {
        const QMap<QString, QString> all = messages(file(u"ja"_s));
        for (auto message = all.begin(); message != all.end(); ++message)
            QVERIFY2(blanks(message.key()) == blanks(message.value()), qPrintable(message.key()));
    }

    /// lupdate over the sources changes nothing: no text was added or removed since.
    void theFilesAreUpToDate()
    {
        const QString lupdate = QStringLiteral(KOBAI_LUPDATE);
        QVERIFY(QFile::exists(lupdate));
        const QTemporaryDir scratch;
        const QString fresh = scratch.filePath(u"kobai_ja.ts"_s);
        QVERIFY(QFile::copy(file(u"ja"_s), fresh));
        QProcess process;
        process.start(lupdate, {u"-silent"_s, u"-I"_s, root(), u"-I"_s, root() + u"/core"_s, u"-locations"_s, u"none"_s,
                                u"-no-ui-lines"_s, u"-no-obsolete"_s, root() + u"/app"_s, root() + u"/widgets"_s,
                                u"-ts"_s, fresh});
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 0);
        const QStringList before = messages(file(u"ja"_s)).keys();
        const QStringList after = messages(fresh).keys();
        const QSet<QString> known(before.begin(), before.end());
        for (const QString& message : after)
            QVERIFY2(known.contains(message), qPrintable(u"run update_translations: "_s + message));
        QCOMPARE(before.size(), after.size());
    }

private:
    static QString file(const QString& code) { return u"%1/translations/kobai_%2.ts"_s.arg(root(), code); }
};

KOBAI_TEST(TranslationTest, QCoreApplication)
#include "TranslationTest.moc"
