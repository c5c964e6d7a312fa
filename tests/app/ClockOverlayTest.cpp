// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MainWindow.h"
#include "support/AwaitStore.h"
#include "support/OpenServices.h"
#include "support/School.h"
#include "support/TestProgram.h"
#include "widgets/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace kobai;
using namespace kobai::test;

/// The question whether the machine's date is right, as whoever opens Kobai meets it.
class ClockOverlayTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { widgets::theme::apply(*qApp); }

    void init()
    {
        m_open = std::make_unique<OpenServices>();
        m_open->services.language().use(u"en"_s);
        m_window = std::make_unique<app::MainWindow>(m_open->services);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_right = toLocal(m_open->clock.now());
    }
    void cleanup()
    {
        m_window.reset();
        m_open.reset();
    }

    void aDoubtfulClockIsAskedAboutOnce()
    {
        doubt(m_right.addYears(2));
        QVERIFY(part<QLabel>(u"clockShown"_s)->text().contains(u"2028"_s));
        QTest::mouseClick(part<QAbstractButton>(u"clockRight"_s), Qt::LeftButton);
        QTRY_VERIFY(!overlay()->isVisible());
        QVERIFY(!asked());
        m_open->services.refreshGallery();
        QSignalSpy refreshed(&m_open->services, &app::Services::galleryRefreshed);
        QVERIFY(refreshed.wait());
        QVERIFY(!overlay()->isVisible());
    }

    // It goes away with Esc and comes back with whatever would be written.
    void unansweredItIsAskedAgain()
    {
        doubt(m_right.addDays(-2));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!overlay()->isVisible());
        m_open->services.withStore(
            [](store::Store& store) {
                return store.write([](store::Tx& tx) { return tx.settings().setText(u"school.motto"_s, u"x"_s); });
            },
            this, [](const Status& written) { COMPARE_FAULT(written, FaultCode::ClockDoubtful); });
        QTRY_VERIFY(overlay()->isVisible());
        m_open->clock.setWrongly(m_right);
        QTest::mouseClick(part<QAbstractButton>(u"clockAgain"_s), Qt::LeftButton);
        QVERIFY(!overlay()->isVisible());
        QSignalSpy refreshed(&m_open->services, &app::Services::galleryRefreshed);
        QVERIFY(refreshed.wait());
        QVERIFY(!overlay()->isVisible());
    }

    // A scanner ends each code with Enter: that is no answer.
    void enterConfirmsNothing()
    {
        doubt(m_right.addYears(2));
        QVERIFY(part<QAbstractButton>(u"clockAgain"_s)->hasFocus());
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_F12}) {
            QTest::keyClick(QApplication::focusWidget(), key);
            QTRY_VERIFY(overlay()->isVisible());
        }
        QVERIFY(asked());
    }

    // The page below goes on with what failed there, and its buttons stay out of reach of every key.
    void thePageBelowDoesNotTakeTheKeyboard()
    {
        doubt(m_right.addYears(2));
        auto* below = m_window->findChild<QLineEdit*>();
        QVERIFY(below != nullptr && !overlay()->isAncestorOf(below));
        below->setFocus();
        QVERIFY(part<QAbstractButton>(u"clockAgain"_s)->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(part<QAbstractButton>(u"clockRight"_s)->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(!overlay()->isVisible());
        QVERIFY(below->hasFocus()); // what the page had wanted
    }

    // Put aside it stays so until somebody does something; another fault is no reason to ask.
    void putAsideItWaits()
    {
        doubt(m_right.addYears(2));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!overlay()->isVisible());
        m_open->services.refreshGalleryOfNewDay(); // every half minute
        m_open->services.withStore([](store::Store&) -> Status { return fail(FaultCode::NotFound); }, this,
                                   [](const Status&) {});
        awaitStore(m_open->services);
        QVERIFY(!overlay()->isVisible());
    }

    // The clock is set right by the network while the question stands there.
    void aDoubtThatEndsTakesTheQuestionAlong()
    {
        doubt(m_right.addYears(2));
        m_open->clock.setWrongly(m_right);
        m_open->services.refreshGalleryOfNewDay();
        QTRY_VERIFY(!overlay()->isVisible());
    }

    // The time that was shown is the one that is confirmed: after another jump it is asked anew.
    void anotherJumpIsAnotherQuestion()
    {
        doubt(m_right.addYears(2));
        m_open->clock.setWrongly(m_right.addYears(9));
        QTest::mouseClick(part<QAbstractButton>(u"clockRight"_s), Qt::LeftButton);
        QTRY_VERIFY(part<QLabel>(u"clockShown"_s)->text().contains(u"2035"_s));
        QVERIFY(overlay()->isVisible());
        QVERIFY(asked());
    }

private:
    void doubt(const QDateTime& time)
    {
        m_open->services.openStore(m_open->services.info().folder,
                                   SecureBytes(QByteArrayView("correct horse battery")));
        m_open->clock.setWrongly(time);
        QTRY_VERIFY(overlay()->isVisible());
    }
    [[nodiscard]] bool asked()
    {
        return m_open->run([](store::Store& store) -> Result<bool> { return store.clockQuestion().has_value(); });
    }
    [[nodiscard]] QWidget* overlay() const { return part<QWidget>(u"clockOverlay"_s); }
    template <typename Part>
    [[nodiscard]] Part* part(const QString& name) const
    {
        return m_window->findChild<Part*>(name);
    }

    std::unique_ptr<OpenServices> m_open;
    std::unique_ptr<app::MainWindow> m_window;
    QDateTime m_right;
};

KOBAI_TEST(ClockOverlayTest, QApplication)
#include "ClockOverlayTest.moc"
