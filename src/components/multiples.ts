/** Many units on one scale. */
import { dots, monthAxis, px, valueAxis } from './axes.ts';
import { cellAttributes } from './cells.ts';
import { capitalize, formatMonth } from './format.ts';
import { verdictGlyph } from './glyphs.ts';
import { link, plainText } from './html.ts';
import { lastKnown } from './known.ts';
import { drawSvg, handMark, Plot } from './plot.ts';
import { zeroTicks } from './scale.ts';
import { verdictSentence, verdictWord } from './sentences.ts';
import { alone, atLatest, latestFinal, type Manad, monthSeries, shownLimits, stretches } from './series.ts';
import type { Lage, SmallMultiples } from './types.ts';
import { cutOffRun, situation, valueText } from './verdict.ts';

const WIDTH = 252;
const FRAME = { left: 26, right: 248, top: 8, bottom: 104 };

/** XmR charts without labels; dots only on months in a signal; heading per unit with latest value and verdict. One y scale from 0. */
export function smallMultiples({ id, delar }: SmallMultiples): string {
  const max = Math.max(0, ...delar.flatMap(largest));
  const percent = delar[0]?.indikator.enhet === 'procent';
  const ticks = zeroTicks(max, 2, percent);
  const items = delar.map((del, index) => {
    const rad = latestFinal(del.rader);
    const { slag } = situation(del);
    const value =
      rad?.status === 'visas' && rad.varde !== null
        ? `<span class="litet-varde"${cellAttributes(rad)}>${valueText(rad, del)}</span>`
        : `<span class="litet-varde ord">${rad?.status === 'skyddad' ? 'skyddad' : 'saknas'}</span>`;
    const title = `${del.enhet}: ${plainText(verdictSentence(del))}`;
    const verdict = `<p class="omdome ${slag}">${verdictGlyph(del)} ${slag === 'skyddad' ? hiddenWord(del) : verdictWord(slag)}</p>`;
    const heading = `<p class="litet-namn">${link(del.enhet, del.href)}${value}</p>`;
    return `<li${del.fokus ? ' class="fokus"' : ''}>${heading}${verdict}${drawSmall(del, ticks, `${id}-${index + 1}`, title)}</li>`;
  });
  return `<ul class="smaserier" id="${id}">${items.join('')}</ul>`;
}

/** Beside the word that the latest month is hidden: what was last seen, on one line. */
function hiddenWord(del: Lage): string {
  const run = cutOffRun(del);
  if (run) return `${capitalize(run.antal)} månader i rad ${run.ord} medel`;
  const known = lastKnown(del);
  if (!known) return verdictWord('utan_serie');
  return `${capitalize(formatMonth(known.period, true))}: ${verdictWord(known.omdome).toLocaleLowerCase('sv')}`;
}

function largest({ rader, diagram, indikator }: Lage): number[] {
  const limit = diagram ? shownLimits(diagram, indikator.enhet === 'procent').ovre : null;
  const values = rader.flatMap(({ varde, status }) => (status === 'visas' && varde !== null ? [varde] : []));
  return [...values, ...(limit === null ? [] : [limit])];
}

function drawSmall(del: Lage, ticks: number[], id: string, titel: string): string {
  const manader = monthSeries(del.rader, del.punkter);
  if (manader.length === 0) return '';
  const { left, right, top, bottom } = FRAME;
  const visible = stretches(manader);
  const plot: Plot.PlotOptions = {
    width: WIDTH,
    height: bottom + 28,
    x: { type: 'linear', domain: [-0.5, manader.length - 0.5], range: [left, right], axis: null },
    y: { type: 'linear', domain: [0, ticks.at(-1)!], range: [bottom, top], axis: null },
    marks: [
      normalBand(del),
      valueAxis(ticks, left, right),
      monthAxis(
        manader.map(({ period }) => period),
        bottom,
        { baraAr: true },
      ),
      Plot.line(visible, { x: 'index', y: 'varde', z: 'z', className: 'd-linje d-tunn' }),
      dots(alone(visible), 2, 'd-punkt'),
      dots(inSignal(manader), 2, 'd-punkt'),
      dots(
        manader.filter(({ punkt, varde }) => punkt?.signal === 'utanfor' && varde !== null),
        5.5,
        'd-ring',
      ),
      // The figure beside the name is of this month: another month's dot is not its.
      dots(atLatest(manader), 4, 'd-punkt'),
    ],
  };
  return drawSvg(plot, { id, titel }, 'enda');
}

function inSignal(manader: Manad[]): Manad[] {
  return manader.filter(
    ({ punkt, varde }) => varde !== null && (punkt?.signal || (punkt?.foljd_langd ?? 0) >= 7),
  );
}

function normalBand({ diagram, indikator }: Lage): Plot.Markish {
  if (!diagram) return handMark(() => '');
  const { left, right, top } = FRAME;
  const { nedre, ovre } = shownLimits(diagram, indikator.enhet === 'procent');
  return handMark(({ y }) => {
    const upper = ovre === null ? top : px(y(ovre));
    const mean = px(y(diagram.medel));
    return `<rect class="d-band" x="${left}" y="${upper}" width="${right - left}" height="${px(y(nedre ?? 0) - upper)}"/><path class="d-medel" d="M${left},${mean}H${right}"/>`;
  });
}
