-- One row per text in the extracts' process: its colour (domain: 4.10). A text that is none of
-- them is `annat`, and listed.
with texter as (
    select process as text from raw.utskrivningsklar
    union
    select process from raw.vardtillfallen
),
kanda as (
    select
        text,
        case
            when starts_with(nyckeltext(text), 'gron') then 'gron'
            when starts_with(nyckeltext(text), 'gul') then 'gul'
            when starts_with(nyckeltext(text), 'rod') then 'rod'
            when nyckeltext(text) = 'annat' then 'annat'
        end as slug,
    from texter
    where text is not null
)
select text, coalesce(slug, 'annat')::process_slug as slug, slug is null as okand from kanda
