// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Bench.h"

#include "app/cli/BenchSearch.h"
#include "app/cli/BenchWindow.h"
#include "app/cli/Output.h"
#include "app/cli/SyntheticTemplates.h"
#include "support/ScratchHome.h"
#include "support/TestProgram.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTest>

#include <cmath>
#include <vector>

using namespace kobai;
using namespace kobai::cli;
using namespace Qt::Literals::StringLiterals;

/// The measuring commands: what they measure is there, and what they say has the keys that scripts read.
class BenchTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Each size has the keys that scripts read, and Kobai finds whom faiss finds.
    void searchAgreesWithFaiss()
    {
        QCommandLineParser options;
        addSearchOptions(options);
        QVERIFY(options.parse({u"kobai bench"_s, u"--sizes"_s, u"1,400"_s, u"--probes"_s, u"10"_s}));
        const auto result = benchSearch(options);
        QVERIFY(result.has_value());
        QCOMPARE(result->keys(), QStringList({u"1"_s, u"400"_s}));
        for (const QString& size : result->keys()) {
            const QJsonObject figures = result->value(size).toObject();
            for (const QString& key : {u"ms"_s, u"ratio"_s, u"mib"_s, u"agree"_s})
                QVERIFY2(figures.value(key).isDouble(), qPrintable(key));
            QVERIFY(figures.value(u"ms"_s).toDouble() > 0);
            QCOMPARE(figures.value(u"agree"_s).toDouble(), 1.0);
        }
    }

    // How long the turns are is the machine's affair; each of them was measured.
    void theWindowIsWalkedThrough()
    {
        QCommandLineParser options;
        addWindowOptions(options);
        QVERIFY(options.parse({u"kobai bench"_s, u"--students"_s, u"12"_s, u"--days"_s, u"3"_s}));
        const auto result = benchWindow(options);
        QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().detail));
        QCOMPARE(result->keys(), QStringList({u"history_ms"_s, u"open_ms"_s, u"workplaces_ms"_s}));
        for (const QString& key : result->keys())
            QVERIFY2(result->value(key).isDouble(), qPrintable(key));
        QVERIFY(result->value(u"open_ms"_s).toDouble() > 0);
    }

    void wrongUseIsRefused()
    {
        QCOMPARE(bench({u"baking"_s}), badUsage);
        QCOMPARE(bench({u"search"_s, u"--sizes"_s, u"600,none"_s}), badUsage);
        QCOMPARE(bench({u"search"_s, u"--sizes"_s, u"0"_s}), badUsage);
        QCOMPARE(bench({u"search"_s, u"--sizes"_s, u"600"_s, u"--probes"_s, u"0"_s}), badUsage);
        QCOMPARE(bench({u"vision"_s, u"--attempts"_s, u"0"_s}), badUsage);
        QCOMPARE(bench({u"window"_s, u"--students"_s, u"1"_s}), badUsage);
    }

    // The made-up persons are as alike as those of models.md, or the measurement would say nothing.
    void madeUpPersonsScoreLikeStrangers()
    {
        SyntheticTemplates templates(3);
        std::vector<face::Embedding> persons;
        for (int i = 0; i < 300; ++i)
            persons.push_back(templates.nextPerson());
        double sum = 0;
        double squares = 0;
        int pairs = 0;
        for (std::size_t a = 0; a < persons.size(); ++a) {
            QVERIFY(face::isUnitLength(persons[a]));
            for (std::size_t b = a + 1; b < persons.size(); ++b) {
                const auto score = double(face::fusedScore(face::cosines(persons[a], persons[b])));
                sum += score;
                squares += score * score;
                ++pairs;
            }
        }
        const double mean = sum / pairs;
        const double deviation = std::sqrt(squares / pairs - mean * mean);
        QVERIFY2(std::abs(mean) < 0.2, qPrintable(QString::number(mean)));
        QVERIFY2(deviation > 0.6 && deviation < 1.0, qPrintable(QString::number(deviation)));
        const auto mated = double(face::fusedScore(face::cosines(persons[0], templates.picture(persons[0]))));
        QVERIFY2(mated > 5 && mated < 8, qPrintable(QString::number(mated)));
    }

private:
    test::ScratchHome m_home; // benchWindow() leaves the folders' variables pointing to a place that is gone
};

KOBAI_TEST(BenchTest, QApplication)
#include "BenchTest.moc"
