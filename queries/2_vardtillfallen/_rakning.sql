-- How the cubes count: rows, and what each weighs is of no account. Under ckm every cube is counted once more with these macros as record keys
-- (queries/4_rojandekontroll/ckm/nycklar), so each count has a cell key that is added up exactly as the count is.
create or replace macro vikt(vistelse) as null;

create or replace macro raknat(vikt) as count(*);

-- A filter would be asked apart for every count of every row: of the chain's 45 counts that is a third of the time.
create or replace macro raknat_om(vikt, villkor) as count(if(villkor, true, null));
