-- One row per payment model, kommun, final month and group: how the kommun stands that month. A hidden month counts as
-- neither over nor under: where it could complete a run, the run cannot be settled.
with
lage_manad as (
    select
        c.*,
        typ, troskel_dagar, gemensam_analys, aktiv, manad_utan_fall,
        -- Months over in a row, this one included, that make this one a month of payment.
        manader_i_rad + if(betalar_fran = 'manaden_efter', 1, 0) as krav,
        case
            when status = 'saknas' then 'saknas'
            when status = 'skyddad' then 'skyddad'
            when fall = 0 then 'inga_fall'
            when typ = 'lus' then if(dagar_ovre > 0, 'over', 'under')
            when troskel_dagar is null then 'utan_troskel'
            when dagar > troskel_dagar * fall then 'over'
            else 'under'
        end as lage,
    from modellcell as c
    join betalningsmodell using (modell)
    where niva = 'kommun' and periodtyp = 'manad' and slutlig = 1
),

foljder as (
    select
        *,
        -- A month without cases breaks a run, or is passed over: the model's choice.
        lage = 'inga_fall' and manad_utan_fall = 'hoppas_over' as hoppas_over,
        count_if(lage <> 'over' and not hoppas_over) over hittills as saker_foljd,
        count_if(lage not in ('over', 'skyddad') and not hoppas_over) over hittills as mojlig_foljd,
    from lage_manad
    window hittills as (partition by modell, enhet_id, grupp order by period)
),

langder as (
    select
        *,
        count_if(lage = 'over') over (
            partition by modell, enhet_id, grupp, saker_foljd order by period
        ) as i_rad,
        count_if(lage in ('over', 'skyddad')) over (
            partition by modell, enhet_id, grupp, mojlig_foljd order by period
        ) as i_rad_hogst,
    from foljder
),

bedomda as (
    select
        *,
        case
            when lage = 'skyddad' then 'gar_inte_att_visa'
            when lage <> 'over' then lage
            when typ = 'lus' then if(dagar > 0, 'betalningsskyldig', 'gar_inte_att_avgora')
            when i_rad >= krav then 'betalningsskyldig'
            when i_rad_hogst >= krav then 'gar_inte_att_avgora'
            when gemensam_analys then 'gemensam_analys'
            else 'over'
        end as tillstand,
        -- Days beyond what the model allows; none where they cannot be seen.
        case
            when typ = 'lus' then dagar
            when lage = 'over' then dagar - troskel_dagar * fall
            when lage in ('under', 'inga_fall') then 0
        end as overskjutande,
        if(typ = 'lus', dagar_ovre, overskjutande) as overskjutande_ovre,
    from langder
)

select
    modell, enhet_id, enhet, period, grupp, status, fall, dagar, dagar_ovre,
    round(dagar / nullif(fall, 0), 6) as medel,
    individuella_fall, individuella_dagar,
    tillstand,
    cast(if(lage = 'over', i_rad, 0) as integer) as i_rad,
    round(overskjutande, 6) as overskjutande,
    round(overskjutande_ovre, 6) as overskjutande_ovre,
    kr as kr_per_dygn,
    case
        when tillstand = 'betalningsskyldig' and aktiv then round(overskjutande * kr, 2)
    end as belopp,
    case
        when tillstand = 'betalningsskyldig' and aktiv then round(overskjutande_ovre * kr, 2)
    end as belopp_ovre,
    kalla as belopp_kalla,
from bedomda
left join belopp_per_dygn on ar = year(period)
