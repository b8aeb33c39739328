import { describe, expect, it } from 'vitest';
import {
  bandName,
  categoryName,
  distinctDecimals,
  escapeHtml,
  formatDate,
  formatDecided,
  formatInterval,
  formatMonth,
  formatNumber,
  formatPercent,
  formatPeriod,
  genitive,
  holidaySpan,
  link,
  list,
  numberWord,
  plainText,
  plural,
} from '../../src/components/index.ts';

describe('Swedish numbers', () => {
  it.each([
    [1234.5, 1, '1\u00a0234,5'],
    [1234567, 0, '1\u00a0234\u00a0567'],
    [-1.25, 1, '\u22121,3'],
    [-0.04, 1, '0,0'], // never a minus before nought
    [0.145, 2, '0,15'], // a float's 0.14499… is still written up
    [999.96, 1, '1\u00a0000,0'],
  ])('%d with %d decimals is %s', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });
  it('percent and interval', () => {
    expect(formatPercent(3.21)).toBe('3,2\u00a0%');
    expect(formatInterval(0.67, 0.861, 2)).toBe('0,67–0,86');
    expect(formatInterval(-1, 2, 0)).toBe('\u22121 till 2');
  });
  it('a value and its limit never look equal, unless they are', () => {
    expect(distinctDecimals([74.94, 74.86], 1)).toBe(2);
    expect(distinctDecimals([75, 74.9], 1)).toBe(1);
    expect(distinctDecimals([1, 1], 1)).toBe(1);
  });
  it('what was decided keeps the decimals it was given', () => {
    expect([60, 1.2, 0.85, 1200].map(formatDecided)).toEqual(['60', '1,2', '0,85', '1\u00a0200']);
  });
});

describe('Swedish dates and words', () => {
  it('dates and periods', () => {
    expect(formatMonth('2023-06-01')).toBe('juni 2023');
    expect(formatMonth('2023-06-01', true)).toBe('juni 2023');
    expect(formatMonth('2023-11-01', true)).toBe('nov 2023');
    expect(formatDate('2026-09-01')).toBe('1\u00a0september 2026');
    expect(formatPeriod('kvartal', '2026-04-01')).toBe('andra kvartalet 2026');
    expect(formatPeriod('halvar', '2026-07-01')).toBe('andra halvåret 2026');
    expect(formatPeriod('ar', '2025-01-01')).toBe('2025');
    expect(formatPeriod('helg', '2023-06-23', 'midsommar')).toBe('midsommar 2023');
    expect(holidaySpan('2026-06-19', '2026-06-21')).toBe('tors 18 till sön 21\u00a0juni 2026');
    expect(holidaySpan('2026-12-31', '2027-01-01')).toBe(
      'ons 30\u00a0december 2026 till fre 1\u00a0januari 2027',
    );
  });
  it('words', () => {
    expect([1, 7, 12, 13].map((count) => numberWord(count))).toEqual(['en', 'sju', 'tolv', '13']);
    expect(plural(1, 'månad', 'månader')).toBe('1\u00a0månad');
    expect(plural(1200, 'månad', 'månader')).toBe('1\u00a0200\u00a0månader');
    expect(['Eslöv', 'Höganäs', 'SUS'].map(genitive)).toEqual(['Eslövs', 'Höganäs', 'SUS']);
    expect(list(['Lund', 'Lomma', 'Eslöv'])).toBe('Lund, Lomma och Eslöv');
    expect(['0', '1', '2-3', '21-'].map(bandName)).toEqual([
      '0 dagar',
      '1 dag',
      '2–\u20603 dagar',
      'minst 21 dagar',
    ]);
    expect(categoryName('5-1')).toBe('klar fredag, utskriven måndag');
    expect(categoryName('2023-06-26+sarskilt_boende')).toBe('mån 26\u00a0juni, särskilt boende');
  });
});

describe('text from data', () => {
  it('is escaped, and comes back as text', () => {
    const hostile = `<img src=x onerror=alert(1)> "A" & 'B'\u0000`;
    expect(escapeHtml(hostile)).toBe('&lt;img src=x onerror=alert(1)&gt; &quot;A&quot; &amp; &#39;B&#39;');
    expect(plainText(escapeHtml('Åstorp & Höör <x>'))).toBe('Åstorp & Höör <x>');
  });
  it('is no link when it would run', () => {
    expect(link('Lund', 'javascript:alert(1)')).toBe('Lund');
    expect(link('Lund', ' JavaScript:alert(1)')).toBe('Lund');
    expect(link('Lund', '/kommun/1281')).toBe('<a href="/kommun/1281">Lund</a>');
  });
});
