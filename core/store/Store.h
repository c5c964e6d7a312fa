// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ClockDoubt.h"
#include "base/Result.h"
#include "base/SecureBytes.h"
#include "money/Currency.h"
#include "security/Passwords.h"
#include "security/Random.h"
#include "store/Tx.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

namespace kobai::store {

class FaceKeys;
struct VerifyReport;

/// Clock and randomness of a store; both outlive it.
struct Environment {
    const Clock& clock;
    security::RandomSource& random;
};

/// What a new store is made of.
struct Creation {
    QString folder; ///< made if missing (its parent must be there); must be empty
    QString schoolName;
    Currency currency;
    QString operatorName;   ///< the first operator
    SecureBytes passphrase; ///< UTF-8, at least shortestPassphraseChars
    bool demo = false;      ///< a demo school, marked on every page: without a passphrase it opens by demoPassphrase
    security::PasswordCost cost = security::passphraseCost; ///< of each guess at the passphrase; less only in tests
};

inline constexpr int shortestPassphraseChars = 10;
/// Opens demo schools that were given no other, and nothing else is ever protected by it.
inline constexpr auto demoPassphrase = "demo school, no secret";

/// Read once at opening; fixed afterwards except by Tx::settings().
struct StoreInfo {
    StoreId id;
    QString folder;
    Currency currency;
    OperatorId operatorId; ///< who opened it
    QString operatorName;
    bool demo = false;
};

/// An open store: folder with store.db (SQLCipher 4), keys.kobai and faces.keys. Owns the process's only connection and
/// the lock against a second process. Lives on one thread, the store Worker's.
class Store final {
public:
    /// Makes the three files; on any fault none of them is left behind. Faults: StoreExists, StoreReadOnly, StoreFull, WeakPassphrase,
    /// TextEmpty, TextTooLong, StoreEngine.
    [[nodiscard]] static Result<std::unique_ptr<Store>> create(const Creation& creation, Environment environment);
    /// Checks engine, lock, key, file identity, version and pages before anything is read; upgrades older schemas.
    /// Faults: StoreMissing, StoreIncomplete, StoreForeign, StoreNewer, StoreDamaged, StoreLocked, StoreReadOnly, StoreEngine, WrongPassphrase.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const QString& folder, const SecureBytes& passphrase,
                                                             Environment environment);
    /// Whether @p folder holds a store made by create() with Creation::demo; reads only keys.kobai's header.
    [[nodiscard]] static bool isDemo(const QString& folder);
    /// Whether one of the slots in keys.kobai opens with @p passphrase; nothing else is read, nothing is locked.
    [[nodiscard]] static bool opensWith(const QString& folder, const SecureBytes& passphrase);

    ~Store();
    Q_DISABLE_COPY_MOVE(Store)

    /// One unit of work: everything @p work does is committed together, or, when it returns a fault, nothing.
    /// @p work is re-runnable: ids and times come from outside. Result type: whatever Result<T> work returns. Also ClockDoubtful, before
    /// work is begun: nothing is sold, recorded or destroyed by a clock of which nobody knows whether it is right.
    template <typename Work>
    [[nodiscard]] auto write(Work&& work) -> std::invoke_result_t<Work&, Tx&>
    {
        using R = std::invoke_result_t<Work&, Tx&>;
        KOBAI_TRY(begin());
        R result = work(*m_tx);
        if (!result) {
            rollback();
            return result;
        }
        KOBAI_TRY(commit());
        return result;
    }

    /// A consistent read; writing inside is a StoreReadOnly fault.
    template <typename Work>
    [[nodiscard]] auto read(Work&& work) -> std::invoke_result_t<Work&, Tx&>
    {
        using R = std::invoke_result_t<Work&, Tx&>;
        KOBAI_TRY(beginRead());
        R result = work(*m_tx);
        rollback();
        return result;
    }

    [[nodiscard]] const StoreInfo& info() const;
    [[nodiscard]] FaceKeys& faceKeys();
    [[nodiscard]] const Clock& clock() const;
    [[nodiscard]] security::RandomSource& random();
    [[nodiscard]] Instant now() const { return clock().now(); }
    /// What somebody has to say about the machine's date and time before anything more is written; nullopt when nothing is doubtful.
    [[nodiscard]] std::optional<ClockQuestion> clockQuestion() const;
    /// The clock is right, says @p by, having been shown @p shown; on record, and asked no more. ClockDoubtful when the clock shows
    /// another time by now, so that it has to be asked anew.
    [[nodiscard]] Status confirmClock(Instant shown, OperatorId by);
    template <typename Id>
    [[nodiscard]] Id makeId()
    {
        return security::newId<Id>(random(), clock());
    }

    class Parts; ///< connection, lock, keys: private to store/

private:
    friend Result<VerifyReport> verify(Store& store);

    explicit Store(std::unique_ptr<Parts> parts);
    Status begin();
    Status beginUnit(bool forWriting);
    Status beginRead();
    Status commit(); ///< rolls back by itself when it fails
    void rollback() noexcept;

    std::unique_ptr<Parts> m_parts;
    std::unique_ptr<Tx> m_tx;
};

} // namespace kobai::store
