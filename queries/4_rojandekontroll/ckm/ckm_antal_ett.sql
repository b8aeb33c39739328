-- One row per count, not above its wholes as they were perturbed.
from hogst_hela('ckm_antal')
