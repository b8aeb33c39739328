-- One row per unit, period and group: cases ready on a Thursday or Friday, and those still in on the Monday after.
select niva, enhet_id, periodtyp, period, grupp, antal_klara as klara, antal_kvar as kvar,
from upprullad('kub_helgkvar', [])
