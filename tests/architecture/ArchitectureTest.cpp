// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceRules.h"
#include "support/SourceFolder.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;

/// The table of levels (README, "The rooms") against every file of core/, widgets/ and app/.
class ArchitectureTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFileKeepsToTheTable()
    {
        const QString root = sourceFile() + u'/';
        int files = 0;
        QStringList found;
        for (const QString& folder : {u"core"_s, u"widgets"_s, u"app"_s}) {
            QDirIterator all(root + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (all.hasNext()) {
                QFile file(all.next());
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
                found += violations(file.fileName().mid(root.size()), QString::fromUtf8(file.readAll()));
                ++files;
            }
        }
        QVERIFY(files > 50); // the folders were found
        found.sort();
        QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
    }

    void nothingElseLiesAtTheTop()
    {
        const QStringList fixed{u"CMakeLists.txt"_s, u"LICENSE"_s, u"README.md"_s,    u"app"_s,    u"core"_s,
                                u"resources"_s,      u"tests"_s,   u"translations"_s, u"widgets"_s};
        QStringList found = QDir(sourceFile()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name);
        found.removeAll(u"build"_s);
        QCOMPARE(found, fixed);
    }

    void aPlantedViolationIsFound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("expected");
        const auto row = [](const char* name, const char* path, const char* text, int expected) {
            QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(text) << expected;
        };
        row("upwards", "core/people/Person.cpp", "#include \"store/Store.h\"\n", 1);
        row("sideways in level 2", "core/people/Person.cpp", "#include \"consent/Consent.h\"\n", 1);
        row("sideways in level 1", "core/money/Money.cpp", "#include \"security/Random.h\"\n", 1);
        row("sideways in level 4", "core/checkout/Checkout.cpp", "#include \"accounts/Accounts.h\"\n", 1);
        row("base includes nothing", "core/base/Text.cpp", "#include \"money/Money.h\"\n", 1);
        row("core to app", "core/base/Text.cpp", "#include \"app/Page.h\"\n", 1);
        row("core to widgets", "core/base/Text.cpp", "#include \"widgets/Banner.h\"\n", 1);
        row("a room without a level", "core/oddments/Thing.cpp", "#include \"base/Id.h\"\n", 1);
        row("a widget in core", "core/face/Pixels.cpp", "  #  include <QLabel>\n", 1);
        row("sqlite3.h in the store's upper part", "core/store/Store.cpp", "#include <sqlite3.h>\n", 1);
        row("the store's inside from outside", "core/checkout/Checkout.cpp", "#include \"store/sqlite/Connection.h\"\n",
            1);
        row("OpenCV in a header", "core/face/Vision.h", "#include <opencv2/core.hpp>\n", 1);
        row("dlib outside face", "core/enrolment/Enrolment.cpp", "#include <dlib/dnn.h>\n", 1);
        row("tr in core", "core/money/MoneyText.cpp", "return tr(\"Nothing\");\n", 1);
        row("the store in a widget", "widgets/Card.h", "#include \"store/Store.h\"\n", 1);
        row("a use case in a widget", "widgets/Card.h", "#include \"checkout/Basket.h\"\n", 1);
        row("the application in a widget", "widgets/Card.h", "#include \"app/Page.h\"\n", 1);
        row("a workplace in another", "app/till/TillPage.cpp", "#include \"app/enrol/EnrolPage.h\"\n", 1);
        row("a dialog's exec", "app/till/TillPage.cpp", "dialog.exec();\n", 1);
        row("a loop by pointer", "app/till/TillPage.cpp", "loop->exec( );\n", 1);
        row("the application's loop outside", "app/Services.cpp", "QApplication::exec();\n", 1);
        row("processEvents", "widgets/Card.cpp", "QCoreApplication::processEvents();\n", 1);
        row("two at once", "core/people/Person.cpp", "#include <sqlite3.h>\n#include \"audit/Audit.h\"\n", 2);

        row("downwards", "core/checkout/Checkout.cpp", "#include \"store/Store.h\"\n#include \"people/Person.h\"\n", 0);
        row("the own room", "core/face/Vision.cpp", "#include \"face/Vision.h\"\n#include <opencv2/core.hpp>\n", 0);
        row("SQLite where it belongs", "core/store/sqlite/Connection.cpp", "#include <sqlite3.h>\n", 0);
        row("a value in a widget", "widgets/Card.h", "#include \"people/Person.h\"\n", 0);
        row("the window knows its pages", "app/MainWindow.cpp", "#include \"app/till/TillPage.h\"\n", 0);
        row("a workplace and what all share", "app/till/TillPage.cpp", "#include \"app/Services.h\"\n", 0);
        row("exec in main", "app/main.cpp", "return application.exec();\n", 0);
        row("words about it", "core/money/Money.cpp",
            "// tr(\"x\") and loop.exec() are not used\nauto s = \"tr(a)\";\n", 0);
        row("a name that ends so", "core/money/Money.cpp", "const auto s = str(1);\n", 0);
    }
    void aPlantedViolationIsFound()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(int, expected);
        const QStringList found = violations(path, text);
        QVERIFY2(found.size() == expected, qPrintable(found.join(u'\n')));
        for (const QString& violation : found)
            QVERIFY(violation.startsWith(path + u':'));
    }

    void linesAreCountedPastComments()
    {
        const auto found = violations(u"core/money/Money.cpp"_s, u"/* a\n b */\nint a; // c\nauto x = tr(1);\n"_s);
        QCOMPARE(found.size(), 1);
        QVERIFY(found.first().startsWith("core/money/Money.cpp:4 "_L1));
    }
};

KOBAI_TEST(ArchitectureTest, QCoreApplication)
#include "ArchitectureTest.moc"
