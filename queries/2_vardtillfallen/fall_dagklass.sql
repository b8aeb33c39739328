-- One row per unit, period, group, class of the day of readiness and of discharge: ended
-- cases.
select niva, enhet_id, periodtyp, period, grupp, klar_dagklass, ut_dagklass, antal_fall as fall,
from upprullad(
    'kub_fall', ['klar_dagklass', 'ut_dagklass'],
    ['dagklass_utskrivning', 'dagklass_utskrivningsklar', 'fall_per_kalenderdag']
)
