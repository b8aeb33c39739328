-- One row per text in the extracts' vardform: the form of care it means.
with texter as (
    select vardform as text from raw.utskrivningar
    union
    select vardform from raw.vardtillfallen
)
select
    text, las_vardform(t)::vardform as vardform, las_vardform(t) is null as struken,
from (select text, text::varchar as t from texter)
where text is not null
