/** The bridge: a waterfall from SKR's mean to the payment model's. */
import type { BroRad } from '../../data-loaders/judgement-types.ts';
import { px } from './axes.ts';
import { capitalize, exactDecimals, formatNumber, plural } from './format.ts';
import { stepName } from './names.ts';
import { bothWidths, drawSvg, fitText, handMark, type Plot, svgText, textWidth } from './plot.ts';
import { zeroTicks } from './scale.ts';

const DECIMALS = 2;
const STEP = 46;

/** What a step does, after "beror på att". */
const reasons: Record<string, string> = {
  nolldagar: 'modellen också räknar fall utan väntan',
  individuella: 'modellen lyfter ut långa fall',
  klockslag: 'modellen räknar bort dagar och klockslag utan ansvar',
};
/** Why a step that the model has not is nought. */
const absent: Record<string, string> = {
  individuella: 'modellen lyfter inte ut några fall',
  klockslag: 'modellen anger inget klockslag',
};
/** The steps that a reader can see: up to the first hidden one. */
export function visibleSteps(rader: BroRad[]): BroRad[] {
  const hidden = rader.findIndex(({ varde }) => varde === null);
  return hidden < 0 ? rader : rader.slice(0, hidden);
}

/** "Lund 2025: 1,10 av skillnaden på 1,26 dagar beror på att modellen också räknar fall utan väntan": the largest step. Plain text. */
export function bridgeTitle(rader: BroRad[], enhet: string, period: string): string {
  const steps = rader.filter(({ nr, andring }) => nr > 1 && nr < 5 && andring);
  const end = rader.find(({ nr }) => nr === 5);
  const largest = steps.reduce<BroRad | undefined>(
    (best, step) => (best && Math.abs(best.andring!) >= Math.abs(step.andring!) ? best : step),
    undefined,
  );
  if (!end || end.andring === null) return `${enhet} ${period}: från SKR:s medelvärde till modellens`;
  if (!largest || end.andring === 0) return `${enhet} ${period}: modellens medelvärde är SKR:s`;
  const whole = formatNumber(Math.abs(end.andring), DECIMALS);
  const part =
    steps.length === 1
      ? `hela skillnaden, ${whole} dagar,`
      : `${formatNumber(Math.abs(largest.andring!), DECIMALS)} av skillnaden på ${whole} dagar`;
  return `${enhet} ${period}: ${part} beror på att ${reasons[largest.steg]}`;
}

export type BridgeChart = { id: string; titel: string; rader: BroRad[] };

/** Horizontal waterfall: start grey, steps outlined, end in fokus, dotted joints; days and cases under each name. */
export function bridgeChart({ id, titel, rader }: BridgeChart): string {
  const steps = visibleSteps(rader);
  if (steps.length === 0) return '';
  return bothWidths((bredd) => draw(id, titel, steps, bredd === 'smal', bredd));
}

function draw(id: string, titel: string, rader: BroRad[], narrow: boolean, bredd: 'bred' | 'smal'): string {
  const [width, left, right] = narrow ? [358, 4, 300] : [744, 262, 660];
  const step = narrow ? STEP + 14 : STEP;
  const bottom = 8 + rader.length * step;
  const ticks = zeroTicks(Math.max(...rader.map(({ varde, varde_ovre }) => varde_ovre ?? varde!)), 4, false);
  const plot: Plot.PlotOptions = {
    width,
    height: bottom + 28,
    x: { type: 'linear', domain: [0, ticks.at(-1)!], range: [left, right], axis: null },
    marks: [
      handMark(({ x }) =>
        ticks
          .map((tick, index) => {
            const at = px(x(tick));
            const label =
              formatNumber(tick, exactDecimals(ticks)) + (index === ticks.length - 1 ? ' dagar' : '');
            return `<path class="${index ? 'd-rutnat' : 'd-axel'}" d="M${at},4V${bottom}"/>${svgText(at, bottom + 18, label, { anchor: 'middle' })}`;
          })
          .join(''),
      ),
      handMark(({ x }) => rader.map((rad, i) => row(rad, rader[i - 1], 8 + i * step, x, narrow)).join('')),
    ],
  };
  return drawSvg(plot, { id, titel, beskrivning: describe(rader) }, bredd);
}

/** One step: name and basis, bar from the value before to the value after, joint to the next. */
function row(
  rad: BroRad,
  before: BroRad | undefined,
  top: number,
  x: (v: number) => number,
  narrow: boolean,
): string {
  const whole = rad.nr === 1 || rad.nr === 5;
  const barTop = top + (narrow ? 32 : 6);
  const [from, to] = [whole ? 0 : before!.varde!, rad.varde!].map((value) => px(x(value)));
  const [start, end] = [Math.min(from!, to!), Math.max(from!, to!)];
  const klass = rad.nr === 1 ? 'd-borjan' : rad.nr === 5 ? 'd-stapel' : 'd-steg';
  const label = whole ? valueLabel(rad) : changeLabel(rad);
  const name = svgText(0, top + 14, fitText(stepName(rad.steg), 250), {
    klass: whole ? 'd-fokusnamn' : 'd-text',
  });
  const basis =
    narrow && textWidth(stepName(rad.steg)) > 170
      ? ''
      : svgText(
          narrow ? 354 : 0,
          top + (narrow ? 14 : 30),
          basisOf(rad),
          narrow ? { anchor: 'end', klass: 'd-halo' } : {},
        );
  const joint = before
    ? `<path class="d-grans" d="M${from === 0 ? to : from},${barTop - (narrow ? 36 : 22)}V${barTop}"/>`
    : '';
  const bar = `<rect class="${klass}" x="${start}" y="${barTop}" width="${Math.max(1, px(end - start))}" height="22"/>`;
  const range =
    rad.nr === 5 && rad.varde_ovre !== null && rad.varde_ovre !== rad.varde
      ? `<path class="d-intervall d-fokusrad" d="M${to},${barTop + 11}H${px(x(rad.varde_ovre))}"/>`
      : '';
  const at = rad.nr === 5 && rad.varde_ovre !== null ? px(x(rad.varde_ovre)) : end;
  return (
    name +
    basis +
    (rad.nr === 5 ? '' : joint) +
    bar +
    range +
    svgText(at + 6, barTop + 15, label, { klass: whole ? 'd-fokusnamn' : 'd-text' })
  );
}

const basisOf = ({ dagar, fall, ingar, steg }: BroRad): string =>
  ingar
    ? `${plural(dagar!, 'dag', 'dagar')} på ${plural(fall!, 'fall', 'fall')}`
    : (absent[steg] ?? 'modellen räknar inte in dem');

function valueLabel({ varde, varde_ovre }: BroRad): string {
  const low = formatNumber(varde!, DECIMALS);
  return varde_ovre === null || varde_ovre === varde ? low : `${low}–${formatNumber(varde_ovre, DECIMALS)}`;
}

const changeLabel = ({ andring }: BroRad): string =>
  andring === 0 ? '0' : `${andring! > 0 ? '+' : ''}${formatNumber(andring!, DECIMALS)}`;

/** The chart in words. */
function describe(rader: BroRad[]): string {
  return rader
    .map(
      (rad) =>
        `${capitalize(stepName(rad.steg))}: ${rad.nr === 1 || rad.nr === 5 ? valueLabel(rad) : changeLabel(rad)}.`,
    )
    .join(' ');
}
