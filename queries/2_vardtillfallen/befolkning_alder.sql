-- One row per kommun, year of the extract and range of ages whose inhabitants it tells: groups that fill the range with
-- no gap and no overlap. A group that lies in another one is told by it already.
with inom as (
    select
        kommun, ar, alder, a.fran as forst, s.fran, s.antal,
        coalesce(s.till, 999) as till,
        coalesce(a.till, 999) as sist,
        max(coalesce(s.till, 999)) over (
            partition by kommun, ar, alder
            order by s.fran, coalesce(s.till, 999) desc
            rows between unbounded preceding and 1 preceding
        ) as hittills,
    from s_befolkning as s
    join aldersintervall as a on s.fran >= a.fran and coalesce(s.till, 999) <= coalesce(a.till, 999)
)
select kommun, ar, alder, cast(sum(antal) as bigint) as antal,
from inom
where till > coalesce(hittills, -1)
group by kommun, ar, alder, forst, sist
having bool_and(fran = coalesce(hittills + 1, forst)) and max(till) = sist
