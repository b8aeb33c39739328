import { text } from './cases.ts';
import { toDay } from './days.ts';
import type { Case } from './indicators.ts';

/** A figure about payment: id, category, numerator, denominator and cases behind it. */
type Figure = [id: string, kategori: string, taljare: number, namnare: number, antal: number];

const LIMIT = 7;
const FREE = 3;

/** Long waits apart, and the days the act makes the kommun pay for, of the cases of one cell. */
export function paymentFigures(list: Case[], grupp: string): Figure[] {
  const found: Figure[] = [];
  const wait = ({ ready, left }: Case) => left - ready;
  const sides: [string, Case[]][] = [
    ['over', list.filter((one) => wait(one) > LIMIT)],
    ['hogst', list.filter((one) => wait(one) <= LIMIT)],
  ];
  for (const [side, some] of sides) {
    const days = some.reduce((sum, one) => sum + wait(one), 0);
    found.push(['medeldagar_individuellt', side, days, some.length, some.length]);
  }
  if (grupp !== 'alla') return found;
  const paid = list.map((one) => ({ one, days: mostDays(one) })).filter(({ days }) => days > 0);
  for (const kind of ['klockslag', 'datum', 'utan_kallelse']) {
    const some = paid.filter(({ one }) => kindOf(one) === kind);
    const days = some.reduce((sum, each) => sum + each.days, 0);
    found.push(['betalningsdagar', kind, days, paid.length, some.length]);
  }
  return found;
}

/** Days from the end of the free ones to the discharge; a notice without a clock may have come in the morning. */
function mostDays(one: Case): number {
  const { left, says } = one;
  const sent = says('underrattelse_datum');
  if (sent === null || says('inskrivningsmeddelande_datum') === null) return 0;
  const clock = clockOf(one);
  const late = clock !== null && clock.slice(11, 16) > '12:00';
  return Math.max(0, left - (toDay(sent) + FREE + (late ? 1 : 0)));
}

/** The clock of the notice that gives the date: a date without one is not lent another notice's. */
function clockOf({ told }: Case): string | null {
  const first = told.find(({ row, standing }) => standing && (row.underrattelse_datum ?? null) !== null);
  return text(first?.row.underrattelse_tid);
}

function kindOf(one: Case): string {
  const called = one.says('sip_kallelse_datum');
  if (called === null || toDay(called) > one.left) return 'utan_kallelse';
  return clockOf(one) === null ? 'datum' : 'klockslag';
}

/** Levels and groups of the two indicators. */
export const isPaymentPublished = (niva: string, periodtyp: string, grupp: string): boolean =>
  ['kommun', 'delregion', 'region'].includes(niva) &&
  ['manad', 'kvartal', 'halvar', 'ar'].includes(periodtyp) &&
  ['alla', 'somatik', 'psykiatri'].includes(grupp);
