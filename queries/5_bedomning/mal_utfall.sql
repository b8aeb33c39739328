-- One row per goal, unit and period it held throughout: final years, and the latest final quarter and month. Reached or not
-- where the whole interval is on one side. A mean of fewer than 20 cases has no interval and is not judged; a mean of 0 of more
-- cases, and what has no interval by its kind, is judged by the value.
with
gallande as (
    select *
    from profil_mal
    where not exempel or coalesce(getvariable('syntetisk'), false)
),

cell as (
    select
        m.* exclude (varde, enhet),
        m.varde as malvarde,
        p.enhet_id, p.enhet, p.periodtyp, p.period,
        p.varde, p.nedre, p.ovre, p.antal, p.status,
        p.status = 'visas' and p.nedre is null as utan_intervall,
        utan_intervall and typ = 'medel' and p.antal < fa_fall_grans() as fa_fall,
    from gallande as m
    join rojande_indikator using (indikator)
    join publicerat as p
        on p.indikator = m.indikator and p.niva = m.niva and p.enhet_id = coalesce(m.enhet, p.enhet_id)
    where
        p.grupp = 'alla' and p.kategori = 'alla' and p.slutlig = 1
        and p.periodtyp in ('manad', 'kvartal', 'ar')
        and p.period >= m.fran
        and periodslut(p.periodtyp, p.period) <= coalesce(m.till, date '9999-12-31')
    qualify
        p.periodtyp = 'ar'
        or p.period = max(p.period) over (partition by mal, p.periodtyp)
),

-- The verdict of the indicator's latest final month: none where that month is hidden or has few cases.
manad as (
    select indikator, niva, enhet_id, period as senaste_period, antal
    from publicerat
    where periodtyp = 'manad' and slutlig = 1 and grupp = 'alla' and kategori = 'alla'
    qualify period = max(period) over (partition by indikator)
),

lage as (
    select indikator, niva, enhet_id, bedomning,
    from styrdiagram
    join manad using (indikator, niva, enhet_id, senaste_period)
    where grupp = 'alla' and antal >= fa_fall_grans()
)

select
    mal, cell.indikator, cell.niva, cell.enhet_id, enhet, periodtyp, period, malvarde, cell.riktning,
    cell.varde, nedre, ovre, antal, status,
    case
        when status <> 'visas' then status
        when fa_fall then 'gar_inte_att_avgora'
        when riktning = 'minst' and coalesce(nedre, cell.varde) >= malvarde then 'uppnatt'
        when riktning = 'minst' and coalesce(ovre, cell.varde) < malvarde then 'ej_uppnatt'
        when riktning = 'hogst' and coalesce(ovre, cell.varde) <= malvarde then 'uppnatt'
        when riktning = 'hogst' and coalesce(nedre, cell.varde) > malvarde then 'ej_uppnatt'
        else 'gar_inte_att_avgora'
    end as utfall,
    utan_intervall and not fa_fall as utan_intervall,
    bedomning as styrdiagram,
    beslutad_av, beslutad, fran, till, exempel,
from cell
left join lage as s
    on s.indikator = cell.indikator and s.niva = cell.niva and s.enhet_id = cell.enhet_id
