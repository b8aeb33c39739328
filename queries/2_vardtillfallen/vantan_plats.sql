-- One row per period in which some stay waited: the last day that decided the delregion of any of them.
select periodtyp, period, max(sista_plats_dag) as sista_plats_dag,
from kub_dygn
join period_manad using (manad)
group by periodtyp, period
