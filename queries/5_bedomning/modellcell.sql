-- One row per payment model, unit, period and group: the cases and waiting days it counts, from published cells. A number
-- is null where a cell it takes is hidden (status skyddad) or not delivered (saknas).
with
cell as (
    select
        niva, enhet_id, enhet, periodtyp, period, grupp, slutlig,
        max(status = 'skyddad') filter (where indikator = 'medeldagar_alla') as alla_skyddad,
        max(namnare) filter (where indikator = 'medeldagar_alla') as fall,
        max(taljare) filter (where indikator = 'medeldagar_alla') as dagar,
        max(namnare) filter (where indikator = 'medeldagar_skr') as vantande,
        max(status = 'skyddad') filter (where indikator = 'medeldagar_individuellt' and kategori = 'over')
            as individuell_skyddad,
        max(antal) filter (where indikator = 'medeldagar_individuellt' and kategori = 'over')
            as individuella_fall,
        max(taljare) filter (where indikator = 'medeldagar_individuellt' and kategori = 'over')
            as individuella_dagar,
        max(status = 'skyddad') filter (where indikator = 'betalningsdagar') as lus_skyddad,
        -- The cell's days are the most they can be: a day less where the clock is missing, none without a call.
        sum(taljare) filter (where indikator = 'betalningsdagar') as lus_ovre,
        lus_ovre
            - max(antal) filter (where indikator = 'betalningsdagar' and kategori = 'datum')
            - max(taljare) filter (where indikator = 'betalningsdagar' and kategori = 'utan_kallelse')
            as lus_nedre,
    from publicerat
    where
        indikator in (
            'medeldagar_alla', 'medeldagar_skr', 'medeldagar_individuellt', 'betalningsdagar'
        )
        and niva in ('kommun', 'delregion', 'region')
        and periodtyp in ('manad', 'kvartal', 'halvar', 'ar')
        and grupp in ('alla', 'somatik', 'psykiatri')
    group by all
),

raknad as (
    select
        modell, niva, enhet_id, enhet, periodtyp, period, grupp, slutlig,
        -- The act counts days case by case: how many cases there were besides does not matter.
        if(
            typ = 'lus', lus_skyddad,
            alla_skyddad or (individuell_over_dagar is not null and individuell_skyddad)
        ) as skyddad,
        typ = 'lus' as fall_for_fall,
        if(individuell_over_dagar is null, 0, individuella_fall) as utlyfta_fall,
        if(individuell_over_dagar is null, 0, individuella_dagar) as utlyfta_dagar,
        fall - if(coalesce(nolldagar_i_namnaren, true), 0, fall - vantande) - utlyfta_fall as fall,
        if(typ = 'lus', lus_nedre, dagar - utlyfta_dagar) as dagar,
        if(typ = 'lus', lus_ovre, dagar - utlyfta_dagar) as dagar_ovre,
    from cell
    join betalningsmodell
        on grupp = 'alla' and not vardformer_apart or grupp <> 'alla' and vardformer_apart
    -- Cases are counted apart over one limit only: a model with another cannot be followed.
    where coalesce(individuell_over_dagar, getvariable('individuell_over_dagar'))
        = getvariable('individuell_over_dagar')
)

select
    modell, niva, enhet_id, enhet, periodtyp, period, grupp, slutlig,
    case
        when coalesce(skyddad, false) then 'skyddad'
        when dagar is null or (fall is null and not fall_for_fall) then 'saknas'
        else 'visas'
    end as status,
    case when status = 'visas' then utlyfta_fall end as individuella_fall,
    case when status = 'visas' then utlyfta_dagar end as individuella_dagar,
    case when status = 'visas' then fall end as fall,
    case when status = 'visas' then dagar end as dagar,
    case when status = 'visas' then dagar_ovre end as dagar_ovre,
from raknad
