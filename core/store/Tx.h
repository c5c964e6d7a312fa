// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/Audit.h"
#include "base/Result.h"
#include "catalogue/Product.h"
#include "consent/Consent.h"
#include "ledger/Ledger.h"
#include "ledger/Sale.h"
#include "people/Person.h"

#include <QByteArray>
#include <QHash>

#include <memory>
#include <optional>
#include <vector>

namespace kobai::search {
class Query;
}

namespace kobai::store {

namespace sqlite {
class Connection;
}

/// The tables below are the inside of one unit of work (Store::write, Store::read): they live as long as the Store but are used only
/// within it, on its thread. Every method may also fail with StoreIo, StoreFull, StoreDamaged or StoreConstraint.

class PeopleTable final {
public:
    explicit PeopleTable(sqlite::Connection& connection) : m_connection(connection) {}
    [[nodiscard]] Status add(const people::Person& person);                   ///< Duplicate when the number is taken
    [[nodiscard]] Status change(const people::Person& person);                ///< NotFound, Duplicate
    [[nodiscard]] Result<people::Person> find(PersonId id);                   ///< NotFound
    [[nodiscard]] Result<people::Person> findByNumber(const QString& number); ///< NotFound
    /// Who has every word of @p text in name, reading or number, as search/Search.h finds it; all when it is blank. Leavers
    /// last, then the nearest to what was typed first, then by reading and name.
    [[nodiscard]] Result<std::vector<people::Person>> search(const QString& text, int most);
    /// For all people what search() looks in and what they are put in order by, after the folding has changed.
    [[nodiscard]] Status makeKeysAnew();
    [[nodiscard]] Result<int> count(people::Kind kind);
    [[nodiscard]] Status addGuardian(const people::Guardian& guardian);
    [[nodiscard]] Result<std::vector<people::Guardian>> guardians(PersonId student);

private:
    [[nodiscard]] Result<std::vector<people::Person>> found(const search::Query& query, int most);
    sqlite::Connection& m_connection;
};

class ConsentTable final {
public:
    explicit ConsentTable(sqlite::Connection& connection) : m_connection(connection) {}
    [[nodiscard]] Status append(const consent::Event& event);
    /// In the order of recording. `at` is what the clock said, corrected by what was found out about it afterwards (clock_setback in the
    /// schema): a consent that was recorded while the clock was years ahead does not last for years, one while it was years behind is not over.
    [[nodiscard]] Result<std::vector<consent::Event>> events(PersonId person);
    /// Everything consent::evaluate() looks at, for one person.
    [[nodiscard]] Result<consent::Facts> facts(PersonId person);
    /// Whether the school uses faces at all. A setting that is missing is a no, one that is neither is StoreDamaged.
    [[nodiscard]] Result<bool> facesOn();
    /// For how many days a paused face is kept, 1 to consent::longestPauseDays; that many where the school has chosen nothing.
    [[nodiscard]] Result<int> pauseDays();

private:
    sqlite::Connection& m_connection;
};

class LedgerTable final {
public:
    explicit LedgerTable(sqlite::Connection& connection) : m_connection(connection) {}
    /// The customer's account, opened with floor 0 when there is none yet.
    [[nodiscard]] Result<AccountId> customerAccount(PersonId owner);
    /// The one account of that kind (and rate), opened when there is none yet.
    [[nodiscard]] Result<AccountId> houseAccount(ledger::AccountKind kind, int taxPermille = -1);
    /// Appends to the journal, moves both balances, extends the hash chain. Same id and same content (all but the time)
    /// again: nothing happens and it succeeds; other content: IdempotencyConflict. Faults: BalanceTooLow (floor), AccountClosed, Overflow, NotFound.
    [[nodiscard]] Status post(const ledger::Transfer& transfer);
    [[nodiscard]] Result<std::optional<ledger::Transfer>> transfer(TransferId id);
    /// Credits minus debits for customers, sales and taxes; debits minus credits for cash and bank.
    [[nodiscard]] Result<Money> balance(AccountId account);
    /// Newest first, before @p beforeSequence (nullopt = newest).
    [[nodiscard]] Result<std::vector<ledger::Entry>> entries(AccountId account,
                                                             std::optional<std::int64_t> beforeSequence, int most);
    /// The next number of the one gapless receipt series (top-ups and sales).
    [[nodiscard]] Result<std::int64_t> nextReceipt();

private:
    sqlite::Connection& m_connection;
};

class CatalogueTable final {
public:
    explicit CatalogueTable(sqlite::Connection& connection) : m_connection(connection) {}
    [[nodiscard]] Result<CategoryId> addCategory(const catalogue::Category& category); ///< Duplicate key
    /// What was added with @p key; nullopt when nothing was, or the key is null.
    [[nodiscard]] Result<std::optional<CategoryId>> categoryOf(CatalogueKey key);
    [[nodiscard]] Result<std::optional<ProductId>> productOf(CatalogueKey key);
    [[nodiscard]] Result<std::vector<catalogue::Category>> categories();
    [[nodiscard]] Result<ProductId> add(const catalogue::Product& product); ///< Duplicate barcode or key
    [[nodiscard]] Status change(const catalogue::Product& product);         ///< NotFound, Duplicate
    [[nodiscard]] Result<catalogue::Product> find(ProductId id);            ///< NotFound
    [[nodiscard]] Result<std::vector<catalogue::Product>> all(bool withInactive);

private:
    sqlite::Connection& m_connection;
};

class SalesTable final {
public:
    explicit SalesTable(sqlite::Connection& connection) : m_connection(connection) {}
    [[nodiscard]] Status add(const ledger::Sale& sale);
    [[nodiscard]] Result<std::optional<ledger::Sale>> find(SaleId id); ///< with its lines
    /// Newest first, at most @p most after @p cursor, lines included.
    [[nodiscard]] Result<std::vector<ledger::Sale>> page(const ledger::HistoryFilter& filter,
                                                         ledger::HistoryCursor cursor, int most);
    struct DayTotal {
        QDate day;
        CategoryId category;
        Money total;
        int sales = 0;
    };
    /// Per local day and category, oldest first; for the chart.
    [[nodiscard]] Result<std::vector<DayTotal>> totalsByDay(const ledger::HistoryFilter& filter);
    [[nodiscard]] Result<std::optional<ledger::Sale>> latest();

private:
    sqlite::Connection& m_connection;
};

/// Sealed, protected templates. What is inside a blob is known to enrolment/ and face/ only.
class TemplateTable final {
public:
    struct Row {
        PersonId person;
        int capture = 0; ///< 0, 1, 2 ...
        std::uint32_t epoch = 0;
        QByteArray sealed;
        float quality = 0; ///< 0..1
        float weight = 1;
        QString model; ///< which networks made it; templates of two models are never mixed
        Instant at;
    };
    explicit TemplateTable(sqlite::Connection& connection) : m_connection(connection) {}
    [[nodiscard]] Status add(const Row& row);
    [[nodiscard]] Status removeAll(PersonId person); ///< of every model
    [[nodiscard]] Result<std::vector<Row>> all();    ///< by person and capture
    [[nodiscard]] Result<std::vector<Row>> of(PersonId person);

private:
    sqlite::Connection& m_connection;
};

/// Pairs of persons whom no threshold tells apart; the order of the two does not matter to any call.
class LookAlikeTable final {
public:
    struct Row {
        PersonId a; ///< the smaller id
        PersonId b;
        Instant at;
        OperatorId by;
    };
    explicit LookAlikeTable(sqlite::Connection& connection) : m_connection(connection) {}
    [[nodiscard]] Status add(const Row& row); ///< Duplicate when the pair is there, or is one person twice
    [[nodiscard]] Status remove(PersonId one, PersonId other); ///< NotFound
    [[nodiscard]] Result<std::vector<Row>> all();              ///< newest first
    [[nodiscard]] Result<std::vector<PersonId>> of(PersonId person);

private:
    sqlite::Connection& m_connection;
};

/// Reference photos, sealed, and the answers to the question for one. The database keeps no photo without a yes.
class PhotoTable final {
public:
    struct Row {
        PersonId person;
        QByteArray sealed; ///< by sealPhoto() in store/ReferencePhotos.h
        Instant at;
    };
    explicit PhotoTable(sqlite::Connection& connection) : m_connection(connection) {}
    /// A no takes the photo away.
    [[nodiscard]] Status recordConsent(PersonId person, bool given, Instant at, OperatorId by);
    [[nodiscard]] Result<bool> isConsented(PersonId person); ///< by the last answer
    [[nodiscard]] Status put(const Row& row);                ///< PhotoConsentMissing
    [[nodiscard]] Status remove(PersonId person);            ///< nothing happens where there is none
    [[nodiscard]] Result<std::optional<Row>> find(PersonId person);
    [[nodiscard]] Result<std::vector<PersonId>> people(); ///< who has one

private:
    sqlite::Connection& m_connection;
};

/// Who is never asked to turn or blink.
class ExemptionTable final {
public:
    explicit ExemptionTable(sqlite::Connection& connection) : m_connection(connection) {}
    [[nodiscard]] Status add(PersonId person, Instant at, OperatorId by); ///< Duplicate
    [[nodiscard]] Status remove(PersonId person);                         ///< NotFound
    [[nodiscard]] Result<std::vector<PersonId>> all();

private:
    sqlite::Connection& m_connection;
};

/// Since when a face that is enrolled may not be used though its consent is not over.
class PauseTable final {
public:
    struct Row {
        PersonId person;
        QDate since; ///< the first day on which that was seen; corrected as ConsentTable::events() is
    };
    explicit PauseTable(sqlite::Connection& connection) : m_connection(connection) {}
    [[nodiscard]] Status add(const Row& row);     ///< Duplicate
    [[nodiscard]] Status remove(PersonId person); ///< nothing happens where there is none
    [[nodiscard]] Result<std::vector<Row>> all(); ///< by person

private:
    sqlite::Connection& m_connection;
};

/// The looks at a face that were begun since the last sale. At most face::looksPerPayment: one more is StoreConstraint.
class FaceLookTable final {
public:
    explicit FaceLookTable(sqlite::Connection& connection) : m_connection(connection) {}
    [[nodiscard]] Result<std::int64_t> add(Instant at, OperatorId by); ///< the look's number
    [[nodiscard]] Result<std::vector<Instant>> all();                  ///< in the order of their beginning
    /// Those begun at @p oldest or before are over; those that a clock since set back put into the future began @p now.
    [[nodiscard]] Status age(Instant now, Instant oldest);
    [[nodiscard]] Status remove(std::int64_t look); ///< nothing happens where there is none
    [[nodiscard]] Status clear();

private:
    sqlite::Connection& m_connection;
};

/// Kept measurements of the recognition, append-only.
class FaceReportTable final {
public:
    struct Row {
        std::int64_t number = 0; ///< 1, 2, 3 ... without a gap
        int kind = 0;            ///< enrolment::ReportKind
        Instant at;
        OperatorId by;
        QByteArray json;
    };
    static constexpr qsizetype longestJson = 1 << 20;
    explicit FaceReportTable(sqlite::Connection& connection) : m_connection(connection) {}
    [[nodiscard]] Result<std::int64_t> append(const Row& row); ///< the number given; `row.number` is ignored
    [[nodiscard]] Result<std::vector<Row>> latest(int kind, int most);

private:
    sqlite::Connection& m_connection;
};

/// PINs as salted Argon2id hashes with their failed tries.
class PinTable final {
public:
    struct Row {
        QByteArray hash;
        int failures = 0;
        Instant lockedUntil; ///< epoch = not locked
    };
    explicit PinTable(sqlite::Connection& connection) : m_connection(connection) {}
    [[nodiscard]] Status set(PersonId person, const QByteArray& hash);
    [[nodiscard]] Result<std::optional<Row>> find(PersonId person);
    [[nodiscard]] Status noteFailure(PersonId person, int failures, Instant lockedUntil);
    [[nodiscard]] Status clearFailures(PersonId person);

private:
    sqlite::Connection& m_connection;
};

class AuditTable final {
public:
    explicit AuditTable(sqlite::Connection& connection) : m_connection(connection) {}
    /// Appends with the next sequence number and the chain's hash; `record.sequence` and `record.hash` are ignored.
    [[nodiscard]] Status append(const audit::Record& record);
    [[nodiscard]] Result<std::vector<audit::Record>> latest(int most);

private:
    sqlite::Connection& m_connection;
};

/// Named settings of the store: the school's name, the notice's version, faces on or off.
class SettingsTable final {
public:
    explicit SettingsTable(sqlite::Connection& connection) : m_connection(connection) {}
    [[nodiscard]] Result<QString> text(const QString& key, const QString& fallback = {});
    [[nodiscard]] Status setText(const QString& key, const QString& value);

private:
    sqlite::Connection& m_connection;
};

/// One unit of work, seen from the use cases. Made by Store.
class Tx final {
public:
    explicit Tx(sqlite::Connection& connection);
    Q_DISABLE_COPY_MOVE(Tx)

    [[nodiscard]] PeopleTable& people() { return m_people; }
    [[nodiscard]] ConsentTable& consents() { return m_consents; }
    [[nodiscard]] LedgerTable& ledger() { return m_ledger; }
    [[nodiscard]] CatalogueTable& catalogue() { return m_catalogue; }
    [[nodiscard]] SalesTable& sales() { return m_sales; }
    [[nodiscard]] TemplateTable& templates() { return m_templates; }
    [[nodiscard]] LookAlikeTable& lookAlikes() { return m_lookAlikes; }
    [[nodiscard]] PhotoTable& photos() { return m_photos; }
    [[nodiscard]] ExemptionTable& exemptions() { return m_exemptions; }
    [[nodiscard]] PauseTable& pauses() { return m_pauses; }
    [[nodiscard]] FaceLookTable& faceLooks() { return m_faceLooks; }
    [[nodiscard]] FaceReportTable& faceReports() { return m_faceReports; }
    [[nodiscard]] PinTable& pins() { return m_pins; }
    [[nodiscard]] AuditTable& audit() { return m_audit; }
    [[nodiscard]] SettingsTable& settings() { return m_settings; }

private:
    PeopleTable m_people;
    ConsentTable m_consents;
    LedgerTable m_ledger;
    CatalogueTable m_catalogue;
    SalesTable m_sales;
    TemplateTable m_templates;
    LookAlikeTable m_lookAlikes;
    PhotoTable m_photos;
    ExemptionTable m_exemptions;
    PauseTable m_pauses;
    FaceLookTable m_faceLooks;
    FaceReportTable m_faceReports;
    PinTable m_pins;
    AuditTable m_audit;
    SettingsTable m_settings;
};

/// Keys of SettingsTable.
namespace setting {
inline constexpr auto schoolName = u"school.name";
inline constexpr auto noticeVersion = u"consent.noticeVersion"; ///< current version, a number
inline constexpr auto facesOn = u"faces.on";                    ///< "1" or "0"; missing: off
inline constexpr auto pauseDays = u"faces.pauseDays";           ///< how long a paused face is kept, a number
inline constexpr auto schoolYearEndMonth = u"school.yearEndMonth";
inline constexpr auto claimFirst = u"recognition.claimFirst"; ///< "1" or "0"
inline constexpr auto challenge = u"recognition.challenge";   ///< "1" or "0"
inline constexpr auto faceModel = u"recognition.model";       ///< the file name that was chosen
/// face::modelId() of the networks in use; empty between the choice of another file and its reading.
inline constexpr auto faceModelId = u"recognition.modelId";
/// Which generation of faces.keys the templates are sealed under, in hex; see FaceKeys.
inline constexpr auto faceGeneration = u"faces.generation";
/// search::foldingName() of the keys by which people are found.
inline constexpr auto searchFolding = u"search.folding";
} // namespace setting

} // namespace kobai::store
