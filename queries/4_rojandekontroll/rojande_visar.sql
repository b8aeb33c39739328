-- One row per cell and count it shows, with the count as the cell's own numbers give it: as the headers say.
-- Null where the cell is only about the same cases (a mean and n0): another indicator gives the number.
select
    rad, block,
    replace(replace(replace(visat.nyckel,
        '{kategori}', kategori),
        '{k1}', split_part(kategori, if(contains(kategori, '+'), '+', '-'), 1)),
        '{k2}', split_part(kategori, if(contains(kategori, '+'), '+', '-'), 2)) as nyckel,
    cast(case visat.tal
        when 'taljare' then taljare
        when 'namnare' then namnare
        when 'antal' then antal
        when 'rest' then namnare - taljare
        when 'summa' then namnare + taljare
    end as integer) as varde,
from (select rad, block, kategori, taljare, namnare, antal, unnest(visar) as visat from rojande_cell where not avstangd)
