-- One row per used row of jamforelse*: a figure published elsewhere, as its source has it.
-- An empty value is `saknas`; its antal is kept.
select
    fil, rad, indikator, niva, enhet, periodtyp, strftime(period, '%Y-%m-%d') as period,
    varde, antal, kalla, case when varde is not null then 'visas' else 'saknas' end as status,
from jamforelse_tolkad
where fel_kod is null
order by indikator, niva, enhet, periodtyp, period, kalla
