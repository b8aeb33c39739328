/** What a trend says of months that are not shown. */
import { expect, it } from 'vitest';
import { withoutLimits } from '../../src/lib/blocks/trend.ts';
import { hidden, indicator, medel, months, row, verdict } from '../components/rows.ts';

const { rader } = months([0, 0, 0]);
const beside = [...rader, row({ ...hidden, period: '2026-05-01' })];

it('says why months have no mean and limits, only where hidden ones are the reason', () => {
  const said = (over: object) => withoutLimits({ rader: beside, diagram: null, indikator: medel, ...over });
  expect(said({})).toContain('skevt urval');
  expect(said({ diagram: verdict({}) })).toBe('');
  expect(said({ rader })).toBe('');
  expect(said({ rader: beside.slice(1, 2) })).toBe('');
  // A count has no control chart, however many of its months are shown.
  expect(
    said({ indikator: indicator('vantedygn', { rojande: { typ: 'antal', mangd: 'dygn', visar: {} } }) }),
  ).toBe('');
});
