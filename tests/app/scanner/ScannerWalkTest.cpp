// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MainWindow.h"
#include "app/till/TillPage.h"
#include "support/Desk.h"
#include "support/HeldTimer.h"
#include "support/PlayedScanner.h"
#include "support/TestProgram.h"
#include "widgets/Controls.h"
#include "widgets/Fields.h"
#include "widgets/SearchField.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QListView>
#include <QShortcut>
#include <QSpinBox>

#include <array>
#include <functional>

using namespace kobai;
using namespace kobai::app;
using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 fastMs = 4;
constexpr qint64 hesitantMs = 30;
constexpr qint64 slowMs = 120;

/// Where the focus may be when somebody scans.
struct Place {
    const char* name;
    int page; ///< in the order of the rail
    std::function<QWidget*()> reach;
};

/// A code as it is printed, and what a scanner may be set to make of it.
struct Code {
    QString typed;
    bool isSold;
    bool isTradeNumber;
};

struct Layouts {
    const char16_t* machine;
    const char16_t* scanner;
};

const std::array layouts{Layouts{u"us", u"us"}, Layouts{u"fr", u"us"}, Layouts{u"fr", u"fr"}, Layouts{u"de", u"us"},
                         Layouts{u"de", u"de"}, Layouts{u"jp", u"us"}, Layouts{u"ru", u"us"}};
/// None, Enter, two of them, Tab, the keypad's, Tab and Enter, F12 (it charges) and Enter.
const std::array suffixes{u""_s, u"E"_s, u"EE"_s, u"T"_s, u"K"_s, u"TE"_s, u"FE"_s};

/// What must be the same after a scan as it was before.
struct Untouched {
    QStringList figures;
    QStringList words;
    int page = 0;
    bool operator==(const Untouched&) const = default;
};

} // namespace

/// Every page and focus with every kind of code, suffix, speed and layout, and an input method that takes what it sees. On X11 (the test
/// ScannerWalkOnX11Test) the layouts are the server's own.
class ScannerWalkTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_scanner = std::make_unique<PlayedScanner>();
        m_desk = std::make_unique<Desk>();
        m_desk->services.language().use(u"en"_s);
        m_student = m_desk->addStudent(u"Sato Haruka"_s, u"2026014"_s);
        m_desk->consentFully(m_student.id);
        m_desk->topUp(m_student.id, 100'000);
        m_desk->with([id = m_student.id, by = m_desk->services.operatorId()](store::Store& store) {
            return checkout::setPin(store, id, u"2580"_s, by);
        });
        m_desk->addProduct(u"Rice ball"_s, 150, {u"4901234567894"_s});
        m_lunch = m_desk->addProduct(u"Lunch box"_s, 480,
                                     {u"2100010000064"_s, u"0036000291452"_s, u"96385074"_s, u"LIB-00412"_s});
        m_window = std::make_unique<MainWindow>(m_desk->services);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        Q_EMIT m_desk->services.storeOpened();
        QTRY_COMPARE(m_window->pages().size(), 7U);
        m_till = qobject_cast<TillPage*>(m_window->pages().front());
        QTRY_VERIFY(m_till->findChild<QWidget*>(tileName()) != nullptr);
        m_pause = std::make_unique<HeldTimer>(m_window->findChild<QObject*>(u"scanPause"_s));
        m_slowPause = std::make_unique<HeldTimer>(m_window->findChild<QObject*>(u"slowScanPause"_s));
    }
    void cleanupTestCase()
    {
        m_pause.reset();
        m_slowPause.reset();
        m_window.reset();
        m_desk.reset();
        m_scanner.reset();
    }

    // [row 38] [row 73]
    void nothingIsConfirmedPressedFilledOrLost_data()
    {
        QTest::addColumn<int>("place");
        QTest::addColumn<int>("layout");
        for (int layout = 0; layout < int(layouts.size()); ++layout) {
            for (int place = 0; place < int(places().size()); ++place)
                QTest::addRow("%s, machine %s, scanner %s", places()[std::size_t(place)].name,
                              qPrintable(QString::fromUtf16(layouts.at(std::size_t(layout)).machine)),
                              qPrintable(QString::fromUtf16(layouts.at(std::size_t(layout)).scanner)))
                    << place << layout;
        }
    }
    void nothingIsConfirmedPressedFilledOrLost()
    {
        QFETCH(int, place);
        QFETCH(int, layout);
        use(layouts.at(std::size_t(layout)));
        const Place where = places()[std::size_t(place)];
        int nth = place + layout;
        m_window->goTo(1); // a payment that was open is over
        m_window->goTo(0);
        QTest::keyClick(m_window.get(), Qt::Key_Delete);
        QVERIFY(m_till->basket().isEmpty()); // or it grows beyond the balance
        for (const Code& code : codes()) {
            if (!m_scanner->canType(code.typed))
                continue;
            for (const qint64 step : {fastMs, hesitantMs, slowMs}) {
                // Every suffix with every other thing in turn.
                const QString suffix = suffixes.at(std::size_t(++nth) % suffixes.size());
                const bool inputMethod = PlayedScanner::isOnX11() && step != slowMs && nth % 2 == 0;
                tryOne(where, code, suffix, step, inputMethod);
                if (QTest::currentTestFailed())
                    return;
            }
        }
        QCOMPARE(m_desk->balance(m_student.id), Money(100'000));
    }

private:
    std::vector<Place> places()
    {
        const auto named = [this](const char* name) { return [this, name] { return part(name); }; };
        const auto paying = [this](const char* button, const char* field) {
            return [this, button, field] {
                if (!m_till->flow().isOpen())
                    click(button);
                await([&] { return part(field)->isVisible(); });
                return part(field);
            };
        };
        return {
            {"till, scan field", 0, named("scanField")},
            {"till, tile", 0, [this] { return m_window->findChild<QWidget*>(tileName()); }},
            {"till, a way to pay", 0, named("payByPin")},
            {"till, quantity", 0,
             [this] {
                 QTest::keyClick(m_window.get(), Qt::Key_F4);
                 return shown("quantityField");
             }},
            {"till, number", 0, paying("payByPin", "pinNumber")},
            {"till, look-up", 0, paying("payByLookUp", "lookUpField")},
            {"till, PIN", 0, [this] { return reachPin(); }},
            {"till, question", 0, [this] { return reachQuestion(); }},
            {"enrol, search", 1, named("personSearch")},
            {"accounts, search", 2, named("accountSearch")},
            {"accounts, list", 2, [this] { return reachList(); }},
            {"accounts, amount", 2, [this] { return reachTopUp(); }},
            {"history, customer", 3, named("filterPerson")},
            {"history, first day", 3, named("filterFrom")},
            {"catalogue, name", 4, [this] { return reachEditor("productName"); }},
            {"catalogue, price", 4, [this] { return reachEditor("productPrice"); }},
            {"faces", 5, [this] { return m_window->currentPage(); }},
            {"settings, school", 6, [this] { return reachSetting("schoolNameSetting"); }},
            {"settings, days", 6, [this] { return reachSetting("pauseDays"); }},
        };
    }

    static QList<Code> codes()
    {
        return {{u"2100010000064"_s, true, true},  {u"036000291452"_s, true, true},
                {u"00036000291452"_s, true, true}, {u"]E02100010000064"_s, true, false},
                {u"96385074"_s, true, true},       {u"LIB-00412"_s, true, false},
                {u"20428"_s, false, false},        {u"4999999999999"_s, false, true}};
    }

    void use(const Layouts& layout)
    {
        m_scanner->setScannerLayout(QString::fromUtf16(layout.scanner));
        if (const QString machine = QString::fromUtf16(layout.machine); m_machine != machine)
            m_scanner->setMachineLayout(m_machine = machine);
    }

    void tryOne(const Place& where, const Code& code, const QString& suffix, qint64 step, bool inputMethod)
    {
        m_window->goTo(where.page);
        if (where.page == 0)
            fillBasket();
        QWidget* focus = where.reach();
        QVERIFY2(focus != nullptr && focus->isVisible(), where.name);
        focus->setFocus();
        const bool isField = qobject_cast<QLineEdit*>(focus) != nullptr
                             || qobject_cast<QAbstractSpinBox*>(focus) != nullptr
                             || qobject_cast<widgets::PinPad*>(focus) != nullptr;
        // Slow keys reach their field before anything can be known: only a number of trade is told from what a hand may type there, and on X11
        // they come back by way of the server.
        if (step == slowMs && isField && (!code.isTradeNumber || PlayedScanner::isOnX11()))
            return;
        const Untouched before = untouched();
        const int items = m_till->basket().itemCount();
        const QString pressed = press([&] {
            m_scanner->setInputMethod(inputMethod);
            m_scanner->scan(*m_window, code.typed, suffix, step);
            settle();
            m_scanner->drain(*m_window);
            m_scanner->setInputMethod(false);
            m_scanner->pause(5000);
        });
        const QByteArray what = u"%1 + %2 every %3 ms at %4, input method %5"_s
                                    .arg(code.typed, suffix, QString::number(step), QString::fromLatin1(where.name))
                                    .arg(inputMethod)
                                    .toUtf8();
        QVERIFY2(pressed.isEmpty(), what + " pressed " + pressed.toUtf8());
        const Untouched after = untouched();
        QVERIFY2(after.figures == before.figures, what + ": " + after.figures.join(u'|').toUtf8());
        QVERIFY2(after.words == before.words, what + ": " + after.words.join(u'|').toUtf8());
        QCOMPARE(after.page, before.page);
        QVERIFY2(m_scanner->takenByInputMethod() == 0, what + ": the input method has some of it");
        const int sold = m_till->basket().itemCount() - items;
        QVERIFY2(sold == (where.page == 0 && code.isSold ? 1 : 0), what + ": " + QByteArray::number(sold));
        if (sold == 0)
            QVERIFY2(QTest::qWaitFor([&] { return isSaid(code.typed); }), what + ": not a word");
    }

    /// Runs @p act and says which buttons and shortcuts it pressed.
    QString press(const std::function<void()>& act)
    {
        QObject listener;
        QStringList pressed;
        for (const QAbstractButton* button : m_window->findChildren<QAbstractButton*>())
            connect(button, &QAbstractButton::clicked, &listener,
                    [&pressed, button] { pressed += button->objectName() + button->text(); });
        for (const QShortcut* shortcut : m_window->findChildren<QShortcut*>())
            connect(shortcut, &QShortcut::activated, &listener,
                    [&pressed, shortcut] { pressed += shortcut->key().toString(); });
        act();
        return pressed.join(u", "_s);
    }

    void settle()
    {
        while (m_pause->isRunning()) {
            m_pause->fire();
            QCoreApplication::processEvents();
        }
        if (m_slowPause->isRunning()) {
            m_slowPause->fire();
            QCoreApplication::processEvents();
        }
    }

    Untouched untouched() const
    {
        Untouched all;
        for (const QLineEdit* edit : m_window->findChildren<QLineEdit*>()) {
            const bool mayTakeCodes = qobject_cast<const widgets::SearchField*>(edit) != nullptr
                                      || edit->objectName() == u"productBarcodes"_s
                                      || edit->objectName() == u"quantityField"_s;
            if (!mayTakeCodes)
                all.words += edit->text();
        }
        for (const auto* edit : m_window->findChildren<widgets::MoneyEdit*>())
            all.figures += edit->text();
        for (const auto* box : m_window->findChildren<QAbstractSpinBox*>())
            all.figures += box->text();
        for (const auto* pin : m_window->findChildren<widgets::PinPad*>())
            all.figures += pin->pin();
        for (int i = 0; i < int(m_window->pages().size()); ++i) {
            if (m_window->pages()[std::size_t(i)] == m_window->currentPage())
                all.page = i;
        }
        return all;
    }

    /// In a sentence, or in a field that codes are scanned into.
    bool isSaid(const QString& code) const
    {
        const QString tail = code.right(5); // of a number the zeros before it may be gone
        const auto banners = m_window->findChildren<widgets::Banner*>();
        const auto edits = m_window->findChildren<QLineEdit*>();
        const auto* message = m_window->findChild<QLabel*>(u"payMessage"_s);
        return std::ranges::any_of(banners,
                                   [&](auto* each) { return each->isVisible() && each->words().contains(tail); })
               || std::ranges::any_of(edits,
                                      [&](auto* each) { return each->isVisible() && each->text().contains(tail); })
               || (message->isVisible() && message->text() == u"Nobody here has this number."_s);
    }

    template <typename Condition>
    static void await(Condition condition)
    {
        if (!QTest::qWaitFor(condition, 20'000))
            qFatal("what the test waits for did not come");
    }

    void fillBasket()
    {
        if (m_till->basket().isEmpty())
            click(qPrintable(tileName()));
    }
    QWidget* reachPin()
    {
        if (auto* pad = part("pinPad"); pad->isVisible())
            return pad;
        if (!m_till->flow().isOpen())
            click("payByPin");
        auto* number = qobject_cast<QLineEdit*>(part("pinNumber"));
        number->setText(u"2026014"_s);
        QTest::keyClick(number, Qt::Key_Return);
        await([this] { return part("pinPad")->isVisible(); });
        return part("pinPad");
    }
    QWidget* reachQuestion()
    {
        if (part("confirmCharge")->isVisible())
            return part("confirmCharge");
        auto* pad = qobject_cast<widgets::PinPad*>(reachPin());
        QTest::keyClicks(pad, u"2580"_s);
        QTest::keyClick(pad, Qt::Key_Return);
        await([this] { return part("confirmCharge")->isVisible(); });
        HeldTimer seen(m_till->findChild<QObject*>(u"stepSettles"_s));
        if (seen.isRunning())
            seen.fire();
        QCoreApplication::processEvents();
        return part("confirmCharge");
    }
    QWidget* reachList()
    {
        qobject_cast<widgets::SearchField*>(part("accountSearch"))->clearSearch();
        auto* list = qobject_cast<QListView*>(part("accountList"));
        await([list] { return list->isVisible() && list->model()->rowCount() > 0; });
        return list;
    }
    QWidget* reachTopUp()
    {
        auto* amount = part("topUpAmount");
        if (!amount->isVisible()) {
            auto* list = qobject_cast<QListView*>(reachList());
            list->setCurrentIndex(list->model()->index(0, 0));
            QTest::keyClick(list, Qt::Key_Return);
            await([this] { return part("topUp")->isVisible(); });
            click("topUp");
            await([amount] { return amount->isVisible(); });
        }
        return amount;
    }
    QWidget* reachEditor(const char* field)
    {
        await([this] { return m_window->findChild<QWidget*>(u"productName"_s) != nullptr; });
        if (!part(field)->isVisible())
            QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
        await([this, field] { return part(field)->isVisible(); });
        return part(field);
    }

    QWidget* reachSetting(const char* field)
    {
        auto* days = qobject_cast<QSpinBox*>(part("pauseDays"));
        await([days] { return days->value() == 90; }); // they have been read
        return part(field);
    }

    QString tileName() const { return u"product-%1"_s.arg(m_lunch.id.value); }
    QWidget* part(const char* name) const { return m_window->findChild<QWidget*>(QString::fromLatin1(name)); }
    QWidget* shown(const char* name) const
    {
        for (QWidget* each : m_window->findChildren<QWidget*>(QString::fromLatin1(name))) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    void click(const char* name) const { qobject_cast<QAbstractButton*>(part(name))->click(); }

    std::unique_ptr<PlayedScanner> m_scanner;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<HeldTimer> m_pause;
    std::unique_ptr<HeldTimer> m_slowPause;
    TillPage* m_till = nullptr;
    people::Person m_student;
    catalogue::Product m_lunch;
    QString m_machine = u"us"_s;
};

KOBAI_TEST(ScannerWalkTest, QApplication)
#include "ScannerWalkTest.moc"
