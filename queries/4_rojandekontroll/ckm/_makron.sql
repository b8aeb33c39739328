-- The key of a count that a cell shows, from the header's pattern: as in rojande_visar.
create or replace macro visad_nyckel(monster, kategori) as
    replace(replace(replace(monster,
        '{kategori}', kategori),
        '{k1}', split_part(kategori, if(contains(kategori, '+'), '+', '-'), 1)),
        '{k2}', split_part(kategori, if(contains(kategori, '+'), '+', '-'), 2));

-- A number from −1 to 1, even over all cell keys, of its own for each `slag`.
create or replace macro jamnt_brus(nyckel, slag) as
    (2 * bitar24(concat_ws('|', nyckel, slag)) + 1) / 16777216 - 1;

-- A sum over `n` cases of which `tal` are published: the mean with a noise of at most 1/√n of itself, times those.
create or replace macro brusad_summa(summa, n, tal, brus) as
    case when n = 0 or summa = 0 then 0 else round(summa / n * tal * (1 + brus / sqrt(n))) end;

-- Parts as they are, but not above any whole that a share sets them against. `tal` names a table with block, namn and tal.
create or replace macro hogst_hela(tal) as table
select
    del.block, del.namn,
    least(any_value(del.tal), coalesce(min(hela.tal), any_value(del.tal))) as tal,
from query_table(tal) as del
left join ckm_del as d on d.block = del.block and d.del = del.namn
left join query_table(tal) as hela on hela.block = d.block and hela.namn = d.hel
group by del.block, del.namn;
