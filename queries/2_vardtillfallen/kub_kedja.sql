-- One row per finest cell of ended cases: how many the notices say what of, under the keys that
-- disclosure control knows the counts by, and the days that go with them.
select
    cast(date_trunc('month', d1) as date) as manad,
    kommun, delregion, vardgivare,
    -- Counted for everyone only.
    'okand'::vardform_grupp as vardform,
    'okand'::aldersband as aldersband,
    raknat(vikt) as "antal_n",

    raknat_om(vikt, process = 'gron') as "antal_process=gron",
    raknat_om(vikt, process = 'gul') as "antal_process=gul",
    raknat_om(vikt, process = 'rod') as "antal_process=rod",
    raknat_om(vikt, coalesce(process = 'annat', true)) as "antal_process=annat",
    raknat_om(vikt, process = 'gron' and vantedagar = 0) as "antal_process=gron,vantat=0",
    raknat_om(vikt, process = 'gul' and vantedagar = 0) as "antal_process=gul,vantat=0",
    raknat_om(vikt, process = 'rod' and vantedagar = 0) as "antal_process=rod,vantat=0",
    raknat_om(vikt, coalesce(process = 'annat', true) and vantedagar = 0)
        as "antal_process=annat,vantat=0",

    raknat_om(vikt, utskriven_till = 'ordinart_boende') as "antal_till=ordinart_boende",
    raknat_om(vikt, utskriven_till = 'sarskilt_boende') as "antal_till=sarskilt_boende",
    raknat_om(vikt, utskriven_till = 'korttid') as "antal_till=korttid",
    raknat_om(vikt, utskriven_till = 'annat_sjukhus') as "antal_till=annat_sjukhus",
    raknat_om(vikt, utskriven_till = 'mobilt_sjukhusteam') as "antal_till=mobilt_sjukhusteam",
    raknat_om(vikt, utskriven_till = 'avliden') as "antal_till=avliden",
    raknat_om(vikt, coalesce(utskriven_till = 'annat', true)) as "antal_till=annat",

    raknat_om(vikt, behov = 'oforandrade') as "antal_behov=oforandrade",
    raknat_om(vikt, behov = 'nytillkomna_socialtjanst')
        as "antal_behov=nytillkomna_socialtjanst",
    raknat_om(vikt, behov = 'nytillkomna_halso_och_sjukvard')
        as "antal_behov=nytillkomna_halso_och_sjukvard",
    raknat_om(vikt, behov = 'avancerade') as "antal_behov=avancerade",
    raknat_om(vikt, coalesce(behov = 'annat', true)) as "antal_behov=annat",

    raknat_om(vikt, kommunklar is not null) as "antal_kk=ja",
    raknat_om(vikt, fore_kommunklar) as "antal_kk=ja,fore=ja",
    sum(kommunens_ben) as "summa_kommunens_ben",
    sum(rest) as "summa_rest",
    raknat_om(vikt, sol is not null) as "antal_sol=ja",
    sum(sol) as "summa_sol",
    raknat_om(vikt, hsl is not null) as "antal_hsl=ja",
    sum(hsl) as "summa_hsl",

    raknat_om(vikt, inskrivningsmeddelande_sent is not null) as "antal_frist_inskrivningsmeddelande",
    raknat_om(vikt, inskrivningsmeddelande_sent = 0)
        as "antal_frist_inskrivningsmeddelande=ja",
    raknat_om(vikt, inskrivningsmeddelande_sent > 0)
        as "antal_frist_inskrivningsmeddelande=nej",
    sum(inskrivningsmeddelande_sent) as "summa_inskrivningsmeddelande",
    raknat_om(vikt, sip_kallelse_sent is not null) as "antal_frist_sip_kallelse",
    raknat_om(vikt, sip_kallelse_sent = 0) as "antal_frist_sip_kallelse=ja",
    raknat_om(vikt, sip_kallelse_sent > 0) as "antal_frist_sip_kallelse=nej",
    sum(sip_kallelse_sent) as "summa_sip_kallelse",

    raknat_om(vikt, beraknad is not null) as "antal_ber=ja",
    raknat_om(vikt, avvikelse = 'traff') as "antal_avvikelse=traff",
    raknat_om(vikt, avvikelse = 'tidigare') as "antal_avvikelse=tidigare",
    raknat_om(vikt, avvikelse = 'senare') as "antal_avvikelse=senare",
    sum(fel) as "summa_fel",
    raknat_om(vikt, andringar = 0) as "antal_andringar=0",
    raknat_om(vikt, andringar = 1) as "antal_andringar=1",
    raknat_om(vikt, andringar >= 2) as "antal_andringar=2-",
    raknat_om(vikt, sent_andrad) as "antal_sent=ja",
    raknat_om(vikt, varsel = 0) as "antal_varsel=0",
    raknat_om(vikt, varsel = 1) as "antal_varsel=1",
    raknat_om(vikt, varsel >= 2) as "antal_varsel=2-",
    raknat_om(vikt, varsel is null) as "antal_varsel=annat",

    sum(kommunens_ben * kommunens_ben) as "summa_kvadrat_kommunens_ben",
    sum(rest * rest) as "summa_kvadrat_rest",
    sum(sol * sol) as "summa_kvadrat_sol",
    sum(hsl * hsl) as "summa_kvadrat_hsl",
    sum(inskrivningsmeddelande_sent * inskrivningsmeddelande_sent)
        as "summa_kvadrat_inskrivningsmeddelande",
    sum(sip_kallelse_sent * sip_kallelse_sent) as "summa_kvadrat_sip_kallelse",
    sum(fel * fel) as "summa_kvadrat_fel",
from (select *, vikt(stay) as vikt from fall_kedja)
group by all
