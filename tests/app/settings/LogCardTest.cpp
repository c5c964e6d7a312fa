// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/LogCard.h"

#include "app/Log.h"
#include "app/LogFile.h"
#include "support/MockClock.h"
#include "support/ScratchHome.h"
#include "support/TestProgram.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCoreApplication>
#include <QFileDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>

using namespace kobai;
using namespace Qt::Literals::StringLiterals;

class LogCardTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"Kobai"_s);
        QCoreApplication::setApplicationName(u"kobai"_s);
        m_log = std::make_unique<app::LogFile>(m_clock);
        qCInfo(app::appLog, "a line of the log");
    }

    void itIsShownAndHidden()
    {
        app::LogCard card;
        card.retranslate();
        card.show();
        QVERIFY(!card.isShowingLines());
        button(card, u"showLog"_s)->click();
        QVERIFY(card.isShowingLines());
        QVERIFY(card.findChild<QPlainTextEdit*>(u"logLines"_s)->toPlainText().contains(u"a line of the log"_s));
        button(card, u"showLog"_s)->click();
        QVERIFY(!card.isShowingLines());
    }

    void itIsSavedWhereTheUserSays()
    {
        app::LogCard card;
        card.retranslate();
        card.show();
        button(card, u"saveLog"_s)->click();
        auto* const dialog = card.findChild<QFileDialog*>();
        QVERIFY(dialog != nullptr);
        const QString path = m_home.path(u"copy.txt"_s);
        Q_EMIT dialog->fileSelected(path);
        QFile copy(path);
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QVERIFY(copy.readAll().contains("kobai.app a line of the log\n"));
        QVERIFY(banner(card).contains(u"Saved"_s));
    }

    void whereItCannotBeSavedThatIsSaid()
    {
        app::LogCard card;
        card.retranslate();
        card.show();
        button(card, u"saveLog"_s)->click();
        Q_EMIT card.findChild<QFileDialog*>()->fileSelected(u"/proc/nowhere/copy.txt"_s);
        QVERIFY2(banner(card).contains(u"could not be saved"_s), qPrintable(banner(card)));
    }

private:
    static QAbstractButton* button(const app::LogCard& card, const QString& name)
    {
        return card.findChild<QAbstractButton*>(name);
    }
    static QString banner(const app::LogCard& card)
    {
        const auto* words = card.findChild<QLabel*>(u"bannerWords"_s);
        return words == nullptr ? QString() : words->text();
    }

    test::ScratchHome m_home;
    test::MockClock m_clock;
    std::unique_ptr<app::LogFile> m_log;
};

KOBAI_TEST(LogCardTest, QApplication)
#include "LogCardTest.moc"
