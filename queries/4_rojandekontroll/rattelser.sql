-- One row per period of which figures stand as first published: how many, and how many of them today's extracts give otherwise.
-- Neither where nor how much: a single case that was corrected would be known by the tables it is in.
select
    periodtyp,
    cast(period as varchar) as period,
    cast(count(*) as integer) as frysta,
    cast(count_if(
        if(ny.namnare = 0, 0, round(ny.taljare, 6)) is distinct from round(fryst.taljare, 6)
        or round(ny.namnare, 6) is distinct from round(fryst.namnare, 6)
        or if(ny.namnare = 0, 0, ny.antal) is distinct from fryst.antal
        or (typ = 'kvantil' and round(ny.varde, 6) is distinct from round(fryst.varde, 6))
    ) as integer) as rattade,
    hel_procent(rattade, frysta) as andel,
from rojande_forra as fryst
join rojande_cell as ny using (rad)
where fryst.fryst and lage = 'visad'
group by periodtyp, period
order by periodtyp_plats(periodtyp), period
