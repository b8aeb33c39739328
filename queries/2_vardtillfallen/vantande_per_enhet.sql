-- One row per unit, month, group and band of days waited so far: cases still waiting at the month's last day.
select niva, enhet_id, periodtyp, period, grupp, kategori, antal_fall as fall,
from upprullad('kub_vantande', ['kategori'], ['pagaende'])
