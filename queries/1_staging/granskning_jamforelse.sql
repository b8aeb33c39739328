-- One row per remark on a row of jamforelse*.
select
    'jamforelse' as slag, fil, rad, 'avvisad' as typ, fel_kod as kod,
    case fel_kod
        when 'ogiltig_period' then 'period'
        when 'ogiltigt_tal' then 'varde'
        when 'motsagande_dubblett' then skilda
        when 'uppgift_saknas'
            then case
                when indikator is null then 'indikator'
                when niva is null then 'niva'
                when enhet is null then 'enhet'
                when periodtext is null then 'period'
                else 'kalla'
            end
    end as kolumn,
from jamforelse_tolkad
where fel_kod is not null
union all
select 'jamforelse', fil, rad, 'struken', 'ogiltigt_tal', 'antal'
from jamforelse_tolkad
where fel_kod is null and antal_struket
