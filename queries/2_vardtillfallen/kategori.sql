-- One row per kind of category and value of it, in the order they are read.
select
    'behov' as slag,
    unnest([
        'oforandrade', 'nytillkomna_socialtjanst', 'nytillkomna_halso_och_sjukvard',
        'avancerade', 'annat',
    ]) as kategori
union all
select
    'orsak',
    unnest([
        'hjalpmedel', 'rehab', 'nya_insatser', 'utokade_insatser', 'trygghetslarm',
        'korttidsplats', 'sarskilt_boende', 'lakemedel', 'transport', 'information',
        'patientens_onskan', 'framgar_inte', 'annat',
    ])
