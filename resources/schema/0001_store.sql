-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Step 1: everything that a store of Kobai 0.1 keeps. A step is never edited after a release; a change is a new step.
--
-- Rules of all tables: STRICT, every number also checked for its type (an overflow would turn an integer into a real),
-- times are milliseconds since 1970 UTC, days are Julian day numbers of the local calendar, ids of 16 bytes come from the program.
-- Money is in the smallest unit of the store's one currency. Constraints that the program tells apart have names.

CREATE TABLE store (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id BLOB NOT NULL CHECK (length(id) = 16),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    currency_symbol TEXT NOT NULL,
    currency_decimals INTEGER NOT NULL CHECK (currency_decimals BETWEEN 0 AND 3),
    demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
    created_at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER store_no_update BEFORE UPDATE ON store BEGIN SELECT RAISE(ABORT, 'store_fixed'); END;
CREATE TRIGGER store_no_delete BEFORE DELETE ON store BEGIN SELECT RAISE(ABORT, 'store_fixed'); END;

CREATE TABLE setting (
    key TEXT PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 100),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE operator (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200)
) STRICT;
CREATE TRIGGER operator_no_delete BEFORE DELETE ON operator BEGIN SELECT RAISE(ABORT, 'operator_kept'); END;

-- People ------------------------------------------------------------------------------------------------------------

CREATE TABLE person (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    kind INTEGER NOT NULL CHECK (kind IN (1, 2)),
    number TEXT NOT NULL UNIQUE CHECK (length(number) BETWEEN 1 AND 32),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 400),
    reading TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    born_on INTEGER CHECK (born_on IS NULL OR typeof(born_on) = 'integer'),
    school_year INTEGER NOT NULL CHECK (school_year BETWEEN 0 AND 13),
    class TEXT NOT NULL,
    house TEXT NOT NULL,
    left_on INTEGER CHECK (left_on IS NULL OR typeof(left_on) = 'integer')
) STRICT, WITHOUT ROWID;
CREATE INDEX person_by_sort ON person (sort_key);

-- The beginnings of which words find a person: folded (case, width, kana, accents) words of name, reading and number.
CREATE TABLE person_word (
    word TEXT NOT NULL CHECK (length(word) > 0),
    person BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    PRIMARY KEY (word, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_word_by_person ON person_word (person);

CREATE TABLE guardian (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    student BLOB NOT NULL REFERENCES person (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 400),
    relation INTEGER NOT NULL CHECK (relation BETWEEN 1 AND 4),
    contact TEXT NOT NULL,
    UNIQUE (id, student)
) STRICT, WITHOUT ROWID;
CREATE INDEX guardian_by_student ON guardian (student);

-- Consent: what happened, appended only; the state is computed from it -------------------------------------------------

CREATE TABLE consent_event (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    person BLOB NOT NULL REFERENCES person (id),
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 7),
    guardian BLOB,
    notice_version INTEGER NOT NULL CHECK (notice_version >= 0),
    means INTEGER NOT NULL CHECK (means BETWEEN 1 AND 5),
    reason TEXT NOT NULL,
    second_staff TEXT NOT NULL,
    valid_until INTEGER,
    at INTEGER NOT NULL,
    recorded_by INTEGER NOT NULL REFERENCES operator (id),
    -- A guardian answers only for the own student.
    FOREIGN KEY (guardian, person) REFERENCES guardian (id, student),
    CONSTRAINT consent_unreachable_vouched CHECK (kind <> 7 OR (length(reason) > 0 AND length(second_staff) > 0))
) STRICT;
CREATE INDEX consent_event_by_person ON consent_event (person);
CREATE INDEX consent_event_by_guardian ON consent_event (guardian, person) WHERE guardian IS NOT NULL;
CREATE TRIGGER consent_event_no_update BEFORE UPDATE ON consent_event BEGIN SELECT RAISE(ABORT, 'consent_event_append_only'); END;
CREATE TRIGGER consent_event_no_delete BEFORE DELETE ON consent_event BEGIN SELECT RAISE(ABORT, 'consent_event_append_only'); END;

-- Templates and PINs ----------------------------------------------------------------------------------------------------

CREATE TABLE template (
    person BLOB NOT NULL REFERENCES person (id),
    capture INTEGER NOT NULL CHECK (capture BETWEEN 0 AND 99),
    epoch INTEGER NOT NULL CHECK (epoch BETWEEN 0 AND 4294967295),
    sealed BLOB NOT NULL CHECK (length(sealed) > 0),
    quality REAL NOT NULL CHECK (quality BETWEEN 0 AND 1),
    weight REAL NOT NULL CHECK (weight >= 0),
    model TEXT NOT NULL CHECK (length(model) > 0),
    at INTEGER NOT NULL,
    PRIMARY KEY (person, capture)
) STRICT, WITHOUT ROWID;

CREATE TABLE pin (
    person BLOB PRIMARY KEY REFERENCES person (id),
    hash BLOB NOT NULL CHECK (length(hash) > 0),
    failures INTEGER NOT NULL CHECK (failures >= 0),
    locked_until INTEGER NOT NULL CHECK (locked_until >= 0)
) STRICT, WITHOUT ROWID;

-- Catalogue -------------------------------------------------------------------------------------------------------------

CREATE TABLE category (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 400),
    name_ja TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE product (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 400),
    name_ja TEXT NOT NULL,
    category INTEGER NOT NULL REFERENCES category (id),
    price INTEGER NOT NULL CHECK (typeof(price) = 'integer' AND price > 0),
    tax_permille INTEGER NOT NULL CHECK (tax_permille BETWEEN 0 AND 1000),
    picture TEXT NOT NULL,
    favourite INTEGER NOT NULL CHECK (favourite IN (0, 1)),
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX product_by_category ON product (category);
-- What was ever sold keeps its name for the history; a product is retired, not deleted.
CREATE TRIGGER product_no_delete BEFORE DELETE ON product BEGIN SELECT RAISE(ABORT, 'product_kept'); END;

CREATE TABLE product_barcode (
    barcode TEXT PRIMARY KEY CHECK (length(barcode) BETWEEN 4 AND 18 AND barcode NOT GLOB '*[^0-9]*'),
    product INTEGER NOT NULL REFERENCES product (id),
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX product_barcode_by_product ON product_barcode (product, position);

-- Books [row 41] ----------------------------------------------------------------------------------------------------------
-- kind: 1 customer, 2 cash drawer, 3 bank, 4 sales, 5 tax payable, 6 opening equity. 2 and 3 are assets: their balance is debits
-- minus credits; that of the others credits minus debits. The owner is an opaque id and no foreign key, so that a person can be
-- forgotten while the books stay.

CREATE TABLE account (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 6),
    owner BLOB UNIQUE CHECK (owner IS NULL OR length(owner) = 16),
    tax_permille INTEGER NOT NULL CHECK (tax_permille BETWEEN -1 AND 1000),
    floor INTEGER CHECK (floor IS NULL OR typeof(floor) = 'integer'),
    closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
    balance INTEGER NOT NULL DEFAULT 0 CHECK (typeof(balance) = 'integer'),
    CONSTRAINT account_owner CHECK ((kind = 1) = (owner IS NOT NULL)),
    CONSTRAINT account_rate CHECK ((kind IN (4, 5)) = (tax_permille >= 0)),
    CONSTRAINT account_floor CHECK (floor IS NULL OR balance >= floor)
) STRICT;
CREATE UNIQUE INDEX account_house ON account (kind, tax_permille) WHERE kind <> 1;
CREATE TRIGGER account_starts_empty BEFORE INSERT ON account WHEN new.balance <> 0
BEGIN SELECT RAISE(ABORT, 'account_starts_empty'); END;
CREATE TRIGGER account_no_delete BEFORE DELETE ON account BEGIN SELECT RAISE(ABORT, 'account_kept'); END;
CREATE TRIGGER account_identity BEFORE UPDATE OF id, kind, owner, tax_permille ON account
BEGIN SELECT RAISE(ABORT, 'account_identity'); END;

-- The receipt series of the whole store: 1, 2, 3 ... for top-ups and sales alike.
CREATE TABLE receipt (
    number INTEGER PRIMARY KEY CHECK (number > 0)
) STRICT;
CREATE TRIGGER receipt_no_gap BEFORE INSERT ON receipt
WHEN new.number IS NOT coalesce((SELECT max(number) FROM receipt), 0) + 1
BEGIN SELECT RAISE(ABORT, 'receipt_gap'); END;
CREATE TRIGGER receipt_no_update BEFORE UPDATE ON receipt BEGIN SELECT RAISE(ABORT, 'receipt_append_only'); END;
CREATE TRIGGER receipt_no_delete BEFORE DELETE ON receipt BEGIN SELECT RAISE(ABORT, 'receipt_append_only'); END;

-- day: the local calendar day of `at` when the sale was made; it does not move when the machine changes its time zone.
CREATE TABLE sale (
    receipt INTEGER PRIMARY KEY REFERENCES receipt (number),
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    person BLOB NOT NULL REFERENCES account (owner),
    at INTEGER NOT NULL,
    day INTEGER NOT NULL CHECK (typeof(day) = 'integer'),
    total INTEGER NOT NULL CHECK (typeof(total) = 'integer' AND total > 0),
    method INTEGER NOT NULL CHECK (method BETWEEN 1 AND 3),
    by INTEGER NOT NULL REFERENCES operator (id),
    score REAL,
    margin REAL,
    threshold REAL,
    liveness REAL,
    frames INTEGER CHECK (frames IS NULL OR frames >= 0),
    CONSTRAINT sale_evidence_whole CHECK ((score IS NULL) + (margin IS NULL) + (threshold IS NULL) + (liveness IS NULL)
                                          + (frames IS NULL) IN (0, 5))
) STRICT;
-- Each of these ends with the receipt number (the table's key): pages of the history walk them backwards without sorting.
CREATE INDEX sale_by_person ON sale (person);
CREATE INDEX sale_by_method ON sale (method);
CREATE INDEX sale_by_day ON sale (day);
CREATE TRIGGER sale_no_update BEFORE UPDATE ON sale BEGIN SELECT RAISE(ABORT, 'sale_append_only'); END;
CREATE TRIGGER sale_no_delete BEFORE DELETE ON sale BEGIN SELECT RAISE(ABORT, 'sale_append_only'); END;

CREATE TABLE sale_line (
    receipt INTEGER NOT NULL REFERENCES sale (receipt),
    position INTEGER NOT NULL CHECK (position >= 0),
    product INTEGER NOT NULL REFERENCES product (id),
    name TEXT NOT NULL,
    name_ja TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (typeof(quantity) = 'integer' AND quantity > 0),
    unit_price INTEGER NOT NULL CHECK (typeof(unit_price) = 'integer' AND unit_price > 0),
    total INTEGER NOT NULL CHECK (typeof(total) = 'integer'),
    tax_permille INTEGER NOT NULL CHECK (tax_permille BETWEEN 0 AND 1000),
    PRIMARY KEY (receipt, position),
    CONSTRAINT sale_line_total CHECK (total = quantity * unit_price)
) STRICT, WITHOUT ROWID;
CREATE INDEX sale_line_by_product ON sale_line (product, receipt);
CREATE TRIGGER sale_line_no_update BEFORE UPDATE ON sale_line BEGIN SELECT RAISE(ABORT, 'sale_line_append_only'); END;
CREATE TRIGGER sale_line_no_delete BEFORE DELETE ON sale_line BEGIN SELECT RAISE(ABORT, 'sale_line_append_only'); END;

-- Which receipts a day has, so that a filter by days becomes a range of receipts even after the clock was set back.
CREATE TABLE sale_day (
    day INTEGER PRIMARY KEY,
    first_receipt INTEGER NOT NULL,
    last_receipt INTEGER NOT NULL
) STRICT;
CREATE TRIGGER sale_notes_day AFTER INSERT ON sale
BEGIN
    INSERT INTO sale_day (day, first_receipt, last_receipt) VALUES (new.day, new.receipt, new.receipt)
    ON CONFLICT (day) DO UPDATE SET first_receipt = min(first_receipt, new.receipt), last_receipt = max(last_receipt, new.receipt);
END;

-- One movement: the amount leaves the debit account and enters the credit account. The balances after it are on the row, so that
-- a statement needs no sum and the journal alone tells what every balance is. hash = SHA-256 over the hash before and all fields.
CREATE TABLE transfer (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    debit INTEGER NOT NULL REFERENCES account (id),
    credit INTEGER NOT NULL REFERENCES account (id),
    amount INTEGER NOT NULL CHECK (typeof(amount) = 'integer' AND amount > 0),
    code INTEGER NOT NULL CHECK (code BETWEEN 1 AND 4),
    sale BLOB REFERENCES sale (id) DEFERRABLE INITIALLY DEFERRED,
    receipt INTEGER REFERENCES receipt (number),
    at INTEGER NOT NULL,
    by INTEGER NOT NULL REFERENCES operator (id),
    debit_after INTEGER NOT NULL CHECK (typeof(debit_after) = 'integer'),
    credit_after INTEGER NOT NULL CHECK (typeof(credit_after) = 'integer'),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    CONSTRAINT transfer_two_accounts CHECK (debit <> credit),
    CONSTRAINT transfer_sale CHECK ((code IN (2, 3)) = (sale IS NOT NULL))
) STRICT;
CREATE INDEX transfer_by_debit ON transfer (debit);
CREATE INDEX transfer_by_credit ON transfer (credit);
CREATE INDEX transfer_by_sale ON transfer (sale) WHERE sale IS NOT NULL;
CREATE INDEX transfer_by_receipt ON transfer (receipt) WHERE receipt IS NOT NULL;
CREATE TRIGGER transfer_no_update BEFORE UPDATE ON transfer BEGIN SELECT RAISE(ABORT, 'transfer_append_only'); END;
CREATE TRIGGER transfer_no_delete BEFORE DELETE ON transfer BEGIN SELECT RAISE(ABORT, 'transfer_append_only'); END;
CREATE TRIGGER transfer_no_gap BEFORE INSERT ON transfer
WHEN new.seq IS NOT coalesce((SELECT max(seq) FROM transfer), 0) + 1
BEGIN SELECT RAISE(ABORT, 'transfer_gap'); END;
CREATE TRIGGER transfer_open_accounts BEFORE INSERT ON transfer
WHEN EXISTS (SELECT 1 FROM account WHERE id IN (new.debit, new.credit) AND closed = 1)
BEGIN SELECT RAISE(ABORT, 'account_closed'); END;
CREATE TRIGGER transfer_moves AFTER INSERT ON transfer
BEGIN
    SELECT RAISE(ABORT, 'transfer_balance')
    WHERE new.debit_after IS NOT (SELECT CASE WHEN kind IN (2, 3) THEN balance + new.amount ELSE balance - new.amount END
                                  FROM account WHERE id = new.debit)
       OR new.credit_after IS NOT (SELECT CASE WHEN kind IN (2, 3) THEN balance - new.amount ELSE balance + new.amount END
                                   FROM account WHERE id = new.credit);
    UPDATE account SET balance = new.debit_after WHERE id = new.debit;
    UPDATE account SET balance = new.credit_after WHERE id = new.credit;
END;
-- A balance moves only with the newest transfer.
CREATE TRIGGER account_balance_from_journal BEFORE UPDATE OF balance ON account
WHEN new.balance IS NOT (SELECT CASE new.id WHEN debit THEN debit_after WHEN credit THEN credit_after END
                         FROM transfer ORDER BY seq DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'account_balance'); END;

-- Audit [row 42] [row 64]: who did and saw what, each line with the hash of all before it -------------------------------

CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    by INTEGER NOT NULL,
    action INTEGER NOT NULL CHECK (action > 0),
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TRIGGER audit_no_gap BEFORE INSERT ON audit
WHEN new.seq IS NOT coalesce((SELECT max(seq) FROM audit), 0) + 1
BEGIN SELECT RAISE(ABORT, 'audit_gap'); END;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END;
