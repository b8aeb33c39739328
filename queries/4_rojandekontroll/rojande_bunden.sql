-- One row per count that a series binds: 1 = public already, never hidden; 2 = never shown; 3 = public already but counted anew by the year's
-- revision: hidden if it has become small, not for others' sake; 4 = not shown before its period is at its end. Cells shown or hidden for another count's sake leave it as they are.
select
    block, nyckel,
    case
        when bool_or(lage = 'vantar') then 4
        when bool_or(lage = 'visad') then if(getvariable('revision'), 3, 1)
        else 2
    end as bunden,
from rojande_visar
join rojande_forra using (rad)
where lage in ('vantar', 'visad', 'dold')
group by block, nyckel
