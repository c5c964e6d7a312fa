// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestProgram.h"
#include "widgets/Controls.h"
#include "widgets/Names.h"

#include <QApplication>
#include <QImage>
#include <QTextDocumentFragment>

using namespace kobai;
using namespace kobai::widgets;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto longWord = u"Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"_s;

/// How far to the right something is painted.
int inkWidth(QWidget& widget)
{
    const QImage image = widget.grab().toImage();
    const QRgb ground = image.pixel(0, 0);
    for (int x = image.width() - 1; x >= 0; --x) {
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixel(x, y) != ground)
                return x + 1;
        }
    }
    return 0;
}

} // namespace

class LabelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp); }

    void markupIsShownAsTyped()
    {
        const Text text(theme::Text::Body);
        QCOMPARE(text.textFormat(), Qt::PlainText);
    }

    void aLongWordIsBroken()
    {
        Text text(theme::Text::Body);
        text.setWordWrap(true);
        text.setText(longWord);
        const int line = text.fontMetrics().height();
        constexpr int width = 200;
        QVERIFY(text.minimumSizeHint().width() < width);
        QVERIFY(text.heightForWidth(width) >= 2 * line);
        text.resize(width, text.heightForWidth(width));
        QVERIFY(inkWidth(text) > width / 2);
        text.setText(u"one two three four"_s);
        QCOMPARE(text.heightForWidth(width), text.QLabel::heightForWidth(width));
    }

    void anElidedLineAsksForLittle()
    {
        Text text(theme::Text::Body);
        text.setElided(true);
        text.setText(longWord);
        QVERIFY(text.minimumSizeHint().width() < 100);
        QVERIFY(text.sizeHint().width() <= text.fontMetrics().averageCharWidth() * 80);
        text.resize(120, text.sizeHint().height());
        text.show();
        QVERIFY(inkWidth(text) > 60);
    }

    void namesForWhatReadsSomethingIntoThem()
    {
        QCOMPARE(withoutMnemonic(u"Pens & Paper"_s), u"Pens && Paper"_s);
        QCOMPARE(asToolTip(u"a & b"_s), u"a & b"_s);
        const QString tip = asToolTip(u"<b>x</b>"_s);
        QVERIFY(Qt::mightBeRichText(tip));
        QCOMPARE(QTextDocumentFragment::fromHtml(tip).toPlainText(), u"<b>x</b>"_s);
        QCOMPARE(isolated(u"Sato 佐藤"_s), u"Sato 佐藤"_s);
        QCOMPARE(isolated(u"דוד"_s), u"\u2068דוד\u2069"_s);
    }
};

KOBAI_TEST(LabelTest, QApplication)
#include "LabelTest.moc"
