-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Step 4: the newest time on record, so that a clock that is wrong is noticed before anything is written under it, and what was said about
-- a clock that was doubted. Same rules as step 1.

-- The last unit of work: what the clock said, which start of the machine it was, and how long that was ago. One row.
CREATE TABLE clock_reading (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    at INTEGER NOT NULL,
    boot TEXT NOT NULL CHECK (length(boot) <= 100),
    uptime INTEGER NOT NULL CHECK (uptime >= 0)
) STRICT;
CREATE TRIGGER clock_reading_no_delete BEFORE DELETE ON clock_reading BEGIN SELECT RAISE(ABORT, 'clock_reading_kept'); END;
INSERT INTO clock_reading (one, at, boot, uptime)
SELECT 1, coalesce((SELECT at FROM audit ORDER BY seq DESC LIMIT 1), created_at), '', 0 FROM store;

-- Somebody has said that the clock is right. What was recorded before it with a later time was recorded by then: consent events up to
-- after_event are not newer than `confirmed`.
CREATE TABLE clock_confirmation (
    seq INTEGER PRIMARY KEY,
    doubted INTEGER NOT NULL,
    confirmed INTEGER NOT NULL,
    after_event INTEGER NOT NULL CHECK (after_event >= 0),
    by INTEGER NOT NULL REFERENCES operator (id)
) STRICT;
CREATE TRIGGER clock_confirmation_no_update BEFORE UPDATE ON clock_confirmation
BEGIN SELECT RAISE(ABORT, 'clock_confirmation_append_only'); END;
CREATE TRIGGER clock_confirmation_no_delete BEFORE DELETE ON clock_confirmation
BEGIN SELECT RAISE(ABORT, 'clock_confirmation_append_only'); END;
