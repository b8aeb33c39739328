import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import {
  isNew,
  newSince,
  type Omdome,
  type Serie,
  sinceTable,
  sinceTitle,
  sinceWord,
  verdictIn,
  verdictMonths,
} from '../../src/components/index.ts';
import { hidden, months, row, situationOf, verdict } from './rows.ts';

describe('the word for a change', () => {
  it.each<[Omdome, Omdome, string, boolean]>([
    ['normal', 'normal', 'Samma bedömning', false],
    ['normal', 'battre', 'Ny förändring, bättre', true],
    ['battre', 'battre', 'Kvarstår, bättre', false],
    ['samre', 'normal', 'Åter normalt', false],
    ['samre', 'battre', 'Har vänt, bättre', true],
    ['forandring', 'forandring', 'Kvarstår', false],
    [null, 'samre', 'Förändring nu, sämre', false],
    [null, 'normal', 'Normalt nu', false],
    ['samre', null, 'Ingen bedömning nu', false],
    [null, null, 'Ingen bedömning', false],
  ])('%s then, %s now: %s', (then, now, word, fresh) => {
    expect(sinceWord(then, now)).toBe(word);
    expect(isNew(then, now)).toBe(fresh);
  });

  it('the title names what is new, or says that nothing is', () => {
    expect(sinceTitle('oktober 2025', 'Eslöv', [['normal', 'battre']])).toBe(
      'Ny förändring sedan oktober 2025: Eslöv',
    );
    expect(sinceTitle('oktober 2025', '', [['normal', 'normal']])).toBe(
      'Ingen ny förändring sedan oktober 2025',
    );
  });

  it('the title acquits nobody who cannot be judged', () => {
    expect(
      sinceTitle('oktober 2025', '', [
        ['normal', 'normal'],
        ['normal', null],
      ]),
    ).toBe('Ingen ny förändring sedan oktober 2025 där en bedömning kan göras');
    expect(
      sinceTitle('oktober 2025', '', [
        [null, 'normal'],
        ['normal', null],
      ]),
    ).toBe('Går inte att jämföra med oktober 2025: siffrorna visas inte eller rör få fall');
  });
});

/** August 0,9 normal, September 2,0 worse, October 0,5 better; nine final months before. */
const series = months([0.9, 2, 0.5]);
const serie = (over: Partial<Serie['lage']> = {}): Serie => ({
  namn: 'Eslöv',
  href: '/kommun/1285',
  lage: situationOf({
    ...series,
    diagram: verdict({ bedomning: 'battre', signal: 'utanfor', varde: 0.5, nedre_grans: 0.53 }),
    ...over,
  }),
});
const [august, september, october] = series.rader.map(({ period }) => period) as [string, string, string];

describe('the verdict on a month', () => {
  it('is that of its point, and none where the month is hidden, of few cases or not final', () => {
    const { lage } = serie();
    expect([august, september, october].map((month) => verdictIn(lage, month))).toEqual([
      'normal',
      'samre',
      'battre',
    ]);
    const with_ = (over: Parameters<typeof row>[0]) =>
      verdictIn({ ...lage, rader: [row({ period: october, ...over })] }, october);
    expect(with_({})).toBe('battre');
    expect(with_(hidden)).toBeNull();
    expect(with_({ antal: 19 })).toBeNull();
    expect(with_({ slutlig: 0 })).toBeNull();
    expect(verdictIn(lage, '2001-01-01')).toBeNull();
  });
});

describe('the table of changes', () => {
  const table = (serier: Serie[], sedan = august) =>
    new JSDOM(
      sinceTable({ id: 's', caption: 'x', radrubrik: 'Kommun', serier, sedan }),
    ).window.document.querySelector('tbody tr')!;

  it('has then, now, and the word with its reason, each figure tied to its cell', () => {
    const tr = table([serie()]);
    const cells = [...tr.querySelectorAll('td')];
    expect(cells.slice(0, 2).map((td) => [td.dataset.cell, td.textContent])).toEqual([
      [`medeldagar_alla|kommun|1285|manad|${august}|alla|alla`, '0,90'],
      [`medeldagar_alla|kommun|1285|manad|${october}|alla|alla`, '0,50'],
    ]);
    expect(cells[2]!.textContent).toContain('Ny förändring, bättre');
    expect(cells[2]!.textContent).toContain('Under den undre gränsen');
    expect(tr.getAttribute('data-serie')).toBe('medeldagar_alla|kommun|1285');
    expect(newSince([serie()], august)).toEqual(['Eslöv']);
  });

  it('shows no digit of a hidden month', () => {
    const rader = series.rader.map((rad) => (rad.period === august ? { ...rad, ...hidden } : rad));
    const [then, , word] = table([serie({ rader })]).querySelectorAll('td');
    expect(then!.textContent).toBe('skyddad');
    expect(word!.textContent).toContain('Förändring nu, bättre');
  });

  it('tells the last known change of a unit whose latest month is hidden, and nothing of one that was normal', () => {
    const told = (months: string[]) =>
      table([
        serie({
          rader: series.rader.map((rad) => (months.includes(rad.period) ? { ...rad, ...hidden } : rad)),
        }),
      ]).lastElementChild!.textContent?.replaceAll('\u00a0', ' ');
    expect(told([october])).toContain('Ingen bedömning nu Senast bedömd september 2026: förändring, sämre');
    expect(told([october, september])).not.toContain('Senast bedömd');
  });

  it('every month has its verdict: the reader picks from them', () => {
    const html = verdictMonths({ id: 'm', caption: 'x', serier: [serie()], troskel: 5 });
    const cells = [...new JSDOM(html).window.document.querySelectorAll('tbody td')];
    expect(cells.map((td) => [td.getAttribute('data-omdome'), td.textContent])).toEqual([
      ['battre', '0,50 ▼Förändring, bättre'],
      ['samre', '2,00 ▲Förändring, sämre'],
      ['normal', '0,90'],
    ]);
  });
});
