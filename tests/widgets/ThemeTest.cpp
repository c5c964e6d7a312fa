// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Theme.h"
#include "support/TestProgram.h"
#include "widgets/Controls.h"
#include "widgets/Fields.h"
#include "widgets/Scheme.h"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QFileInfo>
#include <QFontMetricsF>
#include <QIcon>
#include <QImage>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

using namespace kobai::widgets;
using namespace Qt::Literals::StringLiterals;

/// The look: figures that align, sizes that grow with the font, light and dark, icons that are there.
class ThemeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void figuresAreTabular_data();
    void figuresAreTabular();
    void sizesGrowWithTheFont();
    void targetsAreLargeEnough();
    void modeSwitchesThePalette();
    void everyTextFollowsTheMode();
    void whatIsGivenItsWidthIsNotCut();
    void aListThatIsTooNarrowSaysThatThereIsMore();
    void iconFollowsTheTheme();
    void everyIconDraws();
    void unknownIconIsNotEmpty();
    void everyProductPictureIsThere();
};

void ThemeTest::initTestCase()
{
    theme::apply(*qApp);
    theme::setMode(theme::Mode::Light);
}

void ThemeTest::figuresAreTabular_data()
{
    QTest::addColumn<theme::Text>("size");
    QTest::addColumn<bool>("bold");
    for (const bool bold : {false, true}) {
        const auto row = [bold](const char* name, theme::Text size) {
            QTest::addRow("%s%s", name, bold ? " bold" : "") << size << bold;
        };
        row("body", theme::Text::Body);
        row("secondary", theme::Text::Secondary);
        row("section", theme::Text::Section);
        row("title", theme::Text::Title);
        row("till", theme::Text::TillMoney);
        row("display", theme::Text::Display);
    }
}

void ThemeTest::figuresAreTabular()
{
    QFETCH(const theme::Text, size);
    QFETCH(const bool, bold);
    const QFontMetricsF metrics(theme::font(size, bold));
    for (const QChar digit : u"123456789"_s)
        QCOMPARE(metrics.horizontalAdvance(digit), metrics.horizontalAdvance(u'0'));
}

void ThemeTest::sizesGrowWithTheFont()
{
    const QFont usual = QApplication::font();
    const int unit = theme::unit();
    const int target = theme::scaled(theme::targetPx);
    const int body = theme::font(theme::Text::Body).pixelSize();
    QVERIFY(theme::font(theme::Text::Display).pixelSize() >= 4 * body - 1);

    QFont twice = usual;
    twice.setPixelSize(2 * body);
    QApplication::setFont(twice);
    QCOMPARE(theme::unit(), 2 * unit);
    QCOMPARE(theme::scaled(theme::targetPx), 2 * target);
    QCOMPARE(theme::font(theme::Text::Body).pixelSize(), 2 * body);
    Button button(Button::Weight::Plain);
    button.setText(u"Save"_s);
    QVERIFY(button.sizeHint().height() >= 2 * target);
    QApplication::setFont(usual);
}

void ThemeTest::targetsAreLargeEnough()
{
    Button normal(Button::Weight::Plain);
    Button till(Button::Weight::Primary, Button::Size::Till);
    QLineEdit field;
    QComboBox combo;
    QDateEdit date;
    QVERIFY(normal.sizeHint().height() >= 36);
    QVERIFY(till.sizeHint().height() >= 56);
    QVERIFY(field.sizeHint().height() >= 36);
    QVERIFY(combo.sizeHint().height() >= 36);
    QVERIFY(date.sizeHint().height() >= 36);
}

void ThemeTest::modeSwitchesThePalette()
{
    QVERIFY(!theme::isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), lightScheme().window);
    theme::setMode(theme::Mode::Dark);
    QVERIFY(theme::isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), darkScheme().window);
    QCOMPARE(theme::color(theme::Role::Bad), darkScheme().role(theme::Role::Bad).colour);
    theme::setMode(theme::Mode::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Window), lightScheme().window);
}

/// More than once: the first change is the only one of which Qt tells more than the windows.
void ThemeTest::everyTextFollowsTheMode()
{
    QWidget window;
    auto* inside = new QWidget(&window);
    auto* followed = new Text(theme::Text::Body, inside);
    QHash<theme::Role, Text*> texts;
    for (const theme::Role role :
         {theme::Role::Accent, theme::Role::Good, theme::Role::Warn, theme::Role::Bad, theme::Role::Quiet}) {
        texts.insert(role, new Text(theme::Text::Secondary, inside));
        texts[role]->setRole(role);
    }
    MoneyEdit wrong({u"JPY"_s, u"¥"_s, 0}, inside);
    wrong.setText(u"x"_s);
    window.show();
    for (const theme::Mode mode : {theme::Mode::Dark, theme::Mode::Light, theme::Mode::Dark, theme::Mode::Light}) {
        theme::setMode(mode);
        QCOMPARE(followed->palette().color(QPalette::WindowText), scheme().text);
        QCOMPARE(wrong.palette().color(QPalette::Text), theme::color(theme::Role::Bad));
        for (auto text = texts.cbegin(); text != texts.cend(); ++text)
            QCOMPARE(text.value()->palette().color(QPalette::WindowText), theme::color(text.key()));
    }
}

void ThemeTest::whatIsGivenItsWidthIsNotCut()
{
    for (const theme::Text size : {theme::Text::Body, theme::Text::Secondary, theme::Text::Section}) {
        const QFontMetrics metrics(theme::font(size));
        QString text;
        for (int i = 0; i < 200; ++i) {
            text += u"Page 12/1/26 1:02 AM · ¥1,480 – ねだん"_s.at(i % 36);
            QCOMPARE(metrics.elidedText(text, Qt::ElideRight, theme::widthOf(metrics, text)), text);
        }
    }
}

void ThemeTest::aListThatIsTooNarrowSaysThatThereIsMore()
{
    const auto pictured = [](const QString& text) {
        QComboBox combo;
        combo.addItem(text);
        combo.setFixedWidth(160);
        return combo.grab().toImage();
    };
    const auto whole = u"Sato Keiko (other guardian)"_s;
    QStringList shortened; // one of these is what fits
    for (qsizetype letters = 4; letters < whole.size(); ++letters)
        shortened += whole.first(letters).trimmed() + u'…';
    const QImage shown = pictured(whole);
    QVERIFY(std::ranges::any_of(shortened, [&](const QString& text) { return pictured(text) == shown; }));
    QVERIFY(pictured(u"Keiko"_s) != pictured(u"Keiko…"_s));
}

namespace {

QColor strongest(const QImage& image)
{
    QColor colour(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (const QColor pixel = image.pixelColor(x, y); pixel.alpha() > colour.alpha())
                colour = pixel;
        }
    }
    return colour;
}

} // namespace

void ThemeTest::iconFollowsTheTheme()
{
    const QIcon icon = theme::icon(u"till"_s);
    QCOMPARE(strongest(icon.pixmap(32).toImage()).rgb(), lightScheme().text.rgb());
    theme::setMode(theme::Mode::Dark);
    QCOMPARE(strongest(icon.pixmap(32).toImage()).rgb(), darkScheme().text.rgb());
    theme::setMode(theme::Mode::Light);
}

void ThemeTest::everyIconDraws()
{
    const QFileInfoList files = QDir(u":/icons"_s).entryInfoList({u"*.svg"_s});
    QVERIFY(files.size() > 60);
    for (const QFileInfo& file : files) {
        QVERIFY2(theme::hasIcon(file.completeBaseName()), qPrintable(file.fileName()));
        const QImage image = theme::icon(file.completeBaseName()).pixmap(48).toImage();
        QVERIFY2(strongest(image).alpha() > 200, qPrintable(file.fileName()));
    }
    // Named in the brief of the pages.
    for (const auto* name : {"face",     "till",   "enrol",   "accounts", "history", "catalogue", "settings", "search",
                             "lock",     "camera", "consent", "check",    "warning", "error",     "info",     "person",
                             "guardian", "cash",   "pin",     "lookup",   "receipt", "plus",      "minus",    "close",
                             "back",     "edit",   "star",    "language", "help",    "eye",       "printer"})
        QVERIFY2(theme::hasIcon(QString::fromLatin1(name)), name);
}

void ThemeTest::unknownIconIsNotEmpty()
{
    QVERIFY(!theme::hasIcon(u"no-such-icon"_s));
    QVERIFY(strongest(theme::icon(u"no-such-icon"_s).pixmap(24).toImage()).alpha() > 0);
}

void ThemeTest::everyProductPictureIsThere()
{
    const QStringList pictures = theme::productPictures();
    for (const auto* name :
         {"onigiri",  "bento",      "sandwich", "bread",    "snack",    "chocolate", "candy", "icecream",
          "tea",      "water",      "juice",    "milk",     "coffee",   "pencil",    "pen",   "eraser",
          "notebook", "paper",      "ruler",    "scissors", "glue",     "folder",    "stamp", "towel",
          "soap",     "toothbrush", "socks",    "battery",  "umbrella", "mask",      "box"})
        QVERIFY2(pictures.contains(QString::fromLatin1(name)), name);
    for (const QString& picture : pictures) {
        const QImage image = theme::productIcon(picture).pixmap(64).toImage();
        QVERIFY2(strongest(image).alpha() > 200, qPrintable(picture));
    }
    // One that is not drawn shows the box, not nothing.
    QCOMPARE(theme::productIcon(u"no-such-picture"_s).pixmap(64).toImage(),
             theme::productIcon(u"box"_s).pixmap(64).toImage());
}

KOBAI_TEST(ThemeTest, QApplication)
#include "ThemeTest.moc"
