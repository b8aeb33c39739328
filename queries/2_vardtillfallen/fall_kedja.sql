-- View: one row per ended case with what its notices say of the way out, as the figures on the
-- chain count it. Null where a notice does not say it; days are civil days unless a clock is named.
select
    stay, kommun, delregion, vardgivare, vardform, klinik, aldersband, d0, d1, vantedagar,
    utskriven_till, process, behov, orsak,

    -- The kommun can begin: as it says itself, else when both of its parts can.
    coalesce(kommunklar_datum, greatest(kommunklar_sol_datum, kommunklar_hsl_datum)) as kommunklar,
    d1 < kommunklar as fore_kommunklar,
    -- Each leg within the waiting: the kommun's up to kommunklar, the rest after it.
    inom(kommunklar - d0, vantedagar) as kommunens_ben,
    vantedagar - kommunens_ben as rest,
    inom(kommunklar_sol_datum - d0, vantedagar) as sol,
    inom(kommunklar_hsl_datum - d0, vantedagar) as hsl,

    -- Started days past the deadline. 24 hours from admission by the clock where both have one,
    -- else by the end of the next day (LUS 2:3).
    minst_noll(coalesce(
        cast(ceil((epoch(inskrivningsmeddelande_tid) - epoch(in_tid)) / 86400) as integer),
        inskrivningsmeddelande_datum - in_datum
    ) - 1) as inskrivningsmeddelande_sent,
    -- 3 days from the notice, or from readiness where no notice is dated (LUS 4:3).
    minst_noll(sip_kallelse_datum - coalesce(underrattelse_datum, d0) - 3)
        as sip_kallelse_sent,

    coalesce(sista_berakning, beraknad_utskrivning_datum) as beraknad,
    case
        when d1 = beraknad then 'traff'
        when d1 < beraknad then 'tidigare'
        when d1 > beraknad then 'senare'
    end as avvikelse,
    abs(d1 - beraknad) as fel,
    case when beraknad is not null then coalesce(andringar, 0) end as andringar,
    case when beraknad is not null then coalesce(sista_andring >= d1, false) end as sent_andrad,
    -- Days from notice to discharge; a notice dated after it says nothing.
    case when underrattelse_datum <= d1 then d1 - underrattelse_datum end as varsel,
from fall
left join fall_berakning using (stay)
where d1 is not null
