// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Scheme.h"

#include "support/TestProgram.h"

#include <QColor>
#include <QCoreApplication>
#include <QPalette>
#include <QTest>

using namespace kobai::widgets;
using namespace Qt::Literals::StringLiterals;

namespace {
constexpr double textContrast = 4.5;    // WCAG 2.2, 1.4.3
constexpr double outlineContrast = 3.0; // WCAG 2.2, 1.4.11
} // namespace

/// The colours can be read, in both themes [row 69].
class SchemeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfTheStandard();
    void textCanBeRead_data();
    void textCanBeRead();
    void outlinesCanBeSeen_data();
    void outlinesCanBeSeen();
    void paletteIsTheScheme();

private:
    void bothSchemes();
};

void SchemeTest::contrastIsThatOfTheStandard()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    // A pair whose ratio is published in the standard's own technique G18: #767676 on white is 4.54.
    QVERIFY(qAbs(contrast(QColor(0x767676), Qt::white) - 4.54) < 0.01);
}

void SchemeTest::bothSchemes()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void SchemeTest::textCanBeRead_data()
{
    bothSchemes();
}

void SchemeTest::textCanBeRead()
{
    QFETCH(const bool, dark);
    const Scheme& scheme = dark ? darkScheme() : lightScheme();
    const auto readable = [](const QColor& ink, const QColor& paper, const char* what) {
        const double ratio = contrast(ink, paper);
        if (ratio < textContrast)
            qWarning("%s: %s on %s is %.2f", what, qPrintable(ink.name()), qPrintable(paper.name()), ratio);
        return ratio >= textContrast;
    };
    for (const QColor& paper : {scheme.window, scheme.surface, scheme.raised, scheme.selection}) {
        QVERIFY(readable(scheme.text, paper, "text"));
        for (const RoleColours& role : scheme.roles)
            QVERIFY(readable(role.colour, paper, "role"));
    }
    for (const QColor& paper : {scheme.window, scheme.surface})
        QVERIFY(readable(scheme.placeholder, paper, "placeholder"));
    for (const RoleColours& role : scheme.roles) {
        QVERIFY(readable(role.on, role.colour, "on"));
        QVERIFY(readable(role.colour, role.tint, "tint"));
        QVERIFY(readable(scheme.text, role.tint, "text on tint"));
    }
}

void SchemeTest::outlinesCanBeSeen_data()
{
    bothSchemes();
}

void SchemeTest::outlinesCanBeSeen()
{
    QFETCH(const bool, dark);
    const Scheme& scheme = dark ? darkScheme() : lightScheme();
    for (const QColor& paper : {scheme.window, scheme.surface}) {
        QVERIFY(contrast(scheme.fieldOutline, paper) >= outlineContrast);
        QVERIFY(contrast(scheme.role(theme::Role::Accent).colour, paper) >= outlineContrast);
    }
    for (const QColor& part : scheme.series)
        QVERIFY2(contrast(part, scheme.surface) >= outlineContrast, qPrintable(part.name()));
}

void SchemeTest::paletteIsTheScheme()
{
    const QPalette palette = darkScheme().palette();
    QCOMPARE(palette.color(QPalette::WindowText), darkScheme().text);
    QCOMPARE(palette.color(QPalette::Base), darkScheme().surface);
    QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= textContrast);
    QVERIFY(contrast(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase)) >= textContrast);
    QVERIFY(contrast(palette.color(QPalette::ButtonText), palette.color(QPalette::Button)) >= textContrast);
    QVERIFY(contrast(palette.color(QPalette::Link), palette.color(QPalette::Window)) >= textContrast);
}

KOBAI_TEST(SchemeTest, QCoreApplication)
#include "SchemeTest.moc"
