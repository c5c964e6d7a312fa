// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Keys.h"
#include "app/Language.h"
#include "support/TestProgram.h"

#include <QSet>
#include <QTest>

using namespace kobai;
using namespace Qt::Literals::StringLiterals;

/// No two shortcuts are one, and F1 has words for each in both languages.
class KeysTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noClashes()
    {
        QSet<QString> seen;
        for (const app::Key key : app::allKeys()) {
            const QString sequence = app::keySequence(key).toString(QKeySequence::PortableText);
            QVERIFY(!sequence.isEmpty());
            QVERIFY2(!seen.contains(sequence), qPrintable(sequence));
            seen.insert(sequence);
        }
        QCOMPARE(seen.size(), qsizetype(app::allKeys().size()));
    }

    void everyKeyIsExplained()
    {
        app::Language language;
        for (const auto& code : {u"en"_s, u"ja"_s}) {
            language.use(code);
            QSet<QString> seen;
            for (const app::Key key : app::allKeys())
                seen.insert(app::keyWords(key));
            QVERIFY(!seen.contains(QString()));
            QCOMPARE(seen.size(), qsizetype(app::allKeys().size()));
        }
    }

    void workplacesAreNumbered()
    {
        for (int index = 0; index < 7; ++index)
            QCOMPARE(app::keySequence(app::workplaceKey(index)).toString(QKeySequence::PortableText),
                     u"Ctrl+%1"_s.arg(index + 1));
    }
};

KOBAI_TEST(KeysTest, QCoreApplication)
#include "KeysTest.moc"
