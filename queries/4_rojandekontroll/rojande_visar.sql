-- One row per cell and count it shows, with the count as the cell's own numbers give it: the one place that says how.
-- Null where the cell only shares its cases with the count (a mean and n0): another indicator gives it.
select
    rad, block,
    replace(replace(replace(visar[plats],
        '{kategori}', kategori),
        '{k1}', split_part(kategori, if(contains(kategori, '+'), '+', '-'), 1)),
        '{k2}', split_part(kategori, if(contains(kategori, '+'), '+', '-'), 2)) as nyckel,
    cast(case
        when typ = 'andel' then [namnare, taljare, namnare - taljare][plats]
        when typ = 'kvot' then [namnare + taljare, taljare, namnare][plats]
        when typ = 'fordelning' then [namnare, taljare][plats]
        when typ = 'kvantil' then [namnare][plats] -- n; its two parts are the share's
        when typ in ('antal', 'medel') and len(visar) = 1 then antal
    end as integer) as varde,
from rojande_cell
cross join (select unnest(range(1, 4)) as plats)
where plats <= len(visar) and not avstangd
