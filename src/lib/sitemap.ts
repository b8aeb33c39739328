/** A page by its name in menus and its address without extension. */
export type Entry = { text: string; path: string };

/** A page of a section with one sentence on what the reader finds there. */
type Subpage = Entry & { om: string };

/** A page of the menu; `under`: the pages it leads to. */
type Section = Entry & { under?: Subpage[] };

/** The menu, and under each entry the pages that its own page lists. */
export const MENU: Section[] = [
  { text: 'Översikt', path: '/index' },
  { text: 'Delregioner', path: '/delregion/index' },
  { text: 'Kommuner', path: '/kommun/index' },
  { text: 'Vårdgivare', path: '/vardgivare/index' },
  {
    text: 'Ämnen',
    path: '/amnen',
    under: [
      {
        text: 'Väntan',
        path: '/vantan',
        om: 'Hur länge, hur många samtidigt, vilken tid på dygnet och på vilken vårdgivares vårdplatser.',
      },
      {
        text: 'Vårdkedjan',
        path: '/vardkedjan',
        om: 'Var dagarna går: före och efter kommunklar, orsaker, processfärger och lagens frister.',
      },
      {
        text: 'Veckodagar och helger',
        path: '/veckodagar',
        om: 'Vilka dagar patienter blir klara och skrivs ut, och hur varje storhelg gick.',
      },
      {
        text: 'Återinskrivning',
        path: '/aterinskrivning',
        om: 'Hur många som kommer tillbaka oplanerat, vart de skrevs ut och hur länge de hade väntat.',
      },
      {
        text: 'Jämförelse',
        path: '/jamforelse',
        om: 'Kommuner bredvid varandra efter invånare, ålder och storlek, och siffror som andra har publicerat.',
      },
    ],
  },
  {
    text: 'Underlag',
    path: '/underlag',
    under: [
      {
        text: 'Mål',
        path: '/mal',
        om: 'Vilka mål som gäller, vem som har beslutat dem, och om de är uppnådda.',
      },
      {
        text: 'Revision',
        path: '/revision',
        om: 'För den som granskar: mål och utfall år för år, hur siffrorna är räknade, iakttagelser, och ett paket att ta med.',
      },
      {
        text: 'Betalning',
        path: '/betalning',
        om: 'Månad för månad under den egna betalningsmodellen och under andra regioners.',
      },
      {
        text: 'Kartläggning',
        path: '/kartlaggning/index',
        om: 'Den lokala samverkansgruppens dokument per kommun: siffror och framgångsfaktorer, som sida och Word-fil.',
      },
      {
        text: 'Aktiviteter',
        path: '/aktiviteter/index',
        om: 'Kommunernas aktiviteter per delregion, med siffrorna före och efter, som sida och Word-fil.',
      },
      {
        text: 'Rapport',
        path: '/rapport/index',
        om: 'Halvårs- och årsrapport för regionen och varje kommun: vad som ändrats, som sida och Word-fil.',
      },
    ],
  },
  {
    text: 'Metod',
    path: '/metod',
    under: [
      { text: 'Ordlista', path: '/ordlista', om: 'Orden på sidorna, i bokstavsordning.' },
      { text: 'Definitioner', path: '/definitioner', om: 'Varje indikator med täljare, nämnare och SQL.' },
      {
        text: 'Röjandekontroll',
        path: '/skydd',
        om: 'Hur enskilda skyddas, vad som händer när en månad läggs till, och vad som inte går att skydda.',
      },
      {
        text: 'Datakvalitet',
        path: '/datakvalitet',
        om: 'Vad som lästes, vad som avvisades och vad som saknas.',
      },
    ],
  },
  {
    text: 'Data',
    path: '/data',
    under: [
      {
        text: 'Öppna data',
        path: '/oppna-data',
        om: 'Hur filerna läses i Excel, R, Python och DuckDB, och hur de får användas.',
      },
    ],
  },
  {
    text: 'Hjälp',
    path: '/hjalp',
    under: [
      {
        text: 'Beställ utdrag',
        path: '/bestallning',
        om: 'För analytikern: vilka utdrag, ur vilket system, med en text att klistra in i ett brev.',
      },
    ],
  },
];

/** Pages that the menu does not lead to. */
export const MORE: Entry[] = [
  { text: 'Om', path: '/om' },
  { text: 'Sök', path: '/sok' },
  { text: 'Tillgänglighetsredogörelse', path: '/tillganglighet' },
];

/** Every page that is not made from a unit, in menu order. */
export const PAGES: Entry[] = [...MENU.flatMap((entry) => [entry, ...(entry.under ?? [])]), ...MORE];

/** The menu entry whose page lists the page at an address or the list it is in, undefined where none does. */
export const sectionOf = (path: string): Section | undefined =>
  MENU.find(({ under }) => under?.some((page) => page.path === path || page.path === listOf(path)));

/** The page that lists the pages of a folder. */
export const listOf = (path: string): string | null => {
  const [, folder, page] = path.split('/');
  return page === undefined ? null : `/${folder}/index`;
};
