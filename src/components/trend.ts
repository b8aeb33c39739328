/** XmR trend: one unit's months against its own normal variation. */
import { dots, monthAxis, px, valueAxis } from './axes.ts';
import { brackets } from './brackets.ts';
import { plural } from './format.ts';
import { plainText } from './html.ts';
import { bothWidths, drawSvg, handMark, Plot, svgText } from './plot.ts';
import { zeroTicks } from './scale.ts';
import { verdictSentence } from './sentences.ts';
import { type Manad, monthSeries, runs, shownLimits, stretches } from './series.ts';
import { activityFlags, type Frame, flagRows, sideLabels } from './trendlabels.ts';
import type { PubliceradRad, TrendChart } from './types.ts';

const unitAbove: Record<string, string> = { dagar: 'dagar per fall', procent: 'procent' };

/**
 * Line, dots, band, limits, mean, goal, runs of at least seven months, activities and grey not final months.
 * A hidden or missing month is a gap with a tick: no coordinate comes from it. Y from 0, in the indicator's unit.
 */
export function trendChart(options: TrendChart): string {
  const manader = monthSeries(options.rader, options.punkter);
  if (manader.every(({ varde }) => varde === null)) {
    return '<p class="tomt">Ingen månad kan visas: alla är skyddade eller saknas.</p>';
  }
  return bothWidths((bredd) => drawTrend(options, manader, bredd));
}

function drawTrend(options: TrendChart, manader: Manad[], bredd: 'bred' | 'smal'): string {
  const narrow = bredd === 'smal';
  const frame = frameOf(options, manader, narrow);
  const { left, right, top, bottom, ticks } = frame;
  const count = manader.length;
  const { diagram } = options;
  const percent = options.indikator.enhet === 'procent';
  const visible = stretches(manader);
  const outside = manader.filter((manad) => manad.punkt?.signal === 'utanfor' && manad.varde !== null);
  const radius = narrow ? 2.2 : 3;
  const marks: Plot.Markish[] = [
    ...(diagram ? [band(options, frame)] : []),
    valueAxis(ticks, left, right),
    greyMonths(manader, frame),
    monthAxis(
      manader.map(({ period }) => period),
      bottom,
      { manadsnamn: !narrow },
    ),
    ...(diagram ? [limits(options, frame, percent)] : []),
    goalLine(options, manader, frame),
    activityFlags(options, manader, frame, narrow),
    Plot.line(visible, { x: 'index', y: 'varde', z: 'z', className: 'd-linje' }),
    dots(visible, radius, 'd-punkt'),
    dots(outside, 7, 'd-ring'),
    openMonths(manader),
    brackets(runs(manader), manader, frame, narrow),
    sideLabels(options, manader, frame, narrow),
    handMark(() => svgText(0, 12, unitAbove[options.indikator.enhet] ?? options.indikator.enhet)),
  ];
  const plot: Plot.PlotOptions = {
    width: narrow ? 358 : 744,
    height: bottom + 32,
    x: { type: 'linear', domain: [-0.5, count - 0.5], range: [left, right], axis: null },
    y: { type: 'linear', domain: [0, ticks.at(-1)!], range: [bottom, top], axis: null },
    marks,
  };
  const beskrivning = [
    options.beskrivning ?? plainText(verdictSentence(options)),
    gapsOf(manader, options.rader),
  ];
  const step = (right - left) / count;
  const text = {
    id: options.id,
    titel: options.titel,
    beskrivning: beskrivning.filter(Boolean).join(' '),
    steg: { forsta: px(left + step / 2), steg: px(step) },
  };
  return drawSvg(plot, text, bredd);
}

/** What a listener cannot see: months without a dot. */
function gapsOf(manader: Manad[], rader: PubliceradRad[]): string {
  const gaps = manader.filter(({ varde }) => varde === null).length;
  if (gaps === 0) return '';
  const hidden = rader.some(({ status }) => status === 'skyddad');
  const [one, many] = hidden ? ['är skyddad eller saknas', 'är skyddade eller saknas'] : ['saknas', 'saknas'];
  return `${plural(gaps, `månad ${one} och syns som en lucka`, `månader ${many} och syns som luckor`)} i linjen.`;
}

function frameOf(options: TrendChart, manader: Manad[], narrow: boolean): Frame {
  const percent = options.indikator.enhet === 'procent';
  const limit = options.diagram ? shownLimits(options.diagram, percent).ovre : null;
  const values = manader.flatMap(({ varde }) => (varde === null ? [] : [varde]));
  const max = Math.max(0, ...values, limit ?? 0, options.mal?.varde ?? 0);
  const low = options.hojd === 'lag';
  // A run above the mean needs room for its bracket over the highest dot.
  const room = runs(manader).some(({ sida }) => sida === 1) ? 1.12 : 1;
  const left = narrow ? 30 : 40;
  const right = narrow ? 262 : 604;
  const top = 24 + 16 * (flagRows(options, manader, left, right, narrow) - 1);
  const plotHeight = low ? 144 : narrow ? 200 : 284;
  const ticks = zeroTicks(max * room, low ? 4 : 4, percent);
  return { left, right, top, bottom: top + plotHeight, ticks };
}

function band({ diagram, indikator }: TrendChart, { left, right, top }: Frame): Plot.Markish {
  const { nedre, ovre } = shownLimits(diagram!, indikator.enhet === 'procent');
  return handMark(({ y }) => {
    const upper = ovre === null ? top : px(y(ovre));
    return `<rect class="d-band" x="${left}" y="${upper}" width="${right - left}" height="${px(y(nedre ?? 0) - upper)}"/>`;
  });
}

/** Grey columns of the months that are not final. */
function greyMonths(manader: Manad[], { left, top, bottom }: Frame): Plot.Markish {
  return handMark(({ x }) =>
    manader
      .filter(({ slutlig }) => !slutlig)
      .map(({ index }) => {
        const from = px(Math.max(left, x(index - 0.5)));
        return `<rect class="d-gra" x="${from}" y="${top}" width="${px(x(index + 0.5) - from)}" height="${bottom - top}"/>`;
      })
      .join(''),
  );
}

/** The goal's line, from the month it holds from: the years before had another, or none. */
function goalLine({ mal }: TrendChart, manader: Manad[], { left, right }: Frame): Plot.Markish {
  const first = manader.find(({ period }) => mal && period >= (mal.fran ?? ''));
  if (!mal || !first) return handMark(() => '');
  return handMark(
    ({ x, y }) =>
      `<path class="d-mal" d="M${px(Math.max(left, x(first.index - 0.5)))},${px(y(mal.varde))}H${right}"/>`,
  );
}

function limits({ diagram }: TrendChart, frame: Frame, percent: boolean): Plot.Markish {
  const { nedre, ovre } = shownLimits(diagram!, percent);
  const line = (at: number, klass: string) =>
    `<path class="${klass}" d="M${frame.left},${at}H${frame.right}"/>`;
  return handMark(({ y }) =>
    [
      nedre === null ? '' : line(px(y(nedre)), 'd-grans'),
      ovre === null ? '' : line(px(y(ovre)), 'd-grans'),
      line(px(y(diagram!.medel)), 'd-medel'),
    ].join(''),
  );
}

/** Visible months that are not final: open dot, dashed link from the visible month just before. */
function openMonths(manader: Manad[]): Plot.Markish {
  return handMark(({ x, y }) =>
    manader
      .filter((manad) => !manad.slutlig && manad.varde !== null)
      .map((manad) => {
        const before = manader[manad.index - 1];
        const [cx, cy] = [px(x(manad.index)), px(y(manad.varde!))];
        const link =
          before && before.varde !== null
            ? `<path class="d-lank" d="M${px(x(before.index))},${px(y(before.varde))}L${cx},${cy}"/>`
            : '';
        return `${link}<circle class="d-oppen" cx="${cx}" cy="${cy}" r="3.5"/>`;
      })
      .join(''),
  );
}
