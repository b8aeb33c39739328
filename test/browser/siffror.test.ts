import { describe, expect, inject, it } from 'vitest';
import { fault, figureFaults, ofFigures } from './figures.ts';

describe('every shown figure', () => {
  it('is the published one, on every page', () => {
    const { faults, counts } = figureFaults(inject('site'));
    expect(faults.slice(0, 20)).toEqual([]);
    const units = [...counts].filter(([page]) => ofFigures(page));
    expect(units.length).toBeGreaterThan(40);
    for (const [page, count] of units) expect(count, page).toBeGreaterThan(10);
  });

  it('notices a wrong figure, a shown hidden one and a missing row', () => {
    const row = { status: 'visas', varde: '1.234' };
    expect(fault('1,23 dagar', row, 'varde')).toBeNull();
    expect(fault('1,24', row, 'varde')).not.toBeNull();
    expect(fault('3', { status: 'skyddad', varde: '' }, 'varde')).not.toBeNull();
    expect(fault('skyddad', { status: 'skyddad', varde: '' }, 'varde')).toBeNull();
    expect(fault('1', undefined, 'varde')).not.toBeNull();
  });
});
