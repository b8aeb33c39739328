-- One row per text in the extracts' klinik: its code. A column with more texts than a word list
-- holds does not name clinics: those texts have none.
with texter as (
    select klinik from raw.utskrivningar
    union
    select klinik from raw.vardtillfallen
),
ord as (
    select distinct text from raw.ord where kolumn = 'klinik'
)
select t.klinik, nullif(slugtext(ord.text), '')::klinik_kod as kod,
from texter as t
left join ord on ord.text = t.klinik::varchar
where t.klinik is not null
