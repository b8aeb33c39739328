-- One row per unit, year and hour of discharge (okand without a clock): ended cases.
select niva, enhet_id, periodtyp, period, grupp, timme, antal_fall as fall,
from upprullad('kub_timme', ['timme'], ['utskrivningstimme'])
