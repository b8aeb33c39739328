import { expect, it } from 'vitest';
import type { Mangd } from '../../data-loaders/rojande/description.ts';
import { keysums } from '../../data-loaders/rojande/keys.ts';

/** Sums as text: `whole = part + part`. */
const sums = (mangd: Mangd, keys: string[]) =>
  keysums(mangd, keys)
    .map(({ hel, delar, rest }) => {
      const parts = delar.map((i) => keys[i]!);
      return `${keys[hel]} = ${[...parts, ...(rest === null ? [] : ['rest'])].join(' + ')}`;
    })
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

it('adds what refines a part of the core to that part', () => {
  expect(sums('fall', ['n', 'n0', 'n1', 'vantan=0', 'vantan=1', 'vantan=21-'])).toEqual([
    'n = n0 + n1',
    'n0 = vantan=0',
    'n1 = vantan=1 + vantan=21-',
  ]);
  const colours = ['process=gron', 'process=rod'];
  const both = colours.flatMap((c) => [`${c},vantat=0`, `${c},vantat=1`]);
  expect(sums('fall', ['n', 'n0', 'n1', ...colours, ...both])).toEqual([
    'n = n0 + n1',
    'n = process=gron + process=rod',
    'n0 = process=gron,vantat=0 + process=rod,vantat=0',
    'n1 = process=gron,vantat=1 + process=rod,vantat=1',
    'process=gron = process=gron,vantat=0 + process=gron,vantat=1',
    'process=rod = process=rod,vantat=0 + process=rod,vantat=1',
  ]);
});

it('adds no causes, of which a case may have several, and leaves a rest where not all is told', () => {
  expect(sums('fall', ['n', 'orsak=rehab', 'orsak=transport'])).toEqual([
    'n = orsak=rehab + rest',
    'n = orsak=transport + rest',
  ]);
  expect(sums('fall', ['n', 'frist_sip=ja', 'frist_sip=nej'])).toEqual([
    'n = frist_sip=ja + frist_sip=nej + rest',
  ]);
});

it('adds some values of one dimension to a value of another, and all of them to the whole', () => {
  expect(sums('fall', ['n', 'helgklar=ja', 'klar=3', 'klar=4', 'klar=5'])).toEqual([
    'helgklar=ja = klar=4 + klar=5',
    'n = helgklar=ja + rest',
    'n = klar=3 + klar=4 + klar=5',
  ]);
});

it('puts the next episode within the returns, and those within returns of any cause', () => {
  const keys = ['n', 'ater=1', 'ater=0', 'nasta=1', 'nasta=0', 'alla=1', 'alla=0'];
  expect(sums('episod', keys)).toEqual([
    'alla=1 = ater=1 + rest',
    'alla=1 = nasta=1 + rest',
    'ater=1 = nasta=1 + rest',
    'n = alla=1 + alla=0',
    'n = ater=1 + ater=0',
    'n = nasta=1 + nasta=0',
  ]);
});
