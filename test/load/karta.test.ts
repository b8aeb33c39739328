import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { DataError } from '../../data-loaders/errors.ts';
import { readMap } from '../../data-loaders/profile/karta.ts';
import { readProfile } from '../../data-loaders/profile/read.ts';

const folder = mkdtempSync(join(tmpdir(), 'utsk-karta-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const KOMMUNER = [
  { kod: '0180', namn: 'Stockholm' },
  { kod: '1281', namn: 'Lund' },
];

const square = (x: number, y: number, size = 1) => [
  [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ],
];
const feature = (properties: object, coordinates: unknown, type = 'Polygon') => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
const stockholm = feature({ namn: 'Stockholm', id: 180 }, square(18, 59));
const lund = feature({ namn: 'Lund', id: 1281 }, square(13, 55));
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

function file(content: unknown): string {
  const path = join(folder, 'min.geojson');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function fault(content: unknown): string {
  try {
    readMap(file(content), KOMMUNER);
  } catch (error) {
    if (error instanceof DataError) return error.message;
    throw error;
  }
  throw new Error('no fault');
}

describe('a map of one’s own', () => {
  test('degrees: north up, codes as numbers, areas outside the profile left out', () => {
    const far = feature({ namn: 'Oslo', id: 301 }, square(10, 80));
    const [a, b] = readMap(file(collection(lund, stockholm, far)), KOMMUNER);
    expect([a!.kommun, b!.kommun]).toEqual(['0180', '1281']);
    const top = (area: typeof a) => Math.min(...area!.coordinates.flat(2).map(([, y]) => y));
    expect(top(a)).toBe(0);
    expect(top(b)).toBeGreaterThan(1000);
    expect(Math.min(...b!.coordinates.flat(2).map(([x]) => x))).toBe(0);
  });

  test('metres, several parts of one kommun, points that fall together', () => {
    const parts = [square(380_000, 6_170_000, 10_000), square(400_000, 6_170_000, 10_000)];
    const fine = [
      [
        ...square(300_000, 6_500_000, 10_000)[0]!.slice(0, 1),
        [300_000.1, 6_500_000],
        ...square(300_000, 6_500_000, 10_000)[0]!.slice(1),
      ],
    ];
    const areas = readMap(
      file(collection(feature({ KnKod: '1281' }, parts, 'MultiPolygon'), feature({ KnKod: '0180' }, fine))),
      KOMMUNER,
    );
    expect(areas[1]!.coordinates).toHaveLength(2);
    expect(areas[0]!.coordinates[0]![0]).toHaveLength(5);
  });

  test.each<[string, unknown, string]>([
    ['cut off', '{"type": "FeatureC', 'filen är inte hel JSON'],
    ['not GeoJSON', { type: 'Topology' }, 'är ingen GeoJSON med ytor'],
    ['empty', 'null', 'är ingen GeoJSON med ytor'],
    [
      'no codes',
      collection(feature({ namn: 'Lund' }, square(13, 55))),
      'har ingen egenskap (properties) med kommunkoder som "0180"',
    ],
    ['a kommun missing', collection(lund), 'saknar ytor för Stockholm (0180)'],
    [
      'a point',
      collection(lund, feature({ id: 180 }, [18, 59], 'Point')),
      'ytan för Stockholm (0180) är Point. Den ska vara Polygon eller MultiPolygon.',
    ],
    ['no geometry', collection(lund, { properties: { id: 180 }, geometry: null }), 'är tom'],
    [
      'a text for a number',
      collection(
        lund,
        feature({ id: 180 }, [
          [
            ['18', 59],
            [19, 59],
            [19, 60],
            [18, 59],
          ],
        ]),
      ),
      'är trasig',
    ],
    [
      'three points',
      collection(
        lund,
        feature({ id: 180 }, [
          [
            [18, 59],
            [19, 59],
            [18, 59],
          ],
        ]),
      ),
      'är trasig',
    ],
  ])('refused: %s', (_, content, message) => {
    expect(fault(content)).toMatch(/^Kartan min\.geojson/);
    expect(fault(content)).toContain(message);
  });

  test('a file that is not there is told with its path', () => {
    expect(() => readMap(join(folder, 'ingen.geojson'), KOMMUNER)).toThrow(
      /Kartan ingen\.geojson går inte att öppna/,
    );
  });

  test('the profile names it from its own folder, and it counts among the files read', () => {
    file(collection(lund, stockholm));
    const profile = join(folder, 'min.yaml');
    writeFileSync(
      profile,
      'namn: Min\nregion: {kod: "12", namn: Skåne}\nkommuner: ["0180", "1281"]\nkarta: min.geojson\n',
    );
    const read = readProfile(profile);
    expect(read.karta?.map(({ kommun }) => kommun)).toEqual(['0180', '1281']);
    expect(read.filer).toEqual([join(folder, 'min.geojson'), profile]);
    expect(read.id).toBe('min');
    writeFileSync(profile, 'namn: Min\nregion: {kod: "12", namn: Skåne}\nkommuner: ["1281"]\n');
    expect(readProfile(profile).karta).toBeNull();
  });
});
