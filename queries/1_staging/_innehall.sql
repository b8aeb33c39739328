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

-- Without kommun and vårdgivare, which are the stay's on the row of a stay.
create or replace macro besked_innehall(n) as [
    {'kolumn': 'utskrivningsklar', 'varde': hash(n.klar_datum, n.klar_tid, har_datumfel(n.datumfel, 'utskrivningsklar'))},
    {'kolumn': 'atertagen', 'varde': hash(n.atertagen_datum, n.atertagen_tid, har_datumfel(n.datumfel, 'atertagen'))},
    {'kolumn': 'underrattelse', 'varde': hash(n.underrattelse_datum, n.underrattelse_tid, har_datumfel(n.datumfel, 'underrattelse'))},
    {'kolumn': 'kommunklar', 'varde': hash(n.kommunklar_datum, n.kommunklar_tid, har_datumfel(n.datumfel, 'kommunklar'))},
    {'kolumn': 'kommunklar_sol', 'varde': hash(n.kommunklar_sol_datum, n.kommunklar_sol_tid, har_datumfel(n.datumfel, 'kommunklar_sol'))},
    {'kolumn': 'kommunklar_hsl', 'varde': hash(n.kommunklar_hsl_datum, n.kommunklar_hsl_tid, har_datumfel(n.datumfel, 'kommunklar_hsl'))},
    {'kolumn': 'hemgangsklar', 'varde': hash(n.hemgangsklar_datum, n.hemgangsklar_tid, har_datumfel(n.datumfel, 'hemgangsklar'))},
    {'kolumn': 'beraknad_utskrivning', 'varde': hash(n.beraknad_utskrivning_datum, n.beraknad_utskrivning_tid, har_datumfel(n.datumfel, 'beraknad_utskrivning'))},
    {'kolumn': 'inskrivningsmeddelande', 'varde': hash(n.inskrivningsmeddelande_datum, n.inskrivningsmeddelande_tid, har_datumfel(n.datumfel, 'inskrivningsmeddelande'))},
    {'kolumn': 'sip_kallelse', 'varde': hash(n.sip_kallelse_datum, n.sip_kallelse_tid, har_datumfel(n.datumfel, 'sip_kallelse'))},
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
