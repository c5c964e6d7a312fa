-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Step 3: since when a face is paused, so that a pause can end. Whether faces are on is said by every store from here on: what is not
-- known is off. Same rules as step 1.

INSERT INTO setting (key, value) VALUES ('faces.on', '1') ON CONFLICT (key) DO NOTHING;

-- One row for everybody whose template is kept though the face may not be used today; since: the first day on which that was seen.
CREATE TABLE face_pause (
    person BLOB PRIMARY KEY REFERENCES person (id),
    since INTEGER NOT NULL CHECK (typeof(since) = 'integer')
) STRICT, WITHOUT ROWID;
