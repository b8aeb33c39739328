-- One row per published cell with a value: what the noise of ckm does to it, as the half width of a range that holds the value
-- without noise 95 times in 100. In the header's unit, counted on published numbers only and rounded up. Null for quantiles.
-- Every count above 0 has the variance V; a mean has a noise of at most 1/√n of itself, evenly spread (variance 1/3n).
with delar as (
    select
        p.*, i.matt,
        contains(m.taljare, '|') as summa,
        split_part(m.taljare, '|', 1) is not distinct from m.namnare as eget_medel,
        m.namnare is not null as raknad_namnare,
        m.rest is null and i.typ = 'kvot' and m.namnare is not null as delade, -- n0 / n1: n1 is what n0 leaves
        getvariable('ckm_varians') as v,
    from publicerat as p
    join rojande_indikator as i using (indikator)
    join ckm_monster as m using (indikator)
    where p.status = 'visas' and p.taljare is not null and p.varde is not null
),

spridning as (
    select
        *,
        case
            when summa then varde * sqrt(
                1 / (3 * antal)
                + if(eget_medel, 0, v / antal ** 2 + if(raknad_namnare, 2 * v / namnare ** 2, 0))
            )
            else case matt when 'procent' then 100 else 1 end / namnare
                * sqrt(v * (1 + if(raknad_namnare, if(delade, 2, 1), 0) * (taljare / namnare) ** 2))
        end as s,
    from delar
    where namnare > 0 and antal > 0
)

select
    indikator, niva, enhet_id, periodtyp, period, grupp, kategori, matt,
    case
        when 1.96 * s < 0.1 then ceil(196 * s) / 100
        when 1.96 * s < 10 then ceil(19.6 * s) / 10
        when matt = 'procent' then least(100, ceil(1.96 * s))
        else ceil(1.96 * s)
    end as brus,
from spridning
