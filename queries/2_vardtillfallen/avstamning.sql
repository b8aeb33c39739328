-- One row if an extract `aterinskrivningar` says who came back, else none: index episodes
-- where it agrees with the computed result, only it says so, only we do. Discharges not
-- followed up the whole time are left out, for we say nothing of them.
with episod_for_vistelse as (
    select e.stay, patient, start_datum, k.slut_datum,
    from episodvistelse as e
    join episod_kedjad as k using (patient, start_datum)
    union all
    -- A stay that no other is chained to is an episode.
    select stay, patient, in_datum, ut_datum,
    from vardtillfalle
    semi join s_aterinskrivning using (stay)
    anti join episodvistelse using (stay)
    where patient is not null and in_datum is not null
),
kallan as (
    -- An index stay inside an episode stands for the episode, one outside for itself.
    select distinct
        patient,
        start_datum,
        if(patient is null, coalesce('stay ' || stay, fil || ' ' || rad), null) as egen,
    from s_aterinskrivning as a
    left join episod_for_vistelse using (stay)
    cross join dataspann
    where
        a.oplanerad is distinct from false
        and coalesce(
            slut_datum + cast(getvariable('aterinskrivning_dagar') as integer)
                <= sista_datadag,
            true
        )
),
beraknade as (
    select patient, start_datum, from index_episod where aterinskriven
)
select
    count(*) filter (where k.i_kallan and b.beraknad) as overens,
    count(*) filter (where k.i_kallan and b.beraknad is null) as bara_kallan,
    count(*) filter (where k.i_kallan is null) as bara_beraknade,
from (select *, true as i_kallan, from kallan) as k
full join (select *, true as beraknad, from beraknade) as b using (patient, start_datum)
having (select count(*) from s_aterinskrivning) > 0
