-- One row per range of ages whose inhabitants a figure needs, in whole years; no `till`: and older. The last three are
-- the age bands of the stays.
select alder, fran, till,
from (values ('65-', 65, null), ('-64', 0, 64), ('65-79', 65, 79), ('80-', 80, null)) as a (alder, fran, till)
