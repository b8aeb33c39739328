-- One row per unit, period, group, weekday of readiness and weekday of discharge: ended
-- cases, their waiting days and the sum of the squared waiting days.
select
    niva, enhet_id, periodtyp, period, grupp, klar_veckodag, ut_veckodag,
    antal_fall as fall,
    summa_vantedagar as vantedagar,
    summa_kvadrat as kvadratsumma,
from upprullad(
    'kub_fall', ['klar_veckodag', 'ut_veckodag'],
    ['medeldagar_veckodag', 'veckodag_matris', 'veckodag_utskrivning', 'veckodag_utskrivningsklar']
)
