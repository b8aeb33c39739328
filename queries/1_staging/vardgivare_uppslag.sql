-- One row per text in the extracts' vårdgivare column: its code. A name the profile does
-- not know keeps its own: SUS Lund is sus_lund, never sus unless declared a synonym.
with texter as (
    select vardgivare from raw.utskrivningar
    union
    select vardgivare from raw.utskrivningsklar
    union
    select vardgivare from raw.vardtillfallen
    union
    select vardgivare from raw.vardplatser
)
select
    t.vardgivare,
    coalesce(s.kod, nullif(slugtext(t.vardgivare), ''))::vardgivare_kod as kod,
    s.kod is null as utanfor_profilen,
from texter as t
left join profil_vardgivare_synonym as s on s.nyckel = nyckeltext(t.vardgivare)
where t.vardgivare is not null
