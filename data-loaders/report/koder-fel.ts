import type { Kod } from './koder.ts';

/** Faults for which a row is refused or robbed of a fact. */
export const FEL: Record<string, Kod> = {
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
  ensamt_datum: {
    typer: ['avvisad', 'struken'],
    text: 'ett datum ligger långt före eller långt efter alla andra, med tomma månader emellan',
    atgard:
      'Rätta årtalet i källsystemet. Är datumet rätt: ta också ut tiden emellan, eller höj ensam_manader under granskning i profilen.',
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
};
