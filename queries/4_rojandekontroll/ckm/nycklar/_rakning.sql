-- The cubes counted as cell keys: each row counts for its record key, so what is a number of cases elsewhere is here the sum
-- of their keys. Stands in for 2_vardtillfallen/_rakning.sql while the keys are counted.

create or replace macro vikt(vistelse) as (select nyckel from radnyckel where radnyckel.stay_nr = vistelse);

create or replace macro raknat(vikt) as cast(sum(vikt) as bigint);

create or replace macro raknat_om(vikt, villkor) as cast(coalesce(sum(vikt) filter (where villkor), 0) as bigint);
