import { describe, expect, it } from 'vitest';
import { trendChart } from '../../src/components/index.ts';
import { spreadLabels } from '../../src/components/scale.ts';
import { dom, texts } from './drawn.ts';
import { months, situationOf, verdict } from './rows.ts';

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
        'mål: högst 0,8',
        'okt 2026: 0,56',
        'undre gräns 0,53',
      ]),
    );
    expect(texts(html, 'smal')).toEqual(expect.arrayContaining(['övre 1,47', 'mål 0,8', 'okt 0,56']));
  });

  it('gives all labels of a chart the decimals that one of them needs, but the goal those it was decided with', () => {
    const series = months([1, 1.4682]);
    const diagram = verdict({ varde: 1.4682, medel: 1, ovre_grans: 1.4714 });
    const html = trend({ ...series, diagram, mal: { varde: 0.8, riktning: 'hogst' } });
    expect(texts(html, 'bred')).toEqual(
      expect.arrayContaining(['övre gräns 1,471', 'medelvärde 1,000', 'mål: högst 0,8', 'okt 2026: 1,468']),
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
