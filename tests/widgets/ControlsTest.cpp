// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Controls.h"
#include "support/TestProgram.h"
#include "widgets/ProductTile.h"
#include "widgets/QualityBarsView.h"
#include "widgets/Scheme.h"
#include "widgets/StepBar.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace kobai::widgets;
using namespace Qt::Literals::StringLiterals;

/// Buttons, banner, empty state, steps, bars, tile: what they say, and that the focus is always to be seen.
class ControlsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp); }
    void focusIsAlwaysVisible_data();
    void focusIsAlwaysVisible();
    void bannerSaysAndCloses();
    void bannerKeepsMarkupAsText();
    void emptyStateOffersItsAction();
    void textFollowsTheTheme();
    void stepsBeforeTheCurrentCanBeChosen();
    void barsTakeAnyNumber();
    void tileTellsNameAndPrice();
};

void ControlsTest::focusIsAlwaysVisible_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("dark");
    for (const bool dark : {false, true}) {
        for (const auto* kind :
             {"primary", "plain", "quiet", "danger", "tile", "line", "combo", "check", "push", "date", "list"})
            QTest::addRow("%s %s", kind, dark ? "dark" : "light") << QString::fromLatin1(kind) << dark;
    }
}

namespace {

QWidget* widgetOf(const QString& kind, QWidget* parent)
{
    const auto button = [parent](Button::Weight weight) {
        auto* made = new Button(weight, Button::Size::Normal, parent);
        made->setText(u"Save"_s);
        return made;
    };
    if (kind == u"primary"_s)
        return button(Button::Weight::Primary);
    if (kind == u"plain"_s)
        return button(Button::Weight::Plain);
    if (kind == u"quiet"_s)
        return button(Button::Weight::Quiet);
    if (kind == u"danger"_s)
        return button(Button::Weight::Danger);
    if (kind == u"tile"_s)
        return new ProductTile(parent);
    if (kind == u"line"_s)
        return new QLineEdit(parent);
    if (kind == u"combo"_s)
        return new QComboBox(parent);
    if (kind == u"check"_s)
        return new QCheckBox(u"Active"_s, parent);
    if (kind == u"push"_s)
        return new QPushButton(u"Plain Qt"_s, parent);
    if (kind == u"date"_s)
        return new QDateEdit(parent);
    return new QListWidget(parent);
}

// How many pixels differ clearly between two pictures of one size.
int differing(const QImage& a, const QImage& b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y) && contrast(a.pixelColor(x, y), b.pixelColor(x, y)) > 1.5 ? 1 : 0;
    }
    return count;
}

} // namespace

void ControlsTest::focusIsAlwaysVisible()
{
    QFETCH(const QString, kind);
    QFETCH(const bool, dark);
    theme::setMode(dark ? theme::Mode::Dark : theme::Mode::Light);
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    QWidget* widget = widgetOf(kind, &window);
    auto* other = new QLineEdit(&window);
    layout->addWidget(widget);
    layout->addWidget(other);
    window.resize(300, 240);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    other->setFocus();
    const QImage without = widget->grab().toImage();
    widget->setFocus(Qt::TabFocusReason);
    QVERIFY(widget->hasFocus());
    const QImage with = widget->grab().toImage();
    // At least as much as a line along one of its sides.
    QVERIFY2(differing(without, with) >= std::min(widget->width(), widget->height()), qPrintable(kind));
    theme::setMode(theme::Mode::Light);
}

void ControlsTest::bannerSaysAndCloses()
{
    QWidget window;
    const QLineEdit first(&window); // where Qt would move the focus to
    QLineEdit field(&window);
    Banner banner(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    field.setFocus();
    QVERIFY(banner.isHidden());
    banner.say(theme::Role::Bad, u"The camera was unplugged."_s, u"Try again"_s);
    QVERIFY(banner.isVisible());
    QCOMPARE(banner.words(), u"The camera was unplugged."_s);
    QCOMPARE(banner.accessibleName(), banner.words());
    QSignalSpy chosen(&banner, &Banner::actionChosen);
    QTest::mouseClick(banner.findChild<QAbstractButton*>(u"bannerAction"_s), Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QTest::mouseClick(banner.findChild<QAbstractButton*>(u"bannerClose"_s), Qt::LeftButton);
    QVERIFY(banner.isHidden());
    QVERIFY(banner.words().isEmpty());
    QVERIFY(field.hasFocus()); // the buttons that have gone had not taken it
    banner.say(theme::Role::Good, u"Saved."_s);
    QVERIFY(!banner.findChild<QAbstractButton*>(u"bannerAction"_s)->isVisible());
}

void ControlsTest::bannerKeepsMarkupAsText()
{
    Banner banner;
    banner.say(theme::Role::Warn, u"<b>O'Neill</b> & co"_s);
    QCOMPARE(banner.findChild<QLabel*>(u"bannerWords"_s)->textFormat(), Qt::PlainText);
    QCOMPARE(banner.words(), u"<b>O'Neill</b> & co"_s);
}

void ControlsTest::emptyStateOffersItsAction()
{
    QWidget window;
    EmptyState empty(u"receipt"_s, &window);
    window.show();
    auto* action = empty.findChild<QAbstractButton*>(u"emptyAction"_s);
    empty.setWords(u"Nothing here"_s, u"It comes."_s);
    QVERIFY(!action->isVisible());
    empty.setWords(u"Nothing here"_s, u"It comes."_s, u"Add"_s);
    QSignalSpy chosen(&empty, &EmptyState::actionChosen);
    QTest::mouseClick(action, Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
}

void ControlsTest::textFollowsTheTheme()
{
    Text text(theme::Text::Body);
    text.setRole(theme::Role::Bad);
    QCOMPARE(text.palette().color(QPalette::WindowText), lightScheme().role(theme::Role::Bad).colour);
    theme::setMode(theme::Mode::Dark);
    QTRY_COMPARE(text.palette().color(QPalette::WindowText), darkScheme().role(theme::Role::Bad).colour);
    text.clearRole();
    QCOMPARE(text.palette().color(QPalette::WindowText), darkScheme().text);
    theme::setMode(theme::Mode::Light);
    QTRY_COMPARE(text.palette().color(QPalette::WindowText), lightScheme().text);
}

void ControlsTest::stepsBeforeTheCurrentCanBeChosen()
{
    StepBar bar;
    bar.setSteps({u"Person"_s, u"Consent"_s, u"Face"_s, u"Done"_s});
    bar.resize(800, 44);
    bar.setCurrent(2);
    QVERIFY(bar.accessibleName().contains(u"Face"_s));
    QSignalSpy chosen(&bar, &StepBar::stepChosen);
    QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(10, 22));
    QVERIFY(chosen.isEmpty());
    bar.setRevisitable(true);
    QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(10, 22));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().toInt(), 0);
    QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(610, 22));
    QCOMPARE(chosen.size(), 1);
    bar.setCurrent(99);
    QCOMPARE(bar.current(), 4);
}

void ControlsTest::barsTakeAnyNumber()
{
    QualityBarsView bars;
    bars.resize(600, 84);
    bars.setValues({2.0F, -1.0F, std::numeric_limits<float>::quiet_NaN(), 0.5F, 1.0F, 0.0F});
    QCOMPARE(bars.values(), (std::array<float, 6>{1.0F, 0.0F, 0.0F, 0.5F, 1.0F, 0.0F}));
    QVERIFY(!bars.grab().isNull());
    bars.clear();
    QCOMPARE(bars.values(), (std::array<float, 6>{}));
}

void ControlsTest::tileTellsNameAndPrice()
{
    ProductTile tile;
    tile.setProduct(u"Green tea"_s, u"¥110"_s, u"tea"_s);
    QVERIFY(tile.accessibleName().contains(u"Green tea"_s));
    QVERIFY(tile.accessibleName().contains(u"¥110"_s));
    QVERIFY(tile.minimumSizeHint().width() >= theme::scaled(theme::tillTargetPx));
    tile.resize(tile.sizeHint());
    const QImage plain = tile.grab().toImage();
    tile.setCount(3);
    QVERIFY(tile.grab().toImage() != plain);
    tile.setProduct(QString(10'000, u'あ'), u"¥1"_s, u"nothing of that name"_s);
    QVERIFY(!tile.grab().isNull());
}

KOBAI_TEST(ControlsTest, QApplication)
#include "ControlsTest.moc"
