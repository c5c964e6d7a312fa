// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/ScannerFilter.h"

#include <QElapsedTimer>
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
        }
        QCOMPARE(m_scans, QStringList(4, u"4901234567894"_s));
        QTest::qWait(2 * int(ScanReader::longestGapMs));
        QCOMPARE(m_text->text(), QString()); // no digit stays behind
        QCOMPARE(m_number->text(), QString());
        QCOMPARE(pressed.size(), 0); // and its Enter presses nothing
    }

    // [row 38]: 20 scans of 13 digits in 10 seconds
    void twentyScansInTenSecondsLoseNone()
    {
        m_text->setFocus();
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 20; ++i) {
            for (const QChar digit : u"4901234567894"_s)
                QTest::keyClick(m_text, digit.toLatin1(), Qt::NoModifier, 10);
            QTest::keyClick(m_text, Qt::Key_Return, Qt::NoModifier, 10);
            QTest::qWait(100);
        }
        QVERIFY2(clock.elapsed() < 10'000, "the scans themselves took too long");
        QCOMPARE(m_scans.size(), 20);
        QCOMPARE(m_text->text(), QString());
    }

    void whatAHandTypesReachesTheField()
    {
        m_text->setFocus();
        QTest::keyClick(m_text, '4', Qt::NoModifier, 80);
        QTest::keyClick(m_text, '2', Qt::NoModifier, 80);
        QTRY_COMPARE(m_text->text(), u"42"_s);
        QSignalSpy entered(m_text, &QLineEdit::returnPressed);
        QTest::keyClick(m_text, Qt::Key_Return, Qt::NoModifier, 80);
        QCOMPARE(entered.size(), 1);
        QCOMPARE(m_scans, QStringList());
    }

    void digitsAmongLettersKeepTheirOrder()
    {
        m_text->setFocus();
        QTest::keyClicks(m_text, u"b2a10c"_s);
        QTRY_COMPARE(m_text->text(), u"b2a10c"_s);
        QCOMPARE(m_scans, QStringList());
    }

    void aNumberTypedAtOnceIntoItsFieldIsNoScan()
    {
        m_number->setFocus();
        QSignalSpy entered(m_number, &QLineEdit::returnPressed);
        QTest::keyClicks(m_number, u"2026014"_s);
        QTest::keyClick(m_number, Qt::Key_Return);
        QCOMPARE(m_number->text(), u"2026014"_s); // before Enter reached the field
        QCOMPARE(entered.size(), 1);
        QCOMPARE(m_scans, QStringList());
    }

    void aClickGivesTheDigitsBackFirst()
    {
        m_text->setFocus();
        QTest::keyClicks(m_text, u"12"_s);
        QTest::mouseClick(m_button, Qt::LeftButton);
        QCOMPARE(m_text->text(), u"12"_s);
    }

    void anotherPagesKeysAreLeftAlone()
    {
        QLineEdit elsewhere;
        elsewhere.show();
        QTest::keyClicks(&elsewhere, u"4901234567894"_s);
        QCOMPARE(elsewhere.text(), u"4901234567894"_s);
        m_filter->stop();
        QTest::keyClicks(m_text, u"49"_s);
        QCOMPARE(m_text->text(), u"49"_s);
    }

private:
    static void scan(QWidget& focus, const QString& digits)
    {
        QTest::keyClicks(&focus, digits);
        QTest::keyClick(&focus, Qt::Key_Return);
    }

    std::unique_ptr<QWidget> m_page;
    ScannerFilter* m_filter = nullptr;
    QLineEdit* m_text = nullptr;
    QLineEdit* m_number = nullptr;
    QPushButton* m_button = nullptr;
    QStringList m_scans;
};

QTEST_MAIN(ScannerFilterTest)
#include "ScannerFilterTest.moc"
