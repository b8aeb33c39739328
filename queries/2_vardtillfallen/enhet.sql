-- One row per unit a figure is shown for.
select 'kommun' as niva, kod as enhet_id, namn as enhet, from profil_kommun
union all
select 'delregion', kod, namn, from profil_delregion
union all
select
    'region',
    cast(getvariable('region_kod') as varchar),
    cast(getvariable('region_namn') as varchar),
union all
select 'vardgivare', kod, namn, from vardgivare
union all
select
    'kommun_vardgivare', par.kommun || '+' || par.vardgivare, profil_kommun.namn || ' hos ' || vardgivare.namn,
from (select distinct kommun::varchar as kommun, vardgivare::varchar as vardgivare from vardtillfalle) as par
join profil_kommun on profil_kommun.kod = par.kommun
join vardgivare on vardgivare.kod = par.vardgivare
union all
-- A clinic is a unit of the vårdgivare it belongs to.
select distinct
    'klinik', kub_klinik.enhet_id, vardgivare.namn || ', ' || klinik.namn,
from kub_klinik
join vardgivare on vardgivare.kod = kub_klinik.vardgivare
join klinik on klinik.kod = kub_klinik.klinik
