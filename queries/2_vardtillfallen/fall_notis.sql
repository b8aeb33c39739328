-- View: one row per case: its readiness (d0: the earliest notice of the last standing period) and what its standing notices
-- say, each fact by the earliest that says it. A clock belongs to the notice that gives its date.
with ur_en as (
    select
        stay, klar_datum as d0, underrattelse_datum, underrattelse_tid, kommunklar_datum,
        kommunklar_sol_datum, kommunklar_hsl_datum, beraknad_utskrivning_datum,
        inskrivningsmeddelande_datum, inskrivningsmeddelande_tid,
        sip_kallelse_datum, process, behov, orsak,
    from notis
    anti join notis_flera using (stay)
    where staende
),
ur_flera as (
    select
        stay,
        min(klar_datum) as d0,
        first(underrattelse_datum order by klar_datum, klar_tid, fil, rad)
            filter (where underrattelse_datum is not null) as underrattelse_datum,
        first(underrattelse_tid order by klar_datum, klar_tid, fil, rad)
            filter (where underrattelse_datum is not null) as underrattelse_tid,
        first(kommunklar_datum order by klar_datum, klar_tid, fil, rad)
            filter (where kommunklar_datum is not null) as kommunklar_datum,
        first(kommunklar_sol_datum order by klar_datum, klar_tid, fil, rad)
            filter (where kommunklar_sol_datum is not null) as kommunklar_sol_datum,
        first(kommunklar_hsl_datum order by klar_datum, klar_tid, fil, rad)
            filter (where kommunklar_hsl_datum is not null) as kommunklar_hsl_datum,
        first(beraknad_utskrivning_datum order by klar_datum, klar_tid, fil, rad)
            filter (where beraknad_utskrivning_datum is not null) as beraknad_utskrivning_datum,
        first(inskrivningsmeddelande_datum order by klar_datum, klar_tid, fil, rad)
            filter (where inskrivningsmeddelande_datum is not null) as inskrivningsmeddelande_datum,
        first(inskrivningsmeddelande_tid order by klar_datum, klar_tid, fil, rad)
            filter (where inskrivningsmeddelande_datum is not null) as inskrivningsmeddelande_tid,
        first(sip_kallelse_datum order by klar_datum, klar_tid, fil, rad)
            filter (where sip_kallelse_datum is not null) as sip_kallelse_datum,
        first(process order by klar_datum, klar_tid, fil, rad)
            filter (where process is not null) as process,
        first(behov order by klar_datum, klar_tid, fil, rad)
            filter (where behov is not null) as behov,
        first(orsak order by klar_datum, klar_tid, fil, rad)
            filter (where orsak is not null) as orsak,
    from notis
    semi join notis_flera using (stay)
    where staende
    group by stay
)
from ur_en
union all by name
from ur_flera
