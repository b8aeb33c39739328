-- One row per unit, period, group and cause: ended cases, their waiting days and the sum of
-- the squared waiting days.
select
    niva, enhet_id, periodtyp, period, grupp, orsak,
    antal_fall as fall,
    summa_vantedagar as vantedagar,
    summa_kvadrat as kvadratsumma,
from upprullad('kub_orsak', ['orsak'])
