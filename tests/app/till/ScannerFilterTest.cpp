// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/ScannerFilter.h"

#include "support/HeldTimer.h"
#include "support/PlayedKeys.h"
#include "support/TestProgram.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace kobai;
using namespace kobai::app;
using namespace kobai::test;
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
        m_keys = {};
    }
    void cleanup() { m_page.reset(); }

    // [row 38]
    void aScanLandsWhateverHasTheFocus()
    {
        QSignalSpy pressed(m_button, &QPushButton::clicked);
        for (QWidget* focus : {static_cast<QWidget*>(m_text), static_cast<QWidget*>(m_number),
                               static_cast<QWidget*>(m_button), m_page.get()}) {
            focus->setFocus();
            m_keys.scan(*focus, u"4901234567894"_s);
        }
        QCOMPARE(m_scans, QStringList(4, u"4901234567894"_s));
        m_keys.type(*m_text, u"a"_s); // would push out a digit that stayed behind
        m_keys.type(*m_number, u"b"_s);
        QCOMPARE(m_text->text(), u"a"_s);
        QCOMPARE(m_number->text(), u"b"_s);
        QCOMPARE(pressed.size(), 0); // and its Enter presses nothing
    }

    // [row 38]: 20 scans of 13 digits in 10 seconds of the keys' own time
    void twentyScansInTenSecondsLoseNone()
    {
        m_text->setFocus();
        for (int i = 0; i < 20; ++i) {
            m_keys.scan(*m_text, u"4901234567894"_s);
            m_keys.pause(260); // with the 14 keys and the moment before them half a second each
        }
        QCOMPARE(m_scans, QStringList(20, u"4901234567894"_s));
        QCOMPARE(m_text->text(), QString());
    }

    // The thread was busy in the middle of a scan: the pause's timer comes before the keys that wait to be read.
    void keysThatAreReadLateAreJudgedByTheirOwnTimes()
    {
        HeldTimer pause(m_filter->findChild<QObject*>(u"scanPause"_s));
        m_text->setFocus();
        m_keys.type(*m_text, u"490123"_s);
        pause.fire();
        m_keys.type(*m_text, u"4567894"_s);
        m_keys.press(*m_text, Qt::Key_Return);
        QCOMPARE(m_scans, QStringList(u"4901234567894"_s));
        QCoreApplication::processEvents();
        QCOMPARE(m_text->text(), QString());
    }

    void whatAHandTypesReachesTheField()
    {
        m_text->setFocus();
        m_keys.setStep(PlayedKeys::handMs);
        m_keys.type(*m_text, u"42"_s);
        QSignalSpy entered(m_text, &QLineEdit::returnPressed);
        m_keys.press(*m_text, Qt::Key_Return);
        QCOMPARE(m_text->text(), u"42"_s);
        QCOMPARE(entered.size(), 1);
        QCOMPARE(m_scans, QStringList());
    }

    void aPauseGivesTheLastDigitsBack()
    {
        m_text->setFocus();
        m_keys.type(*m_text, u"42"_s);
        QTRY_COMPARE(m_text->text(), u"42"_s);
        QCOMPARE(m_scans, QStringList());
    }

    void untilThePauseEndsDigitsAreHeld()
    {
        HeldTimer pause(m_filter->findChild<QObject*>(u"scanPause"_s));
        m_text->setFocus();
        m_keys.type(*m_text, u"42"_s);
        QCoreApplication::processEvents();
        QCOMPARE(m_text->text(), QString());
        pause.fire();
        QTRY_COMPARE(m_text->text(), u"42"_s);
    }

    void digitsAmongLettersKeepTheirOrder()
    {
        m_text->setFocus();
        m_keys.type(*m_text, u"b2a10c"_s);
        QCOMPARE(m_text->text(), u"b2a10c"_s);
        QCOMPARE(m_scans, QStringList());
    }

    void aNumberTypedAtOnceIntoItsFieldIsNoScan()
    {
        m_number->setFocus();
        QSignalSpy entered(m_number, &QLineEdit::returnPressed);
        m_keys.type(*m_number, u"2026014"_s);
        m_keys.press(*m_number, Qt::Key_Return);
        QCOMPARE(m_number->text(), u"2026014"_s); // before Enter reached the field
        QCOMPARE(entered.size(), 1);
        QCOMPARE(m_scans, QStringList());
    }

    void aClickGivesTheDigitsBackFirst()
    {
        m_text->setFocus();
        m_keys.type(*m_text, u"12"_s);
        QTest::mouseClick(m_button, Qt::LeftButton);
        QCOMPARE(m_text->text(), u"12"_s);
    }

    void anotherPagesKeysAreLeftAlone()
    {
        QLineEdit elsewhere;
        elsewhere.show();
        m_keys.type(elsewhere, u"4901234567894"_s);
        QCOMPARE(elsewhere.text(), u"4901234567894"_s);
        m_filter->stop();
        m_keys.type(*m_text, u"49"_s);
        QCOMPARE(m_text->text(), u"49"_s);
    }

private:
    std::unique_ptr<QWidget> m_page;
    ScannerFilter* m_filter = nullptr;
    QLineEdit* m_text = nullptr;
    QLineEdit* m_number = nullptr;
    QPushButton* m_button = nullptr;
    QStringList m_scans;
    PlayedKeys m_keys;
};

KOBAI_TEST(ScannerFilterTest, QApplication)
#include "ScannerFilterTest.moc"
