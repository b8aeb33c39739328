-- One row per clinic in the extracts, under its most common spelling.
with namn as (
    select falttext(text) as namn, sum(rader) as rader,
    from raw.ord
    where kolumn = 'klinik'
    group by 1
)
select slugtext(namn) as kod, arg_max(namn, (rader, namn)) as namn,
from namn
where slugtext(namn) <> ''
group by 1
