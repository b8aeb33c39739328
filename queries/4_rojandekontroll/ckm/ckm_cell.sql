-- One row per published cell that is counted: its numbers, the keys they go by, and the cell keys of those that are counts.
select
    c.rad, c.block, c.typ, c.kategori,
    visad_nyckel(m.taljare, kategori) as taljare_namn,
    visad_nyckel(m.namnare, kategori) as namnare_namn,
    visad_nyckel(m.antal, kategori) as antal_namn,
    visad_nyckel(m.rest, kategori) as rest_namn,
    c.taljare, c.namnare, c.antal,
    k.taljare as taljare_nyckel, k.namnare as namnare_nyckel, k.antal as antal_nyckel,
from rojande_cell as c
join ckm_monster as m using (indikator)
join nyckelvarde as k using (indikator, niva, enhet_id, periodtyp, period, grupp, kategori)
where not c.avstangd
