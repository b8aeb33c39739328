/** The small line of a key figure. */
import { dots, px } from './axes.ts';
import { drawSvg, handMark, Plot } from './plot.ts';
import { alone, atLatest, type Manad, monthSeries, stretches } from './series.ts';
import type { Sparkline } from './types.ts';

const WIDTH = 240;
const HEIGHT = 56;

/** 240 × 56: line, band, mean and end dot; own zoom to the band, no axis. Empty where no month can be shown. */
export function sparkline({ id, titel, rader, punkter, diagram }: Sparkline): string {
  const manader = monthSeries(rader, punkter);
  const visible = stretches(manader);
  if (visible.length === 0) return '';
  const values = manader.flatMap(({ varde }) => (varde === null ? [] : [varde]));
  const lower = Math.min(...values, ...(diagram ? [Math.max(0, diagram.nedre_grans)] : []));
  const upper = Math.max(...values, ...(diagram ? [diagram.ovre_grans] : []));
  const pad = upper > lower ? 0 : 1;
  const plot: Plot.PlotOptions = {
    width: WIDTH,
    height: HEIGHT,
    x: { type: 'linear', domain: [0, Math.max(1, manader.length - 1)], range: [5, WIDTH - 9], axis: null },
    y: { type: 'linear', domain: [lower - pad, upper + pad], range: [HEIGHT - 5, 5], axis: null },
    marks: [
      ...(diagram
        ? [
            handMark(({ y }) => {
              const top = px(y(diagram.ovre_grans));
              const height = px(y(Math.max(lower, diagram.nedre_grans)) - top);
              const mean = px(y(diagram.medel));
              return `<rect class="d-band" x="0" y="${top}" width="${WIDTH}" height="${height}"/><path class="d-medel" d="M0,${mean}H${WIDTH}"/>`;
            }),
          ]
        : []),
      Plot.line(visible, { x: 'index', y: 'varde', z: 'z', className: 'd-linje d-tunn' }),
      dots(alone(visible), 2, 'd-punkt'),
      dots(atLatest(manader), 4, 'd-punkt'),
      open(manader),
    ],
  };
  return drawSvg(plot, { id, titel }, 'enda');
}

function open(manader: Manad[]): Plot.Markish {
  const last = manader.at(-1)!;
  return handMark(({ x, y }) =>
    last.slutlig || last.varde === null
      ? ''
      : `<circle class="d-oppen" cx="${px(x(last.index))}" cy="${px(y(last.varde))}" r="3"/>`,
  );
}
