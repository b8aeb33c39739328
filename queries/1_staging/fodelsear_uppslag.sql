-- One row per text in the extracts' fodelsear: the year, null where it is none.
with texter as (
    select fodelsear as text from raw.utskrivningar
    union
    select fodelsear from raw.vardtillfallen
)
select text, try_cast(las_heltal(t) as integer) as ar,
from (select text, text::varchar as t from texter)
where text is not null
