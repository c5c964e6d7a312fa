// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FullWindow.h"
#include "support/TestProgram.h"
#include "widgets/Theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QGraphicsTextItem>
#include <QGraphicsView>
#include <QHash>
#include <QLabel>
#include <QLayout>
#include <QSet>
#include <QTextDocumentFragment>

using namespace kobai;
using namespace kobai::test;

namespace {

constexpr int higherLinePx = 8; // what a line may gain from another font for its letters

/// As Qt shows the text of a button: one ampersand underlines the next letter, two are one.
QString asShown(const QString& text)
{
    QString shown;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'&' && i + 1 < text.size())
            ++i;
        shown += text[i];
    }
    return shown;
}

TypedNames allAre(const QString& name)
{
    return {name, name, name, name, name, name};
}

/// What all that lies in @p window says, or would when it is shown.
QStringList wordsOf(const QWidget& window)
{
    QStringList words{window.windowTitle()};
    const auto all = window.findChildren<QWidget*>();
    for (const QWidget* widget : all) {
        words += widget->toolTip();
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            words += label->text();
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            words += button->text();
        else if (const auto* box = qobject_cast<const QComboBox*>(widget))
            for (int i = 0; i < box->count(); ++i)
                words += box->itemText(i);
        else if (const auto* view = qobject_cast<const QAbstractItemView*>(widget);
                 view != nullptr && view->model() != nullptr)
            for (int row = 0; row < view->model()->rowCount(); ++row)
                for (int column = 0; column < view->model()->columnCount(); ++column)
                    words += view->model()->index(row, column).data().toString();
    }
    words.removeDuplicates();
    return words;
}

} // namespace

/// Names are text: whatever letters they have they are shown as typed, and nothing makes room for them.
class TypedNamesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        widgets::theme::apply(*qApp);
        FullWindow full;
        full.window().resize(1280, 800);
        full.walk([&](const QString& where) { m_least.insert(where, leastSize(full)); });
        QVERIFY(m_least.size() > 20);
    }

    void namesAreTextAndStayInTheirPlace_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("an ampersand") << u"Pens & Paper"_s;
        QTest::newRow("markup") << u"<b>Bold</b> <img src='x'> &amp;"_s;
        QTest::newRow("placeholders") << u"100 %1 %L2 %n [*] 5%"_s;
        QTest::newRow("one long word") << u"Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"_s;
        QTest::newRow("200 letters") << QString(200, u'W');
        QTest::newRow("long Japanese") << QString(200, u'あ');
        QTest::newRow("Arabic with a number") << u"دفتر مدرسي 123 كبير"_s;
        QTest::newRow("Hebrew beside Latin") << u"מחברת A4 (קו)"_s;
        QTest::newRow("combining marks")
            << u"Z\u0335\u0311\u0363A\u0334\u0310\u0367L\u0336\u0346\u0368G\u0337\u0352O"_s.repeated(3);
        QTest::newRow("emoji") << u"👩‍👩‍👧‍👦🏳️‍🌈✏️"_s.repeated(8);
        QTest::newRow("control characters") << u"tab\there\nline\u202Eright\u200B\u2066end"_s;
    }
    void namesAreTextAndStayInTheirPlace()
    {
        QFETCH(QString, name);
        FullWindow full(allAre(name));
        full.window().resize(1280, 800);
        QStringList found;
        full.walk([&](const QString& where) {
            const QSize least = leastSize(full);
            const QSize usual = m_least.value(where);
            if (least.width() > usual.width() || least.height() > usual.height() + higherLinePx)
                found += u"%1: needs %2x%3 instead of %4x%5"_s.arg(where)
                             .arg(least.width())
                             .arg(least.height())
                             .arg(usual.width())
                             .arg(usual.height());
            const auto all = full.window().findChildren<QWidget*>();
            for (const QWidget* widget : all) {
                if (widget->isVisible())
                    judge(*widget, where, found);
            }
        });
        found.removeDuplicates();
        QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
    }

    void aNameFromTheRightTurnsNoSentenceRound_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Japanese") << u"ja"_s;
    }
    void aNameFromTheRightTurnsNoSentenceRound()
    {
        QFETCH(QString, language);
        const QString name = u"דוד כהן"_s;
        FullWindow full(allAre(name));
        full.use(language);
        full.window().resize(1280, 800);
        QStringList found;
        QSet<QString> sentences;
        full.walk([&](const QString& where) {
            for (const QString& words : wordsOf(full.window())) {
                QString rest = words;
                if (rest.remove(u'\u2068' + name + u'\u2069').contains(name) && rest != name)
                    found += where + u": "_s + words;
                if (rest != words)
                    sentences.insert(words);
                if (words != name && words.isRightToLeft())
                    found += where + u": runs from the right: "_s + words;
            }
        });
        found.removeDuplicates();
        QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
        QVERIFY2(sentences.size() > 20, qPrintable(QString::number(sentences.size())));
    }

    void anAmpersandIsSeen()
    {
        const QString name = u"Pens & <i>Paper</i>"_s;
        FullWindow full(allAre(name));
        bool inTabs = false;
        bool inLegend = false;
        full.walk([&](const QString& where) {
            const auto buttons = full.window().findChildren<QAbstractButton*>();
            for (const QAbstractButton* button : buttons) {
                if (!button->text().contains(u"Pens"_s))
                    continue;
                QCOMPARE(asShown(button->text()), name);
                QVERIFY(button->shortcut().isEmpty());
                inTabs = inTabs || where.startsWith(u"till"_s);
            }
            const auto charts = full.window().findChildren<QGraphicsView*>();
            for (const QGraphicsView* chart : charts) {
                const auto items = chart->scene()->items();
                for (const QGraphicsItem* item : items) {
                    const auto* words = dynamic_cast<const QGraphicsTextItem*>(item);
                    if (words != nullptr && words->toPlainText().startsWith(u"Pens"_s)) {
                        QCOMPARE(words->toPlainText(), name);
                        inLegend = true;
                    }
                }
            }
            if (full.desk.services.isOpen())
                QVERIFY(full.window().windowTitle().contains(name));
        });
        QVERIFY(inTabs);
        QVERIFY(inLegend);
    }

private:
    static QSize leastSize(FullWindow& full)
    {
        const QWidget* front = full.window().currentPage();
        QSize least = full.window().layout()->minimumSize();
        if (front != nullptr)
            least = least.expandedTo(front->minimumSizeHint());
        return least;
    }

    static void judge(const QWidget& widget, const QString& where, QStringList& found)
    {
        const QString which =
            u"%1: %2 \"%3\" "_s.arg(where, QString::fromLatin1(widget.metaObject()->className()), widget.objectName());
        const QString tip = widget.toolTip();
        if (Qt::mightBeRichText(tip) && !QTextDocumentFragment::fromHtml(tip).toPlainText().contains(u"<b>"_s))
            found += which + u"has a tool tip of markup"_s;
        const auto* label = qobject_cast<const QLabel*>(&widget);
        if (label == nullptr)
            return;
        if (Qt::mightBeRichText(label->text()) && label->textFormat() != Qt::PlainText)
            found += which + u"takes text for markup"_s;
        // Amounts are never cut: not by their own width, and not by what they lie in.
        const bool isAmount = label->text().startsWith(u'¥') && !label->wordWrap();
        const QRect inParent = widget.geometry();
        if (isAmount
            && (widget.width() < label->sizeHint().width() || !widget.parentWidget()->rect().contains(inParent)))
            found += which + u"is cut: "_s + label->text();
    }

    QHash<QString, QSize> m_least;
};

KOBAI_TEST(TypedNamesTest, QApplication)
#include "TypedNamesTest.moc"
