-- One row per text in the extracts' klinik: its code. A column with more texts than a word list
-- holds does not name clinics, and has none.
with texter as (
    select klinik from raw.utskrivningar
    union
    select klinik from raw.vardtillfallen
),
ord as (
    select text from raw.ord where kolumn = 'klinik'
)
select klinik, slugtext(klinik::varchar)::klinik_kod as kod,
from texter
semi join ord on ord.text = texter.klinik::varchar
where slugtext(klinik::varchar) <> ''
