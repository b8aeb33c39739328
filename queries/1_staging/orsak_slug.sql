-- One row per text in the extracts' orsak and cause it names, several apart by `|` (domain: 4.9).
-- A cause that is none of the listed is `annat`, and listed.
with texter as (
    select orsak from raw.utskrivningsklar
    union
    select orsak from raw.vardtillfallen
),
delar as (
    select orsak, unnest(string_split(orsak::varchar, '|')) as del from texter where orsak is not null
),
kanda as (
    select
        orsak,
        case
            when starts_with(n, 'hjalpmedel') then 'hjalpmedel'
            when starts_with(n, 'rehab') then 'rehab'
            when starts_with(n, 'nyainsats') then 'nya_insatser'
            when starts_with(n, 'utokadeinsats') then 'utokade_insatser'
            when starts_with(n, 'trygghetslarm') then 'trygghetslarm'
            when starts_with(n, 'korttid') then 'korttidsplats'
            when n in ('sabo', 'vardboende', 'aldreboende') or starts_with(n, 'sarskiltboende')
                then 'sarskilt_boende'
            when starts_with(n, 'lakemedel') then 'lakemedel'
            when starts_with(n, 'transport') then 'transport'
            when starts_with(n, 'information') then 'information'
            when starts_with(n, 'patientensonskan') then 'patientens_onskan'
            when starts_with(n, 'framgarinte') then 'framgar_inte'
            when n = 'annat' then 'annat'
        end as slug,
    from (select orsak, nyckeltext(del) as n from delar)
    where n <> ''
)
select orsak, coalesce(slug, 'annat') as slug, bool_or(slug is null) as okand
from kanda
group by all
