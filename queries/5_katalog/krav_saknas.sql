-- One row per indicator that is off for want of columns: those it would take, `a|b` where
-- either would do.
select indikator, list(krav order by krav) as saknar,
from (
    select indikator, krav,
    from indikator_kraver
    left join (
        select distinct kolumn, true as finns,
        from kolumn_finns
        -- What others say of a column of the same name is not about the stays.
        where slag in ('utskrivningar', 'utskrivningsklar', 'vardtillfallen')
    ) using (kolumn)
    group by indikator, krav
    having not coalesce(bool_or(finns), false)
) as krav_utan_kolumn
group by indikator
