// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/SchoolCard.h"

#include "app/settings/SchoolSettings.h"
#include "support/Desk.h"
#include "support/TestProgram.h"

#include <QApplication>
#include <QCheckBox>
#include <QSpinBox>
#include <QWheelEvent>

using namespace kobai;
using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;

class SchoolCardTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_card = std::make_unique<app::SchoolCard>(m_desk->services);
        m_card->retranslate();
        m_card->show();
        m_card->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_card.get()));
        m_card->load();
        QTRY_VERIFY(pause()->isEnabled());
    }
    void cleanup()
    {
        m_card.reset();
        m_desk.reset();
    }

    // [row 7]
    void howLongAPausedFaceIsKeptIsStoredOnce()
    {
        pause()->setFocus();
        pause()->selectAll();
        QTest::keyClicks(pause(), u"14"_s);
        QCOMPARE(stored().pauseDays, 90); // not while it is being typed
        QTest::keyClick(pause(), Qt::Key_Return);
        QTRY_COMPARE(stored().pauseDays, 14);
        QCOMPARE(m_desk->audited(audit::Action::SettingChanged), 1);
        QTest::keyClick(pause(), Qt::Key_Return); // the same again
        QCOMPARE(stored().pauseDays, 14);
        QCOMPARE(m_desk->audited(audit::Action::SettingChanged), 1);
    }

    // Whoever scrolls the page with the pointer over the number shortens nothing.
    void theWheelChangesNothing()
    {
        pause()->setFocus();
        const QPoint middle = pause()->rect().center();
        QWheelEvent down(middle, pause()->mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                         Qt::NoScrollPhase, false);
        QApplication::sendEvent(pause(), &down);
        QCOMPARE(pause()->value(), 90);
    }

    // The number below would take the next keys, and with it how long faces are kept.
    void theKeyboardStaysOnTheSwitch()
    {
        auto* const faces = m_card->findChild<QCheckBox*>(u"facesOn"_s);
        faces->setFocus();
        const bool before = faces->isChecked();
        QTest::keyClick(faces, Qt::Key_Space);
        QTRY_VERIFY(faces->isEnabled() && faces->isChecked() != before);
        QVERIFY(faces->hasFocus());
    }

    // [row 9] What cannot be read is no yes, and no choice either.
    void whatIsNotKnownIsNotShownAsAChoice()
    {
        app::SchoolCard card(m_desk->services);
        m_desk->set(store::setting::facesOn, u"perhaps"_s);
        card.retranslate();
        card.load();
        (void)m_desk->audited(audit::Action::SettingChanged); // the store has answered
        const auto* const faces = card.findChild<QCheckBox*>(u"facesOn"_s);
        QVERIFY(!faces->isChecked() && !faces->isEnabled());
    }

private:
    [[nodiscard]] QSpinBox* pause() const { return m_card->findChild<QSpinBox*>(u"pauseDays"_s); }
    [[nodiscard]] app::SchoolSettings stored() { return m_desk->with(app::schoolSettings); }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<app::SchoolCard> m_card;
};

KOBAI_TEST(SchoolCardTest, QApplication)
#include "SchoolCardTest.moc"
