import { FEW } from '../components/index.ts';

/** A word as readers meet it: what it means, and where the whole is told; `vid`: only where that method hides or perturbs. The one list of such words. */
type Slag = 'begrepp' | 'metod' | 'siffror';
export type Term = { ord: string; betyder: string; href: string; slag: Slag; vid?: 'undertryck' | 'ckm' };

export const TERMS: Term[] = [
  {
    ord: 'Avslutat fall',
    betyder:
      'Ett fall där patienten har lämnat sjukhuset. Bara avslutade fall räknas i medelvärden och andelar.',
    href: '/metod#fall',
    slag: 'begrepp',
  },
  {
    ord: 'Betalningsdagar',
    betyder:
      'Dagar som en kommun kan få betala för enligt lagens egen modell, räknade från att underrättelsen sändes.',
    href: '/definitioner#betalningsdagar',
    slag: 'siffror',
  },
  {
    ord: 'Betalningsmodell',
    betyder:
      'Regeln för när en kommun ska betala regionen för väntan. Parterna får komma överens om en annan än lagens.',
    href: '/betalning#vilken-modell',
    slag: 'begrepp',
  },
  {
    ord: 'Delregion',
    betyder:
      'En grupp kommuner som samarbetar med samma sjukhus och primärvård. Vilka de är har datum, så att ett byte syns.',
    href: '/metod#indelning',
    slag: 'begrepp',
  },
  {
    ord: 'Ej slutlig',
    betyder:
      'Perioden eller uppföljningstiden har inte gått ut. Siffran kan ändras och är inte med i bedömningar.',
    href: '/metod#slutliga-perioder',
    slag: 'metod',
  },
  {
    ord: 'Fall',
    betyder: 'Ett vårdtillfälle med ett besked om utskrivningsklar som gäller, alltså inte är återtaget.',
    href: '/metod#fall',
    slag: 'begrepp',
  },
  {
    ord: 'Få fall',
    betyder: `Färre än ${FEW} fall bakom siffran. Den visas, men en enda patient kan flytta den och ingen bedömning görs.`,
    href: '/metod#statistik',
    slag: 'metod',
  },
  {
    ord: 'Hemgångsklar',
    betyder: 'Utskrivningsklar, och dessutom är information, fast vårdkontakt och hjälpmedel på plats.',
    href: '/metod#ord-som-liknar-varandra',
    slag: 'begrepp',
  },
  {
    ord: 'Intervall, 95 procent',
    betyder:
      'Så mycket kan siffran röra sig av en tillfällighet. Där två intervall överlappar kan skillnaden vara en sådan.',
    href: '/metod#statistik',
    slag: 'metod',
  },
  {
    ord: 'Jämförelseserie för återinläggningar',
    betyder:
      'Siffror som andra har publicerat. De visas bredvid programmets egna och räknas aldrig ihop med dem.',
    href: '/aterinskrivning#jamforelse-med-en-annan-serie',
    slag: 'siffror',
  },
  {
    ord: 'Klämdag',
    betyder: 'En vardag mellan två lediga dagar.',
    href: '/metod#dagar-och-helger',
    slag: 'begrepp',
  },
  {
    ord: 'Kommunklar',
    betyder: 'Från när kommunens insatser tidigast kan börja.',
    href: '/metod#ord-som-liknar-varandra',
    slag: 'begrepp',
  },
  {
    ord: 'Medelvärde, två sätt att räkna',
    betyder:
      'SKR delar väntedagarna med dem som väntat; här delas de också med alla fall, där nolldagarna är med.',
    href: '/metod#varfor-visar-skr-en-annan-siffra',
    slag: 'metod',
  },
  {
    ord: 'Nolldag',
    betyder: 'Ett fall med 0 väntedagar: personen lämnade sjukhuset samma dag som hen blev utskrivningsklar.',
    href: '/metod#fall',
    slag: 'begrepp',
  },
  {
    ord: 'Normal variation',
    betyder:
      'Det band som enhetens egna månader brukar röra sig inom. Bara det som bryter mönstret kallas förändring.',
    href: '/metod#statistik',
    slag: 'metod',
  },
  {
    ord: 'Processens färg: grön, gul eller röd',
    betyder:
      'Färgen sätts i underrättelsen och säger hur mycket planering utskrivningen behöver. Gul lämnar normalt sjukhuset samma dag, röd tidigast dagen efter SIP-mötet; för grön anger källan (EY 2022) ingen tid.',
    href: '/vardkedjan#gron-gul-och-rod-process',
    slag: 'begrepp',
  },
  {
    ord: 'Profil',
    betyder:
      'Inställningarna som webbplatsen är byggd med: kommuner, delregioner, mål, betalningsmodell och tröskel. Den som publicerar webbplatsen ändrar dem.',
    href: '/metod#parametrar',
    slag: 'metod',
  },
  {
    ord: 'Regler för återinskrivning, sida vid sida',
    betyder:
      'Samma utskrivningar räknade enligt olika regler. Valet av regel kan flytta siffran mer än vården gör.',
    href: '/metod#samma-data-andra-regler',
    slag: 'metod',
  },
  {
    ord: 'Röjandekontroll',
    betyder:
      'Små tal döljs, och så många till att de inte går att räkna fram, för att ingen ska kunna kännas igen.',
    href: '/skydd#vad-doljs',
    slag: 'metod',
    vid: 'undertryck',
  },
  {
    ord: 'Röjandekontroll',
    betyder: 'Varje antal ändras med ett litet slumpmässigt brus, för att ingen ska kunna kännas igen.',
    href: '/skydd#hur-andras-talen',
    slag: 'metod',
    vid: 'ckm',
  },
  {
    ord: 'Skyddad siffra',
    betyder: 'En siffra som finns men inte visas. Den är inte noll och ska inte ersättas med noll.',
    href: '/skydd#vad-doljs',
    slag: 'metod',
    vid: 'undertryck',
  },
  {
    ord: 'Skyddsbrus',
    betyder:
      'Den slumpmässiga ändringen av varje antal. Vid en siffra står hur mycket den gör: 95 av 100 siffror ligger inom det.',
    href: '/skydd#vad-betyder-bruset-for-siffrorna',
    slag: 'metod',
    vid: 'ckm',
  },
  {
    ord: 'Storhelg',
    betyder: 'Påsk, midsommar, jul och nyår, med de lördagar och söndagar som hänger ihop med dem.',
    href: '/veckodagar#storhelger',
    slag: 'siffror',
  },
  {
    ord: 'Tratt',
    betyder:
      'Ett diagram som visar vilka enheter som skiljer sig från regionen mer än vad som är vanligt för så många fall.',
    href: '/metod#statistik',
    slag: 'metod',
  },
  {
    ord: 'Utgåva',
    betyder:
      'Siffrorna som de såg ut när de publicerades. En ny utgåva följer den förra: det som har visats eller dolts förblir så.',
    href: '/skydd#vad-hander-nar-en-manad-laggs-till',
    slag: 'metod',
  },
  {
    ord: 'Utskrivningsklar',
    betyder: 'Den behandlande läkaren bedömer att sjukhusvården inte längre behövs (lag 2017:612).',
    href: '/metod#ord-som-liknar-varandra',
    slag: 'begrepp',
  },
  {
    ord: 'Utskrivningsklardagen',
    betyder: 'Det datum då en patient blev utskrivningsklar. Den som skrivs ut den dagen har väntat 0 dagar.',
    href: '/definitioner#andel_utskrivningsklardagen',
    slag: 'begrepp',
  },
  {
    ord: 'Vårdepisod',
    betyder:
      'Vårdtillfällen för samma patient som hänger ihop, till exempel vid en överflyttning, räknade som ett.',
    href: '/metod#aterinskrivning',
    slag: 'begrepp',
  },
  {
    ord: 'Väntedagar',
    betyder: 'Utskrivningsdatum minus datum för utskrivningsklar, i hela kalenderdagar.',
    href: '/metod#fall',
    slag: 'begrepp',
  },
  {
    ord: 'Väntedygn',
    betyder: 'Ett dygn som en patient väntade på sjukhuset, räknat i den månad då det inföll.',
    href: '/metod#vantans-langd-vardplatser-och-de-som-ar-kvar',
    slag: 'begrepp',
  },
];
