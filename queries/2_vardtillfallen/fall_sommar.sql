-- One row per unit, year and part of the year: ended cases, nolldagar, waiting days and the sum of their squares.
select
    niva, enhet_id, periodtyp, period, grupp, kategori,
    antal_fall as fall,
    antal_nolldagar as nolldagar,
    summa_vantedagar as vantedagar,
    summa_kvadrat as kvadratsumma,
from upprullad('kub_sommar', ['kategori'], ['sommarveckor', 'sommarveckor_samma_dag'])
