import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { protect, type Skydd } from '../../data-loaders/rojande/protect.ts';
import { type Antal, cells, hiddenKeys, type Medlemmar } from './cells.ts';

type Case = {
  fall: string;
  skal: string;
  troskel: number;
  steg: Skydd;
  medlemmar?: Medlemmar;
  antal: Antal;
  doljs: Record<string, string[]>;
};

const CASES = parse(readFileSync(join(import.meta.dirname, 'regler.yaml'), 'utf8')) as Case[];

describe('what is hidden', () => {
  it.each(CASES.map((c) => [c.fall, c.skal, c] as const))('%s: %s', (_fall, _skal, c) => {
    const given = cells(c.antal, c.medlemmar);
    expect(hiddenKeys(given, c.antal, protect(given, c.troskel, c.steg))).toEqual(c.doljs);
  });
});

const YEAR = 'ar/2024-01-01/alla';

describe('counts that contradict one another', () => {
  const message = (antal: Antal) => () => protect(cells(antal), 5);

  it('stops when the categories do not add up to the whole', () => {
    expect(message({ [`region/12/${YEAR}`]: { n: 20, n0: 10, n1: 10, 'klar=1': 12, 'klar=2': 7 } })).toThrow(
      'antalen går inte ihop',
    );
  });

  it('stops when the parts are more than the whole', () => {
    expect(
      message({
        [`region/12/${YEAR}`]: { n: 20, n0: 10, n1: 10 },
        [`kommun/A/${YEAR}`]: { n: 21, n0: 10, n1: 11 },
      }),
    ).toThrow('utomlans');
  });
});

describe('the choice of what to hide', () => {
  it('is the same whatever the order the counts come in', () => {
    const antal: Antal = {
      [`delregion/d/${YEAR}`]: { n: 74, n0: 37, n1: 37 },
      [`kommun/A/${YEAR}`]: { n: 2, n0: 1, n1: 1 },
      [`kommun/B/${YEAR}`]: { n: 14, n0: 7, n1: 7 },
      [`kommun/C/${YEAR}`]: { n: 28, n0: 14, n1: 14 },
      [`kommun/D/${YEAR}`]: { n: 30, n0: 15, n1: 15 },
    };
    const members = { d: ['A', 'B', 'C', 'D'] };
    const run = (given: Antal) => {
      const input = cells(given, members);
      return Object.keys(hiddenKeys(input, given, protect(input, 5))).sort();
    };
    const reversed = Object.fromEntries(Object.entries(antal).reverse());
    expect(run(antal)).toEqual([`kommun/A/${YEAR}`, `kommun/B/${YEAR}`]);
    expect(run(reversed)).toEqual(run(antal));
  });

  it('leaves the year and the region to the reader', () => {
    const antal: Antal = {};
    const set = (place: string, n1: number) => {
      antal[place] = { n: 20 + n1, n0: 20, n1 };
    };
    const halves: [string, number, number, number][] = [
      ['2024-01-01', 3, 20, 30],
      ['2024-07-01', 40, 21, 31],
    ];
    for (const [half, ...counts] of halves) {
      for (const [i, kommun] of ['A', 'B', 'C'].entries())
        set(`kommun/${kommun}/halvar/${half}/alla`, counts[i]!);
    }
    const sum = (place: string, parts: string[]) => {
      const of = (key: string) => parts.reduce((total, part) => total + antal[part]![key]!, 0);
      antal[place] = { n: of('n'), n0: of('n0'), n1: of('n1') };
    };
    for (const kommun of ['A', 'B', 'C'])
      sum(
        `kommun/${kommun}/${YEAR}`,
        halves.map(([half]) => `kommun/${kommun}/halvar/${half}/alla`),
      );
    for (const time of ['halvar/2024-01-01/alla', 'halvar/2024-07-01/alla', YEAR])
      sum(
        `region/12/${time}`,
        ['A', 'B', 'C'].map((kommun) => `kommun/${kommun}/${time}`),
      );
    const input = cells(antal);
    const hidden = Object.keys(hiddenKeys(input, antal, protect(input, 5)));
    expect(hidden).toEqual([
      'kommun/A/halvar/2024-01-01/alla',
      'kommun/B/halvar/2024-01-01/alla',
      'kommun/A/halvar/2024-07-01/alla',
      'kommun/B/halvar/2024-07-01/alla',
    ]);
  });

  it('never hides the coarse for the sake of the fine', () => {
    // A's half-years are 3 and 17: both go, since the year is read before them.
    const antal: Antal = {
      [`region/12/${YEAR}`]: { n: 60, n0: 30, n1: 30 },
      [`kommun/A/${YEAR}`]: { n: 20, n0: 10, n1: 10 },
      [`kommun/B/${YEAR}`]: { n: 40, n0: 20, n1: 20 },
      'kommun/A/halvar/2024-01-01/alla': { n: 3, n0: 3, n1: 0 },
      'kommun/A/halvar/2024-07-01/alla': { n: 17, n0: 7, n1: 10 },
    };
    const input = cells(antal);
    expect(Object.keys(hiddenKeys(input, antal, protect(input, 5)))).toEqual([
      'kommun/A/halvar/2024-01-01/alla',
      'kommun/A/halvar/2024-07-01/alla',
    ]);
  });

  it('hides all the parts rather than a whole that is read before them', () => {
    const antal: Antal = {
      [`region/12/${YEAR}`]: { n: 7, n0: 0, n1: 7, 'klar=1': 4, 'klar=2': 2, 'klar=3': 1 },
    };
    const input = cells(antal);
    expect(hiddenKeys(input, antal, protect(input, 5))).toEqual({
      [`region/12/${YEAR}`]: ['klar=1', 'klar=2', 'klar=3'],
    });
  });
});
