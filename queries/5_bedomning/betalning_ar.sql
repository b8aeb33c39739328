-- One row per payment model, kommun, year and group: its months added up, those that can be seen. The act's own model
-- counts case by case, so its year is the published year.
with
ar_cell as (
    select modell, enhet_id, date_trunc('year', period)::date as period, grupp, status, dagar, dagar_ovre
    from modellcell
    join betalningsmodell using (modell)
    where niva = 'kommun' and periodtyp = 'ar' and slutlig = 1 and typ = 'lus'
),

manader as (
    select
        modell, enhet_id, enhet, date_trunc('year', period)::date as period, grupp,
        count(*) as manader,
        count_if(tillstand in ('gar_inte_att_visa', 'gar_inte_att_avgora')) as manader_okanda,
        count_if(
            tillstand in ('over', 'gemensam_analys', 'betalningsskyldig', 'gar_inte_att_avgora')
        ) as manader_over,
        count_if(tillstand = 'betalningsskyldig') as manader_skyldig,
        -- In the order of the months: the last decimal of a sum depends on it.
        sum(overskjutande order by betalning_manad.period) as overskjutande,
        sum(overskjutande order by betalning_manad.period) filter (where tillstand = 'betalningsskyldig') as betalas,
        any_value(kr_per_dygn) as kr,
        any_value(belopp_kalla) as belopp_kalla,
        bool_and(
            tillstand in ('utan_troskel', 'saknas', 'gar_inte_att_visa', 'inga_fall')
        ) as utan_bedomning,
    from betalning_manad
    group by modell, enhet_id, enhet, date_trunc('year', period), grupp
),

sammanlagda as (
    select
        m.modell, enhet_id, enhet, period, grupp, aktiv, kr, belopp_kalla, utan_bedomning,
        cast(m.manader as integer) as manader,
        cast(manader_okanda as integer) as manader_okanda,
        cast(manader_over as integer) as manader_over,
        cast(manader_skyldig as integer) as manader_skyldig,
        if(typ = 'lus', dagar, m.overskjutande) as overskjutande,
        if(typ = 'lus', dagar_ovre, m.overskjutande) as overskjutande_ovre,
        -- Months that cannot be seen add nothing: at least so many days.
        case when not utan_bedomning then coalesce(m.betalas, 0) end as av_manader,
        if(typ = 'lus', dagar, av_manader) as betalas,
        if(typ = 'lus', dagar_ovre, av_manader) as betalas_ovre,
    from manader as m
    join betalningsmodell using (modell)
    left join ar_cell using (modell, enhet_id, period, grupp)
    where m.manader = 12
)

select
    * exclude (aktiv, kr, av_manader),
    case when aktiv then round(betalas * kr, 2) end as belopp,
    case when aktiv then round(betalas_ovre * kr, 2) end as belopp_ovre,
from sammanlagda
