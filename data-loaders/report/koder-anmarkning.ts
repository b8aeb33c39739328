import type { Kod } from './koder.ts';

/** What is remarked on in a row that is used as it is. */
export const ANMARKNINGAR: Record<string, Kod> = {
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
  patient_manga_vistelser: {
    typer: ['anmarkning'],
    text: 'patient_id står på orimligt många vårdtillfällen, som räknas som en enda patients',
    atgard: 'Lämna patient_id tomt där patienten är okänd, i stället för till exempel 0 eller okänd.',
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
