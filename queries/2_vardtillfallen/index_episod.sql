-- One row per index episode: ended alive and followed up the whole time. Days to the
-- patient's next episode and to the next unplanned one are null where there is none.
with flera as (
    -- Only patients with several episodes can come back.
    select patient from vardepisod where nr = 2
),
foljd as (
    select
        *,
        lead(start_datum) over senare - slut_datum as dagar_till_nasta,
        min(start_datum) filter (where oplanerad) over senare - slut_datum
            as dagar_till_oplanerad,
    from vardepisod
    semi join flera using (patient)
    window senare as (
        partition by patient
        order by nr
        rows between 1 following and unbounded following
    )
    union all by name
    from vardepisod
    anti join flera using (patient)
)
select
    foljd.*,
    coalesce(
        dagar_till_oplanerad <= cast(getvariable('aterinskrivning_dagar') as integer), false
    ) as aterinskriven,
from foljd
cross join dataspann
where
    slut_datum is not null
    and not avliden
    and slut_datum + cast(getvariable('aterinskrivning_dagar') as integer) <= sista_datadag
