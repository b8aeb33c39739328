-- One row per visible final month of a control chart (XmR) with the rules it breaks: shares, ratios and means.
-- Only published cells enter. A month that is hidden or missing is a gap: no moving range across it, and runs start over.
-- Signals, strongest first: outside the limits; 7 in a row on one side (a point on the line breaks it); 7 points in a row
-- rising or falling; 2 of 3 beyond two thirds of the way to the limit, all three on one side (the month itself beyond).
with
manader as (
    select
        *,
        12 * year(period) + month(period) as manad,
        manad - row_number() over (partition by indikator, niva, enhet_id, grupp order by period) as del,
    from styrdiagram_visad
),

steg as (
    select *, varde - lag(varde) over (partition by indikator, niva, enhet_id, grupp, del order by manad) as andring,
    from manader
),

granser as (
    select
        *,
        avg(varde) over hela as medel,
        avg(abs(andring)) over hela as rorlig_vidd,
        max(varde) over hela > min(varde) over hela as varierar,
        greatest(0, medel - 2.66 * rorlig_vidd) as nedre_grans,
        least(if(matt = 'procent', 100, 'infinity'::double), medel + 2.66 * rorlig_vidd) as ovre_grans,
        if(abs(varde - medel) < 1e-9, 0, sign(varde - medel)) as sida,
        abs(varde - medel) > 1.773 * rorlig_vidd and sida <> 0 as langt_ifran,
        coalesce(sign(andring), 0) as vag, -- 1 up, -1 down, 0 first or unchanged
    from steg
    -- In the order of the months: a mean's last decimals depend on the order of its terms.
    window hela as (
        partition by indikator, niva, enhet_id, grupp order by manad
        rows between unbounded preceding and unbounded following
    )
),

foljder as (
    select *,
        manad - row_number() over (partition by indikator, niva, enhet_id, grupp, sida order by manad) as foljd,
        manad - row_number() over (partition by indikator, niva, enhet_id, grupp, vag order by manad) as vagfoljd,
    from granser
    -- A single month, or none beside another, has no limits; nor have months that differ across gaps only: limits of no
    -- width would put each of them outside.
    where rorlig_vidd > 0 or (rorlig_vidd = 0 and not varierar)
),

langder as (
    select *,
        if(sida = 0, 0, row_number() over pa_sidan) as i_rad,
        if(sida = 0, 0, count(*) over (partition by indikator, niva, enhet_id, grupp, sida, foljd)) as foljd_langd,
        if(vag = 0, 0, count(*) over (partition by indikator, niva, enhet_id, grupp, vag, vagfoljd)) as andringar,
        if(vag = 0, 0, row_number() over pa_vagen) as andringar_dittills,
        i_rad >= 3 and count_if(langt_ifran) over (pa_sidan rows 2 preceding) >= 2 as tredje,
    from foljder
    window pa_sidan as (partition by indikator, niva, enhet_id, grupp, sida, foljd order by manad),
        pa_vagen as (partition by indikator, niva, enhet_id, grupp, vag, vagfoljd order by manad)
),

-- Six changes one way make seven points; the first of them stands before the first change.
regler as (
    select *,
        varde < nedre_grans - 1e-9 or varde > ovre_grans + 1e-9 as utanfor,
        case
            when andringar >= 6 then vag
            when lead(andringar) over vidare >= 6 then lead(vag) over vidare
            else 0
        end as trend,
        langt_ifran and bool_or(tredje) over (
            partition by indikator, niva, enhet_id, grupp, sida, foljd order by manad
            rows between current row and 2 following
        ) as tva_av_tre,
    from langder
    window vidare as (partition by indikator, niva, enhet_id, grupp, del order by manad)
)

select
    indikator, niva, enhet_id, grupp, period, varde, medel, nedre_grans, ovre_grans, sida, i_rad, foljd_langd,
    case
        when utanfor then 'utanfor'
        when foljd_langd >= 7 then 'sju_samma_sida'
        when trend <> 0 then 'sju_trend'
        when tva_av_tre then 'tva_av_tre'
    end as signal,
    -- The same rules with no month after this one known: what was seen when it was the latest.
    case
        when utanfor then 'utanfor'
        when i_rad >= 7 then 'sju_samma_sida'
        when andringar_dittills >= 6 then 'sju_trend'
        when langt_ifran and tredje then 'tva_av_tre'
    end as signal_da,
    if(signal_da = 'sju_trend', vag, sida) as signalens_vag, -- 1 up, -1 down
    case
        when signal_da is null then 'normal'
        when riktning = 'ingen' or signalens_vag = 0 then 'forandring'
        when (riktning = 'hogre') = (signalens_vag > 0) then 'battre'
        else 'samre'
    end as bedomning,
from regler
