-- One row per finest cell of index episodes: weekday of discharge and, of those that came back
-- unplanned, the band of days until they did (else null).
with kub_dag as (
    select
        cast(date_trunc('month', slut_datum) as date) as manad,
        kommun, delregion, vardgivare, vardform, aldersband,
        cast(isodow(slut_datum) as tinyint) as ut_veckodag,
        if(aterinskriven, dagar_till_oplanerad, null) as dagar,
        raknat(vikt(sista_stay)) as antal_episoder,
        raknat_om(vikt(sista_stay), aterinskriven) as antal_aterinskrivna,
        raknat_om(vikt(sista_stay), aterinskriven_nasta) as antal_nasta,
        raknat_om(vikt(sista_stay), aterinskriven_alla) as antal_alla,
    from index_episod
    group by all
)
select
    kub_dag.* exclude (dagar, antal_episoder, antal_aterinskrivna, antal_nasta, antal_alla),
    retur,
    sum(antal_episoder) as antal_episoder,
    sum(antal_aterinskrivna) as antal_aterinskrivna,
    sum(antal_nasta) as antal_nasta,
    sum(antal_alla) as antal_alla,
from kub_dag
left join retur on dagar between forsta and sista
group by all
