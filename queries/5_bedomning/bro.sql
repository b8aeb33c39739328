-- One row per unit, period and step from SKR's mean to the mean of the profile's payment model, in order. Values are rounded
-- to two decimals before they are subtracted, so that the steps as shown add up exactly.
with
matt as (
    select
        niva, enhet_id, enhet, periodtyp, period, slutlig,
        max(status = 'skyddad') as skyddad,
        max(namnare) filter (where indikator = 'medeldagar_alla') as fall,
        max(namnare) filter (where indikator = 'medeldagar_skr') as vantande,
        max(taljare) filter (where indikator = 'medeldagar_skr') as dagar,
    from publicerat
    where
        indikator in ('medeldagar_alla', 'medeldagar_skr')
        and niva in ('kommun', 'delregion', 'region')
        and periodtyp in ('manad', 'kvartal', 'halvar', 'ar') and grupp = 'alla'
    group by all
),

individuell as (
    select
        niva, enhet_id, periodtyp, period, taljare as dagar_over, antal as fall_over,
        status = 'skyddad' as over_skyddad,
    from publicerat
    where indikator = 'medeldagar_individuellt' and kategori = 'over' and grupp = 'alla'
),

egen as (
    select
        m.*,
        coalesce(nolldagar_i_namnaren, true) as med_nolldagar,
        individuell_over_dagar is not null as lyfter_ut,
        typ = 'lus' as lagens,
        if(lyfter_ut, dagar_over, 0) as bort_dagar,
        if(lyfter_ut, fall_over, 0) as bort_fall,
        lus.dagar as lus_dagar,
        lus.dagar_ovre as lus_dagar_ovre,
        skyddad or (lyfter_ut and over_skyddad) or coalesce(lus.status = 'skyddad', false) as dold,
    from matt as m
    cross join betalningsmodell as b
    left join individuell using (niva, enhet_id, periodtyp, period)
    left join modellcell as lus
        on lus.modell = b.modell and b.typ = 'lus' and lus.niva = m.niva and lus.enhet_id = m.enhet_id
        and lus.periodtyp = m.periodtyp and lus.period = m.period
    where egen
),

-- What stands above and below the line after each step.
steg as (
    select *, unnest([
        {nr: 1, steg: 'skr', ingar: true, over: dagar, ovre: null, under: vantande},
        {nr: 2, steg: 'nolldagar', ingar: med_nolldagar, over: dagar, ovre: null,
            under: if(med_nolldagar, fall, vantande)},
        {nr: 3, steg: 'individuella', ingar: lyfter_ut, over: dagar - bort_dagar, ovre: null,
            under: if(med_nolldagar, fall, vantande) - bort_fall},
        {nr: 4, steg: 'klockslag', ingar: lagens, over: if(lagens, lus_dagar, dagar - bort_dagar),
            ovre: if(lagens, lus_dagar_ovre, null),
            under: if(med_nolldagar, fall, vantande) - bort_fall},
        {nr: 5, steg: 'modell', ingar: true, over: if(lagens, lus_dagar, dagar - bort_dagar),
            ovre: if(lagens, lus_dagar_ovre, null),
            under: if(med_nolldagar, fall, vantande) - bort_fall},
    ], recursive := true),
    from egen
),

avrundade as (
    select
        *,
        cast(round(over / nullif(under, 0), 2) as decimal(12, 2)) as medel,
        cast(round(ovre / nullif(under, 0), 2) as decimal(12, 2)) as medel_ovre,
    from steg
)

select
    niva, enhet_id, enhet, periodtyp, period, slutlig,
    cast(nr as tinyint) as nr,
    steg,
    ingar,
    cast(medel as double) as varde,
    cast(medel_ovre as double) as varde_ovre,
    -- What the step changes; of the last row, all of them together.
    cast(case
        when nr between 2 and 4 then medel - lag(medel) over i_ordning
        when nr = 5 then medel - first_value(medel) over i_ordning
    end as double) as andring,
    cast(under as integer) as fall,
    over as dagar,
    case
        when medel is not null then 'visas'
        when dold then 'skyddad'
        else 'saknas'
    end as status,
from avrundade
window i_ordning as (partition by niva, enhet_id, periodtyp, period order by nr)
