import type { Enhet } from '../../../data-loaders/catalogue-types.ts';
import type { PubliceradRad } from '../../../data-loaders/types.ts';
import {
  capitalize,
  categoryName,
  columnName,
  dataTable,
  escapeHtml,
  FEW,
  figure,
  holidaySpan,
  holidayTable,
  link,
  list,
  sameHolidayDays,
  valueCell,
} from '../../components/index.ts';
import type { Block } from '../markdown.ts';
import { type Page, unitHref, unitsOf, widerUnits } from '../page.ts';
import { sourceText } from '../words.ts';

type Holiday = Page['katalog']['storhelger'][number];

/** The latest final storhelg, else the latest in the data; null where the data span none. */
function latestHoliday(page: Page): Holiday | null {
  const { storhelger, senaste_slutliga } = page.katalog;
  const known = storhelger.filter(({ id }) => rowsOf(page, page.region, id).length > 0);
  const final = known.find(({ id }) => id === senaste_slutliga.helg.helg);
  return (
    final ?? known.reduce<Holiday | null>((latest, h) => (latest && latest.id > h.id ? latest : h), null)
  );
}

const rowsOf = (page: Page, unit: Enhet, id: string): PubliceradRad[] =>
  page.data.categories('helgtabell', unit, 'helg', id);

/** The holiday without its year: "Midsommar 2026" and "Midsommar 2025" are the same one. */
const sort = ({ namn }: Pick<Holiday, 'namn'>): string => namn.replace(/ \d{4}$/, '');

/** The year in the holiday's name: Nyår 2026 begins in 2025. */
const yearOf = ({ namn }: Holiday): string => namn.slice(-4);

/** "midsommar 2026" in running text. */
const inText = ({ namn }: Holiday): string => namn.charAt(0).toLocaleLowerCase('sv') + namn.slice(1);

/** Helgtabell of the latest storhelg: the page's unit, the same holiday earlier years, and its delregion or region. */
export const helg: Block = (page) => {
  const holiday = latestHoliday(page);
  if (!holiday) return '<p>Utdragen rymmer ingen hel storhelg.</p>';
  const own = rowsOf(page, page.unit, holiday.id);
  const earlier = page.katalog.storhelger
    .filter((h) => sort(h) === sort(holiday) && h.id < holiday.id)
    .filter(({ id }) => sameHolidayDays(own, rowsOf(page, page.unit, id)))
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  const wider =
    widerUnits(page).find((unit) => isShown(rowsOf(page, unit, holiday.id))) ?? widerUnits(page)[0];
  const years = [holiday, ...earlier].map((h, i) => ({
    rubrik: `${page.unit.namn} ${yearOf(h)}`,
    fokus: i === 0,
    rader: rowsOf(page, page.unit, h.id),
  }));
  const rows = [
    ...years.filter(({ rader }) => isShown(rader)),
    ...(wider
      ? [
          {
            rubrik: `${wider.namn} ${yearOf(holiday)}`,
            fokus: false,
            rader: rowsOf(page, wider, holiday.id),
          },
        ]
      : []),
  ];
  const without = years.filter(({ rader }) => !isShown(rader)).map(({ rubrik }) => rubrik);
  return figure({
    id: 'figur-helg',
    titel: `${holiday.namn}: när åkte de som var klara hem?`,
    undertitel: `Fall efter den dag de lämnade sjukhuset. De som blev utskrivningsklara från dagen före till och med sista dagen (${holidaySpan(holiday.forsta, holiday.sista)})`,
    innehall:
      hiddenText(page, holiday, own, wider) +
      (rows.some(({ rader }) => isShown(rader))
        ? holidayTable({
            id: 'helgtabell',
            caption: `Utskrivna kring ${inText(holiday)}`,
            doldCaption: true,
            rader: rows,
            troskel: page.katalog.troskel,
          })
        : ''),
    bildtext: `${sourceText(page)}.${without.length > 0 ? ` Utan rad, för att ingen siffra kan visas: ${escapeHtml(list(without))}.` : ''}`,
    noter: [
      {
        rubrik: 'Få fall',
        text: `En storhelg rymmer få fall, i en kommun ofta färre än ${FEW}. Läs raderna tillsammans, dra inga slutsatser av en ensam.`,
      },
    ],
  });
};

/** A unit without a case is not hidden: its noughts are known. */
const isShown = (rader: PubliceradRad[]): boolean => rader.some(({ status }) => status !== 'skyddad');

/** That the unit's own days cannot be shown, and how many cases the nearest wider unit had; empty where they can. HTML. */
function hiddenText(page: Page, holiday: Holiday, own: PubliceradRad[], wider: Enhet | undefined): string {
  if (isShown(own)) return '';
  const row = wider && rowsOf(page, wider, holiday.id).find(({ status }) => status === 'visas');
  const cases = row
    ? ` Hela ${link(wider.namn, unitHref(wider))} hade ${valueCell({ rad: row, falt: 'namnare' }, 'span')} fall.`
    : '';
  return `<p>${escapeHtml(holiday.namn)} kan inte visas för ${escapeHtml(page.unit.namn)}.${cases}</p>`;
}

/** Helgtabell of one storhelg for every unit of a level: `niva`. */
export const helg_per_enhet: Block = (page, { niva = 'delregion' }) => {
  const holiday = latestHoliday(page);
  if (!holiday) return '';
  const units = [...unitsOf(page.katalog, niva as Enhet['niva']), page.region].filter(
    (unit) => rowsOf(page, unit, holiday.id).length > 0,
  );
  return holidayTable({
    id: `helgtabell-${niva}`,
    caption: `Utskrivna kring ${inText(holiday)}, efter den dag de lämnade sjukhuset`,
    rader: units.map((unit) => ({
      rubrik: unit.namn,
      ...(unit.niva === 'region' ? { fokus: true } : { href: unitHref(unit) }),
      rader: rowsOf(page, unit, holiday.id),
    })),
    troskel: page.katalog.troskel,
  });
};

/** The storhelger of the data for the page's unit but those of `helg`, one table per set of weekdays. */
export const helger: Block = (page) => {
  const told = latestHoliday(page)?.namn;
  const newest = [...page.katalog.storhelger].sort((a, b) => (a.id < b.id ? 1 : -1));
  const rows = newest
    .map((h) => ({
      rubrik: h.namn,
      rader: rowsOf(page, page.unit, h.id),
      namn: h.namn,
      year: yearOf(h),
    }))
    .filter(({ rader }) => rader.length > 0);
  const groups: (typeof rows)[] = [];
  for (const row of rows) {
    const group = groups.find(
      ([first]) => sort(first!) === sort(row) && sameHolidayDays(first!.rader, row.rader),
    );
    if (group) group.push(row);
    else groups.push([row]);
  }
  return groups
    .filter((group) => group.every(({ namn }) => namn !== told))
    .map((group, i) =>
      holidayTable({
        id: `helger-${i}`,
        caption: `${sort(group[0]!)} ${list(group.map(({ year }) => year))}, ${page.unit.namn}`,
        rader: group,
        troskel: page.katalog.troskel,
      }),
    )
    .join('');
};

/** Destinations by day of discharge around the latest storhelg. */
export const helg_destination: Block = (page) => {
  const holiday = latestHoliday(page);
  const head = page.data.indicator('helgtabell_destination');
  if (!holiday || !head) return '';
  if (head.avstangd_saknar.length > 0)
    return `<p>Vart de skrevs ut <strong>saknas</strong>: kolumnen ${head.avstangd_saknar.map(columnName).join(', ')} levererades inte.</p>`;
  const rows = page.data.categories(head.id, page.unit, 'helg', holiday.id);
  const days = unique(rows.map(({ kategori }) => kategori.split('+')[0]!));
  const places = unique(rows.map(({ kategori }) => kategori.split('+')[1]!));
  return dataTable({
    id: 'tabell-destination',
    caption: `Vart de skrevs ut kring ${inText(holiday)}, ${page.unit.namn}, antal fall`,
    radrubrik: 'Utskriven',
    kolumner: places.map((place) => ({ rubrik: capitalize(categoryName(place)) })),
    rader: days.map((day) => ({
      rubrik: categoryName(day),
      celler: places.map((place) => ({
        rad: rows.find(({ kategori }) => kategori === `${day}+${place}`),
        falt: 'taljare',
        decimaler: 0,
      })),
    })),
    troskel: page.katalog.troskel,
  });
};

const unique = (values: string[]): string[] => [...new Set(values)];
