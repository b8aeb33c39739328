/** Units compared over one period: dot and 95 % interval. */
import { px } from './axes.ts';
import { exactDecimals, formatInterval, formatNumber, unitWord } from './format.ts';
import { sortUnits } from './order.ts';
import { bothWidths, drawSvg, fitText, handMark, type Plot, svgText, textWidth } from './plot.ts';
import { zeroTicks } from './scale.ts';
import type { ComparisonChart, IndikatorHuvud, PubliceradRad } from './types.ts';
import { FEW } from './verdict.ts';
import { denominatorNoun, hasInterval } from './vocabulary.ts';

type Layout = {
  width: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  step: number;
  /** Right edges of the columns value, interval, n. */
  columns: number[];
};

/**
 * Dot plot sorted by value with the published 95 % interval; the page's unit in fokus, the reference as a labelled line;
 * value, interval and n as columns (phone: value with n in brackets). Hidden units have the word and no mark.
 */
export function comparisonChart(options: ComparisonChart): string {
  const rader = options.ordnade ? options.rader : sortUnits(options.rader, options.indikator);
  if (rader.length === 0) return '';
  const note = `<p class="smal-text">Antal ${denominatorNoun(options.indikator)} inom parentes.</p>`;
  return bothWidths((bredd) => drawComparison({ ...options, rader }, bredd)) + note;
}

function layoutOf(count: number, narrow: boolean): Layout {
  const step = count > 12 ? 22 : 30;
  const top = 24;
  const bottom = top + count * step + 4;
  if (narrow) return { width: 358, left: 92, right: 272, top, bottom, step, columns: [356] };
  return { width: 744, left: 128, right: 520, top, bottom, step, columns: [578, 668, 724] };
}

function drawComparison(options: ComparisonChart, bredd: 'bred' | 'smal'): string {
  const { rader, indikator, referens } = options;
  const narrow = bredd === 'smal';
  const layout = layoutOf(rader.length, narrow);
  const { width, left, right, top, bottom } = layout;
  const reach = [...rader, ...(referens ? [referens] : [])].flatMap(({ varde, ovre }) => [
    varde ?? 0,
    ovre ?? 0,
  ]);
  const ticks = zeroTicks(Math.max(...reach), narrow ? 3 : 4, indikator.enhet === 'procent');
  const plot: Plot.PlotOptions = {
    width,
    height: bottom + 28,
    x: { type: 'linear', domain: [0, ticks.at(-1)!], range: [left, right], axis: null },
    y: { type: 'linear', domain: [-0.5, rader.length - 0.5], range: [top, bottom - 4], axis: null },
    marks: [
      axis(ticks, layout, indikator),
      referenceLine(options, layout),
      ...(narrow ? [] : [columnHeads(indikator, layout)]),
      handMark(({ x, y }) =>
        rader.map((rad, index) => unitRow(rad, { x, y: px(y(index)), options, layout, narrow })).join(''),
      ),
    ],
  };
  const beskrivning = options.beskrivning ?? describe(options);
  return drawSvg(plot, { id: options.id, titel: options.titel, beskrivning }, bredd);
}

function axis(ticks: number[], { top, bottom, width }: Layout, indikator: IndikatorHuvud): Plot.Markish {
  const decimals = exactDecimals(ticks);
  const unit = unitWord(indikator);
  return handMark(({ x }) =>
    ticks
      .map((tick, index) => {
        const at = px(x(tick));
        const line = `<path class="${index ? 'd-rutnat' : 'd-axel'}" d="M${at},${top}V${bottom}"/>`;
        const label = svgText(at, bottom + 16, formatNumber(tick, decimals), { anchor: 'middle' });
        // A unit too long for the phone stands in the subtitle.
        const last = index === ticks.length - 1 && at + 14 + textWidth(unit) <= width;
        return line + label + (last ? svgText(at + 14, bottom + 16, unit, { anchor: 'start' }) : '');
      })
      .join(''),
  );
}

function referenceLine({ referens, indikator }: ComparisonChart, { top, bottom }: Layout): Plot.Markish {
  if (referens?.status !== 'visas' || referens.varde === null) return handMark(() => '');
  const text = `${referens.enhet} ${formatNumber(referens.varde, indikator.decimaler)}`;
  return handMark(({ x }) => {
    const at = px(x(referens.varde!));
    return `<path class="d-referens" d="M${at},${top - 6}V${bottom}"/>${svgText(at, 12, text, { anchor: 'middle', klass: 'd-text' })}`;
  });
}

function columnHeads(indikator: IndikatorHuvud, { columns }: Layout): Plot.Markish {
  const words: Record<string, string> = { dagar: 'medel', procent: 'andel', kvot: 'kvot' };
  const value = indikator.rojande.typ === 'kvantil' ? 'dagar' : (words[indikator.enhet] ?? 'värde');
  return handMark(() =>
    [value, hasInterval(indikator) ? '95 % intervall' : '', 'antal']
      .map((head, index) => svgText(columns[index]!, 12, head, { anchor: 'end' }))
      .join(''),
  );
}

type RowContext = {
  x: (value: number) => number;
  y: number;
  options: ComparisonChart;
  layout: Layout;
  narrow: boolean;
};

function unitRow(rad: PubliceradRad, { x, y, options, layout, narrow }: RowContext): string {
  const focus = rad.enhet_id === options.fokus;
  const klass = focus ? 'd-fokusrad' : '';
  const name = svgText(0, y + 4, fitText(rad.enhet, layout.left - 8), {
    klass: focus ? 'd-fokusnamn' : 'd-text',
  });
  if (rad.status !== 'visas' || rad.varde === null) {
    const word = rad.status === 'skyddad' ? 'skyddad' : 'saknas';
    return name + svgText(layout.columns[0]!, y + 4, word, { anchor: 'end', klass: 'd-text2' });
  }
  const few = (rad.antal ?? 0) < FEW ? ' d-fa' : '';
  const line =
    rad.nedre === null || rad.ovre === null
      ? ''
      : `<path class="d-intervall ${klass}" d="M${px(x(rad.nedre))},${y}H${px(x(rad.ovre))}"/>`;
  const dot = `<circle class="d-enhet ${klass}${few}" cx="${px(x(rad.varde))}" cy="${y}" r="${focus ? 6 : 4.5}"/>`;
  return name + line + dot + figures(rad, y, options.indikator, layout, narrow, focus);
}

function figures(
  rad: PubliceradRad,
  y: number,
  indikator: IndikatorHuvud,
  { columns }: Layout,
  narrow: boolean,
  focus: boolean,
): string {
  const { decimaler } = indikator;
  const value = formatNumber(rad.varde!, decimaler);
  const count = rad.antal === null ? '' : formatNumber(rad.antal);
  const bold = focus ? 'd-fokusnamn' : 'd-text';
  if (narrow) return svgText(columns[0]!, y + 4, `${value} (${count})`, { anchor: 'end', klass: bold });
  const interval =
    rad.nedre === null || rad.ovre === null
      ? (rad.antal ?? 0) < FEW
        ? 'få fall'
        : hasInterval(indikator)
          ? '–'
          : ''
      : formatInterval(rad.nedre, rad.ovre, decimaler);
  return [
    svgText(columns[0]!, y + 4, value, { anchor: 'end', klass: bold }),
    svgText(columns[1]!, y + 4, interval, { anchor: 'end', klass: 'd-text2' }),
    svgText(columns[2]!, y + 4, count, { anchor: 'end', klass: 'd-text2' }),
  ].join('');
}

/** What the marks say, for readers who do not see them; the numbers stand in the table beside. */
function describe({ rader, indikator, referens }: ComparisonChart): string {
  const shown = rader.filter(({ varde }) => varde !== null);
  const hidden = rader.length - shown.length;
  const ends = [shown[0], shown.at(-1)].flatMap((rad) =>
    rad ? [`${rad.enhet} ${formatNumber(rad.varde!, indikator.decimaler)}`] : [],
  );
  const reference =
    referens && referens.varde !== null
      ? ` ${referens.enhet} ${formatNumber(referens.varde, indikator.decimaler)}.`
      : '';
  return `${shown.length} enheter med värde, från ${ends.join(' till ')} ${unitWord(indikator)}.${reference}${hidden ? ` ${hidden} utan visat värde.` : ''}`;
}
