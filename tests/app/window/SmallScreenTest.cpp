// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FullWindow.h"
#include "support/TestProgram.h"
#include "widgets/Theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>

using namespace kobai;
using namespace kobai::test;

namespace {

bool isOperated(const QWidget& widget)
{
    const QWidget* above = widget.parentWidget();
    const bool isPart = qobject_cast<const QLineEdit*>(above) != nullptr
                        || qobject_cast<const QAbstractSpinBox*>(above) != nullptr
                        || qobject_cast<const QComboBox*>(above) != nullptr;
    return !isPart
           && (qobject_cast<const QAbstractButton*>(&widget) != nullptr
               || qobject_cast<const QLineEdit*>(&widget) != nullptr
               || qobject_cast<const QComboBox*>(&widget) != nullptr
               || qobject_cast<const QAbstractSpinBox*>(&widget) != nullptr);
}

QString nameOf(const QWidget& widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    const auto* label = qobject_cast<const QLabel*>(&widget);
    const QString words = button != nullptr ? button->text() : label != nullptr ? label->text() : QString();
    return u"%1 \"%2\" \"%3\""_s.arg(QString::fromLatin1(widget.metaObject()->className()), widget.objectName(),
                                     words.left(30));
}

/// Where @p widget is cut off, empty when it is whole. With @p scrolls what a vertical scroll area brings into sight counts as in sight.
QString cutBy(const QWidget& widget, bool scrolls)
{
    QRect part = widget.rect();
    for (const QWidget* child = &widget; !child->isWindow(); child = child->parentWidget()) {
        const QWidget* above = child->parentWidget();
        part.translate(child->pos());
        const auto* area = qobject_cast<const QScrollArea*>(above->parentWidget());
        QRect room = above->rect();
        if (scrolls && area != nullptr && area->viewport() == above) {
            // It is inside what scrolls: that was looked at in the round before. Up and down it can be brought to the front.
            if (part.height() > above->height() && above->height() < 40)
                return u"a slit %1 px high"_s.arg(above->height());
            part.setTop(room.top());
            part.setBottom(room.bottom());
        }
        if (!room.contains(part))
            return u"%1 (%2x%3), it is at %4,%5 %6x%7"_s.arg(nameOf(*above))
                .arg(room.width())
                .arg(room.height())
                .arg(part.x())
                .arg(part.y())
                .arg(part.width())
                .arg(part.height());
    }
    return {};
}

QString squeezed(const QWidget& widget)
{
    const QSize least = qobject_cast<const QLabel*>(&widget) != nullptr && widget.hasHeightForWidth()
                            ? QSize(0, widget.heightForWidth(widget.width()))
                            : widget.minimumSizeHint();
    // A button may lose what is left and right of its words, a field a pixel of its frame.
    const int spare = qobject_cast<const QAbstractButton*>(&widget) != nullptr ? 4 * widgets::theme::unit() : 0;
    const QSize has = widget.size() + QSize(spare, 2);
    const bool fixedLess = widget.maximumWidth() < least.width() || widget.maximumHeight() < least.height();
    if (fixedLess || (has.width() >= least.width() && has.height() >= least.height()))
        return {};
    return u"%1x%2 of %3x%4"_s.arg(has.width()).arg(has.height()).arg(least.width()).arg(least.height());
}

/// Two that are both pressed or read lie on each other.
QString covered(const QWidget& widget)
{
    const QWidget* above = widget.parentWidget();
    const auto siblings = above->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
    for (const QWidget* other : siblings) {
        if (other == &widget || !other->isVisible() || !(isOperated(*other) || qobject_cast<const QLabel*>(other)))
            continue;
        if (other->geometry().intersects(widget.geometry()))
            return nameOf(*other);
    }
    return {};
}

} // namespace

/// Whatever the screen, all that is pressed or typed into is in sight or can be scrolled there, and the till shows its total and every way to pay.
class SmallScreenTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { widgets::theme::apply(*qApp); }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("attention");
        const std::pair<const char*, QSize> screens[] = {
            {"1024x600", {1024, 568}},
            {"1366x768 with a panel", {1366, 696}},
            {"1366x768 at 150 %", {910, 512}},
            {"1920x1080 at 150 % with a panel", {1280, 648}},
            {"1920x1080 at 200 % with a panel", {960, 468}},
        };
        for (const auto& [name, size] : screens) {
            for (const auto& language : {u"en"_s, u"ja"_s}) {
                for (const bool attention : {false, true}) {
                    if (attention && size.height() > 600)
                        continue;
                    QTest::addRow("%s, %s%s", name, qPrintable(language), attention ? ", a message above" : "")
                        << size << language << attention;
                }
            }
        }
    }
    void nothingIsCutOff()
    {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        QFETCH(bool, attention);
        FullWindow full;
        full.window().setMinimumSize({1, 1});
        full.window().resize(size);
        full.use(language);
        if (attention)
            Q_EMIT full.desk.services.galleryFailed(Fault{FaultCode::StoreDamaged, {}});
        QStringList found;
        full.walk([&](const QString& where) {
            QCOMPARE(full.window().size(), size);
            photograph(full.window(), where);
            const auto all = full.window().findChildren<QWidget*>();
            for (const QWidget* widget : all)
                judge(*widget, where, found);
            for (const char* name : {"payByFace", "payByPin", "payByLookUp", "basketTotal", "confirmCharge",
                                     "confirmObjection", "confirmUnreachable", "confirmWithdraw"}) {
                const QWidget* must = full.find(QString::fromLatin1(name));
                if (must == nullptr)
                    continue;
                if (const QString cut = cutBy(*must, false); !cut.isEmpty())
                    found += u"%1: %2 is not in sight, cut by %3"_s.arg(where, nameOf(*must), cut);
            }
            const auto tables = full.window().findChildren<QTableView*>();
            for (const QTableView* table : tables) {
                if (table->isVisible() && table->horizontalScrollBar()->maximum() > 0)
                    found += u"%1: %2 has columns out of sight"_s.arg(where, nameOf(*table));
            }
        });
        found.removeDuplicates();
        QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
    }

private:
    static void judge(const QWidget& widget, const QString& where, QStringList& found)
    {
        const bool isLabel = qobject_cast<const QLabel*>(&widget) != nullptr;
        if (!widget.isVisible() || !(isLabel || isOperated(widget)))
            return;
        for (const QWidget* above = widget.parentWidget(); above != nullptr; above = above->parentWidget()) {
            if (qobject_cast<const QAbstractItemView*>(above) != nullptr)
                return;
        }
        if (const QString cut = cutBy(widget, true); !cut.isEmpty())
            found += u"%1: %2 is cut by %3"_s.arg(where, nameOf(widget), cut);
        if (const QString less = squeezed(widget); !less.isEmpty())
            found += u"%1: %2 has %3"_s.arg(where, nameOf(widget), less);
        if (const QString other = covered(widget); !other.isEmpty())
            found += u"%1: %2 is covered by %3"_s.arg(where, nameOf(widget), other);
    }

    /// For a person's eyes: KOBAI_TEST_PICTURES names a folder.
    static void photograph(app::MainWindow& window, const QString& where)
    {
        const QString folder = qEnvironmentVariable("KOBAI_TEST_PICTURES");
        if (folder.isEmpty())
            return;
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        const QDir place(folder + u'/' + tag);
        (void)place.mkpath(u"."_s);
        (void)window.grab().save(place.filePath(where + u".png"_s));
    }
};

KOBAI_TEST(SmallScreenTest, QApplication)
#include "SmallScreenTest.moc"
