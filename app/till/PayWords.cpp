// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/till/PayWords.h"

#include "app/FaultText.h"
#include "money/MoneyText.h"
#include "widgets/Names.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace kobai::app {
namespace {

using widgets::theme::Role;
using Step = TillFlow::Step;
using Refusal = TillFlow::Refusal;

class Sentences final {
    Q_DECLARE_TR_FUNCTIONS(PayWords)

public:
    Sentences(const TillFlow& flow, const Currency& currency) : m_flow(flow), m_currency(currency) {}

    [[nodiscard]] PayWords now() const
    {
        switch (m_flow.step()) {
        case Step::Closed:
            return {};
        case Step::Looking:
            return {tr("Look at the camera"), tr("To pay: %1").arg(money(m_flow.total())), u"camera"_s, Role::Accent};
        case Step::Number:
            return asked(tr("Which number does the customer have?"), whyNumber(), u"pin"_s);
        case Step::Finding:
            return {tr("Looking for the number …"), QString(), u"pin"_s, Role::Accent};
        case Step::Pin:
            return asked(tr("PIN, please"), tr("The customer types it. It is not shown."), u"pin"_s);
        case Step::Checking:
            return {tr("Checking the PIN …"), QString(), u"pin"_s, Role::Accent};
        case Step::LookUp:
            return asked(tr("Who is paying?"), tr("Type the beginning of the name, the reading or the number."),
                         u"lookup"_s);
        case Step::Loading:
            return {tr("Reading the account …"), QString(), u"person"_s, Role::Accent};
        case Step::Choose:
            return asked(
                tr("Who is standing there?"),
                tr("The camera does not tell these people apart. Choose who it is, by a touch or by the figure "
                   "beside the name, or let them type the PIN."),
                u"people"_s);
        case Step::Confirm:
            return confirm();
        case Step::Refused:
            return refused();
        case Step::Charging:
            return {tr("Charging %1 …").arg(money(m_flow.total())), QString(), u"person"_s, Role::Accent};
        case Step::Done:
            return done();
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] static QString barText(enrolment::FaceUse use)
    {
        switch (use) {
        case enrolment::FaceUse::Allowed:
        case enrolment::FaceUse::ConsentMissing: // one person's, which is no bar to the others
        case enrolment::FaceUse::NotEnrolled:
            return {};
        case enrolment::FaceUse::FacesOff:
            return tr("Faces are switched off in the settings.");
        case enrolment::FaceUse::CameraIsFilm:
            return tr("A film is chosen as the camera, which only the demo school allows.");
        case enrolment::FaceUse::ModelUnread:
            return tr("The files of the face recognition that were chosen cannot be read.");
        case enrolment::FaceUse::NobodyEnrolled:
            return tr("Nobody's face may be used today: nobody is enrolled, or no consent holds.");
        case enrolment::FaceUse::NoneOpens:
            return tr("What was enrolled cannot be opened and has to be enrolled anew. The page Faces says whose.");
        case enrolment::FaceUse::Unknown:
            return tr("The enrolled faces have not been read.");
        }
        Q_UNREACHABLE();
    }

private:
    [[nodiscard]] QString money(Money amount) const { return moneyText(amount, m_currency, QLocale()); }
    [[nodiscard]] QString name() const
    {
        return m_flow.card() ? widgets::isolated(m_flow.card()->person.name) : QString();
    }

    /// A question, or what was wrong with the last answer to it.
    [[nodiscard]] PayWords asked(const QString& question, const QString& detail, const QString& icon) const
    {
        if (!m_flow.fault())
            return {question, detail, icon, Role::Accent};
        if (m_flow.step() == Step::Number && m_flow.fault()->code == FaultCode::NotFound)
            return {tr("Nobody here has this number."),
                    tr("Nothing was charged. Check the number and type it again, or look the customer up."),
                    u"warning"_s, Role::Warn};
        return {faultText(*m_flow.fault()), detail, u"warning"_s, Role::Warn};
    }

    [[nodiscard]] QString whyNumber() const
    {
        if (m_flow.method() != ledger::PaymentMethod::Face)
            return tr("Type the student or staff number, then the PIN.");
        switch (m_flow.numberFirst()) {
        case NumberFirst::No:
        case NumberFirst::SchoolWantsIt:
            return tr("The school wants the number first: type it or scan the student card, then comes the face.");
        case NumberFirst::FacesTooAlike:
            return tr("The faces at this school are too alike to search among all: type the number or scan the student "
                      "card, then comes the face.");
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] PayWords confirm() const
    {
        const QString question = tr("Charge %1 to %2?").arg(money(m_flow.total()), name());
        if (m_flow.fault())
            return {question, faultText(*m_flow.fault()), u"warning"_s, Role::Warn};
        if (m_flow.method() == ledger::PaymentMethod::LookUp)
            return {question,
                    tr("You confirm that this is the customer: you know them, or you have seen their student card."),
                    u"person"_s, Role::Accent};
        return {question, tr("F12 charges, Esc cancels."), u"person"_s, Role::Accent};
    }

    [[nodiscard]] PayWords refused() const
    {
        const QString nothing =
            m_flow.looksLeft() > 0 ? tr("Nothing was charged. Pay by PIN, look the customer up, or try the face again.")
                                   : tr("Nothing was charged. The face was tried three times: pay by PIN or look the "
                                        "customer up.");
        switch (m_flow.refusal()) {
        case Refusal::Unknown:
            return {tr("This face is not known here."), nothing, u"face"_s, Role::Warn};
        case Refusal::Ambiguous:
            return {tr("Two people look too much alike to be sure who this is."), nothing, u"face"_s, Role::Warn};
        case Refusal::Disagreement:
            return {tr("The two ways of comparing do not agree on this face."), nothing, u"face"_s, Role::Warn};
        case Refusal::OtherPerson:
            return {tr("This is not the face that belongs to the number."), nothing, u"face"_s, Role::Warn};
        case Refusal::FaceBarred:
            return {faceBarText(m_flow.barredBy()), tr("Nothing was charged. Pay by PIN or look the customer up."),
                    u"face"_s, Role::Warn};
        case Refusal::NotEnrolled:
            return {tr("This customer has no face enrolled."), nothing, u"face"_s, Role::Warn};
        case Refusal::Spoof:
            return {tr("The camera sees a picture or a screen, not a person."), nothing, u"error"_s, Role::Bad};
        case Refusal::ChallengeFailed:
            return {tr("The head was not turned or the eyes not closed as asked."), nothing, u"face"_s, Role::Warn};
        case Refusal::TimedOut:
            return {tr("No clear view of a face in time: %1.").arg(guidanceText(m_flow.lastGuidance())), nothing,
                    u"clock"_s, Role::Warn};
        case Refusal::LowBalance:
            return {tr("%1 has %2, that is %3 too little for %4.")
                        .arg(name(), money(m_flow.card() ? m_flow.card()->balance : Money()), money(m_flow.missing()),
                             money(m_flow.total())),
                    tr("Nothing was charged. Take something out of the basket, or top up in Accounts."), u"warning"_s,
                    Role::Warn};
        case Refusal::ConsentOff:
            return {tr("The face may not be used for this customer today."),
                    tr("Nothing was charged. Pay by PIN or look the customer up."), u"consent"_s, Role::Warn};
        case Refusal::Fault:
            return {m_flow.fault() ? faultText(*m_flow.fault()) : QString(), nothing, u"error"_s, Role::Bad};
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] PayWords done() const
    {
        if (!m_flow.result())
            return {};
        const ledger::Sale& sale = m_flow.result()->sale;
        return {tr("%1 charged to %2.").arg(money(sale.total), name()),
                tr("Receipt %1").arg(QLocale().toString(qlonglong(sale.receipt))), u"check"_s, Role::Good};
    }

    const TillFlow& m_flow;
    const Currency& m_currency;
};

} // namespace

QString faceBarText(enrolment::FaceUse use)
{
    return Sentences::barText(use);
}

PayWords payWords(const TillFlow& flow, const Currency& currency)
{
    return Sentences(flow, currency).now();
}

} // namespace kobai::app
