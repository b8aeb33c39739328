/** What a trend says of months that are not shown. */
import { expect, it } from 'vitest';
import { withoutLimits } from '../../src/lib/blocks/trend.ts';
import { hidden, months, row, verdict } from '../components/rows.ts';

const { rader } = months([0, 0, 0]);
const beside = [...rader, row({ ...hidden, period: '2026-05-01' })];

it('says why months have no mean and limits, only where hidden ones are the reason', () => {
  expect(withoutLimits({ rader: beside, diagram: null })).toContain('skevt urval');
  expect(withoutLimits({ rader: beside, diagram: verdict({}) })).toBe('');
  expect(withoutLimits({ rader, diagram: null })).toBe('');
  expect(withoutLimits({ rader: beside.slice(1, 2), diagram: null })).toBe('');
});
