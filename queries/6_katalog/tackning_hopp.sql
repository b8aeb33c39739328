-- One row per month in which a unit jumps: more than `hopp_kvot` times more or fewer than
-- usual, and a difference of more than `hopp_brus` times the square root of the greater
-- number, for chance makes small numbers jump. A new level is told in its first month only.
with riktning as (
    select
        *,
        case
            when abs(antal - vanligt)
                <= getvariable('hopp_brus') * sqrt(greatest(antal, vanligt)) then null
            when antal > vanligt * getvariable('hopp_kvot') then 'hopp_upp'
            when antal * getvariable('hopp_kvot') < vanligt then 'hopp_ned'
        end as flagga,
    from tackning_vanligt
    where antal > 0
),
nya as (
    select
        *,
        flagga is distinct from lag(flagga) over (
            partition by uppgift, niva, enhet_id
            order by manad
        ) as ny,
    from riktning
)
select
    uppgift, niva, enhet_id, flagga, manad as fran, manad as till, antal, vanligt,
from nya
where flagga is not null and ny
