-- One row per requirement of an indicator that the extracts have a column for, but only
-- columns that are empty in more than `tom_kolumn_andel` of the rows. `andel` is that of
-- the fullest.
with per_slag as (
    select
        h.slag, h.namn as kolumn,
        -- A file without the column has nothing in it either.
        1 - sum(coalesce(k.rader - k.tomma, 0)) / greatest(sum(f.rader), 1) as andel,
    from krav_kolumn as h
    join (select distinct fil_nr, slag, rader, from kolumn_tomhet) as f using (slag)
    left join kolumn_tomhet as k on k.fil_nr = f.fil_nr and k.kolumn = h.kolumn
    group by h.slag, h.namn
),
matt as (
    select
        kolumn, andel,
        -- Of all stays few are reported ready: that column says something as long as it says
        -- anything.
        case
            when slag = 'vardtillfallen' and kolumn = 'utskrivningsklar' then andel = 1
            else andel > getvariable('tom_kolumn_andel')
        end as tom,
    from per_slag
)
select indikator, krav, min(andel) as andel,
from indikator_kraver
join matt using (kolumn)
group by indikator, krav
having bool_and(tom)
