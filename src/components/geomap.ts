/** The kommuner's own areas, coloured by value, with name, value and verdict where there is room. */
import { geoIdentity, geoPath } from 'd3';
import type { Yta } from '../../data-loaders/profile/karta.ts';
import { missingReason } from './absent.ts';
import { px } from './axes.ts';
import { formatNumber } from './format.ts';
import { heatSteps } from './heat.ts';
import { escapeHtml } from './html.ts';
import { svgText, textWidth } from './plot.ts';
import type { Ruta } from './tilemap.ts';
import type { IndikatorHuvud } from './types.ts';
import { direction, situation } from './verdict.ts';

const WIDTH = 420;
const HIGHEST = 440;

export type GeoMap = {
  id: string;
  titel: string;
  indikator: IndikatorHuvud;
  ytor: { ruta: Ruta; yta: Yta }[];
};

/** An SVG as wide as the areas need; hidden areas have the word and no colour. */
export function geoMap({ id, titel, indikator, ytor }: GeoMap): string {
  const step = heatSteps(ytor.map(({ ruta }) => ruta.rad));
  const all = { type: 'GeometryCollection' as const, geometries: ytor.map(({ yta }) => yta) };
  const [[left, top], [right, bottom]] = geoPath().bounds(all);
  const height = Math.min(HIGHEST, Math.ceil((WIDTH * (bottom - top)) / Math.max(1, right - left)));
  const frame = geoIdentity().fitExtent(
    [
      [2, 2],
      [WIDTH - 2, height - 2],
    ],
    all,
  );
  const path = geoPath(frame).digits(1);
  const areas = ytor.map(
    ({ ruta, yta }) => `<path class="yta ${step(ruta.rad) || hiddenClass(ruta)}" d="${path(yta) ?? ''}"/>`,
  );
  const taken: [number, number, number][] = [];
  const names = ytor.map(({ ruta, yta }) => {
    const [x, y] = path.centroid(yta).map(px) as [number, number];
    const value = valueText(ruta, indikator);
    const half = Math.max(textWidth(ruta.enhet), textWidth(value)) / 2;
    const crowded = taken.some(([a, b, h]) => Math.abs(a - x) < h + half && Math.abs(b - y) < 28);
    if (crowded || !Number.isFinite(x)) return '';
    taken.push([x, y, half]);
    const ink = step(ruta.rad) === 'v5' ? 'pa5' : 'd-text d-halo';
    return (
      svgText(x, y - 2, ruta.enhet, { anchor: 'middle', klass: `namn ${ink}` }) +
      svgText(x, y + 13, value, { anchor: 'middle', klass: ink })
    );
  });
  return (
    `<svg class="karta" role="img" aria-labelledby="${id}-t" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">` +
    `<title id="${id}-t">${escapeHtml(titel)}</title>${areas.join('')}${names.join('')}</svg>`
  );
}

const hiddenClass = ({ rad }: Ruta): string => (rad?.status === 'skyddad' ? 'dolt' : 'utan');

/** Value and the sign of the verdict, or why there is no value. */
function valueText({ rad, lage }: Ruta, { decimaler }: IndikatorHuvud): string {
  if (rad?.status === 'skyddad') return 'skyddad';
  if (!rad || rad.varde === null) return (rad && missingReason(rad)) ?? 'saknas';
  const { slag } = situation(lage);
  const signs: Record<string, string> = { normal: '○' };
  const changed = ['battre', 'samre', 'forandring'].includes(slag);
  const sign = changed ? (direction(lage) === 'hogre' ? '▲' : '▼') : (signs[slag] ?? '');
  return `${sign} ${formatNumber(rad.varde, decimaler)}`.trim();
}
