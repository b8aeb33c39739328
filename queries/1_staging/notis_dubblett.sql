-- One row per otherwise faultless notice that shares stay and readiness with another.
-- `kod`: contradicting rows are refused together, unless the profile lets those of the file
-- last by name win; of identical ones all but the first. `grupp` tells
-- rows about the same notice that contradict each other.
with flera as (
    select nyckel, klar_datum, klar_tid
    from notis_vistelse
    where fel is null
    group by all
    having count(*) > 1
),
kandidat as (
    select
        n.slag, n.fil, n.rad, n.nr, v.nyckel, n.klar_datum, n.klar_tid,
        hash(notis_innehall(n)) as innehall,
    from notis_vistelse as v
    semi join flera as f
        on f.nyckel = v.nyckel and f.klar_datum = v.klar_datum
        and f.klar_tid is not distinct from v.klar_tid
    join notis_tolkad as n using (nr)
    where v.fel is null
),
raknad as (
    select
        *,
        min(innehall) over samma <> max(innehall) over samma as skiljer,
        getvariable('motsagande') = 'nyaste_filen' and fil = max(fil) over samma as nyast,
        min(nr) over samma as forsta,
    from kandidat
    window samma as (partition by nyckel, klar_datum, klar_tid)
),
bedomd as (
    select
        *,
        min(innehall) filter (where nyast) over samma
        = max(innehall) filter (where nyast) over samma as avgjord,
        row_number() over (
            partition by nyckel, klar_datum, klar_tid, skiljer and nyast
            order by nr
        ) as plats,
    from raknad
    window samma as (partition by nyckel, klar_datum, klar_tid)
)
select
    slag, fil, rad, nr,
    case
        when skiljer and avgjord is not true then 'motsagande_dubblett'
        when skiljer and not nyast then 'ersatt_av_nyare_fil'
        when plats > 1 then 'dubblett'
    end as kod,
    case when skiljer then forsta end as grupp,
from bedomd
