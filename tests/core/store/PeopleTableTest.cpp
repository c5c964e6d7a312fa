// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoreFixture.h"

#include "support/TestProgram.h"

using namespace kobai;
using namespace kobai::test;
using people::Person;

class PeopleTableTest final : public QObject {
    Q_OBJECT

    static QStringList found(StoreFixture& school, const QString& text, int most = 100)
    {
        const auto people = school.store().read([&](store::Tx& tx) { return tx.people().search(text, most); });
        QStringList names;
        for (const Person& person : *people)
            names.append(person.name);
        return names;
    }

private Q_SLOTS:
    void aPersonComesBackWithEveryField()
    {
        StoreFixture school;
        Person person;
        person.id = school.id<PersonId>();
        person.number = u"2026014"_s;
        person.name = u"محمد 👩‍🎓 佐藤"_s;
        person.reading = u"さとう"_s;
        person.birthDate = QDate(2010, 2, 28);
        person.schoolYear = 10;
        person.group = u"1-A"_s;
        person.house = u"North"_s;
        person.leftOn = QDate(2026, 3, 31);
        school.run([&](store::Tx& tx) { return tx.people().add(person); });
        school.reopen();
        const auto same = [&](const Person& p) {
            return p.id == person.id && p.kind == person.kind && p.number == person.number && p.name == person.name
                   && p.reading == person.reading && p.birthDate == person.birthDate
                   && p.schoolYear == person.schoolYear && p.group == person.group && p.house == person.house
                   && p.leftOn == person.leftOn;
        };
        QVERIFY(same(*school.store().read([&](store::Tx& tx) { return tx.people().find(person.id); })));
        QVERIFY(same(*school.store().read([&](store::Tx& tx) { return tx.people().findByNumber(person.number); })));

        person.name = u"Renamed Person"_s;
        person.birthDate = {};
        person.leftOn = {};
        person.kind = people::Kind::Staff;
        school.run([&](store::Tx& tx) { return tx.people().change(person); });
        QVERIFY(same(*school.store().read([&](store::Tx& tx) { return tx.people().find(person.id); })));
        QCOMPARE(found(school, u"ren"_s), QStringList{u"Renamed Person"_s});
        QCOMPARE(found(school, u"佐藤"_s), QStringList());
    }

    void numbersAreUnique()
    {
        StoreFixture school;
        Person first = school.addPerson();
        Person second = school.addPerson();
        second.number = first.number;
        KOBAI_COMPARE_FAULT(school.store().write([&](store::Tx& tx) { return tx.people().change(second); }),
                            FaultCode::Duplicate);
        second.id = school.id<PersonId>();
        KOBAI_COMPARE_FAULT(school.store().write([&](store::Tx& tx) { return tx.people().add(second); }),
                            FaultCode::Duplicate);
    }

    void whoIsNotThereIsNotFound()
    {
        StoreFixture school;
        Person nobody;
        nobody.id = school.id<PersonId>();
        nobody.number = u"1"_s;
        nobody.name = u"x"_s;
        KOBAI_COMPARE_FAULT(school.store().read([&](store::Tx& tx) { return tx.people().find(nobody.id); }),
                            FaultCode::NotFound);
        KOBAI_COMPARE_FAULT(school.store().read([&](store::Tx& tx) { return tx.people().findByNumber(u"1"_s); }),
                            FaultCode::NotFound);
        KOBAI_COMPARE_FAULT(school.store().write([&](store::Tx& tx) { return tx.people().change(nobody); }),
                            FaultCode::NotFound);
    }

    void searchFindsBeginningsOfWordsInAnyScript_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        const QString hanako = u"佐藤 花子"_s;
        const QString jose = u"José García"_s;
        const QString taro = u"鈴木たろう"_s;
        QTest::newRow("family name") << u"佐藤"_s << QStringList{hanako};
        QTest::newRow("one kanji") << u"花"_s << QStringList{hanako};
        QTest::newRow("not inside a word") << u"藤"_s << QStringList();
        QTest::newRow("katakana as typed") << u"サト"_s << QStringList{hanako};
        QTest::newRow("hiragana for katakana") << u"さとう はな"_s << QStringList{hanako};
        QTest::newRow("half-width katakana") << u"ｻﾄｳ"_s << QStringList{hanako};
        QTest::newRow("words in any order") << u"はなこ さとう"_s << QStringList{hanako};
        QTest::newRow("full-width space") << u"佐藤　花"_s << QStringList{hanako};
        QTest::newRow("kana after kanji without a space") << u"たろ"_s << QStringList{taro};
        QTest::newRow("voiced is another letter") << u"ざとう"_s << QStringList();
        QTest::newRow("Latin, other case") << u"gar"_s << QStringList{jose};
        QTest::newRow("Latin without accent") << u"JOSE"_s << QStringList{jose};
        QTest::newRow("full-width Latin") << u"ｊｏｓé"_s << QStringList{jose};
        QTest::newRow("number") << u"2026002"_s << QStringList{jose};
        QTest::newRow("beginning of a number") << u"20260"_s << QStringList{jose, hanako, taro};
        QTest::newRow("everybody") << u"  "_s << QStringList{jose, hanako, taro};
        QTest::newRow("no letters") << u"%_*"_s << QStringList();
        QTest::newRow("SQL") << u"' OR 1=1 --"_s << QStringList();
        QTest::newRow("very long") << QString(10'000, u'あ') << QStringList();
    }
    void searchFindsBeginningsOfWordsInAnyScript()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, names);
        StoreFixture school;
        (void)school.addPerson(u"佐藤 花子"_s, u"サトウ ハナコ"_s);
        (void)school.addPerson(u"José García"_s, {});
        (void)school.addPerson(u"鈴木たろう"_s, u"スズキ タロウ"_s);
        QCOMPARE(found(school, text), names);
    }

    void leaversComeLastAndTheListIsBounded()
    {
        StoreFixture school;
        Person gone = school.addPerson(u"Aaron First"_s, {});
        (void)school.addPerson(u"Zoe Last"_s, {});
        gone.leftOn = QDate(2026, 1, 1);
        school.run([&](store::Tx& tx) { return tx.people().change(gone); });
        QCOMPARE(found(school, {}), (QStringList{u"Zoe Last"_s, u"Aaron First"_s}));
        QCOMPARE(found(school, {}, 1), QStringList{u"Zoe Last"_s});
        QCOMPARE(found(school, {}, -1), QStringList());
    }

    void countsByKind()
    {
        StoreFixture school;
        (void)school.addPerson();
        (void)school.addPerson();
        (void)school.addPerson(u"Staff"_s, {}, people::Kind::Staff);
        QCOMPARE(*school.store().read([](store::Tx& tx) { return tx.people().count(people::Kind::Student); }), 2);
        QCOMPARE(*school.store().read([](store::Tx& tx) { return tx.people().count(people::Kind::Staff); }), 1);
    }

    void guardiansBelongToTheirStudent()
    {
        StoreFixture school;
        const Person student = school.addPerson();
        const people::Guardian mother{school.id<GuardianId>(), student.id, u"佐藤 恵子"_s, people::Relation::Mother,
                                      u"090"_s};
        school.run([&](store::Tx& tx) { return tx.people().addGuardian(mother); });
        const auto guardians = school.store().read([&](store::Tx& tx) { return tx.people().guardians(student.id); });
        QCOMPARE(guardians->size(), std::size_t(1));
        QCOMPARE(guardians->front().id, mother.id);
        QCOMPARE(guardians->front().contact, u"090"_s);
        QCOMPARE(guardians->front().relation, people::Relation::Mother);
        KOBAI_COMPARE_FAULT(school.store().write([&](store::Tx& tx) { return tx.people().addGuardian(mother); }),
                            FaultCode::Duplicate);
        people::Guardian stray = mother;
        stray.id = school.id<GuardianId>();
        stray.student = school.id<PersonId>();
        KOBAI_COMPARE_FAULT(school.store().write([&](store::Tx& tx) { return tx.people().addGuardian(stray); }),
                            FaultCode::StoreConstraint);
    }

    // Nobody was found by the blank left out, by the old form of a kanji, by romaji.
    void searchFindsWhatIsTypedInAnotherWay_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        const QString ueda = u"上田 大翔"_s;
        const QString saito = u"齋藤 恵"_s;
        const QString other = u"斉藤 恵"_s;
        QTest::newRow("no blank") << u"上田大翔"_s << QStringList{ueda};
        QTest::newRow("hiragana without blank") << u"うえだひろと"_s << QStringList{ueda};
        QTest::newRow("katakana without blank") << u"ウエダヒロト"_s << QStringList{ueda};
        QTest::newRow("romaji") << u"hiroto ueda"_s << QStringList{ueda};
        QTest::newRow("as written first") << u"斉藤"_s << QStringList{other, saito};
        QTest::newRow("as written first, the other") << u"齋藤恵"_s << QStringList{saito, other};
        QTest::newRow("long vowel") << u"saitou"_s << QStringList{saito, other};
        QTest::newRow("somebody else") << u"上田大輔"_s << QStringList{};
    }
    void searchFindsWhatIsTypedInAnotherWay()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, names);
        StoreFixture school;
        (void)school.addPerson(u"上田 大翔"_s, u"うえだ ひろと"_s);
        (void)school.addPerson(u"齋藤 恵"_s, u"さいとう けい"_s);
        (void)school.addPerson(u"斉藤 恵"_s, u"さいとう めぐみ"_s);
        QCOMPARE(found(school, text), names);
    }

    void keysOfAnotherFoldingAreMadeAnew()
    {
        StoreFixture school;
        (void)school.addPerson(u"上田 大翔"_s, u"うえだ ひろと"_s);
        {
            auto raw = school.raw();
            raw->execute("DELETE FROM person_word; INSERT INTO person_word SELECT '上田', id FROM person; "
                         "UPDATE person SET sort_key = 'of another folding'; "
                         "UPDATE setting SET value = '0' WHERE key = 'search.folding'");
        }
        school.reopen();
        QCOMPARE(found(school, u"上田大翔"_s), QStringList{u"上田 大翔"_s});
        auto raw = school.raw();
        QCOMPARE(raw->integer("SELECT count(*) FROM person_word WHERE word = '上田'"), std::int64_t(0));
        QCOMPARE(raw->integer("SELECT count(*) FROM person WHERE sort_key = 'of another folding'"), std::int64_t(0));
        QVERIFY(raw->text("SELECT value FROM setting WHERE key = 'search.folding'") != u"0"_s);
    }
};

KOBAI_TEST(PeopleTableTest, QCoreApplication)
#include "PeopleTableTest.moc"
