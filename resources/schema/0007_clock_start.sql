-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Step 7: the time on record as this start of the machine began, so that a clock that is a little ahead at every record is noticed. Same
-- rules as step 1.

-- The first reading of the start that `boot` names, or the last that was confirmed since.
ALTER TABLE clock_reading ADD COLUMN start_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE clock_reading ADD COLUMN start_uptime INTEGER NOT NULL DEFAULT 0 CHECK (start_uptime >= 0);
UPDATE clock_reading SET start_at = at, start_uptime = uptime;
