-- View: one row per index episode: ended alive and followed up the whole time. Came the patient
-- back: by any later unplanned episode, by the next one only, or by one of any kind?
select
    vardepisod.*,
    coalesce(
        dagar_till_oplanerad <= cast(getvariable('aterinskrivning_dagar') as integer), false
    ) as aterinskriven,
    -- No two episodes of a patient begin on the same day.
    aterinskriven and dagar_till_oplanerad = dagar_till_nasta as aterinskriven_nasta,
    coalesce(
        dagar_till_nasta <= cast(getvariable('aterinskrivning_dagar') as integer), false
    ) as aterinskriven_alla,
from vardepisod
cross join dataspann
where
    slut_datum is not null
    and not avliden
    and slut_datum + cast(getvariable('aterinskrivning_dagar') as integer) <= sista_datadag
