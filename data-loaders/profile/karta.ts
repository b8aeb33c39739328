import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { geoMercatorRaw } from 'd3';
import { DataError } from '../errors.ts';

/** A kommun's area in whole steps of a plane, x to the right and y down, as GeoJSON's MultiPolygon. */
export type Yta = { kommun: string; type: 'MultiPolygon'; coordinates: [number, number][][][] };

const LARGEST_MB = 50;
/** Steps across the map: finer than a drawing shows. */
const STEPS = 2000;

type Feature = { properties?: unknown; geometry?: { type?: unknown; coordinates?: unknown } | null };
type Point = [number, number];

/**
 * The areas of the profile's kommuner from a GeoJSON file of one's own: a FeatureCollection whose properties hold kommun codes,
 * in longitude and latitude or in metres (SWEREF 99). Other areas are left out. Throws DataError for what cannot be drawn.
 */
export function readMap(path: string, kommuner: { kod: string; namn: string }[]): Yta[] {
  const name = `Kartan ${basename(path)}`;
  const features = featuresOf(path, name);
  const key = codeKey(features, new Set(kommuner.map(({ kod }) => kod)));
  if (key === null)
    throw new DataError(
      `${name} har ingen egenskap (properties) med kommunkoder som "${kommuner[0]?.kod ?? '1281'}" för profilens kommuner.`,
    );
  const areas = kommuner.map(({ kod, namn }) => {
    const own = features.filter((feature) => codeOf(feature, key) === kod);
    const rings = own.flatMap((feature) => polygons(feature, `${name}: ytan för ${namn} (${kod})`));
    return { kommun: kod, namn, rings };
  });
  const missing = areas
    .filter(({ rings }) => rings.length === 0)
    .map(({ kommun, namn }) => `${namn} (${kommun})`);
  if (missing.length > 0)
    throw new DataError(
      `${name} saknar ytor för ${missing.join(', ')}. Lägg till dem eller ta bort kommunerna ur profilen.`,
    );
  const plane = planeOf(areas.flatMap(({ rings }) => rings.flat(2)));
  return areas.map(({ kommun, rings }) => ({
    kommun,
    type: 'MultiPolygon',
    coordinates: rings.map((polygon) => polygon.map((ring) => thinned(ring.map(plane)))),
  }));
}

function featuresOf(path: string, name: string): Feature[] {
  const text = readText(path, name);
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new DataError(
      `${name} går inte att läsa: filen är inte hel JSON. Exportera den på nytt som GeoJSON.`,
    );
  }
  const { type, features } = (content ?? {}) as { type?: unknown; features?: unknown };
  if (type !== 'FeatureCollection' || !Array.isArray(features))
    throw new DataError(
      `${name} är ingen GeoJSON med ytor: den ska vara en FeatureCollection med en yta per kommun. Exportera den på nytt som GeoJSON.`,
    );
  return features.filter((feature) => typeof feature === 'object' && feature !== null) as Feature[];
}

function readText(path: string, name: string): string {
  try {
    if (statSync(path).size > LARGEST_MB * 1e6)
      throw new DataError(`${name} är större än ${LARGEST_MB} MB. Förenkla kartan och försök igen.`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new DataError(
      `${name} går inte att öppna. Kontrollera sökvägen ${path} och rättigheten att läsa den.`,
    );
  }
}

/** The property that holds a code of the profile in most features; null where none does. */
function codeKey(features: Feature[], codes: Set<string>): string | null {
  const counts = new Map<string, number>();
  for (const feature of features)
    for (const key of Object.keys(feature.properties ?? {}))
      if (codes.has(codeOf(feature, key))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const best = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0];
  return best?.[0] ?? null;
}

/** A code kept as a number has lost its leading zero. */
function codeOf({ properties }: Feature, key: string): string {
  const value = (properties as Record<string, unknown> | null | undefined)?.[key];
  return typeof value === 'number' ? String(value).padStart(4, '0') : String(value ?? '').trim();
}

function polygons({ geometry }: Feature, what: string): Point[][][] {
  const parts =
    geometry?.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiPolygon'
        ? geometry.coordinates
        : null;
  if (parts === null)
    throw new DataError(`${what} är ${geometry?.type ?? 'tom'}. Den ska vara Polygon eller MultiPolygon.`);
  const whole = (point: unknown): boolean =>
    Array.isArray(point) && point.length >= 2 && point.slice(0, 2).every(Number.isFinite);
  const closed = (ring: unknown): boolean => Array.isArray(ring) && ring.length >= 4 && ring.every(whole);
  const good =
    Array.isArray(parts) &&
    parts.every((polygon) => Array.isArray(polygon) && polygon.length > 0 && polygon.every(closed));
  if (!good)
    throw new DataError(`${what} är trasig: varje gräns ska ha minst fyra punkter, och varje punkt två tal.`);
  return parts as Point[][][];
}

/** From the file's coordinates to steps: degrees by Mercator, metres as they are; north up. */
function planeOf(points: Point[]): (point: Point) => Point {
  const degrees = points.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) < 90);
  const radians = Math.PI / 180;
  const flat = ([x, y]: Point): Point =>
    (degrees ? geoMercatorRaw(x * radians, y * radians) : [x, y]) as Point;
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points.map(flat)) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [low, high] = [Math.min(low, y), Math.max(high, y)];
  }
  const step = Math.max(right - left, high - low) / STEPS || 1;
  return (point) => {
    const [x, y] = flat(point);
    return [Math.round((x - left) / step), Math.round((high - y) / step)];
  };
}

/** Without points that fall on the one before. */
const thinned = (ring: Point[]): Point[] =>
  ring.filter(([x, y], i) => i === 0 || x !== ring[i - 1]![0] || y !== ring[i - 1]![1]);
