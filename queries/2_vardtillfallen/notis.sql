-- One row per used notice of a known stay: is its date possible, and does it still stand?
with aterkallelse as (
    -- One row per stay: its latest withdrawals, apart by precision.
    select
        stay,
        max(atertagen_datum) as dag,
        max(atertagen_tid) as klockslag,
        max(atertagen_datum) filter (where atertagen_tid is null) as dag_utan_klockslag,
    from atertagande
    group by stay
),
daterad as (
    select
        n.stay, n.slag, n.fil, n.rad, n.kommun, n.vardgivare, n.klar_datum, n.klar_tid,
        n.underrattelse_datum, n.underrattelse_tid, n.kommunklar_datum, n.kommunklar_sol_datum,
        n.kommunklar_hsl_datum, n.beraknad_utskrivning_datum, n.inskrivningsmeddelande_datum,
        n.inskrivningsmeddelande_tid, n.sip_kallelse_datum, n.process, n.behov, n.orsak,
        coalesce(n.vardgivare, v.vardgivare) as hos_vardgivare,
        coalesce(n.kommun <> v.kommun, false) as kommun_skiljer,
        coalesce(n.vardgivare <> v.vardgivare, false) as vardgivare_skiljer,
        case
            when n.klar_datum > v.ut_datum then 'utskrivningsklar_efter_utskrivning'
            when n.klar_datum < v.in_datum then 'utskrivningsklar_fore_inskrivning'
        end as strykning,
        -- A withdrawal ends what was stamped before it; without a clock on both, the
        -- dates are compared and the same date stands.
        case
            when n.klar_tid is null then a.dag > n.klar_datum
            else a.klockslag > n.klar_tid or a.dag_utan_klockslag > n.klar_datum
        end as atertagen,
    from s_notis as n
    join s_vardtillfalle as v using (stay)
    left join aterkallelse as a using (stay)
)
select
    *,
    strykning is null and coalesce(atertagen, false) = false as staende,
from daterad
