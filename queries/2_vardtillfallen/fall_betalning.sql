-- View: one row per ended case: how it stands to a payment model that charges long waits one by one, and to the act's own
-- (LUS 5 kap.).
with sip as (
    select count(*) > 0 as kallelse_finns
    from kolumn_finns
    where kolumn = 'sip_kallelse' and slag in ('utskrivningsklar', 'vardtillfallen')
),
dagar as (
    select
        fall.*,
        underrattelse_tid is not null as har_klockslag,
        not kallelse_finns or coalesce(sip_kallelse_datum <= d1, false) as kallad,
        -- Liability begins 3 days after the date the notice was sent, 4 if sent after 12.00 (5:4). A notice without a clock
        -- may have been sent in the morning: most days. Without inskrivningsmeddelande and notice there is none (5:3).
        case
            when inskrivningsmeddelande_datum is not null and underrattelse_datum is not null
                then greatest(0, d1 - underrattelse_datum - if(
                    underrattelse_tid > underrattelse_datum + interval 12 hour, 4, 3
                ))
            else 0
        end as betalningsdagar,
    from fall
    cross join sip
    where d1 is not null
)
select
    stay, kommun, delregion, vardgivare, vardform, aldersband, d1, vantedagar,
    if(vantedagar > cast(getvariable('individuell_over_dagar') as integer), 'over', 'hogst') as individuell,
    case
        when betalningsdagar = 0 then 'inga'
        when not kallad then 'utan_kallelse'
        when har_klockslag then 'klockslag'
        else 'datum'
    end as betalning,
    betalningsdagar,
from dagar
