-- View: one row per used notice: of utskrivningsklar*, and of vardtillfallen* on the row of its
-- stay. `stay` is null when the stay is in no file.
with anvand as (
    select nr, stay
    from notis_vistelse
    anti join (select nr from notis_dubblett where kod is not null) using (nr)
    where fel is null
    union all
    select stay, stay from s_vardtillfalle where slag = 'vardtillfallen'
)
select
    n.slag, n.fil, n.rad, a.stay, n.kommun, n.vardgivare,
    columns(n.* exclude (
        slag, nr, fil, rad, vardtillfalle_id, patient_id, in_datum, in_tid, kommun, kommunfel,
        kommun_skiljer, okand_kommunkod, okand_process, okand_behov, vardgivare, fel, datumfel
    )),
from notis_tolkad as n
join anvand as a using (nr)
where n.klar_datum is not null
