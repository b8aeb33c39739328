import { weekday } from './days.ts';
import type { Index } from './episodes.ts';

/** A readmission figure: id, category, numerator and denominator. */
type Figure = [id: string, kategori: string, taljare: number, namnare: number];

/** Bands of days until a return within `within` days: the last one ends there. */
function returnBands(within: number): { name: string; first: number; last: number }[] {
  return [
    [1, 7],
    [8, 14],
    [15, 30],
    [31, within],
  ].flatMap(([first, end]) => {
    const last = first === 31 ? within : Math.min(end!, within);
    if (first! > within) return [];
    return [{ name: first === last ? `${first}` : `${first}-${last}`, first: first!, last }];
  });
}

const WAITS: [string, (days: number) => boolean][] = [
  ['0', (days) => days === 0],
  ['1-2', (days) => days === 1 || days === 2],
  ['3-', (days) => days > 2],
];

/** Every variant and breakdown of the episodes of one cell; which of them the level and period have is the caller's matter. */
export function readmissionFigures(list: Index[], within: number): Figure[] {
  const back = list.filter(({ readmitted }) => readmitted);
  const ready = list.filter(({ last }) => last.ready !== null);
  const found: Figure[] = [
    ['aterinskrivning_30d', 'alla', back.length, list.length],
    [
      'aterinskrivning_30d_nasta',
      'alla',
      list.filter(({ next }) => next === 'unplanned').length,
      list.length,
    ],
    ['aterinskrivning_30d_alla', 'alla', list.filter(({ next }) => next !== null).length, list.length],
    ['aterinskrivning_30d_svu', 'alla', ready.filter(({ readmitted }) => readmitted).length, ready.length],
  ];
  const rate = (id: string, kategori: string, some: Index[]) =>
    found.push([id, kategori, some.filter(({ readmitted }) => readmitted).length, some.length]);
  for (const { name, first, last } of returnBands(within)) {
    const inBand = back.filter(({ daysToReturn }) => daysToReturn! >= first && daysToReturn! <= last);
    found.push(['aterinskrivning_dagar', name, inBand.length, back.length]);
  }
  for (let day = 1; day <= 7; day++)
    rate(
      'aterinskrivning_veckodag',
      String(day),
      list.filter(({ end }) => weekday(end) === day),
    );
  for (const [name, fits] of WAITS)
    rate(
      'aterinskrivning_vantan',
      name,
      ready.filter(({ last }) => fits(last.left! - last.ready!)),
    );
  for (const colour of ['gron', 'gul', 'rod', 'annat'])
    rate(
      'aterinskrivning_process',
      colour,
      ready.filter(({ last }) => (last.process ?? 'annat') === colour),
    );
  return found;
}

/** Where a figure is published: the monthly rate everywhere, variants by the year, breakdowns by the half-year. */
export function isPublished(id: string, niva: string, periodtyp: string, grupp: string): boolean {
  if (niva === 'klinik') return false;
  if (niva === 'kommun_vardgivare')
    return id === 'aterinskrivning_30d' && periodtyp === 'ar' && grupp === 'alla';
  if (id === 'aterinskrivning_30d') return true;
  const older = ['alla', '65plus', '80plus'];
  if (id === 'aterinskrivning_30d_nasta' || id === 'aterinskrivning_30d_alla')
    return periodtyp === 'ar' && (niva === 'region' ? older : ['alla']).includes(grupp);
  const periods = niva === 'kommun' ? ['ar'] : ['halvar', 'ar'];
  const groups = id === 'aterinskrivning_30d_svu' && niva === 'region' ? older : ['alla'];
  return periods.includes(periodtyp) && groups.includes(grupp);
}
