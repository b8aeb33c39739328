export type Radtyp = 'avvisad' | 'struken' | 'anmarkning';

export type Kod = {
  /** What may become of the row: refused, robbed of the fact, or used with a remark. */
  typer: Radtyp[];
  /** The fault, to be read after a number of rows. */
  text: string;
  /** What the supplier can do about it. */
  atgard: string;
};

/**
 * Every remark a row can get, with its Swedish text: the one list. The SQL files `granskning_*` give the codes,
 * docs/fel.md shows them (a test compares all three).
 */
export const KODER: Record<string, Kod> = {
  fel_antal_falt: {
    typer: ['avvisad'],
    text: 'raden har fler eller färre fält än rubrikraden',
    atgard: 'Sätt texter som innehåller skiljetecknet inom citattecken.',
  },
  trasigt_citattecken: {
    typer: ['avvisad'],
    text: 'ett citattecken öppnas men stängs inte i samma fält',
    atgard: 'Dubblera citattecken inne i en text.',
  },
  summarad: {
    typer: ['avvisad'],
    text: 'raden är en summering eller en upplysning under uppgifterna',
    atgard: 'Inget; sådana rader räknas inte mot gränsen för avvisade rader.',
  },
  tom_rad: {
    typer: ['avvisad'],
    text: 'raden är tom',
    atgard: 'Inget; tomma rader räknas inte mot gränsen för avvisade rader.',
  },
  nyckel_saknas: {
    typer: ['avvisad'],
    text: 'vardtillfalle_id saknas, och likaså patient_id med inskrivning',
    atgard: 'Ta med vårdtillfällets id på varje rad.',
  },
  inskrivning_saknas: {
    typer: ['avvisad'],
    text: 'inskrivning saknas',
    atgard: 'Ta med inskrivningsdatum på varje rad.',
  },
  utskrivningsklar_saknas: {
    typer: ['avvisad'],
    text: 'utskrivningsklar saknas',
    atgard: 'Ta bara med underrättelser som har ett datum.',
  },
  aterinskriven_saknas: {
    typer: ['avvisad'],
    text: 'aterinskriven saknas',
    atgard: 'Ta med dagen för återinskrivningen på varje rad.',
  },
  uppgift_saknas: {
    typer: ['avvisad'],
    text: 'en obligatorisk uppgift saknas på raden',
    atgard: 'Fyll i uppgiften eller ta bort raden.',
  },
  ogiltigt_datum: {
    typer: ['avvisad', 'struken'],
    text: 'ett datum går inte att läsa',
    atgard: 'Skriv datum som 2023-06-24 eller 2023-06-24 14:05. Åren 1990–2099 godtas.',
  },
  tvasiffrigt_ar: {
    typer: ['avvisad', 'struken'],
    text: 'ett datum har årtal med två siffror, och går då inte att läsa säkert',
    atgard: 'Skriv årtalet med fyra siffror: 2023-06-24.',
  },
  platshallardatum: {
    typer: ['struken'],
    text: 'datumet är ett som system skriver när det inte finns något (1801-01-01, 1900-01-01, 9999-12-31), och räknas som tomt',
    atgard: 'Lämna fältet tomt när datum saknas.',
  },
  ogiltig_period: {
    typer: ['avvisad'],
    text: 'perioden går inte att läsa',
    atgard: 'Skriv perioden som 2023-06 eller 2023.',
  },
  ogiltigt_tal: {
    typer: ['avvisad', 'struken'],
    text: 'ett tal går inte att läsa',
    atgard: 'Skriv talet med siffror och decimalkomma eller decimalpunkt.',
  },
  okand_aldersgrupp: {
    typer: ['avvisad'],
    text: 'åldersgruppen går inte att läsa',
    atgard: 'Skriv åldersgruppen som 65-69, eller 65- när den inte har någon övre gräns.',
  },
  utskrivning_fore_inskrivning: {
    typer: ['avvisad'],
    text: 'utskrivningen är före inskrivningen',
    atgard: 'Rätta tiderna i källsystemet.',
  },
  kommun_saknas: {
    typer: ['avvisad', 'struken'],
    text: 'kommun saknas',
    atgard: 'Ta med folkbokförings- eller placeringskommun på varje rad.',
  },
  okand_kommun: {
    typer: ['avvisad', 'struken'],
    text: 'kommunen är okänd',
    atgard: 'Skriv kommunens namn (Lund, Lunds kommun) eller dess kod (1281).',
  },
  motsagande_dubblett: {
    typer: ['avvisad'],
    text: 'flera rader om samma sak säger olika',
    atgard: 'Behåll den rätta raden; alla avvisas tills det är gjort.',
  },
  ersatt_av_nyare_fil: {
    typer: ['avvisad'],
    text: 'en nyare fil säger annat om samma sak och gäller',
    atgard: 'Inget; profilen låter den fil som står sist i namnordning gälla.',
  },
  dubblett: {
    typer: ['avvisad'],
    text: 'raden är likadan som en tidigare',
    atgard: 'Inget; den första raden används, och dubbletter räknas inte mot gränsen för avvisade rader.',
  },
  utskrivningsklar_efter_utskrivning: {
    typer: ['struken'],
    text: 'utskrivningsklar är efter utskrivningen',
    atgard: 'Rätta datumet i källsystemet. Vårdtillfället används, men är inget fall.',
  },
  utskrivningsklar_fore_inskrivning: {
    typer: ['struken'],
    text: 'utskrivningsklar är före inskrivningen',
    atgard: 'Rätta datumet i källsystemet. Vårdtillfället används, men är inget fall.',
  },
  okant_varde: {
    typer: ['struken'],
    text: 'värdet är inget av dem som kan läsas',
    atgard: 'Se docs/utdrag.md för vilka värden som gäller i kolumnen.',
  },
  orimligt_fodelsear: {
    typer: ['struken'],
    text: 'födelseåret är inte ett rimligt årtal',
    atgard: 'Skriv årtalet med fyra siffror.',
  },
  andra_kolumner: {
    typer: ['anmarkning'],
    text: 'filen saknar kolumner som andra filer av samma slag har; uppgifterna räknas som tomma',
    atgard: 'Ta ut alla filer av samma slag med samma kolumner.',
  },
  planering_motsager: {
    typer: ['anmarkning'],
    text: 'oplanerad och planerad säger emot varandra; oplanerad gäller',
    atgard: 'Rätta den ena kolumnen eller ta bara med en av dem.',
  },
  kommunkod_och_namn_skiljer: {
    typer: ['anmarkning'],
    text: 'kommunkod och kommun pekar på olika kommuner; koden gäller',
    atgard: 'Rätta den ena kolumnen.',
  },
  kommun_skiljer: {
    typer: ['anmarkning'],
    text: 'underrättelsens kommun är en annan än vårdtillfällets; vårdtillfällets gäller',
    atgard: 'Kontrollera vilken som är rätt.',
  },
  vardgivare_skiljer: {
    typer: ['anmarkning'],
    text: 'underrättelsens vårdgivare är en annan än vårdtillfällets; vårdtillfällets gäller',
    atgard: 'Kontrollera vilken som är rätt.',
  },
  vardgivare_saknas: {
    typer: ['anmarkning'],
    text: 'vårdgivare saknas; raden ingår i kommun och region men inte hos någon vårdgivare',
    atgard: 'Ta med vårdgivare på varje rad.',
  },
  vardgivare_utanfor_profilen: {
    typer: ['anmarkning'],
    text: 'vårdgivaren står inte i profilen och visas under eget namn',
    atgard: 'Lägg till den, eller en synonym, under vardgivare i profilen.',
  },
  okand_destination: {
    typer: ['anmarkning'],
    text: 'utskriven_till är inget av de kända värdena och räknas som annat',
    atgard: 'Se docs/utdrag.md för vilka värden som gäller i kolumnen.',
  },
  okand_process: {
    typer: ['anmarkning'],
    text: 'process är inte grön, gul eller röd och räknas som annat',
    atgard: 'Se docs/utdrag.md för vilka värden som gäller i kolumnen.',
  },
  okant_behov: {
    typer: ['anmarkning'],
    text: 'behov är inget av de kända värdena och räknas som annat',
    atgard: 'Se docs/utdrag.md för vilka värden som gäller i kolumnen.',
  },
  okand_orsak: {
    typer: ['anmarkning'],
    text: 'orsak har något som inte är ett känt värde; det räknas som annat',
    atgard: 'Se docs/utdrag.md för vilka värden som gäller; flera orsaker skiljs med lodstreck.',
  },
  lang_vistelse: {
    typer: ['anmarkning'],
    text: 'vårdtillfället är längre än ett år, eller den gräns som profilen sätter',
    atgard: 'Kontrollera datumen; saknas utskrivningen kan den ha glömts.',
  },
  underrattelse_atertagen: {
    typer: ['anmarkning'],
    text: 'underrättelsen är återtagen; bara en senare som gäller ger ett fall',
    atgard: 'Inget, om den verkligen är återtagen.',
  },
  underrattelse_saknas: {
    typer: ['anmarkning'],
    text: 'utskriven till korttid eller särskilt boende utan underrättelse; vårdtillfället är inget fall',
    atgard: 'Kontrollera att utdraget utskrivningsklar är helt för tiden.',
  },
  notis_utan_vardtillfalle: {
    typer: ['anmarkning'],
    text: 'underrättelsens vårdtillfälle finns inte i utdragen; den ingår inte i någon siffra',
    atgard: 'Ta ut alla utdrag för samma tid, och kontrollera att id är detsamma i dem.',
  },
  vardplatser_utan_vardtillfallen: {
    typer: ['anmarkning'],
    text: 'vårdgivaren har inga vårdtillfällen i utdragen och står inte i profilen; platserna räknas bara i regionen',
    atgard: 'Kontrollera vårdgivarens namn, eller skriv det som synonym under vardgivare i profilen.',
  },
  aterinskrivning_utan_vardtillfalle: {
    typer: ['anmarkning'],
    text: 'återinskrivningens vårdtillfälle finns inte i utdragen',
    atgard: 'Ta ut alla utdrag för samma tid, och kontrollera att id är detsamma i dem.',
  },
};

/** Refusals that say nothing against the extract: they are outside the limit for refused rows. */
export const UTANFOR_GRANSEN = ['dubblett', 'ersatt_av_nyare_fil', 'summarad', 'tom_rad'];
