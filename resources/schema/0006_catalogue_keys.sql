-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Step 6: a new product or category comes with an id of its maker's, so that saving it again after a fault makes no second one. Same rules
-- as step 1.

ALTER TABLE product ADD COLUMN key BLOB CHECK (length(key) = 16);
CREATE UNIQUE INDEX product_by_key ON product (key) WHERE key IS NOT NULL;
ALTER TABLE category ADD COLUMN key BLOB CHECK (length(key) = 16);
CREATE UNIQUE INDEX category_by_key ON category (key) WHERE key IS NOT NULL;
