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

-- Somebody has said that the clock is right: `doubted` is the newest time on record, `confirmed` what the clock showed, after_event the last
-- consent event by then.
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

-- The clock was confirmed more than a week before what was on record. Either it was ahead until then: what was recorded before is not newer
-- than `confirmed`. Or this answer was the wrong one, and a later jump ahead beyond `doubted`, as long at least
-- and not taken back since, has undone it: what was recorded after it is not older than `doubted`.
CREATE VIEW clock_setback AS
SELECT seq, doubted, confirmed, after_event,
       EXISTS (SELECT 1 FROM clock_confirmation AS later
               WHERE later.seq > clock_confirmation.seq
                 AND later.confirmed >= clock_confirmation.doubted
                 AND later.confirmed - later.doubted >= clock_confirmation.doubted - clock_confirmation.confirmed
                 AND NOT EXISTS (SELECT 1 FROM clock_confirmation AS last
                                 WHERE last.seq > later.seq AND last.confirmed < later.confirmed)) AS undone
FROM clock_confirmation WHERE doubted - confirmed > 604800000;

-- By which of them a pause was noted.
ALTER TABLE face_pause ADD COLUMN confirmations INTEGER NOT NULL DEFAULT 0;
