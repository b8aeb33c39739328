-- One row per stay with several notices that estimate the day of discharge: the last estimate
-- that stands, how many times it was changed, and when last. A change is dated by its notice.
with flera as (
    select stay
    from notis
    semi join notis_flera using (stay)
    where strykning is null and beraknad_utskrivning_datum is not null
    group by stay having count(*) > 1
),
foljd as (
    select
        stay, staende, klar_datum, klar_tid, fil, rad,
        beraknad_utskrivning_datum as beraknad,
        coalesce(underrattelse_datum, klar_datum) as dag,
        beraknad <> lag(beraknad) over (
            partition by stay order by klar_datum, klar_tid, fil, rad
        ) as andrad,
    from notis
    semi join flera using (stay)
    where strykning is null and beraknad is not null
)
select
    stay,
    last(beraknad order by klar_datum, klar_tid, fil, rad) filter (where staende)
        as sista_berakning,
    cast(count(*) filter (where andrad) as integer) as andringar,
    max(dag) filter (where andrad) as sista_andring,
from foljd
group by stay
