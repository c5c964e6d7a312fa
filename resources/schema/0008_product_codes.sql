-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Step 8: codes with letters, and numbers of trade in one form (core/catalogue/Barcode.h). Same rules as step 1.

CREATE TABLE product_code (
    code TEXT PRIMARY KEY CHECK (length(code) BETWEEN 4 AND 48 AND code NOT GLOB '*[^ -~]*' AND code = upper(code)),
    product INTEGER NOT NULL REFERENCES product (id),
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX product_code_by_product ON product_code (product, position);

-- A GTIN of 8, 12, 13 or 14 digits is padded to 14, of which the first, third ... weigh 3; 13 are kept, or 8 where six zeros lead, or 14
-- where none does. Where two products had two forms of one number, the one that had it in the form that is kept keeps it.
WITH padded (barcode, product, position, digits) AS (
    SELECT barcode, product, position,
           CASE WHEN length(barcode) IN (8, 12, 13, 14) THEN substr('000000' || barcode, -14) END
    FROM product_barcode
),
weighed (barcode, product, position, digits, is_gtin) AS (
    SELECT barcode, product, position, digits,
           (3 * (substr(digits, 1, 1) + substr(digits, 3, 1) + substr(digits, 5, 1) + substr(digits, 7, 1)
                 + substr(digits, 9, 1) + substr(digits, 11, 1) + substr(digits, 13, 1))
            + substr(digits, 2, 1) + substr(digits, 4, 1) + substr(digits, 6, 1) + substr(digits, 8, 1)
            + substr(digits, 10, 1) + substr(digits, 12, 1) + substr(digits, 14, 1)) % 10 = 0
    FROM padded
),
canonical (barcode, product, position, code) AS (
    SELECT barcode, product, position,
           CASE WHEN digits IS NULL OR NOT is_gtin THEN barcode
                WHEN digits LIKE '000000%' THEN substr(digits, 7)
                WHEN digits LIKE '0%' THEN substr(digits, 2)
                ELSE digits END
    FROM weighed
)
INSERT OR IGNORE INTO product_code (code, product, position)
SELECT code, product, position FROM canonical ORDER BY code <> barcode, product, position;
DROP TABLE product_barcode;
