-- One row per count: its true value and what the perturbation table makes of it. 0 has no row in the table and stays 0.
select
    block, namn, sant, nyckel,
    sant + coalesce(avvikelse, 0) as tal,
from ckm_tal
left join ckm_ptabell as p
    on p.antal = least(sant, (select max(antal) from ckm_ptabell)) and nyckel >= fran and nyckel < till
where not summa
