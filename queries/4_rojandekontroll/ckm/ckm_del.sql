-- One row per block, part and whole that some share sets against each other.
select distinct block, taljare_namn as del, namnare_namn as hel,
from ckm_cell
where typ in ('andel', 'fordelning', 'dagandel')
