// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recognition/AttackWords.h"

#include "app/recognition/RateWords.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace kobai::app {

using namespace Qt::Literals::StringLiterals;
using Species = face::PresentedSpecies;

namespace {

class Words final {
    Q_DECLARE_TR_FUNCTIONS(AttackWords)

public:
    static QString name(Species species)
    {
        switch (species) {
        case Species::BonaFide:
            return tr("Live person");
        case Species::MattePrint:
            return tr("Matte print");
        case Species::GlossyPrint:
            return tr("Glossy print");
        case Species::Phone:
            return tr("Phone");
        case Species::Tablet:
            return tr("Tablet");
        case Species::LaptopScreen:
            return tr("Laptop");
        case Species::Mask:
            return tr("Mask");
        }
        Q_UNREACHABLE();
    }

    static QString instruction(Species species)
    {
        switch (species) {
        case Species::BonaFide:
            return tr("Stand in front of the camera as at the till.");
        case Species::MattePrint:
            return tr("Hold a face printed on ordinary paper where a head would be, and move it a little.");
        case Species::GlossyPrint:
            return tr(
                "Hold a face printed on photo paper where a head would be, once with and once without a reflection.");
        case Species::Phone:
            return tr("Show a film of a face on a phone, close to the camera.");
        case Species::Tablet:
            return tr("Show a film of a face on a tablet, as large as life.");
        case Species::LaptopScreen:
            return tr("Show a film of a face on a laptop, its frame outside the picture.");
        case Species::Mask:
            return tr("Wear a mask of paper or latex.");
        }
        Q_UNREACHABLE();
    }
};

QJsonObject jsonOf(const face::ErrorRate& rate, int notJudged)
{
    const face::Interval interval = rate.interval();
    return {{u"presentations"_s, rate.presentations},
            {u"not_judged"_s, notJudged},
            {u"errors"_s, rate.errors},
            {u"rate"_s, rate.share()},
            {u"low"_s, interval.low},
            {u"high"_s, interval.high}};
}

} // namespace

QString speciesName(Species species)
{
    return Words::name(species);
}

QString speciesInstruction(Species species)
{
    return Words::instruction(species);
}

QString speciesKey(Species species)
{
    switch (species) {
    case Species::BonaFide:
        return u"bona_fide"_s;
    case Species::MattePrint:
        return u"matte_print"_s;
    case Species::GlossyPrint:
        return u"glossy_print"_s;
    case Species::Phone:
        return u"phone"_s;
    case Species::Tablet:
        return u"tablet"_s;
    case Species::LaptopScreen:
        return u"laptop_screen"_s;
    case Species::Mask:
        return u"mask"_s;
    }
    Q_UNREACHABLE();
}

face::PresentedResult presentedResult(face::Verdict verdict)
{
    switch (verdict) {
    case face::Verdict::Spoof:
        return face::PresentedResult::TakenForAttack;
    case face::Verdict::TimedOut:
        return face::PresentedResult::NotJudged;
    case face::Verdict::Identified:
    case face::Verdict::Unknown:
    case face::Verdict::Ambiguous:
    case face::Verdict::Disagreement:
    case face::Verdict::OtherPerson:
    case face::Verdict::NotEnrolled:
    case face::Verdict::ChallengeFailed:
        return face::PresentedResult::TakenForLive;
    }
    Q_UNREACHABLE();
}

face::ErrorRate errorRate(const face::AttackSession& session, Species species)
{
    return species == Species::BonaFide ? session.bpcer() : session.apcer(species);
}

QString errorRateText(const face::ErrorRate& rate)
{
    return rateText(face::Rate{rate.share(), rate.interval()});
}

QByteArray attackSessionJson(const face::AttackSession& session)
{
    QJsonObject apcer;
    QJsonObject counts;
    for (const Species species : face::presentedSpecies()) {
        const face::ErrorRate rate = errorRate(session, species);
        const int notJudged = session.notJudged(species);
        if (rate.presentations + notJudged == 0)
            continue;
        counts[speciesKey(species)] = jsonOf(rate, notJudged);
        if (species != Species::BonaFide && rate.presentations > 0)
            apcer[speciesKey(species)] = rate.share();
    }
    const face::ErrorRate bpcer = session.bpcer();
    const auto worst = session.worst();
    const QJsonObject json{{u"bona_fide"_s, bpcer.presentations},
                           {u"bpcer"_s, bpcer.presentations > 0 ? QJsonValue(bpcer.share()) : QJsonValue::Null},
                           {u"apcer"_s, apcer},
                           {u"worst"_s, worst ? QJsonValue(session.apcer(*worst).share()) : QJsonValue::Null},
                           {u"counts"_s, counts}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace kobai::app
