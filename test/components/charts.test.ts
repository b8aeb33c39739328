import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import {
  categoryBars,
  cellBar,
  comparisonChart,
  legsChart,
  smallMultiples,
  sparkline,
  trendChart,
  weekdayBars,
} from '../../src/components/index.ts';
import { spreadLabels } from '../../src/components/scale.ts';
import { andel, hidden, medel, months, row, situationOf, verdict } from './rows.ts';

const dom = (html: string) => new JSDOM(html).window.document;
const texts = (html: string, svg: string) =>
  [...dom(html).querySelectorAll(`svg.${svg} text`)].map((node) =>
    node.textContent?.replaceAll('\u00a0', ' '),
  );
const trend = (over: object = {}) => trendChart({ ...situationOf(over), id: 'd', titel: 'Eslöv', ...over });
/** Dots and rings with their place. */
const circles = (html: string) =>
  [...dom(html).querySelectorAll('svg.bred circle')].map((dot) => dot.outerHTML);

describe('trend', () => {
  it('a hidden month leaves no mark: same drawing whatever the value was, and the line breaks', () => {
    const series = months([1.2, 0.9, null, 0.8, 0.7]);
    const html = trend(series);
    expect(circles(html)).toHaveLength(4);
    const line = dom(html).querySelector('svg.bred .d-linje')!;
    expect(line.querySelectorAll('path')).toHaveLength(2);
    expect(dom(html).querySelector('svg.bred desc')!.textContent).toContain(
      '1\u00a0månad är skyddad eller saknas och syns som en lucka i linjen.',
    );
    // A value that slipped in beside the status is not drawn either.
    const leaky = {
      ...series,
      rader: series.rader.map((rad) => (rad.status === 'skyddad' ? { ...rad, varde: 1.9 } : rad)),
    };
    expect(trend(leaky)).toBe(html);
  });

  it('a series without a single shown month is a sentence, not an empty picture', () => {
    expect(trend(months([null, null]))).toContain('Ingen månad kan visas');
  });

  it('two widths with the same story and different ids; the same in gives the same out', () => {
    const html = trend();
    const document = dom(html);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      [...document.querySelectorAll('svg')].map((svg) => [
        svg.getAttribute('width'),
        svg.getAttribute('role'),
      ]),
    ).toEqual([
      ['744', 'img'],
      ['358', 'img'],
    ]);
    for (const svg of document.querySelectorAll('svg')) {
      for (const id of svg.getAttribute('aria-labelledby')!.split(' '))
        expect(document.getElementById(id)?.textContent).toBeTruthy();
    }
    expect(html).not.toMatch(/<style|font-family|fill="|stroke="/);
    expect(trend()).toBe(html);
  });

  it('starts at nought and labels limits, mean, goal and latest value', () => {
    const html = trend({ mal: { varde: 0.8, riktning: 'hogst' } });
    const shown = texts(html, 'bred');
    expect(shown).toEqual(
      expect.arrayContaining([
        '0,0',
        'övre gräns 1,47',
        'medelvärde 1,00',
        'mål: högst 0,80',
        'okt 2026: 0,56',
        'undre gräns 0,53',
      ]),
    );
    expect(texts(html, 'smal')).toEqual(expect.arrayContaining(['övre 1,47', 'mål 0,80', 'okt 0,56']));
  });

  it('gives all labels of a chart the decimals that one of them needs', () => {
    const series = months([1, 1.4682]);
    const diagram = verdict({ varde: 1.4682, medel: 1, ovre_grans: 1.4714 });
    const html = trend({ ...series, diagram, mal: { varde: 0.8, riktning: 'hogst' } });
    expect(texts(html, 'bred')).toEqual(
      expect.arrayContaining(['övre gräns 1,471', 'medelvärde 1,000', 'mål: högst 0,800', 'okt 2026: 1,468']),
    );
  });

  it('draws the goal from the month it holds from, and over the whole chart where it is older', () => {
    const line = (fran: string) =>
      /class="d-mal" d="M([\d.]+),[\d.]+H([\d.]+)"/
        .exec(trend({ ...months([1, 1, 1, 1]), mal: { varde: 0.8, riktning: 'hogst', fran } }))!
        .slice(1)
        .map(Number);
    const { rader } = months([1, 1, 1, 1]);
    const [left, right] = line('2000-01-01');
    expect(line(rader[0]!.period)).toEqual([left, right]);
    expect(line(rader[2]!.period)[0]).toBeCloseTo((left! + right!) / 2, 0);
  });

  it('brackets a run of seven with its length, not one of six', () => {
    const run = (length: number) => {
      const series = months(Array.from({ length }, () => 0.8));
      series.punkter.forEach((punkt, index) => {
        Object.assign(punkt, { i_rad: index + 1, foljd_langd: length });
      });
      return texts(trend(series), 'bred');
    };
    expect(run(7)).toContain('sju månader i rad under medelvärdet');
    expect(run(6).join()).not.toContain('i rad');
  });

  it('a month that is not final is grey, open and outside the line', () => {
    const series = months([1.2, 0.9, 0.7]);
    series.rader[2]!.slutlig = 0;
    const html = trend(series);
    expect(dom(html).querySelectorAll('svg.bred .d-gra')).toHaveLength(1);
    expect(dom(html).querySelectorAll('svg.bred .d-oppen')).toHaveLength(1);
    expect(texts(html, 'bred')).toContain('okt 2026: ej slutlig');
  });

  it('a hidden month that is not final is grey and nothing more', () => {
    const series = months([1.2, 0.9, null]);
    series.rader[2]!.slutlig = 0;
    const html = trend(series);
    expect(dom(html).querySelectorAll('svg.bred .d-gra')).toHaveLength(1);
    expect(dom(html).querySelectorAll('svg.bred .d-oppen, svg.bred .d-lank')).toHaveLength(0);
  });

  it('flags an activity with its date; hostile text stays text', () => {
    const html = trend({ aktiviteter: [{ start: '2026-09-12', rubrik: '<script>x</script>' }] });
    expect(html).toContain('12\u00a0september 2026: &lt;script&gt;x&lt;/script&gt;');
    expect(dom(html).querySelector('script')).toBeNull();
  });

  it('labels stand at least 15 px apart and within the plot', () => {
    const label = (y: number) => ({ y, text: '', klass: '' });
    const placed = spreadLabels([100, 101, 99, 102, 300].map(label), 24, 308).map(({ plats }) => plats);
    for (let index = 1; index < placed.length; index++)
      expect(placed[index]! - placed[index - 1]!).toBeGreaterThanOrEqual(14.99);
    const crowded = spreadLabels([305, 306, 307].map(label), 24, 308).map(({ plats }) => plats);
    expect(Math.max(...crowded)).toBeLessThanOrEqual(308);
  });
});

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
