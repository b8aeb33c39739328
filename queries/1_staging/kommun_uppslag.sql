-- One row per pair of texts in the extracts' kommunkod and kommun: the kommun it means.
-- `fel` says why it means none; `skiljer` that the code won over another name.
with par as (
    select kommunkod, kommun from raw.utskrivningsklar
    union
    select kommunkod, kommun from raw.utskrivningar
    union
    select kommunkod, kommun from raw.vardtillfallen
    union
    select kommunkod, kommun from raw.aktiviteter
),
text as (
    select
        kommunkod, kommun,
        -- A code that a spreadsheet made a number has lost its first zero: 180 is 0180.
        case when regexp_full_match(trim(kommunkod), '\d{3}') then '0' || trim(kommunkod)
            else falttext(kommunkod) end as kodtext,
        case when regexp_full_match(trim(kommun), '\d{3}') then '0' || trim(kommun)
            else falttext(kommun) end as namntext,
        -- "Lunds kommun", "Malmö stad", "Region Gotland" are named Lund, Malmö, Gotland.
        regexp_replace(
            nfc_normalize(lower(falttext(kommun))), '^region +| +(kommun|stad)$', '', 'g'
        ) as kort,
    from par
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
        t.kommunkod, t.kommun, t.kodtext, t.namntext, k.kod as ur_kod,
        coalesce(i.kod, e.kod, n.kod, g.kod) as ur_namn,
    from text as t
    left join sverige_kommun as k on k.kod = t.kodtext
    left join sverige_kommun as i on i.kod = t.namntext
    left join sverige_kommun as e on lower(e.namn) = t.kort
    left join namn as n on n.nyckel = nyckeltext(t.kort)
    -- Genitive: "lunds" of "Lunds kommun".
    left join namn as g on g.nyckel || 's' = nyckeltext(t.kort) and t.kort <> lower(t.namntext)
)
select
    kommunkod, kommun,
    coalesce(ur_kod, ur_namn) as kod,
    coalesce(ur_kod, ur_namn) not in (select kod from profil_kommun) as utomlans,
    case
        when coalesce(kodtext, namntext) is null then 'kommun_saknas'
        when coalesce(ur_kod, ur_namn) is null then 'okand_kommun'
    end as fel,
    ur_kod <> ur_namn as skiljer,
    kodtext is not null and ur_kod is null and ur_namn is not null as okand_kod,
from traff
