-- One row per indicator: the pattern of the key that each number of its cells goes by in the disclosure description. Null where
-- the number counts no cases (calendar days, inhabitants, beds). A key with `|` is a sum over the cases of what stands before it.
with visade as (
    select
        indikator, typ,
        list_filter(visar, lambda v: v.tal = 'taljare')[1].nyckel as taljare,
        list_filter(visar, lambda v: v.tal = 'namnare')[1].nyckel as namnare,
        list_filter(visar, lambda v: v.tal = 'antal')[1].nyckel as antal,
        list_filter(visar, lambda v: v.tal = 'rest')[1].nyckel as rest,
        indikator || ':{kategori}' as egen, -- a number that no other indicator shows
    from rojande_indikator
)
select
    indikator,
    case
        when taljare is not null then taljare
        when typ = 'antal' then antal
        when typ = 'medel' then antal || '|' || egen
    end as taljare,
    case
        when namnare is not null then namnare
        when typ = 'medel' then antal
        when typ = 'andel' then egen
    end as namnare,
    coalesce(antal, namnare, if(typ = 'andel', egen, null)) as antal,
    rest,
from visade
