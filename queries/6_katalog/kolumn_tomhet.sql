-- One row per file and known column of it: rows that could be split into columns, those
-- where the column is empty, and the first and last day of a date column.
select
    f.fil_nr, f.fil, f.slag, t.kolumn,
    f.lasta - coalesce(felaktiga, 0) as rader,
    t.tomma, t.forsta, t.sista,
from raw.fil as f
join raw.kolumn_tomma as t using (fil_nr)
left join (
    select fil_nr, count(*) as felaktiga, from raw.felaktig_rad group by fil_nr
) as trasiga using (fil_nr)
