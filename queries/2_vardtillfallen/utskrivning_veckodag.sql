-- One row per unit, period, group and weekday of discharge: all ended stays, whether or not
-- they were ever ready.
select niva, enhet_id, periodtyp, period, grupp, ut_veckodag, antal_vardtillfallen as vardtillfallen,
from upprullad('kub_utskrivning', ['ut_veckodag'], ['veckodag_utskrivning_alla'])
