-- One row per stay of a patient with several stays: does it begin a vårdepisod, is it the only
-- stay of it, and what comes after it among the patient's stays? One sort serves it all.
with foljd as (
    select
        stay, patient, kommun, delregion, vardgivare, vardform, aldersband, in_datum, ut_datum,
        utskriven_till, oplanerad,
        -- The running maximum, so that nested and chained stays link; an open stay keeps
        -- the episode open.
        max(coalesce(ut_datum, date 'infinity')) over (
            fore rows between unbounded preceding and 1 preceding
        ) as slut_hittills,
        lead(in_datum) over fore as nasta_in,
        lead(if(planering_oplanerad(oplanerad), in_datum, null) ignore nulls) over fore as nasta_oplanerad_in,
    from vardtillfalle
    where flera_vistelser
    window fore as (partition by patient order by in_datum, stay)
),
markerad as (
    select
        * exclude (slut_hittills),
        slut_hittills is null or in_datum > slut_hittills as borjar,
        nasta_in is null
        or nasta_in > greatest(slut_hittills, coalesce(ut_datum, date 'infinity')) as slutar,
    from foljd
)
select * exclude (slutar), borjar and slutar as ensam, from markerad
