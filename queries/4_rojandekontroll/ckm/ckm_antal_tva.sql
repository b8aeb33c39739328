-- One row per count, not above its wholes, which are parts themselves (a process colour of all cases): two steps suffice.
from hogst_hela('ckm_antal_ett')
