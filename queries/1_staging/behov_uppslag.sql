-- One row per text in the extracts' behov: the needs after discharge (domain: 4.10). A text
-- that is none of them is `annat`, and listed.
with texter as (
    select behov as text from raw.utskrivningsklar
    union
    select behov from raw.vardtillfallen
),
kanda as (
    select
        text,
        case
            when starts_with(nyckeltext(text), 'oforandra') then 'oforandrade'
            when regexp_matches(nyckeltext(text), '^ny.*soc') then 'nytillkomna_socialtjanst'
            when regexp_matches(nyckeltext(text), '^ny.*(halso|hsl|sjukvard)')
                then 'nytillkomna_halso_och_sjukvard'
            when starts_with(nyckeltext(text), 'avancerad') then 'avancerade'
            when nyckeltext(text) = 'annat' then 'annat'
        end as slug,
    from texter
    where text is not null
)
select text, coalesce(slug, 'annat')::behov_slug as slug, slug is null as okand from kanda
