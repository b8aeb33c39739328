/* ---
id: betalningsdagar
titel: Betalningsdagar enligt lagen
kort: Betalningsdagar
definition: >-
  Dagar som kommunen betalar för enligt lagen: från tre dagar efter den dag då
  underrättelsen skickades, fyra om den skickades efter klockan 12, till utskrivningen. Bara
  för fall där inskrivningsmeddelande och underrättelse skickades. Saknas klockslag står
  dagarna vid tre dagar, och kan vara en färre per fall. Fall utan kallelse till samordnad
  individuell planering står för sig: betalningsansvar finns bara om ingen plan behövdes.
taljare: betalningsdagar i kategorin (utan klockslag eller kallelse så många som de kan vara)
namnare: avslutade fall som kan ha minst en betalningsdag
enhet: dagar
decimaler: 2
riktning: lagre
nivaer: [kommun, delregion, region]
perioder: [manad, kvartal, halvar, ar]
grupper: [alla]
kategorier: betalning
kraver: [utskrivningsklar, utskrivning, underrattelse, inskrivningsmeddelande]
rojande:
  typ: medel
  mangd: betalning
  visar: {n: namnare, "slag={kategori}": antal, "slag={kategori}|summa": taljare}
fall:
  tabell: fall_betalning
  datum: d1
  taljare: "if(betalning = cell.kategori, betalningsdagar, 0)"
  namnare: "betalning <> 'inga'"
slutlig: utskrivning
kalla: >-
  LUS 2017:612, 5 kap. 3–5 §§
avviker: >-
  Om insatser i den öppna vården saknades betalar kommunen inte (5 §). Det syns inte i
  utdragen.
--- */
-- One row per unit, period and what is known of the liability.
select
    niva, enhet_id, periodtyp, period, grupp,
    betalning as kategori,
    cast(coalesce(sum(summa_betalningsdagar), 0) as double) as taljare,
    cast(
        sum(coalesce(sum(antal_fall), 0)) over (partition by niva, enhet_id, periodtyp, period, grupp)
        as double
    ) as namnare,
    cast(coalesce(sum(antal_fall), 0) as bigint) as antal,
from rutnat('betalningsdagar')
cross join (from (values ('klockslag'), ('datum'), ('utan_kallelse')) as slag (betalning))
left join betalning_per_enhet using (niva, enhet_id, periodtyp, period, grupp, betalning)
group by niva, enhet_id, periodtyp, period, grupp, betalning
