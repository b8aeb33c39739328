-- One row per activity that has begun and indicator of its kommun: the twelve months before the month it began in and the
-- twelve whole months after the start, and what the control chart says of each. Only visible final months enter; under three
-- of them there is no value and no verdict. That something came after does not say why.
with
manad as (
    select
        a.nr, a.kommun, a.start, p.indikator, p.period, p.taljare, p.namnare, i.matt,
        if(p.period >= a.start, 'efter', 'fore') as sida,
        s.bedomning, s.bedomning <> 'normal' as signal,
        -- A run on one side of the mean that reached its seventh month after the start can have begun before it.
        p.period >= a.start and s.signal_da = 'sju_samma_sida'
            and p.period - to_months(cast(s.i_rad - 1 as integer)) < a.start as borjade_fore,
        12 * year(p.period) + month(p.period) + if(borjade_fore, 1_000_000, 0) as ordning,
    from aktivitet as a
    join publicerat as p on p.niva = 'kommun' and p.enhet_id = a.kommun
    join rojande_indikator as i using (indikator)
    left join styrdiagram_manad as s
        on s.indikator = p.indikator and s.niva = p.niva and s.enhet_id = p.enhet_id
            and s.grupp = p.grupp and s.period = p.period
    where
        p.indikator in (
            'medeldagar_alla', 'andel_utskrivningsklardagen', 'aterinskrivning_30d', 'aterinskrivning_30d_alla'
        )
        and p.periodtyp = 'manad' and p.grupp = 'alla' and p.kategori = 'alla'
        and p.status = 'visas' and p.slutlig = 1
        and a.start <= (select sista_datadag from dataspann)
        and p.period >= date_trunc('month', a.start) - interval 12 month
        and p.period < a.start + interval 12 month
        and (p.period < date_trunc('month', a.start) or p.period >= a.start)
),

sidor as (
    select
        nr, indikator, sida,
        cast(count(*) as integer) as manader,
        if(count(*) < 3, null, cast(sum(namnare) as bigint)) as antal,
        if(count(*) < 3, null, round(if(any_value(matt) = 'procent', 100, 1) * sum(taljare) / sum(namnare), 6)) as varde,
        -- The first month that showed a change when it was the latest; one that began before the activity only where no other did.
        if(count(*) < 3, null, arg_min(period, ordning) filter (where signal)) as signal_period,
        arg_min(borjade_fore, ordning) filter (where signal) as borjade_fore,
        if(count(*) < 3, null, coalesce(arg_min(bedomning, ordning) filter (where signal), any_value(bedomning))) as bedomning,
    from manad
    group by nr, indikator, sida
)

select
    aktivitet.nr, indikator, kommun as enhet_id, aktivitet.start,
    fore.varde as fore, fore.manader as fore_manader, fore.antal as fore_antal,
    fore.bedomning as fore_bedomning,
    efter.varde as efter, efter.manader as efter_manader, efter.antal as efter_antal,
    efter.bedomning as efter_bedomning,
    efter.signal_period as efter_fran,
    coalesce(efter.borjade_fore, false) as borjade_fore,
from (from sidor where sida = 'fore') as fore
full join (from sidor where sida = 'efter') as efter using (nr, indikator)
join aktivitet using (nr)
