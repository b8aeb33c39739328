/** A goal's outcome as a mark: tinted side met, vertical line the goal, dot and interval the outcome. */
import type { MalRad, Utfall } from '../../data-loaders/judgement-types.ts';
import { px } from './axes.ts';
import { capitalize, formatDecided } from './format.ts';
import { type Glyf, glyph } from './glyphs.ts';
import { outcomeName } from './names.ts';

const [WIDTH, HEIGHT] = [160, 24];
/** Outcomes are drawn from 0.55 to 1.45 of the goal; those beyond stand at the edge. */
const REACH = 0.45;

const marks: Record<Utfall, [Glyf, string]> = {
  uppnatt: ['bock', 'battre'],
  ej_uppnatt: ['kryss', 'samre'],
  gar_inte_att_avgora: ['oavgjort', ''],
  skyddad: ['streckad', ''],
  saknas: ['streckad', ''],
};

type Outcome = Pick<MalRad, 'status' | 'nedre' | 'utan_intervall'> & { utfall: Utfall };

/** What an outcome rests on where that is no interval: `utan intervall` (the value decided), `få fall` (nothing did), or empty. */
export function outcomeBasis({ utfall, status, nedre, utan_intervall }: Outcome): string {
  if (utan_intervall) return 'utan intervall';
  return utfall === 'gar_inte_att_avgora' && status === 'visas' && nedre === null ? 'få fall' : '';
}

/** Glyph and word of an outcome, and what it rests on where that is no interval. HTML. */
export function outcomeWord(outcome: Outcome): string {
  const [shape, klass] = marks[outcome.utfall];
  const word = capitalize(outcomeName(outcome.utfall));
  const basis = outcomeBasis(outcome);
  return `<span class="utfall ${klass}">${glyph(shape, klass)} ${word}</span>${basis ? ` <small>${basis}</small>` : ''}`;
}

/** The same as text: `ej uppnått, utan intervall`. */
export const outcomeText = (outcome: Outcome): string =>
  [outcomeName(outcome.utfall), outcomeBasis(outcome)].filter(Boolean).join(', ');

/** The mark of a shown outcome; nothing where it is hidden or the goal is 0. Hidden from screen readers: the table says it all. */
export function goalMark({ varde, nedre, ovre, malvarde, riktning, status }: MalRad): string {
  if (status !== 'visas' || varde === null || malvarde === 0) return '';
  const [low, high] = [malvarde * (1 - REACH), malvarde * (1 + REACH)];
  const at = (value: number) => px(((Math.min(high, Math.max(low, value)) - low) / (high - low)) * WIDTH);
  const goal = at(malvarde);
  const met = riktning === 'minst' ? `x="${goal}" width="${WIDTH - goal}"` : `x="0" width="${goal}"`;
  const line =
    nedre === null || ovre === null
      ? ''
      : `<path class="d-intervall d-fokusrad" d="M${at(nedre)},${HEIGHT / 2}H${at(ovre)}"/>`;
  return (
    `<svg class="malmarke" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">` +
    `<rect class="d-band" y="2" height="${HEIGHT - 4}" ${met}/><path class="d-malstreck" d="M${goal},0V${HEIGHT}"/>` +
    `${line}<circle class="d-enhet d-fokusrad" cx="${at(varde)}" cy="${HEIGHT / 2}" r="4"/></svg>`
  );
}

/** "minst 60", "högst 1,2". */
export const goalText = (riktning: MalRad['riktning'], value: number): string =>
  `${riktning === 'minst' ? 'minst' : 'högst'} ${formatDecided(value)}`;
