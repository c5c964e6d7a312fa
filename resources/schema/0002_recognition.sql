-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Step 2: what recognition needs beside the templates: look-alikes, reference photos on their own consent, who is not asked to
-- turn or blink, and the reports of measurements. Same rules as step 1.

-- Look-alikes [row 21]: one row for two persons, the smaller id first ------------------------------------------------------

CREATE TABLE look_alike (
    a BLOB NOT NULL REFERENCES person (id),
    b BLOB NOT NULL REFERENCES person (id),
    at INTEGER NOT NULL,
    by INTEGER NOT NULL REFERENCES operator (id),
    PRIMARY KEY (a, b),
    CONSTRAINT look_alike_order CHECK (a < b)
) STRICT, WITHOUT ROWID;
CREATE INDEX look_alike_by_b ON look_alike (b);
CREATE TRIGGER look_alike_no_update BEFORE UPDATE ON look_alike BEGIN SELECT RAISE(ABORT, 'look_alike_fixed'); END;

-- Reference photos [row 19]: the answers, appended only; the last one counts. A no takes the photo away in the same transaction,
-- and without a yes none comes in.

CREATE TABLE photo_consent (
    seq INTEGER PRIMARY KEY,
    person BLOB NOT NULL REFERENCES person (id),
    given INTEGER NOT NULL CHECK (given IN (0, 1)),
    at INTEGER NOT NULL,
    recorded_by INTEGER NOT NULL REFERENCES operator (id)
) STRICT;
CREATE INDEX photo_consent_by_person ON photo_consent (person);
CREATE TRIGGER photo_consent_no_gap BEFORE INSERT ON photo_consent
WHEN new.seq IS NOT coalesce((SELECT max(seq) FROM photo_consent), 0) + 1
BEGIN SELECT RAISE(ABORT, 'photo_consent_gap'); END;
CREATE TRIGGER photo_consent_no_update BEFORE UPDATE ON photo_consent BEGIN SELECT RAISE(ABORT, 'photo_consent_append_only'); END;
CREATE TRIGGER photo_consent_no_delete BEFORE DELETE ON photo_consent BEGIN SELECT RAISE(ABORT, 'photo_consent_append_only'); END;

-- sealed: under the person's own photo key in faces.keys.
CREATE TABLE reference_photo (
    person BLOB NOT NULL UNIQUE REFERENCES person (id),
    sealed BLOB NOT NULL CHECK (length(sealed) BETWEEN 41 AND 1048576),
    at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER reference_photo_consented BEFORE INSERT ON reference_photo
WHEN 1 IS NOT (SELECT given FROM photo_consent WHERE person = new.person ORDER BY seq DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'photo_consent_missing'); END;
CREATE TRIGGER reference_photo_owner BEFORE UPDATE OF person ON reference_photo
BEGIN SELECT RAISE(ABORT, 'reference_photo_owner'); END;
CREATE TRIGGER photo_consent_refused AFTER INSERT ON photo_consent WHEN new.given = 0
BEGIN DELETE FROM reference_photo WHERE person = new.person; END;

-- Who cannot turn the head or blink is not asked to [row 30] ----------------------------------------------------------------

CREATE TABLE challenge_exemption (
    person BLOB PRIMARY KEY REFERENCES person (id),
    at INTEGER NOT NULL,
    by INTEGER NOT NULL REFERENCES operator (id)
) STRICT, WITHOUT ROWID;

-- Measurements: 1 evaluation, 2 self-test of the gallery, 3 attack session ----------------------------------------------------

CREATE TABLE face_report (
    number INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
    at INTEGER NOT NULL,
    by INTEGER NOT NULL REFERENCES operator (id),
    json BLOB NOT NULL CHECK (length(json) BETWEEN 2 AND 1048576)
) STRICT;
CREATE INDEX face_report_by_kind ON face_report (kind);
CREATE TRIGGER face_report_no_gap BEFORE INSERT ON face_report
WHEN new.number IS NOT coalesce((SELECT max(number) FROM face_report), 0) + 1
BEGIN SELECT RAISE(ABORT, 'face_report_gap'); END;
CREATE TRIGGER face_report_no_update BEFORE UPDATE ON face_report BEGIN SELECT RAISE(ABORT, 'face_report_append_only'); END;
CREATE TRIGGER face_report_no_delete BEFORE DELETE ON face_report BEGIN SELECT RAISE(ABORT, 'face_report_append_only'); END;
