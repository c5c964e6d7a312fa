// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment/Recognition.h"

#include "checkout/Checkout.h"
#include "enrolment/Enrolment.h"
#include "enrolment/FaceVault.h"
#include "store/FaceKeys.h"
#include "store/Verify.h"
#include "support/KilledProcess.h"
#include "support/School.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <cmath>

using namespace kobai;
using namespace kobai::test;

namespace {

using Rows = std::vector<store::TemplateTable::Row>;

constexpr int enrolledCount = 3;
constexpr auto keysFile = u"/faces.keys";
constexpr auto databaseFile = u"/store.db";

void copyFile(const QString& name, const QString& from, const QString& to)
{
    QFile::remove(to + name);
    if (!QFile::copy(from + name, to + name))
        qFatal("not copied: %s", qPrintable(name));
}

Rows rowsOf(store::Store& store)
{
    return must(store.read([](store::Tx& tx) { return tx.templates().all(); }));
}

} // namespace

/// Re-keying of everybody while the school goes on [row 32].
class TemplateRenewalTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_school = std::make_unique<School>();
        m_people.clear();
        for (int i = 0; i < enrolledCount; ++i) {
            m_people.push_back(m_school->addConsentingStudent().id);
            must(enrolment::enrolFace(m_school->store(), m_people.back(), School::captures(unsigned(i)),
                                      m_school->clerk()));
        }
        m_scores = scores(m_school->store());
    }
    void cleanup() { m_school.reset(); }

    void everybodyIsFoundAsBefore()
    {
        auto& store = m_school->store();
        const auto galleryBefore = must(enrolment::loadGallery(store)).gallery;
        const Rows before = rowsOf(store);
        std::vector<std::pair<int, int>> steps;
        const auto renewal = must(renew([&](int done, int all) {
            steps.emplace_back(done, all);
            return true;
        }));
        QCOMPARE(renewal.persons, enrolledCount);
        QVERIFY(renewal.lost.empty());
        QCOMPARE(steps.size(), std::size_t(enrolledCount + 1));
        QCOMPARE(steps.back(), std::pair(enrolledCount, enrolledCount));
        compareScores(scores(store));
        // Whoever still holds the gallery from before (an attempt that is running) loses nothing.
        QVERIFY(galleryBefore->search(School::probe(1), 1)[0].score > 5);
        m_school->reopen();
        compareScores(scores(m_school->store()));
        QCOMPARE(m_school->audited(audit::Action::TemplatesRenewed), 1);
        QCOMPARE(m_school->findings(), QString());

        const Rows after = rowsOf(m_school->store());
        QCOMPARE(after.size(), before.size());
        for (std::size_t i = 0; i < after.size(); ++i) {
            QCOMPARE(after[i].epoch, before[i].epoch + 1);
            QVERIFY(after[i].sealed != before[i].sealed);
            QVERIFY(after[i].at == before[i].at);
            QCOMPARE(after[i].weight, before[i].weight);
        }
    }

    /// Neither the maps nor the seals have anything in common with the earlier ones: under the old protection and the new one the same face
    /// scores as two strangers do.
    void theNewTemplateSaysNothingAboutTheOld()
    {
        const auto reference = [&](int person) {
            return must(enrolment::loadGallery(m_school->store())).gallery->entries()[std::size_t(person)].reference;
        };
        std::vector<face::Embedding> before;
        for (int i = 0; i < enrolledCount; ++i)
            before.push_back(reference(i));
        QCOMPARE(must(renew()).persons, enrolledCount);
        for (int i = 0; i < enrolledCount; ++i) {
            const auto across = face::cosines(before[std::size_t(i)], reference(i));
            // Four deviations of the cosine of random directions, 1/sqrt(d).
            QVERIFY(std::abs(across.dlib) < 4 / std::sqrt(128.0F));
            QVERIFY(std::abs(across.second) < 4 / std::sqrt(512.0F));
        }
    }

    void itCanBeDoneAgainAndPeopleComeAndGo()
    {
        QCOMPARE(must(renew()).persons, enrolledCount);
        must(enrolment::removeFace(m_school->store(), m_people[0], m_school->clerk()));
        const auto fourth = m_school->addConsentingStudent().id;
        must(enrolment::enrolFace(m_school->store(), fourth, School::captures(9), m_school->clerk()));
        QCOMPARE(must(renew()).persons, enrolledCount);
        m_school->reopen();
        QCOMPARE(must(enrolment::loadGallery(m_school->store())).gallery->search(School::probe(9), 1)[0].person,
                 fourth);
        QCOMPARE(m_school->findings(), QString());
    }

    void anEmptySchoolIsRenewedToo()
    {
        for (const PersonId person : m_people)
            must(enrolment::removeFace(m_school->store(), person, m_school->clerk()));
        QCOMPARE(must(renew()).persons, 0);
        QCOMPARE(m_school->findings(), QString());
    }

    void cancelledNothingHasChanged()
    {
        const Rows before = rowsOf(m_school->store());
        for (int at = 0; at < enrolledCount; ++at) {
            COMPARE_FAULT(renew([&](int done, int) { return done < at; }), FaultCode::Cancelled);
            const Rows after = rowsOf(m_school->store());
            QVERIFY(std::equal(before.begin(), before.end(), after.begin(), after.end(),
                               [](const auto& a, const auto& b) { return a.sealed == b.sealed; }));
            QVERIFY(m_school->store().faceKeys().prepared() == nullptr);
        }
        m_school->reopen();
        compareScores(scores(m_school->store()));
        QCOMPARE(m_school->audited(audit::Action::TemplatesRenewed), 0);
        QCOMPARE(m_school->findings(), QString());
    }

    // Whoever took store.db before has nothing with the keys of after, and the other way round.
    void aStolenCopyMatchesNothing_data()
    {
        QTest::addColumn<QString>("kept");
        QTest::newRow("old store.db, new faces.keys") << QString::fromUtf16(databaseFile);
        QTest::newRow("old faces.keys, new store.db") << QString::fromUtf16(keysFile);
    }
    void aStolenCopyMatchesNothing()
    {
        QFETCH(const QString, kept);
        const QString mixed = m_school->copyOfFiles();
        QCOMPARE(must(renew()).persons, enrolledCount);
        const QString after = m_school->copyOfFiles();
        const bool keepsDatabase = kept == QStringView(databaseFile);
        for (const QString& name : {u"/store.db"_s, u"/store.db-wal"_s, u"/store.db-shm"_s, u"/faces.keys"_s}) {
            if ((name == QStringView(keysFile)) == keepsDatabase && QFile::exists(after + name))
                copyFile(name, after, mixed);
        }
        auto store = must(m_school->open(mixed));
        QCOMPARE(rowsOf(*store).size(), std::size_t(3 * enrolledCount));
        QCOMPARE(must(enrolment::loadGallery(*store)).gallery->size(), 0);
        QVERIFY(!must(checkout::customerCard(*store, m_people[0])).faceAllowed);
        const auto report = must(store::verify(*store));
        QCOMPARE(report.findings.size(), std::size_t(enrolledCount));
        // Nor by hand, whatever epoch the rows are said to be of.
        for (auto row : rowsOf(*store)) {
            const auto* keys = store->faceKeys().find(row.person);
            const enrolment::Vault vault{store->faceKeys().templateSecret(), *keys};
            QVERIFY(!enrolment::openReference(row.person, {row}, vault));
            row.epoch = keys->epoch;
            QVERIFY(!enrolment::openReference(row.person, {row}, vault));
        }
        // And the school is not stuck with it: everybody can be enrolled again.
        must(enrolment::enrolFace(*store, m_people[0], School::captures(0), m_school->clerk()));
        QCOMPARE(must(enrolment::loadGallery(*store)).gallery->size(), 1);
    }

    // The rows are turned and faces.keys cannot be rewritten: the new keys hold, and the old ones go as soon as it can be.
    void aFullDiskAtTheEndIsToldAndMendedLater()
    {
        auto& store = m_school->store();
        const QString inTheWay = m_school->folder() + u"/faces.keys.new"_s;
        const auto renewed = renew([&](int done, int all) {
            return done + 1 < all || QDir().mkdir(inTheWay); // after the preparation
        });
        QVERIFY(!renewed);
        compareScores(scores(store));
        const qint64 twoGenerations = sizeOfKeys(m_school->folder());
        QString stopped = m_school->copyOfFiles(); // and the power goes before anything could be mended
        {
            auto after = must(m_school->open(stopped));
            compareScores(scores(*after));
            QVERIFY(sizeOfKeys(stopped) < twoGenerations);
        }
        QVERIFY(QDir().rmdir(inTheWay));
        compareScores(scores(store));
        QVERIFY(sizeOfKeys(m_school->folder()) < twoGenerations);
        QCOMPARE(m_school->findings(), QString());
    }

    void whereNothingCanBeWrittenNothingChanges()
    {
        const QString inTheWay = m_school->folder() + u"/faces.keys.new"_s;
        QVERIFY(QDir().mkdir(inTheWay));
        QVERIFY(!renew());
        compareScores(scores(m_school->store()));
        QVERIFY(QDir().rmdir(inTheWay));
        m_school->reopen();
        compareScores(scores(m_school->store()));
        QCOMPARE(m_school->audited(audit::Action::TemplatesRenewed), 0);
        QCOMPARE(m_school->findings(), QString());
    }

    // The disk failed in the very commit of an earlier renewal, so that both generations were kept: the next one clears that up first.
    void whatAnEarlierRenewalLeftUndecidedIsClearedUp()
    {
        auto& store = m_school->store();
        const qint64 oneGeneration = sizeOfKeys(m_school->folder());
        store::FaceKeys::Generation left;
        left.id = store.makeId<store::FaceGenerationId>();
        left.templateSecret = security::randomSecret(store.random(), 32);
        must(store.faceKeys().prepare(std::move(left)));
        compareScores(scores(store));
        QCOMPARE(must(renew()).persons, enrolledCount);
        compareScores(scores(store));
        QCOMPARE(sizeOfKeys(m_school->folder()), oneGeneration);
        m_school->reopen();
        compareScores(scores(m_school->store()));
        QCOMPARE(m_school->findings(), QString());
    }

    // The commit of a renewal failed, so it was told, and is on the disk all the same: whoever is enrolled after it stays so.
    void anEnrolmentAfterAnUndecidedRenewalStays()
    {
        auto& store = m_school->store();
        store::FaceKeys& keys = store.faceKeys();
        store::FaceKeys::Generation next;
        next.id = store.makeId<store::FaceGenerationId>();
        next.templateSecret = keys.templateSecret().clone();
        for (const PersonId person : keys.people()) {
            const auto* own = keys.find(person);
            next.people.emplace(
                person, store::FaceKeys::PersonKeys{own->seed, own->sealing.clone(), own->epoch, own->photo.clone()});
        }
        const auto name = next.id;
        must(keys.prepare(std::move(next)));
        m_school->set(store::setting::faceGeneration, name.toHex());
        const auto late = m_school->addConsentingStudent(u"Ren"_s);
        must(enrolment::enrolFace(store, late.id, School::captures(77), m_school->clerk()));
        QVERIFY(keys.prepared() == nullptr);
        QCOMPARE(keys.generation(), name);
        QCOMPARE(must(enrolment::loadGallery(store)).gallery->size(), enrolledCount + 1);
        m_school->reopen();
        QCOMPARE(must(enrolment::loadGallery(m_school->store())).gallery->size(), enrolledCount + 1);
        QCOMPARE(m_school->findings(), QString());
    }

    void whoDoesNotOpenIsNamedAndEverybodyElseIsRenewed()
    {
        must(School::damageFace(m_school->store(), m_people[1]));
        const auto renewal = must(renew());
        QCOMPARE(renewal.persons, enrolledCount - 1);
        QCOMPARE(renewal.lost.size(), std::size_t(1));
        QCOMPARE(renewal.lost[0].id, m_people[1]);
        auto& store = m_school->store();
        QCOMPARE(must(enrolment::personFile(store, m_people[1])).captures, 0);
        QVERIFY(store.faceKeys().find(m_people[1]) == nullptr);
        QCOMPARE(m_school->audited(audit::Action::FaceRemoved), 1);
        const auto loaded = must(enrolment::loadGallery(store));
        QCOMPARE(loaded.gallery->size(), enrolledCount - 1);
        QVERIFY(loaded.unreadable.empty());
        must(enrolment::enrolFace(store, m_people[1], School::captures(1), m_school->clerk()));
        m_school->reopen();
        compareScores(scores(m_school->store()));
        QCOMPARE(m_school->findings(), QString());
    }

    // Then it is the keys that are wrong: the right ones may lie elsewhere, and a renewal would destroy what they open.
    void whereNobodyOpensNothingIsRenewed()
    {
        for (const PersonId person : m_people)
            must(School::damageFace(m_school->store(), person));
        const Rows before = rowsOf(m_school->store());
        COMPARE_FAULT(renew(), FaultCode::StoreDamaged);
        QCOMPARE(rowsOf(m_school->store()).size(), before.size());
        QVERIFY(m_school->store().faceKeys().prepared() == nullptr);
        QCOMPARE(m_school->audited(audit::Action::TemplatesRenewed), 0);
    }

    /// The process dies at each of its writes to the disk in turn, before the write and with half of it done: at the next opening the
    /// old or the new state is whole, and the keys of the other are gone.
    void aKillAtAnyWriteLosesNobody()
    {
        const QString before = m_school->copyOfFiles();
        const qint64 oneGeneration = sizeOfKeys(before);
        int kills = 0;
        int outcomes = 0;
        int renewedAfterwards = 0;
        for (bool survived = false; !survived; ++kills) {
            for (const auto mode : {KilledProcess::Mode::Before, KilledProcess::Mode::HalfWay}) {
                // Before a write is, but for the writes in between, after the one before it: a third of them is enough.
                if (mode == KilledProcess::Mode::Before && kills % 3 != 0)
                    continue;
                ++outcomes;
                const QString folder = before + u"-%1-%2"_s.arg(kills).arg(int(mode));
                copyFolder(before, folder);
                survived = KilledProcess::run(kills, mode, [&](const std::function<void()>& arm) {
                    auto store = must(m_school->open(folder));
                    arm();
                    must(enrolment::renewTemplates(*store, m_school->clerk(), {}));
                    (void)store.release(); // closing it only moves what is on the disk already
                });
                // The child drew the same numbers as this process would draw now.
                (void)security::randomBytes(m_school->random, 1);
                auto store = must(m_school->open(folder));
                compareScores(scores(*store));
                QVERIFY(store->faceKeys().prepared() == nullptr);
                QCOMPARE(sizeOfKeys(folder), oneGeneration);
                renewedAfterwards += store->faceKeys().generation().isNull() ? 0 : 1;
                if (survived)
                    QVERIFY(!store->faceKeys().generation().isNull());
                // All is in order, and it can be done again from there.
                if (kills % 5 == 0) {
                    QVERIFY2(must(store::verify(*store)).ok(), qPrintable(folder));
                    QCOMPARE(must(enrolment::renewTemplates(*store, m_school->clerk(), {})).persons, enrolledCount);
                    compareScores(scores(*store));
                }
            }
        }
        qInfo("%d writes, of %d outcomes %d in the new state", kills - 1, outcomes, renewedAfterwards);
        QVERIFY(kills > 10); // prepare, commit and settle are at least four writes each
        QVERIFY(renewedAfterwards > 4);
        QVERIFY(renewedAfterwards < outcomes - 4);
    }

private:
    using Scores = std::map<PersonId, float>;

    [[nodiscard]] Result<enrolment::Renewal> renew(const enrolment::Progress& progress = {})
    {
        return enrolment::renewTemplates(m_school->store(), m_school->clerk(), progress);
    }
    /// Of everybody's own later look.
    [[nodiscard]] Scores scores(store::Store& store) const
    {
        const auto gallery = must(enrolment::loadGallery(store)).gallery;
        Scores found;
        for (std::size_t i = 0; i < m_people.size(); ++i) {
            for (const auto& candidate : gallery->search(School::probe(unsigned(i)), 1))
                found[candidate.person] = candidate.score;
        }
        return found;
    }
    void compareScores(const Scores& now) const
    {
        QCOMPARE(now.size(), std::size_t(enrolledCount));
        for (const auto& [person, score] : m_scores)
            QVERIFY2(std::abs(now.at(person) - score) < 1e-5F, qPrintable(QString::number(now.at(person) - score)));
    }
    [[nodiscard]] static qint64 sizeOfKeys(const QString& folder) { return QFile(folder + u"/faces.keys"_s).size(); }
    static void copyFolder(const QString& from, const QString& to)
    {
        QDir().mkpath(to);
        for (const QString& name : QDir(from).entryList(QDir::Files | QDir::Hidden))
            copyFile(u'/' + name, from, to);
    }

    std::unique_ptr<School> m_school;
    std::vector<PersonId> m_people;
    Scores m_scores;
};

KOBAI_TEST(TemplateRenewalTest, QCoreApplication)
#include "TemplateRenewalTest.moc"
