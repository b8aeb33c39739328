-- What rows about the same thing are compared by, column by column as the supplier names them: they
-- contradict each other where a hash differs. A placeholder is an empty date.
create or replace macro stay_innehall(s) as [
    {'kolumn': 'patient_id', 'varde': hash(s.patient_id)},
    {'kolumn': 'kommun', 'varde': hash(s.kommun)},
    {'kolumn': 'vardgivare', 'varde': hash(s.vardgivare)},
    {'kolumn': 'sjukhus', 'varde': hash(s.sjukhus)},
    {'kolumn': 'klinik', 'varde': hash(s.klinik)},
    {'kolumn': 'vardform', 'varde': hash(s.vardform)},
    {'kolumn': 'inskrivning', 'varde': hash(s.in_datum, s.in_tid)},
    {'kolumn': 'utskrivning', 'varde': hash(s.ut_datum, s.ut_tid)},
    {'kolumn': 'utskriven_till', 'varde': hash(s.utskriven_till)},
    {'kolumn': 'oplanerad', 'varde': hash(s.oplanerad)},
    {'kolumn': 'fodelsear', 'varde': hash(s.fodelsear)}
];

-- A time of a notice: one that could not be read is another than none.
create or replace macro tid_innehall(kolumn, datum, tid, datumfel) as {
    'kolumn': kolumn, 'varde': hash(datum, tid, har_datumfel(datumfel, kolumn))
};

-- Without kommun and vårdgivare, which are the stay's on the row of a stay.
create or replace macro besked_innehall(n) as [
    tid_innehall('utskrivningsklar', n.klar_datum, n.klar_tid, n.datumfel),
    tid_innehall('atertagen', n.atertagen_datum, n.atertagen_tid, n.datumfel),
    tid_innehall(
        'underrattelse', n.underrattelse_datum, n.underrattelse_tid,
        n.datumfel
    ),
    tid_innehall('kommunklar', n.kommunklar_datum, n.kommunklar_tid, n.datumfel),
    tid_innehall(
        'kommunklar_sol', n.kommunklar_sol_datum, n.kommunklar_sol_tid,
        n.datumfel
    ),
    tid_innehall(
        'kommunklar_hsl', n.kommunklar_hsl_datum, n.kommunklar_hsl_tid,
        n.datumfel
    ),
    tid_innehall('hemgangsklar', n.hemgangsklar_datum, n.hemgangsklar_tid, n.datumfel),
    tid_innehall(
        'beraknad_utskrivning', n.beraknad_utskrivning_datum, n.beraknad_utskrivning_tid,
        n.datumfel
    ),
    tid_innehall(
        'inskrivningsmeddelande', n.inskrivningsmeddelande_datum, n.inskrivningsmeddelande_tid,
        n.datumfel
    ),
    tid_innehall('sip_kallelse', n.sip_kallelse_datum, n.sip_kallelse_tid, n.datumfel),
    {'kolumn': 'process', 'varde': hash(n.process, n.okand_process)},
    {'kolumn': 'behov', 'varde': hash(n.behov, n.okand_behov)},
    {'kolumn': 'orsak', 'varde': hash(n.orsak)}
];

create or replace macro notis_innehall(n) as list_concat(
    [
        {
            'kolumn': 'kommun',
            'varde': hash(n.kommun, n.kommunfel, n.kommun_skiljer, n.okand_kommunkod)
        },
        {'kolumn': 'vardgivare', 'varde': hash(n.vardgivare)}
    ],
    besked_innehall(n)
);
