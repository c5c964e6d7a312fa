-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Step 5: the looks at a face that a payment may have are counted where the sale is made, so that no window can begin anew. Same rules as
-- step 1.

-- Looks that were begun since the last sale and not long ago.
CREATE TABLE face_look (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    by INTEGER NOT NULL REFERENCES operator (id)
) STRICT;
CREATE TRIGGER face_look_most BEFORE INSERT ON face_look WHEN (SELECT count(*) FROM face_look) >= 3
BEGIN SELECT RAISE(ABORT, 'face_look_most'); END;

-- Beside the other evidence of a face: at which look of the payment it was recognised.
ALTER TABLE sale ADD COLUMN looks INTEGER CHECK (looks BETWEEN 1 AND 3);
CREATE TRIGGER sale_looks_whole BEFORE INSERT ON sale WHEN (new.looks IS NULL) <> (new.score IS NULL)
BEGIN SELECT RAISE(ABORT, 'sale_evidence_whole'); END;
