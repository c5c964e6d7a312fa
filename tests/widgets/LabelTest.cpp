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
int inkWidth(const QImage& image)
{
    const QRgb ground = image.pixel(0, 0);
    for (int x = image.width() - 1; x >= 0; --x) {
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixel(x, y) != ground)
                return x + 1;
        }
    }
    return 0;
}

/// Where the first paint from the left is.
int inkLeft(QWidget& widget)
{
    const QImage image = widget.grab().toImage().mirrored(true, false);
    return image.width() - inkWidth(image);
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
        QVERIFY(inkWidth(text.grab().toImage()) > width / 2);
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
        QVERIFY(inkWidth(text.grab().toImage()) > 60);
    }

    void namesForWhatReadsSomethingIntoThem()
    {
        QCOMPARE(withoutMnemonic(u"Pens & Paper"_s), u"Pens && Paper"_s);
        QCOMPARE(asToolTip(u"a & b"_s), u"a & b"_s);
        const QString tip = asToolTip(u"<b>x</b>"_s);
        QVERIFY(Qt::mightBeRichText(tip));
        QCOMPARE(QTextDocumentFragment::fromHtml(tip).toPlainText(), u"<b>x</b>"_s);
        QCOMPARE(isolated(u"Sato 佐藤"_s), u"Sato 佐藤"_s);
        QCOMPARE(isolated(u"דוד"_s), u"\u200E\u2068דוד\u2069"_s);
        // What a name leaves open does not reach beyond it, and what it closes does not let the rest in.
        QCOMPARE(isolated(u"\u202Eאב\u2066"_s), u"\u200E\u2068אב\u2069"_s);
        QCOMPARE(isolated(u"line\u202Eright\u2066end"_s), u"linerightend"_s);
        QCOMPARE(isolated(u"א\u2069ב"_s), u"\u200E\u2068אב\u2069"_s);
        QVERIFY(!(isolated(u"דוד"_s) + u" can now pay by face."_s).isRightToLeft());
        QVERIFY(!(isolated(u"דוד"_s) + u" 901"_s).isRightToLeft());
    }

    void whatIsRepeatedIsShortenedAndSaysSo()
    {
        QCOMPARE(shortened({}), QString());
        QCOMPARE(shortened(QString(40, u'x')), QString(40, u'x'));
        QCOMPARE(shortened(QString(41, u'x')), QString(40, u'x') + u'…');
        const QString accented = u"e\u0301"_s;
        const QString family = u"👩‍👩‍👧‍👦"_s;
        for (const QString& letter : {accented, family})
            QCOMPARE(shortened(letter.repeated(41)), letter.repeated(40) + u'…');
    }

    void everyNameStandsAtTheSameSide()
    {
        Text text(theme::Text::Body);
        text.resize(600, 40);
        for (const bool wraps : {false, true}) {
            text.setWordWrap(wraps);
            for (const QString& name : {u"David"_s, u"דוד"_s, u"محمد"_s, u"佐藤"_s}) {
                text.setText(name);
                QVERIFY2(inkLeft(text) < 20, qPrintable(name));
            }
        }
    }
};

KOBAI_TEST(LabelTest, QApplication)
#include "LabelTest.moc"
