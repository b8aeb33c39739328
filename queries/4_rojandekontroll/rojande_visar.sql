-- One row per cell and count it shows, with the count as the cell's own numbers give it: the one place that says how.
-- Null where the cell only shares its cases with the count (a mean and n0): another indicator gives it.
-- A mean shows a sum too, of the cases its first key counts: `n|summa`, `klar=3|summa`.
select
    rad, block,
    replace(replace(replace(if(plats = 4, visar[1] || '|summa', visar[plats]),
        '{kategori}', kategori),
        '{k1}', split_part(kategori, if(contains(kategori, '+'), '+', '-'), 1)),
        '{k2}', split_part(kategori, if(contains(kategori, '+'), '+', '-'), 2)) as nyckel,
    cast(case
        when plats = 4 then taljare
        when typ = 'andel' then [namnare, taljare, namnare - taljare][plats]
        when typ = 'kvot' then [namnare + taljare, taljare, namnare][plats]
        when typ = 'fordelning' then [namnare, taljare][plats]
        when typ = 'kvantil' then [namnare][plats] -- n; its two parts are the share's
        when typ in ('antal', 'medel') and len(visar) = 1 then antal
    end as integer) as varde,
from rojande_cell
cross join (select unnest(range(1, 5)) as plats)
where (plats <= len(visar) or (plats = 4 and typ = 'medel')) and not avstangd
