// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/FaultText.h"
#include "app/Language.h"
#include "support/TestProgram.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace kobai;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array allFaults{FaultCode::StoreMissing,
                               FaultCode::StoreIncomplete,
                               FaultCode::StoreExists,
                               FaultCode::StoreForeign,
                               FaultCode::StoreNewer,
                               FaultCode::StoreDamaged,
                               FaultCode::StoreLocked,
                               FaultCode::StoreReadOnly,
                               FaultCode::StoreFull,
                               FaultCode::StoreIo,
                               FaultCode::StoreEngine,
                               FaultCode::StoreConstraint,
                               FaultCode::WrongPassphrase,
                               FaultCode::WeakPassphrase,
                               FaultCode::PassphraseMalformed,
                               FaultCode::ClockDoubtful,
                               FaultCode::NotFound,
                               FaultCode::Duplicate,
                               FaultCode::TextEmpty,
                               FaultCode::TextTooLong,
                               FaultCode::DateImplausible,
                               FaultCode::AmountMalformed,
                               FaultCode::AmountNegative,
                               FaultCode::AmountZero,
                               FaultCode::AmountTooLarge,
                               FaultCode::QuantityOutOfRange,
                               FaultCode::BarcodeUnknown,
                               FaultCode::BarcodeMalformed,
                               FaultCode::AmountAmbiguous,
                               FaultCode::BalanceTooLow,
                               FaultCode::AccountClosed,
                               FaultCode::BasketEmpty,
                               FaultCode::IdempotencyConflict,
                               FaultCode::Overflow,
                               FaultCode::PriceChanged,
                               FaultCode::ConsentMissing,
                               FaultCode::ConsentRefused,
                               FaultCode::EnrolmentIncomplete,
                               FaultCode::EnrolmentInconsistent,
                               FaultCode::FaceAlreadyEnrolled,
                               FaultCode::NotEnrolled,
                               FaultCode::SecondStaffNeeded,
                               FaultCode::PhotoConsentMissing,
                               FaultCode::LookAlikeUnsettled,
                               FaultCode::FacesOff,
                               FaultCode::FacesFull,
                               FaultCode::LooksSpent,
                               FaultCode::PinMalformed,
                               FaultCode::PinNotSet,
                               FaultCode::PinWrong,
                               FaultCode::PinLocked,
                               FaultCode::ModelMissing,
                               FaultCode::ModelDamaged,
                               FaultCode::CameraAbsent,
                               FaultCode::CameraBusy,
                               FaultCode::CameraLost,
                               FaultCode::CameraBlack,
                               FaultCode::CameraDenied,
                               FaultCode::CameraBroken,
                               FaultCode::ClipUnreadable,
                               FaultCode::ClipEnded,
                               FaultCode::PictureUnreadable,
                               FaultCode::NoFaceFound,
                               FaultCode::NetworkOutput,
                               FaultCode::CameraIsFilm,
                               FaultCode::Cancelled,
                               FaultCode::Usage,
                               FaultCode::Internal};

constexpr std::array allGuidance{
    face::Guidance::Starting,    face::Guidance::CameraBlack,  face::Guidance::NoFace,    face::Guidance::SeveralFaces,
    face::Guidance::Closer,      face::Guidance::FartherAway,  face::Guidance::Centre,    face::Guidance::TooDark,
    face::Guidance::TooBright,   face::Guidance::TurnToCamera, face::Guidance::HoldStill, face::Guidance::OpenEyes,
    face::Guidance::UnevenLight, face::Guidance::Glare,        face::Guidance::LevelHead, face::Guidance::CloseMouth,
    face::Guidance::UncoverFace, face::Guidance::TurnALittle,  face::Guidance::TurnLeft,  face::Guidance::TurnRight,
    face::Guidance::LookUp,      face::Guidance::LookDown,     face::Guidance::Blink,     face::Guidance::Good};

constexpr std::array allReasons{
    consent::Reason::NoGuardian,     consent::Reason::NoticeMissing,    consent::Reason::ConsentMissing,
    consent::Reason::NoticeOutdated, consent::Reason::GuardianObjected, consent::Reason::StudentNotAsked,
    consent::Reason::StudentRefused, consent::Reason::Withdrawn,        consent::Reason::Expired,
    consent::Reason::HasLeft,        consent::Reason::FacesOff};

} // namespace

/// Every code has a sentence of its own, in every language, and what goes into its blank is said.
class FaultTextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasASentenceOfItsOwn_data() { languages(); }
    void everyCodeHasASentenceOfItsOwn()
    {
        QFETCH(const QString, code);
        m_language.use(code);
        QSet<QString> seen;
        for (const FaultCode fault : allFaults) {
            const QString text = app::faultText({fault, {}});
            QVERIFY2(!text.isEmpty(), qPrintable(QString::number(int(fault))));
            QVERIFY2(!seen.contains(text), qPrintable(text));
            QVERIFY2(!text.contains(u"%1"_s) && !text.contains(u"%n"_s) && !text.contains(u"(s)"_s), qPrintable(text));
            seen.insert(text);
        }
    }

    void everyFaultSaysWhatWasNotLost()
    {
        m_language.use(u"en"_s);
        static const QRegularExpression kept(
            u"Nothing|nothing|as it was|is safe|not booked a second|work by PIN|refuses to work"_s);
        for (const FaultCode fault : allFaults) {
            const QString text = app::faultText({fault, {}});
            QVERIFY2(kept.match(text).hasMatch(), qPrintable(text));
        }
    }

    void guidanceAndReasonsHaveWordsOfTheirOwn_data() { languages(); }
    void guidanceAndReasonsHaveWordsOfTheirOwn()
    {
        QFETCH(const QString, code);
        m_language.use(code);
        QSet<QString> seen;
        for (const face::Guidance guidance : allGuidance)
            seen.insert(app::guidanceText(guidance));
        for (const consent::Reason reason : allReasons)
            seen.insert(app::obstacleText(reason));
        QVERIFY(!seen.contains(QString()));
        QCOMPARE(seen.size(), qsizetype(allGuidance.size() + allReasons.size()));
    }

    void theBlankIsFilled()
    {
        m_language.use(u"en"_s);
        QVERIFY(app::faultText({FaultCode::ModelMissing, u"fr_detect.onnx"_s}).contains(u"fr_detect.onnx"_s));
        QVERIFY(app::faultText({FaultCode::PinLocked, u"30"_s}).contains(u"30 seconds"_s));
        QVERIFY(app::faultText({FaultCode::PinLocked, u"1"_s}).contains(u"1 second,"_s));
        QVERIFY(app::faultText({FaultCode::PinLocked, u"60"_s}).contains(u"Wait 1 minute,"_s));
        QVERIFY(app::faultText({FaultCode::PinLocked, u"3599"_s}).contains(u"59 minutes 59 seconds,"_s));
        QVERIFY(app::faultText({FaultCode::PinWrong, u"2"_s}).contains(u"2 tries"_s));
        QVERIFY(app::faultText({FaultCode::AmountMalformed, u"1.50"_s}).contains(u"such as 1.50."_s));
        QVERIFY(app::faultText({FaultCode::AmountAmbiguous, u"1,480\n1480\n1.48"_s})
                    .startsWith(u"1,480: is that 1480 or 1.48?"_s));
        QVERIFY(app::faultText({FaultCode::AmountAmbiguous, u"1,485\n1485\n"_s}).contains(u"Type 1485,"_s));
        QVERIFY(app::faultText({FaultCode::WeakPassphrase, {}}).contains(u"10 characters"_s));
    }

    void japaneseIsNotEnglish()
    {
        m_language.use(u"en"_s);
        const QString english = app::faultText({FaultCode::CameraAbsent, {}});
        m_language.use(u"ja"_s);
        QVERIFY(app::faultText({FaultCode::CameraAbsent, {}}) != english);
    }

private:
    static void languages()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Japanese") << u"ja"_s;
    }

    app::Language m_language;
};

KOBAI_TEST(FaultTextTest, QCoreApplication)
#include "FaultTextTest.moc"
