-- One row per year, clinic, waiting days and process colour: ended cases of a known clinic.
select
    cast(date_trunc('year', d1) as date) as period,
    vardgivare || '+' || klinik as enhet_id,
    any_value(vardgivare) as vardgivare,
    any_value(klinik) as klinik,
    vantedagar,
    coalesce(process::varchar, 'annat') as process,
    raknat(vikt(stay)) as fall,
from fall_kedja
where vardgivare is not null and klinik is not null
group by all
