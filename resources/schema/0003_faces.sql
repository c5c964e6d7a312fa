-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Step 3: since when a face is paused, so that a pause can end; whether the camera of a sale was one. Whether faces are on is said by every
-- store from here on: what is not known is off. Same rules as step 1.

INSERT INTO setting (key, value) VALUES ('faces.on', '1') ON CONFLICT (key) DO NOTHING;

-- One row for everybody whose template is kept though the face may not be used today; since: the first day on which that was seen.
CREATE TABLE face_pause (
    person BLOB PRIMARY KEY REFERENCES person (id),
    since INTEGER NOT NULL CHECK (typeof(since) = 'integer')
) STRICT, WITHOUT ROWID;

-- Beside the other evidence of a face: 1 when a film or a folder of pictures stood in for the camera, which only a demo allows.
ALTER TABLE sale ADD COLUMN filmed INTEGER CHECK (filmed IN (0, 1));
CREATE TRIGGER sale_filmed BEFORE INSERT ON sale WHEN new.filmed = 1 AND 1 IS NOT (SELECT demo FROM store)
BEGIN SELECT RAISE(ABORT, 'sale_filmed'); END;
CREATE TRIGGER sale_filmed_whole BEFORE INSERT ON sale WHEN (new.filmed IS NULL) <> (new.score IS NULL)
BEGIN SELECT RAISE(ABORT, 'sale_evidence_whole'); END;
