// SPDX-License-Identifier: GPL-3.0-or-later
#include "consent/Consent.h"

#include "ConsentStory.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace kobai;
using namespace kobai::consent;
using namespace kobai::test;
using namespace Qt::Literals::StringLiterals;

namespace {

using Obstacles = std::vector<Obstacle>;

QString text(const State& state)
{
    QStringList parts;
    for (const Obstacle& o : state.obstacles)
        parts += u"%1/%2"_s.arg(int(o.reason)).arg(o.guardian.toBytes()[15]);
    return state.allowed() ? u"allowed until "_s + state.validUntil.toString(Qt::ISODate) : parts.join(u' ');
}

#define COMPARE_OBSTACLES(state, ...) QCOMPARE(text(state), text(State{Obstacles __VA_ARGS__, {}}))

} // namespace

/// [row 1] [row 2] [row 3] [row 4] [row 5] [row 7]
class ConsentTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCompleteStoryIsAllowed()
    {
        const State state = Story().complete().state();
        QVERIFY(state.allowed());
        QCOMPARE(state.validUntil, QDate(2027, 3, 31));
    }

    void nothingOnRecordNamesEverythingMissing()
    {
        COMPARE_OBSTACLES(Story().state(), {{Reason::StudentNotAsked, {}},
                                            {Reason::NoticeMissing, mother},
                                            {Reason::NoticeMissing, father},
                                            {Reason::ConsentMissing, {}}});
    }

    void everyGuardianIsToldAndOneConsents()
    {
        Story story;
        story.event(EventKind::NoticeSent, mother).event(EventKind::ConsentGiven, mother);
        story.event(EventKind::StudentAgreed);
        COMPARE_OBSTACLES(story.state(), {{Reason::NoticeMissing, father}});
        story.event(EventKind::NoticeSent, father);
        QVERIFY(story.state().allowed());
    }

    void aMinorWithoutGuardians()
    {
        COMPARE_OBSTACLES(Story().complete().facts([](Facts& f) { f.guardians.clear(); }).state(),
                          {{Reason::NoGuardian, {}}, {Reason::ConsentMissing, {}}});
    }

    void aGuardianAddedLaterMustBeToldToo()
    {
        const GuardianId uncle = idOf<GuardianId>(3);
        COMPARE_OBSTACLES(Story().complete().facts([&](Facts& f) { f.guardians.push_back(uncle); }).state(),
                          {{Reason::NoticeMissing, uncle}});
    }

    void onlyWhatLeavesAWritingIsInWriting_data()
    {
        QTest::addColumn<Means>("means");
        QTest::addColumn<bool>("inWriting");
        QTest::newRow("on paper") << Means::Letter << true;
        QTest::newRow("signed on the screen") << Means::OnScreen << true;
        QTest::newRow("e-mail") << Means::Mail << false;
        QTest::newRow("said in person") << Means::InPerson << false;
        QTest::newRow("telephone") << Means::Telephone << false;
    }
    void onlyWhatLeavesAWritingIsInWriting()
    {
        QFETCH(const Means, means);
        QFETCH(const bool, inWriting);
        Story story = Story().notices().event(EventKind::StudentAgreed).event(EventKind::ConsentGiven, mother);
        story.with([&](Event& e) { e.means = means; });
        QCOMPARE(story.state().allowed(), inWriting);
        if (!inWriting)
            COMPARE_OBSTACLES(story.state(), {{Reason::ConsentMissing, {}}});
        Story grownUp;
        grownUp.facts([](Facts& f) { f.birthDate = QDate(1990, 1, 1); }).event(EventKind::StudentAgreed);
        grownUp.event(EventKind::ConsentGiven).with([&](Event& e) { e.means = means; });
        QCOMPARE(grownUp.state().allowed(), inWriting);
        Story objected = Story().event(EventKind::Objected, father).complete().event(EventKind::ConsentGiven, father);
        objected.with([&](Event& e) { e.means = means; }); // taken back as strictly as it is given
        QCOMPARE(objected.state().allowed(), inWriting);
    }

    void theConsentOfAStrangerDoesNotCount()
    {
        Story story = Story().notices().event(EventKind::StudentAgreed).event(EventKind::ConsentGiven, stranger);
        COMPARE_OBSTACLES(story.state(), {{Reason::ConsentMissing, {}}});
    }

    // [row 2]
    void anUnreachableGuardianNeedsAReasonAndASecondMemberOfStaff()
    {
        const auto unreachable = [](const QString& reason, const QString& second) {
            Story story;
            story.event(EventKind::NoticeSent, mother).event(EventKind::ConsentGiven, mother);
            story.event(EventKind::StudentAgreed).event(EventKind::GuardianUnreachable, father);
            story.with([&](Event& e) {
                e.reason = reason;
                e.secondStaff = second;
            });
            return story;
        };
        QVERIFY(unreachable(u"no address"_s, u"M. Ito"_s).state().allowed());
        COMPARE_OBSTACLES(unreachable(u" "_s, u"M. Ito"_s).state(), {{Reason::NoticeMissing, father}});
        COMPARE_OBSTACLES(unreachable(u"no address"_s, QString()).state(), {{Reason::NoticeMissing, father}});
        Story story = unreachable(u"no address"_s, u"M. Ito"_s);
        story.event(EventKind::Objected, father);
        QVERIFY(!story.state().allowed()); // found after all
    }

    void anObjectionStandsUntilTheSameGuardianConsents()
    {
        Story story = Story().complete().event(EventKind::Objected, father);
        QVERIFY(!story.state().allowed());
        QCOMPARE(story.state().obstacles[1], (Obstacle{Reason::GuardianObjected, father}));
        story.complete(); // the mother's consent does not outweigh it
        COMPARE_OBSTACLES(story.state(), {{Reason::GuardianObjected, father}});
        story.event(EventKind::ConsentGiven, father);
        QVERIFY(story.state().allowed());
    }

    void theObjectionOfSomebodyNoLongerOnRecordStands()
    {
        Story story = Story().event(EventKind::Objected, stranger).complete();
        COMPARE_OBSTACLES(story.state(), {{Reason::GuardianObjected, stranger}});
    }

    // [row 3]
    void theStudentsNoWinsUntilTheStudentSaysYes()
    {
        Story story = Story().complete().event(EventKind::StudentRefused);
        COMPARE_OBSTACLES(story.state(), {{Reason::StudentRefused, {}}});
        story.event(EventKind::ConsentGiven, mother).event(EventKind::ConsentGiven, father);
        COMPARE_OBSTACLES(story.state(), {{Reason::StudentRefused, {}}});
        story.event(EventKind::StudentAgreed);
        QVERIFY(story.state().allowed());
    }

    void theStudentIsAsked()
    {
        COMPARE_OBSTACLES(Story().notices().event(EventKind::ConsentGiven, mother).state(),
                          {{Reason::StudentNotAsked, {}}});
    }

    // [row 4]
    void aWithdrawalEndsTheConsentAndEverybodyIsAskedAnew()
    {
        Story story = Story().complete().event(EventKind::Withdrawn, mother);
        COMPARE_OBSTACLES(story.state(), {{Reason::StudentNotAsked, {}},
                                          {Reason::Withdrawn, mother},
                                          {Reason::NoticeMissing, mother},
                                          {Reason::NoticeMissing, father}});
        story.event(EventKind::ConsentGiven, mother).event(EventKind::StudentAgreed);
        COMPARE_OBSTACLES(story.state(), {{Reason::NoticeMissing, mother}, {Reason::NoticeMissing, father}});
        story.notices();
        QVERIFY(story.state().allowed());
    }

    // PoFA 2012 s.26(3): no parent may have withdrawn or objected, whatever the other parent says.
    void aWithdrawalIsNotOverruledByTheOtherGuardian()
    {
        Story story = Story().complete().event(EventKind::Withdrawn, mother).notices();
        story.event(EventKind::ConsentGiven, father).event(EventKind::StudentAgreed);
        COMPARE_OBSTACLES(story.state(), {{Reason::Withdrawn, mother}});
        story.event(EventKind::ConsentGiven, mother).with([](Event& e) { e.means = Means::Telephone; });
        COMPARE_OBSTACLES(story.state(), {{Reason::Withdrawn, mother}});
        story.event(EventKind::ConsentGiven, mother);
        QVERIFY(story.state().allowed());
    }

    void theWithdrawalOfSomebodyNoLongerOnRecordStands()
    {
        COMPARE_OBSTACLES(Story().event(EventKind::Withdrawn, stranger).complete().state(),
                          {{Reason::Withdrawn, stranger}});
    }

    void bothGuardiansWithdrawAndBothMustConsent()
    {
        Story story = Story().complete().event(EventKind::Withdrawn, mother).event(EventKind::Withdrawn, father);
        story.complete();
        COMPARE_OBSTACLES(story.state(), {{Reason::Withdrawn, father}});
        story.event(EventKind::ConsentGiven, father);
        QVERIFY(story.state().allowed());
    }

    void aGuardiansWithdrawalEndsWithTheEighteenthBirthday()
    {
        Story story = Story().complete().event(EventKind::Withdrawn, mother);
        story.facts([](Facts& f) { f.birthDate = QDate(2008, 6, 1); });
        story.on(QDate(2026, 6, 2)).event(EventKind::ConsentGiven).event(EventKind::StudentAgreed);
        QVERIFY(story.state().allowed());
    }

    void aFreshConsentAfterAWithdrawalIsAllowed()
    {
        QVERIFY(Story().complete().event(EventKind::Withdrawn).complete().state().allowed());
    }

    // [row 5]
    void newTextAsksAgain()
    {
        Story story = Story().complete().facts([](Facts& f) { f.currentNoticeVersion = 2; });
        COMPARE_OBSTACLES(story.state(), {{Reason::NoticeOutdated, mother}, {Reason::NoticeOutdated, father}});
        story.event(EventKind::NoticeSent, mother, 2).event(EventKind::NoticeSent, father, 2);
        COMPARE_OBSTACLES(story.state(), {{Reason::NoticeOutdated, mother}}); // told, but consented to the old text
        story.event(EventKind::ConsentGiven, mother, 2);
        QVERIFY(story.state().allowed());
    }

    void onlyFacesOffAndANewNoticeAreAPause()
    {
        QVERIFY(!isOver(Story().complete().state()));
        QVERIFY(!isOver(Story().complete().facts([](Facts& f) { f.facesOn = false; }).state()));
        const Story outdated = Story().complete().facts([](Facts& f) { f.currentNoticeVersion = 2; });
        QVERIFY(!isOver(outdated.state()));
        QVERIFY(isOver(outdated.state(QDate(2027, 4, 1)))); // expired as well
        QVERIFY(isOver(Story().complete().event(EventKind::Withdrawn, mother).state()));
        QVERIFY(isOver(Story().complete().event(EventKind::StudentRefused).state()));
        QVERIFY(isOver(Story().complete().facts([](Facts& f) { f.guardians.push_back(stranger); }).state()));
        QVERIFY(isOver(Story().complete().facts([](Facts& f) { f.leftOn = today; }).state()));
        QVERIFY(isOver(Story().state()));
    }

    // [row 7]
    void consentLapsesWithTheSchoolYear()
    {
        const Story story = Story().complete();
        QVERIFY(story.state(QDate(2027, 3, 31)).allowed());
        COMPARE_OBSTACLES(story.state(QDate(2027, 4, 1)), {{Reason::Expired, mother}});
        Story march = Story().on(QDate(2026, 3, 31)).complete();
        QCOMPARE(march.state(QDate(2026, 3, 31)).validUntil, QDate(2026, 3, 31));
        QVERIFY(!march.state(QDate(2026, 4, 1)).allowed());
        Story england = Story().complete().facts([](Facts& f) { f.schoolYearEndMonth = 8; });
        QCOMPARE(england.state().validUntil, QDate(2026, 8, 31));
        Story february = Story().complete().facts([](Facts& f) { f.schoolYearEndMonth = 2; });
        QCOMPARE(february.state().validUntil, QDate(2027, 2, 28));
    }

    // Otherwise a template would be kept for ever once the notice was raised: outdated is a pause, expired an end.
    void whatHasExpiredIsExpiredThoughTheNoticeWasRaised()
    {
        Story story = Story().complete().facts([](Facts& f) { f.currentNoticeVersion = 2; });
        COMPARE_OBSTACLES(
            story.state(QDate(2027, 4, 1)),
            {{Reason::NoticeOutdated, mother}, {Reason::NoticeOutdated, father}, {Reason::Expired, mother}});
        // The father's, which has not run out, waits for his answer to the new notice: a pause.
        story.event(EventKind::ConsentGiven, father).with([](Event& e) { e.validUntil = QDate(2027, 9, 1); });
        COMPARE_OBSTACLES(story.state(QDate(2027, 4, 1)),
                          {{Reason::NoticeOutdated, mother}, {Reason::NoticeOutdated, father}});
        QCOMPARE(story.state(QDate(2027, 9, 2)).obstacles.back(), (Obstacle{Reason::Expired, father}));
    }

    void aChosenEndComesFirst()
    {
        Story story = Story().notices().event(EventKind::StudentAgreed).event(EventKind::ConsentGiven, mother);
        story.with([](Event& e) { e.validUntil = QDate(2026, 6, 10); });
        QCOMPARE(story.state().validUntil, QDate(2026, 6, 10));
        COMPARE_OBSTACLES(story.state(QDate(2026, 6, 11)), {{Reason::Expired, mother}});
        story.event(EventKind::ConsentGiven, father);
        QCOMPARE(story.state().validUntil, QDate(2027, 3, 31)); // one of the two is enough
    }

    void theLaterConsentOfAGuardianReplacesTheEarlier()
    {
        Story story = Story().complete().event(EventKind::ConsentGiven, mother);
        story.with([](Event& e) { e.validUntil = QDate(2026, 5, 1); });
        COMPARE_OBSTACLES(story.state(), {{Reason::Expired, mother}});
    }

    // [row 7]
    void onTheEighteenthBirthdayTheFaceStops()
    {
        Story story = Story().complete().facts([](Facts& f) { f.birthDate = QDate(2008, 9, 20); });
        QCOMPARE(story.state().validUntil, QDate(2026, 9, 19));
        QVERIFY(story.state(QDate(2026, 9, 19)).allowed());
        COMPARE_OBSTACLES(story.state(QDate(2026, 9, 20)), {{Reason::Expired, {}}});
        story.on(QDate(2026, 9, 20)).event(EventKind::ConsentGiven);
        QVERIFY(story.state(QDate(2026, 9, 20)).allowed());
    }

    void bornOnALeapDay()
    {
        Story story = Story().on(QDate(2025, 9, 1)).complete();
        story.facts([](Facts& f) { f.birthDate = QDate(2008, 2, 29); });
        QVERIFY(story.state(QDate(2026, 2, 28)).allowed());
        QVERIFY(!story.state(QDate(2026, 3, 1)).allowed());
    }

    void anAdultConsentsAlone()
    {
        Story story;
        story.facts([](Facts& f) {
            f.birthDate = QDate(1990, 1, 1);
            f.guardians.clear();
        });
        COMPARE_OBSTACLES(story.state(), {{Reason::StudentNotAsked, {}}, {Reason::ConsentMissing, {}}});
        story.event(EventKind::ConsentGiven).event(EventKind::StudentAgreed);
        QVERIFY(story.state().allowed());
        story.event(EventKind::Objected, mother); // says nothing about somebody of age
        QVERIFY(story.state().allowed());
        story.event(EventKind::Withdrawn);
        COMPARE_OBSTACLES(story.state(), {{Reason::StudentNotAsked, {}}, {Reason::Withdrawn, {}}});
    }

    void theOwnConsentOfAMinorDoesNotCountNorGrowUp()
    {
        Story story = Story().notices().event(EventKind::StudentAgreed).event(EventKind::ConsentGiven);
        story.facts([](Facts& f) { f.birthDate = QDate(2008, 6, 1); }); // 18 between the event and today
        COMPARE_OBSTACLES(story.state(QDate(2026, 5, 31)), {{Reason::ConsentMissing, {}}});
        COMPARE_OBSTACLES(story.state(), {{Reason::ConsentMissing, {}}});
    }

    void withoutADateOfBirthAPersonIsAMinor()
    {
        Story story = Story().complete().facts([](Facts& f) { f.birthDate = QDate(); });
        QVERIFY(story.state().allowed());
        story.facts([](Facts& f) { f.guardians.clear(); });
        QCOMPARE(story.state().obstacles.front().reason, Reason::NoGuardian);
    }

    // [row 8] [row 13]
    void leaversAndSchoolsWithoutFaces()
    {
        Story story = Story().complete().facts([](Facts& f) { f.leftOn = QDate(2026, 7, 20); });
        QCOMPARE(story.state().validUntil, QDate(2026, 7, 19));
        COMPARE_OBSTACLES(story.state(QDate(2026, 7, 20)), {{Reason::HasLeft, {}}});
        story.facts([](Facts& f) { f.facesOn = false; });
        COMPARE_OBSTACLES(story.state(), {{Reason::FacesOff, {}}});
        QVERIFY(!story.state().validUntil.isValid());
    }

    void inATieWhatForbidsWins()
    {
        Story story = Story().complete();
        const Instant moment = story.told().events.back().at;
        story.event(EventKind::StudentRefused).with([&](Event& e) {
            e.at = moment;
            e.id = idOf<ConsentEventId>(0); // the smaller id: by id alone the yes would win
        });
        COMPARE_OBSTACLES(story.state(), {{Reason::StudentRefused, {}}});
    }
};

KOBAI_TEST(ConsentTest, QCoreApplication)
#include "ConsentTest.moc"
