-- One row per first or last month of a kind's whole span that a unit seems to have only
-- part of: fewer by `hopp_kvot` and `hopp_brus` than usual, as a jump is, or nothing in the
-- week or more nearest the end of the span, where at least `lucka_minst` would be usual.
with kant as (
    select
        *,
        manad = min(manad) over (partition by uppgift) as forsta_manaden,
        manad = max(manad) over (partition by uppgift) as sista_manaden,
        last_day(manad) - manad + 1 as dagar,
    from tackning_vanligt
),
tomma_dagar as (
    select
        *,
        greatest(
            case when forsta_manaden then forsta_dag - manad end,
            case when sista_manaden then last_day(manad) - sista_dag end
        ) as utan,
    from kant
)
select
    uppgift, niva, enhet_id, 'avkortad' as flagga, manad as fran, manad as till, antal, vanligt,
from tomma_dagar
where
    (forsta_manaden or sista_manaden)
    and antal > 0
    and (
        (
            antal * getvariable('hopp_kvot') < vanligt
            and vanligt - antal > getvariable('hopp_brus') * sqrt(vanligt)
        )
        or (utan >= 7 and vanligt * utan / dagar >= getvariable('lucka_minst'))
    )
