import { expect, it } from 'vitest';
import { keysums } from '../../data-loaders/rojande/keys.ts';

/** Sums as text: `whole = part + part`. */
const sums = (mangd: 'fall' | 'helgfall', keys: string[]) =>
  keysums(mangd, keys)
    .map(({ hel, delar }) => `${keys[hel]} = ${delar.map((i) => keys[i]).join(' + ')}`)
    .sort();

it('adds categories to the whole and the matrix to both of its margins', () => {
  const keys = ['n', 'klar=1', 'klar=2', 'ut=1', 'ut=2'];
  const matrix = ['klar=1,ut=1', 'klar=1,ut=2', 'klar=2,ut=1', 'klar=2,ut=2'];
  expect(sums('fall', [...keys, ...matrix])).toEqual([
    'klar=1 = klar=1,ut=1 + klar=1,ut=2',
    'klar=2 = klar=2,ut=1 + klar=2,ut=2',
    'n = klar=1 + klar=2',
    'n = ut=1 + ut=2',
    'ut=1 = klar=1,ut=1 + klar=2,ut=1',
    'ut=2 = klar=1,ut=2 + klar=2,ut=2',
  ]);
});

it('adds the matrix to the whole where the margins are not published', () => {
  expect(sums('fall', ['n', 'klar=1,ut=1', 'klar=1,ut=2'])).toEqual(['n = klar=1,ut=1 + klar=1,ut=2']);
});

it('adds the destinations of a day to the day', () => {
  const keys = [
    'n',
    'ut=2023-06-24',
    'ut=kvar',
    'ut=2023-06-24,till=korttid',
    'ut=2023-06-24,till=annat',
    'ut=kvar,till=annat',
  ];
  expect(sums('helgfall', keys)).toEqual([
    'n = ut=2023-06-24 + ut=kvar',
    'ut=2023-06-24 = ut=2023-06-24,till=korttid + ut=2023-06-24,till=annat',
    'ut=kvar = ut=kvar,till=annat',
  ]);
});

it('refuses a split whose whole is missing', () => {
  expect(() => keysums('fall', ['n', 'klar=1', 'klar=2,ut=1'])).toThrow('klar=2');
});
