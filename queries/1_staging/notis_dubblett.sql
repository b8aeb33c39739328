-- One row per otherwise faultless notice that shares stay and readiness with another.
-- `kod`: contradicting rows are refused together, of identical ones all but the first.
with flera as (
    select nyckel, klar_datum, klar_tid
    from notis_vistelse
    where fel_kod is null
    group by all
    having count(*) > 1
),
kandidat as (
    select
        n.slag, n.fil, n.rad, n.nr, v.nyckel, n.klar_datum, n.klar_tid,
        hash(*columns(n.* exclude (
            slag, nr, fil, rad, vardtillfalle_id, patient_id, in_datum, in_tid
        ))) as innehall,
    from notis_vistelse as v
    semi join flera as f
        on f.nyckel = v.nyckel and f.klar_datum = v.klar_datum
        and f.klar_tid is not distinct from v.klar_tid
    join notis_tolkad as n using (nr)
    where v.fel_kod is null
)
select
    slag, fil, rad, nr,
    case
        when min(innehall) over samma <> max(innehall) over samma then 'motsagande_dubblett'
        when row_number() over (samma order by nr) > 1 then 'dubblett'
    end as kod,
from kandidat
window samma as (partition by nyckel, klar_datum, klar_tid)
