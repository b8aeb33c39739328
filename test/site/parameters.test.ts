import { expect, it } from 'vitest';
import { readProfile } from '../../data-loaders/profile/read.ts';
import { parameters } from '../../data-loaders/publish/catalogue.ts';
import { parameterName, parameterText } from '../../src/lib/parameters.ts';

it('tells a share in percent and another number as it is', () => {
  expect(parameterText('max_avvisade_andel', 0.05)).toBe('5\u00a0%');
  expect(parameterText('granskning.tom_kolumn_andel', 0.125)).toBe('12,5\u00a0%');
  expect(parameterText('granskning.hopp_kvot', 2.5)).toBe('2,50');
  expect(parameterText('troskel', 5)).toBe('5');
});

it('names every parameter of a profile in Swedish', () => {
  const names = Object.keys(parameters(readProfile('skane')));
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) expect(parameterName(name)).toMatch(/^[A-ZÅÄÖ][^_]*$/);
});
