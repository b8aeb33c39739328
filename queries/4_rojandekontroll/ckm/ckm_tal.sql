-- One row per block and key of a count or sum: its true value and, of a count, its cell key. `samma` where every indicator that
-- shows it agrees on both.
with visade as (
    select block, taljare_namn as namn, taljare as sant, taljare_nyckel as nyckel from ckm_cell
    union all
    select block, namnare_namn, namnare, namnare_nyckel from ckm_cell
    union all
    select block, antal_namn, antal, antal_nyckel from ckm_cell
),

av_slag as (
    select
        block, namn, sant,
        contains(namn, '|') as summa,
        if(summa, null, cast(nyckel as bigint)) as nyckel,
    from visade
    where namn is not null and sant is not null
)

select
    block, namn, summa,
    any_value(sant) as sant,
    any_value(nyckel) % 16777216 as nyckel,
    min(sant) = max(sant) and (summa or coalesce(min(nyckel) = max(nyckel), false)) as samma,
from av_slag
group by block, namn, summa
