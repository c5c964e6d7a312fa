// SPDX-License-Identifier: GPL-3.0-or-later
#include "consent/Consent.h"

#include "ConsentStory.h"
#include "support/TestProgram.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <random>

using namespace kobai;
using namespace kobai::consent;
using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<Event> anyEvents()
{
    const auto count = *rc::gen::inRange(0, 14);
    std::vector<Event> events;
    for (int i = 0; i < count; ++i) {
        Event e;
        e.id = idOf<ConsentEventId>(i + 1);
        e.kind = EventKind(*rc::gen::inRange(1, 8));
        e.guardian = *rc::gen::elementOf(std::vector<GuardianId>{GuardianId(), mother, father, stranger});
        e.noticeVersion = *rc::gen::inRange(1, 3);
        e.means = Means(*rc::gen::inRange(1, 6));
        if (*rc::gen::arbitrary<bool>()) {
            e.reason = u"moved abroad"_s;
            e.secondStaff = u"M. Ito"_s;
        }
        const int days = *rc::gen::inRange(-30, 60);
        if (*rc::gen::arbitrary<bool>())
            e.validUntil = today.addDays(days);
        // Few moments, so that ties happen.
        e.at = fromLocal(QDateTime(QDate(2026, 3, 28).addDays(*rc::gen::inRange(0, 10)), QTime(9, 0)));
        events.push_back(e);
    }
    return events;
}

Facts anyFacts()
{
    Facts facts;
    facts.guardians = *rc::gen::elementOf(std::vector<std::vector<GuardianId>>{{mother, father}, {mother}, {}});
    facts.events = anyEvents();
    facts.birthDate = *rc::gen::elementOf(std::vector<QDate>{QDate(2012, 5, 4), QDate(2008, 4, 3), QDate(2000, 1, 1)});
    facts.currentNoticeVersion = *rc::gen::inRange(1, 3);
    return facts;
}

/// A story that is allowed, with more events of chance around it: random events alone are hardly ever allowed.
Facts likelyFacts()
{
    Facts facts = anyFacts();
    facts.guardians = {mother, father};
    facts.birthDate = QDate(2012, 5, 4);
    facts.currentNoticeVersion = 1;
    const Facts good = Story().on(QDate(2026, 4, *rc::gen::inRange(1, 9))).complete().told();
    int number = 100;
    for (Event e : good.events) {
        e.id = idOf<ConsentEventId>(++number);
        facts.events.push_back(e);
    }
    return facts;
}

bool isMinor(const Facts& facts)
{
    return facts.birthDate.addYears(18) > today;
}

bool isConsentInForce(const Event& event, const Facts& facts)
{
    const bool entitled = isMinor(facts)
                              ? std::count(facts.guardians.begin(), facts.guardians.end(), event.guardian) > 0
                              : event.guardian.isNull();
    const QDate given = toLocal(event.at).date();
    const QDate schoolYearEnd(given.month() <= 3 ? given.year() : given.year() + 1, 3, 31);
    return event.kind == EventKind::ConsentGiven && entitled
           && (event.means == Means::Letter || event.means == Means::OnScreen)
           && (event.validUntil.isValid() ? event.validUntil : schoolYearEnd) >= today
           && event.noticeVersion >= facts.currentNoticeVersion;
}

} // namespace

/// The rule over histories of chance. [row 1] [row 2] [row 3] [row 4]
class ConsentHistoriesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOrderInWhichEventsAreReadDoesNotMatter()
    {
        QVERIFY(rc::check("any order of the same events gives the same state", [] {
            Facts facts = *rc::gen::arbitrary<bool>() ? likelyFacts() : anyFacts();
            const State expected = evaluate(facts, today);
            std::mt19937 shuffle(*rc::gen::arbitrary<unsigned>());
            std::shuffle(facts.events.begin(), facts.events.end(), shuffle);
            const State state = evaluate(facts, today);
            RC_ASSERT(state.obstacles == expected.obstacles);
            RC_ASSERT(state.validUntil == expected.validUntil);
        }));
    }

    /// The rule of row 1 said again, as necessary conditions, each by itself.
    void noHistoryAllowsWhomTheRuleForbids()
    {
        int allowed = 0;
        const auto property = [&] {
            const Facts facts = *rc::gen::inRange(0, 4) == 0 ? anyFacts() : likelyFacts();
            const State state = evaluate(facts, today);
            if (!state.allowed())
                return;
            ++allowed;
            const auto latest = [&](auto matches) {
                Instant at{};
                for (const Event& e : facts.events) {
                    if (matches(e))
                        at = std::max(at, e.at);
                }
                return at;
            };
            const auto ofKind = [](EventKind kind) { return [kind](const Event& e) { return e.kind == kind; }; };
            const Instant yes = latest(ofKind(EventKind::StudentAgreed));
            const Instant withdrawn = latest(ofKind(EventKind::Withdrawn));
            RC_ASSERT(yes > latest(ofKind(EventKind::StudentRefused)));
            RC_ASSERT(yes > withdrawn);
            RC_ASSERT(state.validUntil >= today);
            RC_ASSERT(std::any_of(facts.events.begin(), facts.events.end(),
                                  [&](const Event& e) { return isConsentInForce(e, facts) && e.at > withdrawn; }));
            if (!isMinor(facts))
                return;
            for (const GuardianId guardian : {mother, father, stranger}) {
                const auto by = [&](EventKind kind) {
                    return latest([&](const Event& e) { return e.kind == kind && e.guardian == guardian; });
                };
                const Instant written = latest([&](const Event& e) {
                    return e.kind == EventKind::ConsentGiven && e.guardian == guardian
                           && (e.means == Means::Letter || e.means == Means::OnScreen);
                });
                for (const EventKind no : {EventKind::Objected, EventKind::Withdrawn})
                    RC_ASSERT(by(no) == Instant{} || written > by(no));
            }
            for (const GuardianId guardian : facts.guardians) {
                RC_ASSERT(std::any_of(facts.events.begin(), facts.events.end(), [&](const Event& e) {
                    return e.guardian == guardian && e.at > withdrawn
                           && (e.kind == EventKind::NoticeSent || e.kind == EventKind::GuardianUnreachable);
                }));
            }
        };
        for (int round = 0; round < 10; ++round)
            QVERIFY(
                rc::check("allowed: a yes, no standing no, objection or withdrawal, told, consent in force", property));
        QVERIFY(allowed >= 100); // the property has looked at allowed histories, not only at refused ones
    }

    void whoeverSaysNoLastIsHeard()
    {
        QVERIFY(rc::check("after a last withdrawal, refusal or guardian's objection nobody is allowed", [] {
            Facts facts = likelyFacts();
            Event last;
            last.id = idOf<ConsentEventId>(500);
            last.at = fromLocal(QDateTime(today, QTime(8, 0)));
            last.kind = *rc::gen::elementOf(
                std::vector<EventKind>{EventKind::Withdrawn, EventKind::StudentRefused, EventKind::Objected});
            last.guardian = mother;
            facts.events.insert(facts.events.begin(), last);
            RC_ASSERT(!evaluate(facts, today).allowed());
        }));
    }
};

KOBAI_TEST(ConsentHistoriesTest, QCoreApplication)
#include "ConsentHistoriesTest.moc"
