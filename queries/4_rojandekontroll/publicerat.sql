-- One row per published cell, in the order of the files; columns are the contract's (docs/filer.md).
-- A number stands only where the solver permits every count the cell shows (synlig_variabel): absent means hidden.
-- In a series, what was published before stands as it was (rojande_forra).
with
tillatna as (
    select rad, count(*) = count(synlig_variabel.block) as tillaten,
    from rojande_visar
    left join synlig_variabel using (block, nyckel)
    anti join (from rojande_forra where dold) using (rad)
    group by rad
),

-- A quantile needs more cases than a count, else it gives single patients away.
bedomda as (
    select
        rojande_cell.*,
        not avstangd and coalesce(tillaten, false) as tillaten,
        tillaten and (typ <> 'kvantil' or namnare = 0 or namnare >= kvantil_golv(indikator)) as visbar,
        case
            when avstangd then 'saknas'
            when not coalesce(tillaten, false) then 'skyddad'
            when visbar and namnare > 0 then 'visas'
            else 'saknas'
        end as status,
    from rojande_cell
    left join tillatna using (rad)
),

varden as (
    select
        rad,
        case
            when typ = 'kvantil' then varde
            when matt = 'procent' then 100 * taljare / namnare
            when matt = 'dygn per 1 000 invånare' then 1000 * taljare / namnare
            else taljare / namnare
        end as varde,
        case
            when typ in ('andel', 'fordelning') then wilson(taljare, namnare)
            when typ = 'medel' and namnare >= fa_fall_grans() and taljare > 0
                then medel_granser(taljare, namnare, kvadratsumma)
        end as granser,
    from bedomda
    left join kvadratsumma using (mangd, niva, enhet_id, periodtyp, period, grupp, kategori)
    where status = 'visas'
),

-- Nothing to divide by: zeros, whatever the numerator holds (the ratio n0 / n1 of a month without waiting).
rader as (
    select
        rad, indikator, niva, enhet_id, periodtyp, period, grupp, kategori,
        case when visbar then if(namnare = 0, 0, taljare) end as taljare,
        case when visbar then namnare end as namnare,
        case when visbar then if(namnare = 0, 0, antal) end as antal,
        round(varden.varde, 6) as varde,
        round(granser.nedre, 6) as nedre,
        round(granser.ovre, 6) as ovre,
        status, slutlig,
    from bedomda
    left join varden using (rad)
    anti join (from rojande_forra where fryst) using (rad)
    union all
    select
        rad, indikator, niva, enhet_id, periodtyp, period, grupp, kategori,
        f.taljare, f.namnare, f.antal, f.varde, f.nedre, f.ovre, f.status, f.slutlig,
    from rojande_cell
    join rojande_forra as f using (rad)
    where fryst
)

select
    indikator, niva, enhet_id, enhet.enhet, periodtyp, period, grupp, kategori,
    taljare, namnare, antal, varde, nedre, ovre, status, slutlig,
from rader
left join enhet using (niva, enhet_id)
order by rad
