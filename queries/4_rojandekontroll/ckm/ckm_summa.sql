-- One row per sum (of days): perturbed by way of its mean.
select
    s.block, s.namn,
    brusad_summa(s.sant, n.sant, k.tal, jamnt_brus(n.nyckel, split_part(s.namn, '|', 2))) as tal,
from ckm_tal as s
left join ckm_antal as n on n.block = s.block and n.namn = split_part(s.namn, '|', 1)
left join ckm_antal_klart as k on k.block = n.block and k.namn = n.namn
where s.summa
