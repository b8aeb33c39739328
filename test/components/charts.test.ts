import { describe, expect, it } from 'vitest';
import {
  categoryBars,
  cellBar,
  comparisonChart,
  legsChart,
  smallMultiples,
  sparkline,
  weekdayBars,
} from '../../src/components/index.ts';
import { dom, texts } from './drawn.ts';
import { andel, hidden, medel, months, row, situationOf, verdict } from './rows.ts';

describe('other charts', () => {
  const skane = row({ niva: 'region', enhet_id: '12', enhet: 'Skåne', varde: 0.98 });
  it('comparison: sorted by value, hidden last with the word and no mark, few cases without interval', () => {
    const rader = [
      row({ enhet_id: '1', enhet: 'Kävlinge', varde: 1.28, nedre: 1.1, ovre: 1.4 }),
      row({ enhet_id: '2', enhet: 'Svalöv', ...hidden }),
      row({ enhet_id: '3', enhet: 'Lomma', varde: 0.7, nedre: 0.6, ovre: 0.8 }),
      row({ enhet_id: '4', enhet: 'Hörby', varde: 1, nedre: null, ovre: null, antal: 14 }),
    ];
    const html = comparisonChart({
      id: 'c',
      titel: 'Kommunerna',
      indikator: medel,
      rader,
      fokus: '3',
      referens: skane,
    });
    const names = texts(html, 'bred').filter((text) => rader.some(({ enhet }) => enhet === text));
    expect(names).toEqual(['Lomma', 'Hörby', 'Kävlinge', 'Svalöv']);
    expect(texts(html, 'bred')).toEqual(
      expect.arrayContaining(['skyddad', 'få fall', '0,60–0,80', 'Skåne 0,98']),
    );
    expect(dom(html).querySelectorAll('svg.bred circle')).toHaveLength(3);
    expect(dom(html).querySelectorAll('svg.bred .d-intervall')).toHaveLength(2);
    // Where higher is better the highest stands first.
    const shares = comparisonChart({
      id: 'c',
      titel: 'x',
      indikator: andel,
      rader: rader.map((rad) => ({ ...rad })),
      referens: null,
    });
    expect(texts(shares, 'bred').filter((text) => names.includes(text))[0]).toBe('Kävlinge');
  });

  it('sparkline: nothing to draw gives nothing, hidden months no coordinate', () => {
    const hiddenOnly = months([null, null]);
    expect(sparkline({ id: 's', titel: 'x', ...hiddenOnly, diagram: null })).toBe('');
    const html = sparkline({ id: 's', titel: 'x', ...months([1, null, 0.8]), diagram: verdict() });
    expect(html).not.toContain('NaN');
    expect(dom(html).querySelectorAll('.d-linje path')).toHaveLength(2);
  });

  it('small multiples: one scale for all, value tied to its cell, verdict in words', () => {
    const html = smallMultiples({
      id: 'm',
      delar: [
        { ...situationOf(), enhet: 'Eslöv', href: '/kommun/1285' },
        { ...situationOf(months([3.6, 0.9, 0.557692])), enhet: 'Lund' },
      ],
    });
    const ticks = [...dom(html).querySelectorAll('svg[role=img]')].map((svg) =>
      [...svg.querySelectorAll('text[text-anchor=end]')].map((node) => node.textContent).join(),
    );
    expect(ticks[0]).toBe(ticks[1]);
    expect(html).toContain('data-cell="medeldagar_alla|kommun|1285|manad|2026-10-01|alla|alla">0,56<');
    expect(html).toContain('Normal variation');
  });

  it('no dot stands for a latest month that is hidden, in small or in a line: what was last seen is dated', () => {
    const series = situationOf({ ...months([1, 0.9, null]), diagram: null });
    const big = (html: string) => dom(html).querySelectorAll('circle[r="4"]').length;
    const small = (lage: typeof series) => smallMultiples({ id: 'm', delar: [{ ...lage, enhet: 'Eslöv' }] });
    expect(big(small(series))).toBe(0);
    expect(big(sparkline({ ...series, id: 's', titel: 'Eslöv' }))).toBe(0);
    expect(dom(small(series)).querySelector('.omdome')!.textContent).toContain('Sep 2026: normal variation');
    expect(dom(small({ ...series, punkter: [] })).querySelector('.omdome')!.textContent).toContain(
      'Ingen bedömning',
    );
    const shown = situationOf(months([1, 0.9]));
    expect([big(small(shown)), big(sparkline({ ...shown, id: 's', titel: 'Eslöv' }))]).toEqual([1, 1]);
  });

  it('weekday bars: from nought, hidden day without a bar', () => {
    const day = (kategori: string, over: object = {}) =>
      row({ indikator: 'veckodag_utskrivning', kategori, varde: 20, ...over });
    const klar = ['1', '2', '3', '4', '5', '6', '7'].map((kategori) => day(kategori));
    const ut = klar.map((rad) => (rad.kategori === '7' ? { ...rad, ...hidden } : rad));
    const html = weekdayBars({ id: 'w', titel: 'Veckodagar', klar, ut });
    expect(dom(html).querySelectorAll('svg.bred rect')).toHaveLength(13);
    expect(texts(html, 'bred').filter((text) => text === 'skyddad')).toHaveLength(1);
  });

  it('bars by category: panels on one scale, names as told, one panel over the whole width', () => {
    const share = (kategori: string, varde: number) => row({ indikator: 'varaktighet', kategori, varde });
    const chart = { id: 'b', titel: 'Band', kategorier: ['0', '21-'], namn: (name: string) => `<${name}>` };
    const cases = [share('0', 80), share('21-', 20)];
    const days = [share('0', 0), { ...share('21-', 1), ...hidden }];
    const widths = (html: string) =>
      [...dom(html).querySelectorAll('svg.bred rect')].map((bar) => Number(bar.getAttribute('width')));
    const two = categoryBars({
      ...chart,
      paneler: [
        { rubrik: 'Av fallen', kort: 'Fall', rader: cases },
        { rubrik: 'Av dagarna', kort: 'Dagar', rader: days },
      ],
    });
    expect(widths(two)[0]! / widths(two)[1]!).toBeCloseTo(4, 1);
    expect(widths(two)).toHaveLength(3);
    expect(texts(two, 'bred')).toEqual(
      expect.arrayContaining(['<0>', '<21->', 'Av fallen', 'Av dagarna', 'skyddad']),
    );
    expect(texts(two, 'smal')).toEqual(expect.arrayContaining(['Fall', 'Dagar']));
    const one = categoryBars({ ...chart, paneler: [{ rubrik: 'Av fallen', kort: 'Fall', rader: cases }] });
    expect(widths(one)[0]).toBeGreaterThan(widths(two)[0]!);
    expect(categoryBars({ ...chart, paneler: [{ rubrik: 'x', kort: 'x', rader: [] }] })).toBe('');
  });
});

describe('legs of the waiting', () => {
  const leg = (kategori: string, varde: number) => row({ kategori, varde, taljare: varde * 50 });
  const legs = (enhet: string, ben: number, rest: number) => ({
    enhet,
    ben: leg('kommunens_ben', ben),
    rest: leg('rest', rest),
  });
  const draw = (rader: Parameters<typeof legsChart>[0]['rader']) =>
    legsChart({ id: 'ben', titel: 'Benen', rader });
  const widths = (html: string) =>
    [...dom(html).querySelectorAll('svg.bred rect')].map((bar) => Number(bar.getAttribute('width')));

  it('lie end to end on one scale, whose end is the longest wait', () => {
    const [ben, rest, other, otherRest] = widths(draw([legs('Lund', 0.5, 1), legs('Skåne', 2, 1)]));
    expect(ben! * 2).toBeCloseTo(rest!, 0);
    expect(other! / ben!).toBeCloseTo(4, 1);
    expect(other! + otherRest!).toBeCloseTo(596, 0);
    expect(texts(draw([legs('Lund', 0.5, 1)]), 'smal')).toContain('därefter 1,00 dagar');
  });

  it('a hidden leg hides its unit: no bar, only the word, whatever the value was', () => {
    const secret = {
      ...legs('Lund', 0.5, 1),
      ben: { ...leg('kommunens_ben', 0.5), status: 'skyddad' as const },
    };
    expect(widths(draw([secret]))).toEqual([]);
    expect(texts(draw([secret]), 'bred')).toEqual(['Lund', 'skyddad']);
    expect(cellBar(null, 10)).toBe('');
    expect(cellBar(5, 10)).toContain('width="80" height="12"/>');
  });
});
