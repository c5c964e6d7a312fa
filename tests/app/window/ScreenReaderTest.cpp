// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FullWindow.h"
#include "support/TestProgram.h"
#include "widgets/Theme.h"

#include <QAccessible>
#include <QApplication>
#include <QSet>

using namespace kobai;
using namespace kobai::test;

namespace {

bool isControl(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::RadioButton:
    case QAccessible::CheckBox:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::EditableText:
    case QAccessible::ComboBox:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::List:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::ListItem:
    case QAccessible::PageTab:
    case QAccessible::Link:
        return true;
    default:
        return false;
    }
}

void collectNameless(QAccessibleInterface* node, const QString& where, const QString& path, QStringList& found)
{
    if (node == nullptr || node->state().invisible)
        return;
    const QString own = node->object() == nullptr
                            ? QString()
                            : u"%1 %2"_s.arg(QString::fromLatin1(node->object()->metaObject()->className()),
                                             node->object()->objectName());
    const QAccessible::Role role = node->role();
    // The parts of a spin box, a date or a combo box are spoken of as the whole.
    const QAccessibleInterface* above = node->parent();
    const bool isPart =
        above != nullptr && (above->role() == QAccessible::SpinBox || above->role() == QAccessible::ComboBox);
    if (!isPart
        && (isControl(role) || (node->state().focusable && role != QAccessible::Client && role != QAccessible::Window))
        && node->text(QAccessible::Name).trimmed().isEmpty())
        found += u"%1: role %2, %3 in %4"_s.arg(where).arg(int(role)).arg(own, path);
    const int children = isPart || role == QAccessible::Table || role == QAccessible::Tree ? 0 : node->childCount();
    for (int index = 0; index < children; ++index)
        collectNameless(node->child(index), where, path + u'/' + own.section(u' ', 0, 0), found);
}

} // namespace

/// What a screen reader walks through: every control that it can reach says what it is, in both languages.
class ScreenReaderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        widgets::theme::apply(*qApp);
        QAccessible::setActive(true);
    }

    void everyControlHasAName_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Japanese") << u"ja"_s;
    }
    void everyControlHasAName()
    {
        QFETCH(QString, language);
        FullWindow full;
        full.use(language);
        QStringList found;
        int looks = 0;
        full.walk([&](const QString& where) {
            ++looks;
            collectNameless(QAccessible::queryAccessibleInterface(&full.window()), where, {}, found);
        });
        QVERIFY(looks > 20);
        found.removeDuplicates();
        QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
    }
};

KOBAI_TEST(ScreenReaderTest, QApplication)
#include "ScreenReaderTest.moc"
