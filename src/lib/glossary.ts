import { METHOD_TERMS } from './glossary-method.ts';

/** A word as readers meet it: what it means, and where the whole is told; `vid`: only where that method hides or perturbs. The one list of such words. */
type Slag = 'begrepp' | 'metod' | 'siffror';
export type Term = { ord: string; betyder: string; href: string; slag: Slag; vid?: 'undertryck' | 'ckm' };

const OTHERS: Term[] = [
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
    ord: 'Fall',
    betyder: 'Ett vårdtillfälle med ett besked om utskrivningsklar som gäller, alltså inte är återtaget.',
    href: '/metod#fall',
    slag: 'begrepp',
  },
  {
    ord: 'Hemgångsklar',
    betyder: 'Utskrivningsklar, och dessutom är information, fast vårdkontakt och hjälpmedel på plats.',
    href: '/metod#ord-som-liknar-varandra',
    slag: 'begrepp',
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
    ord: 'Nolldag',
    betyder: 'Ett fall med 0 väntedagar: personen lämnade sjukhuset samma dag som hen blev utskrivningsklar.',
    href: '/metod#fall',
    slag: 'begrepp',
  },
  {
    ord: 'Processens färg: grön, gul eller röd',
    betyder:
      'Färgen sätts i underrättelsen och säger hur mycket planering utskrivningen behöver. Gul lämnar normalt sjukhuset samma dag, röd tidigast dagen efter SIP-mötet; för grön anger källan (EY 2022) ingen tid.',
    href: '/vardkedjan#gron-gul-och-rod-process',
    slag: 'begrepp',
  },
  {
    ord: 'Storhelg',
    betyder: 'Påsk, midsommar, jul och nyår, med de lördagar och söndagar som hänger ihop med dem.',
    href: '/veckodagar#storhelger',
    slag: 'siffror',
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

/** In the order of the alphabet. */
export const TERMS: Term[] = [...OTHERS, ...METHOD_TERMS].sort((a, b) => a.ord.localeCompare(b.ord, 'sv'));
