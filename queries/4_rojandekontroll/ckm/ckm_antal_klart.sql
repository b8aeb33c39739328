-- One row per count as it is published. What is left of a whole beside a part is the difference of the two: all three agree.
with rest as (
    select distinct block, rest_namn as namn, namnare_namn as hel, taljare_namn as del,
    from ckm_cell
    where rest_namn is not null
),

rester as (
    select rest.block, rest.namn, hel.tal - del.tal as tal,
    from rest
    join ckm_antal_tva as hel on hel.block = rest.block and hel.namn = rest.hel
    join ckm_antal_tva as del on del.block = rest.block and del.namn = rest.del
)

select block, namn, coalesce(rester.tal, a.tal) as tal,
from ckm_antal_tva as a
left join rester using (block, namn)
