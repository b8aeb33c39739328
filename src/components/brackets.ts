/** Brackets over runs of at least seven months on one side of the mean, with their length in words. */
import { px } from './axes.ts';
import { numberWord } from './format.ts';
import { handMark, type Pixels, type Plot, svgText, textWidth } from './plot.ts';
import type { Foljd, Manad } from './series.ts';
import type { Frame } from './trendlabels.ts';

/** Each bracket stands outside the run's dots, on its side of the mean, or on the other side where there is no room. */
export function brackets(found: Foljd[], manader: Manad[], frame: Frame, narrow: boolean): Plot.Markish {
  return handMark((pixels) =>
    found.map((run) => bracket(run, manader, frame, narrow, pixels, spareWidth(run, found, pixels))).join(''),
  );
}

/** Px by which a bracket's words may be wider than it without meeting those of the next run on the same side. */
function spareWidth(run: Foljd, found: Foljd[], { x }: Pixels): number {
  const gaps = found
    .filter((other) => other !== run && other.sida === run.sida)
    .map((other) => x(Math.max(other.fran, run.fran)) - x(Math.min(other.till, run.till)));
  return Math.min(28, ...gaps.map((gap) => gap - 8));
}

function bracket(
  run: Foljd,
  manader: Manad[],
  frame: Frame,
  narrow: boolean,
  { x, y }: Pixels,
  spare: number,
): string {
  const dots = manader
    .slice(run.fran, run.till + 1)
    .flatMap(({ varde, punkt }) =>
      varde === null ? [] : [{ at: y(varde), ring: punkt?.signal === 'utanfor' }],
    );
  const reach = dots.some(({ ring }) => ring) ? 16 : 12;
  const above = Math.min(...dots.map(({ at }) => at)) - reach;
  const below = Math.max(...dots.map(({ at }) => at)) + reach;
  const fitsAbove = above - 16 > frame.top;
  const fitsBelow = below + 18 < frame.bottom;
  const over = run.sida === 1 ? fitsAbove || !fitsBelow : !fitsBelow;
  const from = px(x(run.fran));
  const to = px(x(run.till));
  const at = px(over ? Math.max(above, frame.top + 16) : Math.min(below, frame.bottom - 18));
  const hook = over ? 5 : -5;
  const text = runText(run, to - from + spare, narrow);
  const half = textWidth(text) / 2;
  const middle = Math.min(Math.max((from + to) / 2, frame.left + half), frame.right - half);
  const line = `<path class="d-klammer" d="M${from},${px(at + hook)}V${at}H${to}V${px(at + hook)}"/>`;
  return line + svgText(px(middle), px(at + (over ? -5 : 15)), text, { anchor: 'middle', klass: 'd-halo' });
}

/** The longest wording that fits the bracket. */
function runText({ langd, sida }: Foljd, width: number, narrow: boolean): string {
  const side = sida === 1 ? 'över' : 'under';
  const count = numberWord(langd);
  const wordings = [
    ...(narrow ? [] : [`${count} månader i rad ${side} medelvärdet`]),
    `${count} månader ${side}`,
    `${langd} mån ${side}`,
  ];
  return wordings.find((text) => textWidth(text) <= width) ?? `${langd} ${side}`;
}
