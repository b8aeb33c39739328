-- One row per count or sum as it is published.
from ckm_antal_klart
union all by name
from hogst_hela('ckm_summa')
