// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/ScannerFilter.h"

#include "support/TestProgram.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace kobai::app;
using namespace Qt::Literals::StringLiterals;

class ScannerFilterTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<QWidget>();
        auto* layout = new QVBoxLayout(m_page.get());
        layout->addWidget(m_text = new QLineEdit);
        layout->addWidget(m_number = new QLineEdit);
        layout->addWidget(m_button = new QPushButton(u"Charge"_s));
        m_button->setAutoDefault(true);
        ScannerFilter::expectDigits(*m_number);
        m_filter = new ScannerFilter(*m_page);
        connect(m_filter, &ScannerFilter::scanned, this, [this](const QString& digits) { m_scans.append(digits); });
        m_filter->start();
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_scans.clear();
        m_nowMs = 1000;
        m_stepMs = 10;
    }
    void cleanup() { m_page.reset(); }

    // [row 38]
    void aScanLandsWhateverHasTheFocus()
    {
        QSignalSpy pressed(m_button, &QPushButton::clicked);
        for (QWidget* focus : {static_cast<QWidget*>(m_text), static_cast<QWidget*>(m_number),
                               static_cast<QWidget*>(m_button), m_page.get()}) {
            focus->setFocus();
            scan(*focus, u"4901234567894"_s);
            m_nowMs += 2 * ScanReader::longestGapMs;
        }
        QCOMPARE(m_scans, QStringList(4, u"4901234567894"_s));
        type(*m_text, u"a"_s); // would push out a digit that stayed behind
        type(*m_number, u"b"_s);
        QCOMPARE(m_text->text(), u"a"_s);
        QCOMPARE(m_number->text(), u"b"_s);
        QCOMPARE(pressed.size(), 0); // and its Enter presses nothing
    }

    // [row 38]: 20 scans of 13 digits in 10 seconds of the keys' own time
    void twentyScansInTenSecondsLoseNone()
    {
        m_text->setFocus();
        for (int i = 0; i < 20; ++i) {
            scan(*m_text, u"4901234567894"_s);
            m_nowMs += 360; // with the 14 keys half a second each
        }
        QCOMPARE(m_scans, QStringList(20, u"4901234567894"_s));
        QCOMPARE(m_text->text(), QString());
    }

    // The thread was busy: what lies between the keys is their own time, not when they are read.
    void keysThatAreReadLateAreJudgedByTheirOwnTimes()
    {
        m_text->setFocus();
        type(*m_text, u"490123"_s);
        QTest::qSleep(int(3 * ScanReader::longestGapMs));
        type(*m_text, u"4567894"_s);
        key(*m_text, Qt::Key_Return);
        QCOMPARE(m_scans, QStringList(u"4901234567894"_s));
        QCOMPARE(m_text->text(), QString());
    }

    void whatAHandTypesReachesTheField()
    {
        m_text->setFocus();
        m_stepMs = 80;
        type(*m_text, u"42"_s);
        QSignalSpy entered(m_text, &QLineEdit::returnPressed);
        key(*m_text, Qt::Key_Return);
        QCOMPARE(m_text->text(), u"42"_s);
        QCOMPARE(entered.size(), 1);
        QCOMPARE(m_scans, QStringList());
    }

    void aPauseGivesTheLastDigitsBack()
    {
        m_text->setFocus();
        type(*m_text, u"42"_s);
        QTRY_COMPARE(m_text->text(), u"42"_s);
        QCOMPARE(m_scans, QStringList());
    }

    void digitsAmongLettersKeepTheirOrder()
    {
        m_text->setFocus();
        type(*m_text, u"b2a10c"_s);
        QCOMPARE(m_text->text(), u"b2a10c"_s);
        QCOMPARE(m_scans, QStringList());
    }

    void aNumberTypedAtOnceIntoItsFieldIsNoScan()
    {
        m_number->setFocus();
        QSignalSpy entered(m_number, &QLineEdit::returnPressed);
        type(*m_number, u"2026014"_s);
        key(*m_number, Qt::Key_Return);
        QCOMPARE(m_number->text(), u"2026014"_s); // before Enter reached the field
        QCOMPARE(entered.size(), 1);
        QCOMPARE(m_scans, QStringList());
    }

    void aClickGivesTheDigitsBackFirst()
    {
        m_text->setFocus();
        type(*m_text, u"12"_s);
        QTest::mouseClick(m_button, Qt::LeftButton);
        QCOMPARE(m_text->text(), u"12"_s);
    }

    void anotherPagesKeysAreLeftAlone()
    {
        QLineEdit elsewhere;
        elsewhere.show();
        type(elsewhere, u"4901234567894"_s);
        QCOMPARE(elsewhere.text(), u"4901234567894"_s);
        m_filter->stop();
        type(*m_text, u"49"_s);
        QCOMPARE(m_text->text(), u"49"_s);
    }

private:
    /// A key as the window system delivers it, at a played time: no test waits, none depends on the machine's speed.
    void key(QWidget& focus, int code, const QString& text = {})
    {
        for (const QEvent::Type type : {QEvent::ShortcutOverride, QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, code, Qt::NoModifier, text);
            event.setTimestamp(m_nowMs);
            QCoreApplication::sendEvent(&focus, &event);
        }
        m_nowMs += m_stepMs;
    }
    void type(QWidget& focus, const QString& text)
    {
        for (const QChar letter : text)
            key(focus, letter.toUpper().unicode(), QString(letter)); // a digit's or a letter's Qt::Key is its capital
    }
    void scan(QWidget& focus, const QString& digits)
    {
        type(focus, digits);
        key(focus, Qt::Key_Return);
    }

    std::unique_ptr<QWidget> m_page;
    ScannerFilter* m_filter = nullptr;
    QLineEdit* m_text = nullptr;
    QLineEdit* m_number = nullptr;
    QPushButton* m_button = nullptr;
    QStringList m_scans;
    quint64 m_nowMs = 0;
    quint64 m_stepMs = 0;
};

KOBAI_TEST(ScannerFilterTest, QApplication)
#include "ScannerFilterTest.moc"
