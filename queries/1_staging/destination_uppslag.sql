-- One row per text in the extracts' utskriven_till: its destination (domain: 4.10).
-- A text that is none of them is `annat`, and listed.
with texter as (
    select utskriven_till from raw.utskrivningar
    union
    select utskriven_till from raw.vardtillfallen
),
nycklar as (
    select utskriven_till, nyckeltext(utskriven_till) as n,
    from texter
    where utskriven_till is not null
),
kanda as (
    select
        utskriven_till, n,
        case
            when n in ('hem', 'hemmet', 'hemmedhemtjanst', 'ordinartboende', 'egetboende')
                then 'ordinart_boende'
            when n in ('sarskiltboende', 'sabo', 'vardboende', 'aldreboende') then 'sarskilt_boende'
            when starts_with(n, 'korttid') then 'korttid'
            when n in ('annatsjukhus', 'annansjukvard', 'annanklinik') then 'annat_sjukhus'
            when n in ('mobiltsjukhusteam', 'mobiltteam') then 'mobilt_sjukhusteam'
            when n in ('avliden', 'avlidit', 'dod') then 'avliden'
            when n = 'annat' then 'annat'
        end as slug,
    from nycklar
)
select utskriven_till, coalesce(slug, 'annat')::destination_slug as slug, slug is null as okand from kanda
