import { expect, it } from 'vitest';
import { nearestUnits, type PubliceradRad } from '../../src/components/index.ts';

const rows = (count: number, hidden = 0): PubliceradRad[] =>
  Array.from(
    { length: count },
    (_, i) => ({ enhet_id: String(i), status: i < count - hidden ? 'visas' : 'skyddad' }) as PubliceradRad,
  );
const ids = (shown: PubliceradRad[]) => shown.map(({ enhet_id }) => Number(enhet_id));

it('shows as many units as are read: all of a region, of the country those beside the own', () => {
  expect(ids(nearestUnits(rows(60), '0'))).toHaveLength(60);
  expect(ids(nearestUnits(rows(290), '100'))).toEqual(Array.from({ length: 31 }, (_, i) => 85 + i));
  expect(ids(nearestUnits(rows(290), '2'))).toEqual(Array.from({ length: 31 }, (_, i) => i));
  expect(ids(nearestUnits(rows(290), '289')).at(0)).toBe(259);
});

it('shows the first and the last where none is the own, hidden ones apart', () => {
  const shown = ids(nearestUnits(rows(290, 100), 'x'));
  expect([shown.length, shown[14], shown[15], shown.at(-1)]).toEqual([30, 14, 175, 189]);
  expect(ids(nearestUnits(rows(290, 280), 'x'))).toHaveLength(30);
});
