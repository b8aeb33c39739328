-- One row per row of kvadratsumma that some mean is judged by, perturbed as its sum is and once more: the width of an interval
-- is not to tell what the value does not.
with medel as (
    select distinct
        block, kategori,
        split_part(taljare_namn, '|', 1) as namn,
        split_part(taljare_namn, '|', 2) as slag,
    from ckm_cell
    where typ = 'medel'
)
select
    q.* replace (
        cast(round(
            q.kvadratsumma / n.sant * k.tal * (1 + jamnt_brus(n.nyckel, slag) / sqrt(n.sant)) ** 2
            * (1 + jamnt_brus(n.nyckel, 'kvadrat ' || slag) / sqrt(n.sant))
        ) as bigint) as kvadratsumma
    ),
from kvadratsumma as q
join rojande_block using (mangd, niva, enhet_id, periodtyp, period, grupp)
join medel using (block, kategori)
join (from ckm_antal where sant > 0) as n using (block, namn)
join ckm_antal_klart as k using (block, namn)
