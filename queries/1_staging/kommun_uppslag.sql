-- One row per pair of texts in the extracts' kommunkod and kommun, with the rows that have it:
-- the kommun it means. `fel` says why it means none; `skiljer` that a code won over a name.
with par as (
    select kommunkod, kommun, count(*) as antal
    from (
        select kommunkod, kommun from raw.utskrivningsklar
        union all
        select kommunkod, kommun from raw.utskrivningar
        union all
        select kommunkod, kommun from raw.vardtillfallen
        union all
        select kommunkod, kommun from raw.aktiviteter
        union all
        select kommunkod, kommun from raw.befolkning
    )
    group by all
),
texter as (
    -- Either column may hold a code, a name or both. Blanks of every kind are a space.
    select
        text,
        regexp_replace(
            regexp_replace(
                nfc_normalize(lower(utan_kantblanka(text))),
                '[\x{ad}\x{200b}-\x{200f}\x{2060}\x{feff}]', '', 'g'
            ),
            '[\s\p{Z}]+', ' ', 'g'
        ) as t,
    from (select kommunkod::varchar as text from par union select kommun::varchar from par)
    where text is not null
),
delar as (
    -- `1281`, `180`, `1281.0`; `1281 Lund`; `Lund (1281)`; `Lund`.
    select
        text,
        case
            when regexp_full_match(t, '\d{3,4}([.,]0)?')
                or regexp_full_match(t, '\d{3,4}[ ,:;.\x{2013}-]+[^\d]*\pL[^\d]*')
                or regexp_full_match(t, '[^\d]*\pL[^\d]*[ ,:;(\x{2013}-]\d{3,4}\)?')
                -- A code that a spreadsheet made a number has lost its first zero: 180 is 0180.
                then lpad(regexp_extract(t, '\d{3,4}'), 4, '0')
        end as kod,
        -- "Lunds kommun", "Malmö stad", "Region Gotland" are named Lund, Malmö, Gotland.
        regexp_replace(
            regexp_replace(t, '[^\pL\d]*\d{3,4}[^\pL\d]*(0$)?', ''),
            '^(region|kommunen) | (kommun|stad|kn)$', '', 'g'
        ) as namn,
        regexp_matches(t, '\pL') as har_namn,
        regexp_matches(t, '\d') as har_kod,
    from texter
),
namn as (
    -- Folded names that mean one kommun only (Habo and Håbo fold alike, and do not).
    select nyckel, any_value(kod) as kod,
    from sverige_kommun
    group by nyckel
    having count(*) = 1
),
traff as (
    select
        d.text, k.kod as ur_kod,
        -- The name as written, or folded; then each in genitive: "lunds" of "Lunds kommun".
        coalesce(e.kod, n.kod, eg.kod, g.kod) as ur_namn,
        d.har_namn, d.har_kod,
    from delar as d
    left join sverige_kommun as k on k.kod = d.kod
    left join sverige_kommun as e on lower(e.namn) = d.namn
    left join namn as n on n.nyckel = nyckeltext(d.namn)
    left join sverige_kommun as eg on lower(eg.namn) || 's' = d.namn
    left join namn as g on g.nyckel || 's' = nyckeltext(d.namn)
),
tolkad as (
    -- A code and a name in one text must both be known.
    select
        text,
        case
            when har_kod and (ur_namn is not null or not har_namn) then ur_kod
            when not har_kod then ur_namn
        end as kod,
        har_kod and ur_kod <> ur_namn as skiljer,
    from traff
)
select
    p.kommunkod, p.kommun, p.antal,
    coalesce(k.kod, n.kod)::kommun_kod as kod,
    coalesce(k.kod, n.kod) not in (select kod from profil_kommun) as utomlans,
    case
        when p.kommunkod is null and p.kommun is null then 'kommun_saknas'
        when coalesce(k.kod, n.kod) is null then 'okand_kommun'
    end as fel,
    coalesce(k.kod <> n.kod, false) or coalesce(k.skiljer, false) or coalesce(n.skiljer, false)
        as skiljer,
    p.kommunkod is not null and k.kod is null and n.kod is not null as okand_kod,
from par as p
left join tolkad as k on k.text = p.kommunkod::varchar
left join tolkad as n on n.text = p.kommun::varchar
