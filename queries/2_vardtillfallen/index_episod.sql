-- View: one row per index episode: ended alive and followed up the whole time.
select
    vardepisod.*,
    coalesce(
        dagar_till_oplanerad <= cast(getvariable('aterinskrivning_dagar') as integer), false
    ) as aterinskriven,
from vardepisod
cross join dataspann
where
    slut_datum is not null
    and not avliden
    and slut_datum + cast(getvariable('aterinskrivning_dagar') as integer) <= sista_datadag
