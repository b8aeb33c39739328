-- Statistics of step 4, and the order in which levels, types of period and groups stand. Intervals are 95 %: z = 1.96.

create or replace macro niva_plats(niva) as
    list_position(['kommun', 'delregion', 'region', 'vardgivare', 'kommun_vardgivare', 'klinik'], niva);
create or replace macro periodtyp_plats(periodtyp) as
    list_position(['manad', 'kvartal', 'halvar', 'ar', 'rullande12', 'helg'], periodtyp);
create or replace macro grupp_plats(grupp) as
    list_position(['alla', 'somatik', 'psykiatri', '65plus', '80plus'], grupp);

-- Fewer cases than this are few: a mean of them has no interval, and nothing is judged by them.
create or replace macro fa_fall_grans() as 20;

-- Fewest cases behind a published quantile: so many that k patients lie beyond it. No floor when k = 1 hides nothing.
-- An unknown quantile has no floor and is not shown.
create or replace macro kvantil_golv(indikator) as
    case
        when getvariable('troskel') <= 1 then 0
        when ends_with(indikator, '_median') then 2 * getvariable('troskel')
        when ends_with(indikator, '_p90') then 10 * getvariable('troskel')
    end;

-- Wilson's interval of a share, in percent; inside 0–100 whatever the rounding.
create or replace macro wilson(taljare, namnare) as {
    'nedre': greatest(0, 100 * (
        taljare / namnare + 1.9208 / namnare
        - 1.96 * sqrt(taljare / namnare * (1 - taljare / namnare) / namnare + 0.9604 / namnare ** 2)
    ) / (1 + 3.8416 / namnare)),
    'ovre': least(100, 100 * (
        taljare / namnare + 1.9208 / namnare
        + 1.96 * sqrt(taljare / namnare * (1 - taljare / namnare) / namnare + 0.9604 / namnare ** 2)
    ) / (1 + 3.8416 / namnare)),
};

-- Relative standard error of a mean from Σ, n and Σ²: s / (mean · √n), s the sample deviation (n − 1). Null without Σ²:
-- greatest passes a null by, which would make an interval of no width.
create or replace macro relativt_medelfel(summa, n, kvadratsumma) as
    if(kvadratsumma is null, null, sqrt(greatest(0, kvadratsumma - summa * summa / n) / (n - 1)) * sqrt(n) / summa);

-- mean · exp(± 1.96 · s / (mean · √n))
create or replace macro medel_granser(summa, n, kvadratsumma) as {
    'nedre': summa / n * exp(-1.96 * relativt_medelfel(summa, n, kvadratsumma)),
    'ovre': summa / n * exp(1.96 * relativt_medelfel(summa, n, kvadratsumma)),
};

-- A share of something as whole percent; some is never none and never all. Null of nothing.
create or replace macro hel_procent(del, allt) as
    case
        when del = 0 and allt > 0 then 0
        when del = allt and allt > 0 then 100
        when allt > 0 then cast(greatest(1, least(99, round(100 * del / allt))) as integer)
    end;
