import { type Stay, text } from './cases.ts';
import { toDay } from './days.ts';

/** A figure on the chain from notice to discharge: id, category, numerator and denominator. */
type Figure = [id: string, kategori: string, taljare: number, namnare: number];
type Case = Stay & { ready: number; left: number };

const DESTINATIONS = 'ordinart_boende sarskilt_boende korttid annat_sjukhus mobilt_sjukhusteam avliden annat';
const NEEDS = 'oforandrade nytillkomna_socialtjanst nytillkomna_halso_och_sjukvard avancerade annat';
const CAUSES =
  'hjalpmedel rehab nya_insatser utokade_insatser trygghetslarm korttidsplats sarskilt_boende lakemedel transport ' +
  'information patientens_onskan framgar_inte annat';

const date = ({ says }: Case, column: string) => {
  const iso = says(`${column}_datum`);
  return iso === null ? null : toDay(iso);
};
const wait = ({ ready, left }: Case) => left - ready;
const between = (low: number, value: number, high: number) => Math.min(Math.max(low, value), high);
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
const known = (values: (number | null)[]) => values.filter((value) => value !== null);

/** When the kommun can begin: as it says, else when the later of its two parts can. */
function kommunklar(one: Case): number | null {
  const said = date(one, 'kommunklar');
  const parts = known([date(one, 'kommunklar_sol'), date(one, 'kommunklar_hsl')]);
  return said ?? (parts.length > 0 ? Math.max(...parts) : null);
}

/** Days of the waiting up to a date told by the kommun. */
const until = (one: Case, day: number | null) =>
  day === null ? null : between(0, day - one.ready, wait(one));

/** Started days past 24 hours from admission; by the date, past the next day. */
function messageLate(one: Case): number | null {
  const notice = one.told.find(
    ({ row, standing }) => standing && (row.inskrivningsmeddelande_datum ?? null) !== null,
  );
  if (!notice || one.admitted === null) return null;
  const clock = text(notice.row.inskrivningsmeddelande_tid);
  if (clock === null || one.admittedClock === null)
    return Math.max(0, date(one, 'inskrivningsmeddelande')! - one.admitted - 1);
  const minutes = (at: string) => Date.parse(`${at.replace(' ', 'T')}Z`) / 60_000;
  const passed = minutes(clock) - minutes(one.admittedClock);
  return passed <= 1440 ? 0 : Math.ceil((passed - 1440) / 1440);
}

/** Days past the third day from the notice, or from readiness. */
function callLate(one: Case): number | null {
  const call = date(one, 'sip_kallelse');
  const from = date(one, 'underrattelse') ?? one.ready;
  return call === null ? null : Math.max(0, call - from - 3);
}

/** The last standing estimate of the day of discharge, and the days on which another was given. */
function estimate({ told }: Case): { day: number; changes: number[] } | null {
  const given = told.filter(({ row }) => (row.beraknad_utskrivning_datum ?? null) !== null);
  const last = given.filter(({ standing }) => standing).at(-1);
  if (!last) return null;
  const changes = given
    .slice(1)
    .filter(({ row }, i) => row.beraknad_utskrivning_datum !== given[i]!.row.beraknad_utskrivning_datum);
  return {
    day: toDay(String(last.row.beraknad_utskrivning_datum)),
    changes: changes.map(({ row }) => toDay(String(row.underrattelse_datum ?? row.klar_datum))),
  };
}

function notice(one: Case): string {
  const sent = date(one, 'underrattelse');
  if (sent === null || sent > one.left) return 'annat';
  return one.left - sent >= 2 ? '2-' : String(one.left - sent);
}

/** Every figure of the cases of one cell; which of them the level and period have is `hasChain`'s matter. */
export function chainFigures(list: Case[]): Figure[] {
  const n = list.length;
  const found: Figure[] = [];
  const spread = (id: string, kategorier: string, of: (one: Case) => string | null) => {
    for (const kategori of kategorier.split(' '))
      found.push([id, kategori, list.filter((one) => (of(one) ?? 'annat') === kategori).length, n]);
  };
  spread('process', 'gron gul rod annat', ({ process }) => process);
  for (const colour of ['gron', 'gul', 'rod', 'annat']) {
    const some = list.filter(({ process }) => (process ?? 'annat') === colour);
    found.push(['process_samma_dag', colour, some.filter((one) => wait(one) === 0).length, some.length]);
  }
  spread('utskriven_till', DESTINATIONS, ({ destination }) => destination);
  spread('behov', NEEDS, ({ says }) => says('behov'));
  spread('kort_varsel', '0 1 2- annat', notice);
  for (const cause of CAUSES.split(' ')) {
    const some = list.filter((one) => (one.says('orsak') ?? '').split('|').includes(cause));
    found.push(['orsak', cause, some.length, n], ['orsak_dagar', cause, sum(some.map(wait)), some.length]);
  }
  return [...found, ...legFigures(list), ...deadlineFigures(list), ...foresightFigures(list)];
}

function legFigures(list: Case[]): Figure[] {
  const told = list.filter((one) => kommunklar(one) !== null);
  const leg = sum(told.map((one) => until(one, kommunklar(one))!));
  const early = told.filter((one) => one.left < kommunklar(one)!);
  const part = (column: string) => known(list.map((one) => until(one, date(one, column))));
  const [social, health] = [part('kommunklar_sol'), part('kommunklar_hsl')];
  return [
    ['ledtider', 'kommunens_ben', leg, told.length],
    ['ledtider', 'rest', sum(told.map(wait)) - leg, told.length],
    ['utskriven_fore_kommunklar', 'alla', early.length, told.length],
    ['ledtider_sol_hsl', 'sol', sum(social), social.length],
    ['ledtider_sol_hsl', 'hsl', sum(health), health.length],
  ];
}

function deadlineFigures(list: Case[]): Figure[] {
  const judged: [string, number[]][] = [
    ['inskrivningsmeddelande', known(list.map(messageLate))],
    ['sip_kallelse', known(list.map(callLate))],
  ];
  return judged.flatMap(([kategori, days]): Figure[] => [
    ['frister', kategori, days.filter((late) => late === 0).length, days.length],
    ['frister_sent', kategori, sum(days), days.filter((late) => late > 0).length],
  ]);
}

function foresightFigures(list: Case[]): Figure[] {
  const estimated = list.flatMap((one) => {
    const found = estimate(one);
    return found ? [{ ...found, left: one.left }] : [];
  });
  const n = estimated.length;
  const count = (fits: (one: (typeof estimated)[number]) => boolean) => estimated.filter(fits).length;
  return [
    ['framforhallning', 'traff', count(({ day, left }) => left === day), n],
    ['framforhallning', 'tidigare', count(({ day, left }) => left < day), n],
    ['framforhallning', 'senare', count(({ day, left }) => left > day), n],
    ['framforhallning_fel', 'fel', sum(estimated.map(({ day, left }) => Math.abs(left - day))), n],
    ['framforhallning_andringar', '0', count(({ changes }) => changes.length === 0), n],
    ['framforhallning_andringar', '1', count(({ changes }) => changes.length === 1), n],
    ['framforhallning_andringar', '2-', count(({ changes }) => changes.length > 1), n],
    [
      'framforhallning_sent_andrad',
      'alla',
      count(({ changes, left }) => changes.some((day) => day > left - 1)),
      n,
    ],
  ];
}

/** The indicators that clinics have. */
export const atClinic = (id: string): boolean =>
  ['medeldagar_alla', 'andel_utskrivningsklardagen', 'process', 'process_samma_dag'].includes(id);

const YEARLY_AT_KOMMUN = [
  'orsak_dagar',
  'ledtider_sol_hsl',
  'frister_sent',
  'framforhallning_fel',
  'framforhallning_andringar',
  'framforhallning_sent_andrad',
];

/** Where a figure is published: everyone only; at kommun by the half-year or the year, at clinics by the year. */
export function hasChain(id: string, niva: string, periodtyp: string, grupp: string): boolean {
  if (grupp !== 'alla' || periodtyp === 'rullande12' || niva === 'kommun_vardgivare') return false;
  if (niva === 'klinik') return periodtyp === 'ar' && atClinic(id);
  if (niva !== 'kommun') return true;
  return periodtyp === 'ar' || (periodtyp === 'halvar' && !YEARLY_AT_KOMMUN.includes(id));
}
