-- One row per form of care, age band and group it counts in.
select vardform, aldersband, grupp,
from (values ('somatik'), ('psykiatri'), ('okand')) as v (vardform)
cross join (values ('-64'), ('65-79'), ('80-'), ('okand')) as a (aldersband)
cross join (values ('alla'), ('somatik'), ('psykiatri'), ('65plus'), ('80plus')) as g (grupp)
where
    grupp = 'alla'
    or grupp = vardform
    or (grupp = '65plus' and aldersband in ('65-79', '80-'))
    or (grupp = '80plus' and aldersband = '80-')
