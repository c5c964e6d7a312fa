-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Step 9: what finds a person is made anew by the program (core/search, setting search.folding) when the store is next opened, which is now. A
-- program that looks for the words of before would find nobody. Same rules as step 1.

DELETE FROM person_word;
DELETE FROM setting WHERE key = 'search.folding';
