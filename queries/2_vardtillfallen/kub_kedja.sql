-- One row per finest cell of ended cases: how many the notices say what of, under the keys that
-- disclosure control knows the counts by, and the days that go with them.
select
    cast(date_trunc('month', d1) as date) as manad,
    kommun, delregion, vardgivare,
    -- Counted for everyone only.
    'okand'::vardform_grupp as vardform,
    'okand'::aldersband as aldersband,
    count(*) as "antal_n",

    count(*) filter (where process = 'gron') as "antal_process=gron",
    count(*) filter (where process = 'gul') as "antal_process=gul",
    count(*) filter (where process = 'rod') as "antal_process=rod",
    count(*) filter (where coalesce(process = 'annat', true)) as "antal_process=annat",
    count(*) filter (where process = 'gron' and vantedagar = 0) as "antal_process=gron,vantat=0",
    count(*) filter (where process = 'gul' and vantedagar = 0) as "antal_process=gul,vantat=0",
    count(*) filter (where process = 'rod' and vantedagar = 0) as "antal_process=rod,vantat=0",
    count(*) filter (where coalesce(process = 'annat', true) and vantedagar = 0)
        as "antal_process=annat,vantat=0",

    count(*) filter (where utskriven_till = 'ordinart_boende') as "antal_till=ordinart_boende",
    count(*) filter (where utskriven_till = 'sarskilt_boende') as "antal_till=sarskilt_boende",
    count(*) filter (where utskriven_till = 'korttid') as "antal_till=korttid",
    count(*) filter (where utskriven_till = 'annat_sjukhus') as "antal_till=annat_sjukhus",
    count(*) filter (where utskriven_till = 'mobilt_sjukhusteam') as "antal_till=mobilt_sjukhusteam",
    count(*) filter (where utskriven_till = 'avliden') as "antal_till=avliden",
    count(*) filter (where coalesce(utskriven_till = 'annat', true)) as "antal_till=annat",

    count(*) filter (where behov = 'oforandrade') as "antal_behov=oforandrade",
    count(*) filter (where behov = 'nytillkomna_socialtjanst')
        as "antal_behov=nytillkomna_socialtjanst",
    count(*) filter (where behov = 'nytillkomna_halso_och_sjukvard')
        as "antal_behov=nytillkomna_halso_och_sjukvard",
    count(*) filter (where behov = 'avancerade') as "antal_behov=avancerade",
    count(*) filter (where coalesce(behov = 'annat', true)) as "antal_behov=annat",

    count(kommunklar) as "antal_kk=ja",
    count(*) filter (where fore_kommunklar) as "antal_kk=ja,fore=ja",
    sum(kommunens_ben) as "summa_kommunens_ben",
    sum(rest) as "summa_rest",
    count(sol) as "antal_sol=ja",
    sum(sol) as "summa_sol",
    count(hsl) as "antal_hsl=ja",
    sum(hsl) as "summa_hsl",

    count(inskrivningsmeddelande_sent) as "antal_frist_inskrivningsmeddelande",
    count(*) filter (where inskrivningsmeddelande_sent = 0)
        as "antal_frist_inskrivningsmeddelande=ja",
    count(*) filter (where inskrivningsmeddelande_sent > 0)
        as "antal_frist_inskrivningsmeddelande=nej",
    sum(inskrivningsmeddelande_sent) as "summa_inskrivningsmeddelande",
    count(sip_kallelse_sent) as "antal_frist_sip_kallelse",
    count(*) filter (where sip_kallelse_sent = 0) as "antal_frist_sip_kallelse=ja",
    count(*) filter (where sip_kallelse_sent > 0) as "antal_frist_sip_kallelse=nej",
    sum(sip_kallelse_sent) as "summa_sip_kallelse",

    count(beraknad) as "antal_ber=ja",
    count(*) filter (where avvikelse = 'traff') as "antal_avvikelse=traff",
    count(*) filter (where avvikelse = 'tidigare') as "antal_avvikelse=tidigare",
    count(*) filter (where avvikelse = 'senare') as "antal_avvikelse=senare",
    sum(fel) as "summa_fel",
    count(*) filter (where andringar = 0) as "antal_andringar=0",
    count(*) filter (where andringar = 1) as "antal_andringar=1",
    count(*) filter (where andringar >= 2) as "antal_andringar=2-",
    count(*) filter (where sent_andrad) as "antal_sent=ja",
    count(*) filter (where varsel = 0) as "antal_varsel=0",
    count(*) filter (where varsel = 1) as "antal_varsel=1",
    count(*) filter (where varsel >= 2) as "antal_varsel=2-",
    count(*) filter (where varsel is null) as "antal_varsel=annat",

    sum(kommunens_ben * kommunens_ben) as "summa_kvadrat_kommunens_ben",
    sum(rest * rest) as "summa_kvadrat_rest",
    sum(sol * sol) as "summa_kvadrat_sol",
    sum(hsl * hsl) as "summa_kvadrat_hsl",
    sum(inskrivningsmeddelande_sent * inskrivningsmeddelande_sent)
        as "summa_kvadrat_inskrivningsmeddelande",
    sum(sip_kallelse_sent * sip_kallelse_sent) as "summa_kvadrat_sip_kallelse",
    sum(fel * fel) as "summa_kvadrat_fel",
from fall_kedja
group by all
